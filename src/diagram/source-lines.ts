import type { DiagramFault, DiagramNote } from './graph.ts';
import { isHeader } from './mermaid/headers.ts';
import { SOME_ARROW } from './notation/arrows.ts';
import { isGroupLine } from './notation/group-lines.ts';
import { headingOf } from './notation/headings.ts';

/** A line of a diagram and its number in what the user wrote, from 1. */
export interface SourceLine {
  readonly text: string;
  readonly line: number;
}

/** The lines to read, without fences of Markdown and the prose around them. */
export interface Source {
  readonly lines: readonly SourceLine[];
  readonly notes: readonly DiagramNote[];
  /** What stands in the way of reading all of it as one. */
  readonly fault?: DiagramFault;
}

interface Stretch {
  readonly lines: SourceLine[];
  /** The word behind the fence that it stands in; undefined for what stands in none. */
  readonly language: string | undefined;
}

const FENCE = /^\s*(`{3,}|~{3,})\s*([\w-]*)/;
const DRAWN = /^(?:|ascii|diagram|mermaid|plain|plaintext|sdi|te?xt)$/i;

export function sourceOf(text: string): Source {
  const lines = text.split(/\r\n|\r|\n/).map((line, index) => ({ text: line, line: index + 1 }));
  const stretches = stretchesOf(lines);
  const fenced = stretches.filter(({ language }) => language !== undefined && DRAWN.test(language));
  if (fenced.length === 0) return { lines: stretches.length > 1 ? outside(stretches) : lines, notes: [] };
  const kept = fencedLines(stretches);
  const left = lines.find((line) => line.text.trim() !== '' && !FENCE.test(line.text) && !kept.includes(line));
  const notes =
    left === undefined ? [] : [{ line: left.line, message: 'What stands outside of the fence is left out.' }];
  const fault = faultOf(
    fenced,
    outside(stretches).filter((line) => kept.includes(line)),
  );
  return { lines: kept, notes, ...(fault === undefined ? {} : { fault }) };
}

function stretchesOf(lines: readonly SourceLine[]): Stretch[] {
  const found: Stretch[] = [{ lines: [], language: undefined }];
  let fence: string | undefined;
  for (const line of lines) {
    const [, mark, language = ''] = FENCE.exec(line.text) ?? [];
    if (fence === undefined && mark !== undefined) {
      fence = mark;
      found.push({ lines: [], language });
    } else if (fence !== undefined && line.text.trim().startsWith(fence)) {
      fence = undefined;
      found.push({ lines: [], language: undefined });
    } else found.at(-1)?.lines.push(line);
  }
  return found;
}

function outside(stretches: readonly Stretch[]): SourceLine[] {
  return stretches.flatMap(({ lines, language }) => (language === undefined ? lines : []));
}

/** All that stands in fences, and of the rest what is drawn, too. */
function fencedLines(stretches: readonly Stretch[]): SourceLine[] {
  return stretches.flatMap(({ lines, language }) => {
    if (language === undefined) return lines.filter(({ text }) => isDrawn(text));
    return DRAWN.test(language) ? lines : [];
  });
}

function isDrawn(text: string): boolean {
  return SOME_ARROW.test(text) || isGroupLine(text) || headingOf(text) !== undefined;
}

/** Mermaid stands alone: neither more of it nor arrows go on with it. */
function faultOf(fenced: readonly Stretch[], around: readonly SourceLine[]): DiagramFault | undefined {
  if (!fenced.some(({ lines }) => lines.some(({ text }) => isHeader(text)))) return undefined;
  const second = fenced[1]?.lines.find(({ text }) => text.trim() !== '');
  const arrow = around.find(({ text }) => SOME_ARROW.test(text));
  const found = second ?? arrow;
  if (found === undefined) return undefined;
  return {
    line: found.line,
    column: 1,
    message: 'A second diagram stands beside the one in Mermaid.',
    hint: 'Draw each by itself.',
  };
}
