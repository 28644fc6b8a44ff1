import type { DiagramReading } from '../graph.ts';
import { GraphBuilder } from '../graph-builder.ts';
import type { SourceLine } from '../source-lines.ts';
import { Branches } from './branches.ts';
import { areOrdered, bulletOf } from './bullets.ts';
import { GroupLines, withoutBraces } from './group-lines.ts';
import { headingOf, withoutBold } from './headings.ts';
import { nameKey } from './names.ts';
import { NotedNames } from './noted-names.ts';
import { indentOf, type PageLine, pageLines } from './page-lines.ts';
import { cutStatement, endOfTitle, withoutStop } from './statement.ts';
import { type Page, StatementReader } from './statement-reader.ts';
import { withThrough } from './through.ts';

/** Reads the arrow notation, line by line. */
export function readNotation(lines: readonly SourceLine[]): DiagramReading {
  return new NotationReader(lines).read();
}

class NotationReader {
  readonly #source: readonly SourceLine[];
  readonly #lines: readonly PageLine[];
  readonly #page: Page = { builder: new GraphBuilder('flow'), names: new NotedNames(), branches: new Branches() };
  readonly #groups = new GroupLines(this.#page.builder);
  readonly #isOrdered: boolean;
  /** How far in the title stands that the lines further in are below. */
  #titleIndent: number | undefined;

  constructor(source: readonly SourceLine[]) {
    this.#source = source;
    const braced = source.map(({ text, line }) => ({ text: withoutBraces(withoutBold(text)), line }));
    this.#lines = pageLines(braced);
    this.#isOrdered = areOrdered(this.#lines);
  }

  read(): DiagramReading {
    const { builder, names, branches } = this.#page;
    const written = new Map(this.#source.map(({ text, line }) => [line, text]));
    const filled = this.#lines.filter(({ text }) => text.trim() !== '');
    const next = new Map(filled.map((line, index) => [line, filled[index + 1]]));
    for (const line of this.#lines) {
      if (!builder.takesMore) break;
      branches.nextLine(lastOf(line, written));
      const heading = headingOf(written.get(line.line) ?? '');
      if (heading !== undefined) {
        builder.heading(nameKey(heading), heading, line.at(1));
        this.#titleIndent = undefined;
      } else if (line.text.trim() !== '' && !this.#groups.closes(line)) this.#readLine(line, next.get(line));
    }
    for (const { name, choices } of names.ambiguous()) {
      const message = `Several have the name ${name.label}: ${choices.join(', ')}.`;
      builder.fault(name.at, message, 'Say which one is meant.');
    }
    return builder.finish({ drawsBoxes: true });
  }

  #readLine(line: PageLine, next: PageLine | undefined): void {
    const { text } = line;
    const { builder } = this.#page;
    const bullet = bulletOf(text);
    const indent = indentOf(text);
    if (this.#titleIndent !== undefined && indent <= this.#titleIndent) {
      builder.untitled();
      this.#titleIndent = undefined;
    }
    const outer = this.#groups.enter(line);
    const group = this.#groups.read(line, bullet.length, next);
    if (group === 'broken') return;
    let number = this.#isOrdered ? bullet.number : undefined;
    for (let start = group === 'none' ? bullet.length : group.end; start < text.length; ) {
      const cut = cutStatement(text, start);
      if ('broken' in cut) {
        builder.fault(line.at(cut.broken.column), cut.broken.message, cut.broken.hint);
        return;
      }
      const title = start === bullet.length ? endOfTitle(text, cut.statement) : undefined;
      const [first] = cut.statement.ends;
      if (title !== undefined && first !== undefined && first.text.trim() !== '') {
        const shown = first.text.trim();
        builder.title(nameKey(shown), shown, line.at(first.column + first.text.search(/\S/)));
        if (title === text.length && indentOf(next?.text) > indent) this.#titleIndent = indent;
        start = title;
        continue;
      }
      const around = { line, group: group === 'none' ? outer : group.key, number };
      new StatementReader(this.#page, around).read(withThrough(withoutStop(cut.statement)));
      number = undefined;
      start = cut.rest;
    }
  }
}

/** The last of the lines that make one, as it was written. */
function lastOf({ text, at }: PageLine, written: ReadonlyMap<number, string>): { text: string; line: number } {
  const { line } = at(Math.max(1, text.length));
  return { text: text === '' ? '' : (written.get(line) ?? ''), line };
}
