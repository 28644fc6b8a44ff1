import type { GraphBuilder } from '../graph-builder.ts';
import type { Branches } from './branches.ts';
import { listParts, readName } from './names.ts';
import type { NotedNames } from './noted-names.ts';
import type { PageLine } from './page-lines.ts';
import { unquoted } from './quotes.ts';
import { edgeOf, holdsArrow, joinedLabels, type Link, type Part, type Statement } from './statement.ts';

const NOTATION = 'Write `api -> (orders)`, `api => queue`, or `region eu: api, orders`.';
const GOES_ON =
  'Name who calls: `lb -> api`. A line goes on from the one above where its arrow stands right below that one’s.';
const DASH = /\s[-–—]\s/;

/** What has been read so far. */
export interface Page {
  readonly builder: GraphBuilder;
  readonly names: NotedNames;
  readonly branches: Branches;
}

/** Where a statement stands. */
export interface Surroundings {
  readonly line: PageLine;
  readonly group: string | undefined;
  /** Of its line in an ordered list. */
  readonly number: string | undefined;
}

/** A component at an end of an arrow, and what the arrow does there. */
interface End {
  readonly key: string;
  readonly does: string | undefined;
}

export class StatementReader {
  readonly #page: Page;
  readonly #builder: GraphBuilder;
  readonly #around: Surroundings;

  constructor(page: Page, around: Surroundings) {
    this.#page = page;
    this.#builder = page.builder;
    this.#around = around;
  }

  read({ ends, links, label }: Statement): void {
    const [first] = ends;
    if (links.length === 0 && (first === undefined || !this.#standsAlone(first, label))) return;
    const names = ends.map((end, index) => this.#names(end, links, index));
    if (label !== undefined && !this.#isLabel(label)) return;
    links.forEach((link, index) => {
      const written = joinedLabels(link.label, index === links.length - 1 ? shownLabel(label) : undefined);
      this.#addEdges(link, [names[index] ?? [], names[index + 1] ?? []], { written, isFirst: index === 0 });
    });
  }

  #addEdges(
    link: Link,
    [lefts, rights]: readonly [readonly End[], readonly End[]],
    { written, isFirst }: { readonly written: string | undefined; readonly isFirst: boolean },
  ): void {
    const at = this.#around.line.at(link.column);
    const keys = lefts.map(({ key }) => key);
    this.#page.branches.add(at, keys);
    for (const left of lefts) {
      for (const right of rights) {
        if (!this.#builder.takesMore) return;
        // In the middle of a chain, a note belongs to the arrow before it.
        const done = withDone(written, [isFirst ? left.does : undefined, right.does]);
        const label = numbered(done, isFirst ? this.#around.number : undefined);
        this.#builder.edge({ ...edgeOf(link, left.key, right.key), ...(label === undefined ? {} : { label }) }, at);
      }
    }
  }

  /** Members of a group, and names in brackets, need no arrow. */
  #standsAlone(part: Part, label: Part | undefined): boolean {
    if (part.text.trim() === '' && label === undefined) return false;
    const at = this.#around.line.at(part.column + part.text.length - part.text.trimStart().length);
    const isGrouped = this.#around.group !== undefined;
    if (label !== undefined) {
      this.#builder.fault(at, 'There is no arrow before this colon.', isGrouped ? NOTATION : colonHint(part, label));
      return false;
    }
    if (isGrouped || listParts(part).every(({ text }) => /^[[({]/.test(text))) return true;
    if (DASH.test(part.text))
      this.#builder.fault(at, 'This dash has no head.', 'Write `client -> api`, or `client -- api`.');
    else this.#builder.fault(at, 'This line has no arrow.', NOTATION);
    return false;
  }

  #names(part: Part, links: readonly Link[], index: number): readonly End[] {
    const parts = listParts(part);
    if (parts.length === 1 && part.text.trim() === '') {
      const at = this.#around.line.at(links[0]?.column ?? 1);
      const branch = index === 0 && links[0] !== undefined ? this.#page.branches.at(at) : undefined;
      if (branch === undefined) this.#noName(links, index);
      return (branch ?? []).map((key) => ({ key, does: undefined }));
    }
    if (index > 0 && index < links.length && part.text.trim().startsWith('{') && parts.length > 1) {
      const hint = 'Write `api -> worker: id, text` for what is sent, or `api -> {cache, db}` on a line of its own.';
      this.#builder.fault(this.#startOf(part), 'It is not clear what these braces hold.', hint);
      return [];
    }
    const ends = parts.flatMap((each) => (this.#builder.takesMore ? this.#name(each, links.length > 0) : []));
    const keys = new Set(ends.map(({ key }) => key));
    if (index === links.length && links.length > 0) this.#page.branches.add(this.#startOf(part), [...keys]);
    return [...keys].flatMap((key) => ends.find((end) => end.key === key) ?? []);
  }

  #name(part: Part, hasArrow: boolean): readonly End[] {
    const { at } = this.#around.line;
    if (part.text === '') {
      this.#builder.fault(at(part.column), 'A name is missing beside this comma.', 'Remove the comma.');
      return [];
    }
    const { line } = at(part.column);
    const name = readName(part, { line, hasArrow });
    if ('message' in name) {
      this.#builder.fault(at(name.column), name.message, name.hint);
      return [];
    }
    const told = this.#page.names.told({ ...name, at: at(name.at.column) });
    this.#builder.node(told);
    if (this.#around.group !== undefined) this.#builder.member(this.#around.group, told.key, told.at);
    return [{ key: told.key, does: name.does }];
  }

  #noName(links: readonly Link[], index: number): void {
    const [before, behind] = [links[index - 1], links[index]];
    if (before === undefined) {
      this.#builder.fault(this.#around.line.at(behind?.column ?? 1), 'Nothing stands before this arrow.', GOES_ON);
    } else if (behind !== undefined) {
      this.#builder.fault(
        this.#around.line.at(behind.column),
        'There is no name between two arrows.',
        'Name what is between them.',
      );
    } else {
      const hint = 'Name what is called: `api -> (orders)`.';
      this.#builder.fault(this.#around.line.at(before.column), 'Nothing stands behind this arrow.', hint);
    }
  }

  #isLabel({ text, column }: Part): boolean {
    if (!holdsArrow(` ${text} `)) return true;
    const hint = 'A label ends its line. Write the next arrow on a line of its own, or the label without an arrow.';
    this.#builder.fault(this.#around.line.at(column), 'There is an arrow in this label.', hint);
    return false;
  }

  #startOf({ text, column }: Part) {
    return this.#around.line.at(column + text.length - text.trimStart().length);
  }
}

function shownLabel(label: Part | undefined): string | undefined {
  return label === undefined ? undefined : (unquoted(label.text) ?? label.text);
}

function numbered(label: string | undefined, number: string | undefined): string | undefined {
  if (number === undefined) return label;
  return label === undefined ? number : `${number}) ${label}`;
}

function withDone(label: string | undefined, done: readonly (string | undefined)[]): string | undefined {
  const does = done.flatMap((each) => each ?? []).join(', ');
  if (does === '') return label;
  return label === undefined ? does : `${label} (${does})`;
}

function colonHint(part: Part, label: Part): string {
  const isList = label.text !== '' && /^[^:：]*[,，、]/.test(label.text);
  const group = `Write \`region ${part.text.trim()}: ${label.text}\` for a group.`;
  return isList && group.length < 80 ? group : `A label stands behind the last name: \`a -> b: label\`. ${NOTATION}`;
}
