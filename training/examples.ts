import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `+` makes the point, `-` touches it without making it, `!` turns it down or claims the opposite. */
type Label = '+' | '-' | '!';

/** What a candidate might say, and what a strict interviewer would make of it. */
export interface Example {
  readonly point: string;
  readonly label: Label;
  readonly text: string;
  /** Other points that it makes as well. */
  readonly also: readonly string[];
  /** Whose way of speaking it is: the name of its file. */
  readonly voice: string;
}

const LINE_BREAK = /\s*⏎\s*/g;

/** The examples of a problem: a Markdown file a voice, a heading a point, a line an example. Throws on a line that is none. */
export function readExamples(folder: string): readonly Example[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
  return files.sort().flatMap((name) => parseExamples(readFileSync(join(folder, name), 'utf8'), name));
}

/** As in a file called `name`. */
export function parseExamples(source: string, name: string): readonly Example[] {
  const examples: Example[] = [];
  let point: string | undefined;
  for (const [index, line] of source.split('\n').entries()) {
    if (line.trim() === '') continue;
    const heading = /^## ([a-z0-9-]+)\s*$/.exec(line)?.[1];
    const example = /^([+!-]) (\S.*)$/.exec(line);
    if (heading !== undefined) point = heading;
    else if (example === null || point === undefined) throw `${name}:${index + 1}: no heading and no example: ${line}`;
    else
      examples.push({
        point,
        label: example[1] as Label,
        voice: name.replace('.md', ''),
        ...contentOf(example[2] ?? ''),
      });
  }
  return examples;
}

/** The text, and the points named in braces behind it. */
function contentOf(written: string): Pick<Example, 'text' | 'also'> {
  const tag = /\s*\{([a-z0-9-]+(?:\s*,\s*[a-z0-9-]+)*)\}\s*$/.exec(written);
  const text = (tag === null ? written : written.slice(0, tag.index)).replace(LINE_BREAK, '\n').trim();
  return { text, also: tag?.[1]?.split(/\s*,\s*/) ?? [] };
}
