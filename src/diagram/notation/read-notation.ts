import type { DiagramReading } from '../graph.ts';
import { type At, GraphBuilder } from '../graph-builder.ts';
import type { SourceLine } from '../source-lines.ts';
import { Branches } from './branches.ts';
import { listParts, nameKey, readName } from './names.ts';
import { NotedNames } from './noted-names.ts';
import {
  cutStatement,
  edgeOf,
  endOfTitle,
  holdsArrow,
  type Link,
  type Part,
  type Statement,
  withCalls,
  withoutStop,
} from './statement.ts';

const GROUP_WORDS =
  'availability zone|data cent(?:er|re)|region|zone|az|group|vpc|cell|cluster|datacenter|datacentre|dc|subnet|network|site|cloud|tier|domain|namespace|shard|pod|rack';
const GROUP = new RegExp(String.raw`^(${GROUP_WORDS})(?:\s(.*))?$`, 'i');
const ARROW_HEAD = /[<>←-⇿⟵-⟿]/;
const COMMENT = /^\s*(?:#|\/\/)/;
/** Of a list: `- a -> b`, `1. a -> b`. */
const BULLET = /^\s*(?:[-*+•–]|\d{1,3}[.)])\s+(?=[\p{L}\p{N}[("'`“‘])/u;
const NOTATION = 'Write `api -> (orders)`, `api => queue`, or `region eu: api, orders`.';

/** Reads the arrow notation, line by line. */
export function readNotation(lines: readonly SourceLine[]): DiagramReading {
  const page: Page = { builder: new GraphBuilder('flow'), names: new NotedNames(), branches: new Branches() };
  for (const line of lines) {
    if (!page.builder.takesMore) break;
    page.branches.nextLine(line.text);
    if (line.text.trim() !== '' && !COMMENT.test(line.text)) readLine(line, page);
  }
  for (const { name, choices } of page.names.ambiguous()) {
    const message = `Several have the name ${name.label}: ${choices.join(', ')}.`;
    page.builder.fault(name.at, message, 'Say which one is meant.');
  }
  return page.builder.finish();
}

/** What has been read so far. */
interface Page {
  readonly builder: GraphBuilder;
  readonly names: NotedNames;
  readonly branches: Branches;
}

function readLine({ text, line }: SourceLine, page: Page): void {
  const { builder } = page;
  const bullet = BULLET.exec(text)?.[0].length ?? 0;
  const group = readGroup({ text, line }, bullet, builder);
  if (group === 'broken') return;
  for (let start = group?.end ?? bullet; start < text.length; ) {
    const cut = cutStatement(text, start);
    if ('broken' in cut) {
      builder.fault({ line, column: cut.broken.column }, cut.broken.message, cut.broken.hint);
      return;
    }
    const title = start === bullet ? endOfTitle(text, cut.statement) : undefined;
    const [first] = cut.statement.ends;
    if (title !== undefined && first !== undefined && first.text.trim() !== '') {
      const column = first.column + first.text.search(/\S/);
      builder.title(nameKey(first.text.trim()), first.text, { line, column });
      start = title;
      continue;
    }
    new StatementReader(line, page, group?.key).read(withCalls(withoutStop(cut.statement)));
    start = cut.rest;
  }
}

/** The group that a line names at its start, and where its members begin. */
function readGroup({ text, line }: SourceLine, start: number, builder: GraphBuilder) {
  const colon = text.search(/[:：]/);
  const head = text.slice(start, Math.max(start, colon)).trim();
  const match = GROUP.exec(head);
  if (match === null || ARROW_HEAD.test(head)) return undefined;
  const word = match[1] ?? '';
  const name = (match[2] ?? '').trim();
  const at = { line, column: start + text.slice(start).search(/\S/) + 1 };
  if (name === '' || text.slice(colon + 1).trim() === '') {
    const message = name === '' ? `This ${word} has no name.` : `${word} ${name} has no members.`;
    builder.fault(at, message, `Write \`${word} ${name === '' ? 'one' : name}: api, orders\`.`);
    return 'broken';
  }
  const label = word.toLowerCase() === 'group' ? name : `${word} ${name}`;
  const key = nameKey(label);
  builder.group(key, label, at);
  return { key, end: colon + 1 };
}

class StatementReader {
  readonly #line: number;
  readonly #page: Page;
  readonly #builder: GraphBuilder;
  readonly #group: string | undefined;

  constructor(line: number, page: Page, group: string | undefined) {
    this.#line = line;
    this.#page = page;
    this.#builder = page.builder;
    this.#group = group;
  }

  read({ ends, links, label }: Statement): void {
    const [first] = ends;
    if (links.length === 0 && (first === undefined || !this.#standsAlone(first, label))) return;
    const names = ends.map((end, index) => [...new Set(this.#names(end, links, index))]);
    if (label !== undefined && !this.#isLabel(label)) return;
    links.forEach((link, index) => {
      const isLast = index === links.length - 1;
      const text = (isLast ? label?.text : undefined) ?? link.label;
      const at = this.#at(link.column);
      this.#page.branches.add(link.column, names[index] ?? []);
      for (const left of names[index] ?? []) {
        for (const right of names[index + 1] ?? []) {
          if (!this.#builder.takesMore) return;
          this.#builder.edge({ ...edgeOf(link, left, right), ...(text === undefined ? {} : { label: text }) }, at);
        }
      }
    });
  }

  /** Members of a group, and names in brackets, need no arrow. */
  #standsAlone(part: Part, label: Part | undefined): boolean {
    if (part.text.trim() === '' && label === undefined) return false;
    const at = this.#at(part.column + part.text.length - part.text.trimStart().length);
    if (label !== undefined) {
      const isGroup = this.#group !== undefined;
      const hint = isGroup ? NOTATION : `A label stands behind the last name: \`a -> b: label\`. ${NOTATION}`;
      this.#builder.fault(at, 'There is no arrow before this colon.', hint);
      return false;
    }
    if (this.#group !== undefined || listParts(part).every(({ text }) => /^[[(]/.test(text))) return true;
    this.#builder.fault(at, 'This line has no arrow.', NOTATION);
    return false;
  }

  #names(part: Part, links: readonly Link[], index: number): readonly string[] {
    const parts = listParts(part);
    if (parts.length === 1 && part.text.trim() === '') {
      const branch = index === 0 && links[0] !== undefined ? this.#page.branches.at(links[0].column) : undefined;
      if (branch === undefined) this.#noName(links, index);
      return branch ?? [];
    }
    return parts.flatMap((each) => {
      if (!this.#builder.takesMore) return [];
      if (each.text === '') {
        this.#builder.fault(this.#at(each.column), 'A name is missing beside this comma.', 'Remove the comma.');
        return [];
      }
      const name = readName(each, this.#line);
      if ('message' in name) {
        this.#builder.fault(this.#at(name.column), name.message, name.hint);
        return [];
      }
      const told = this.#page.names.told(name);
      this.#builder.node(told);
      if (this.#group !== undefined) this.#builder.member(this.#group, told.key, told.at);
      return [told.key];
    });
  }

  #noName(links: readonly Link[], index: number): void {
    const [before, behind] = [links[index - 1], links[index]];
    if (before !== undefined && behind !== undefined) {
      this.#builder.fault(this.#at(behind.column), 'There is no name between two arrows.', 'Remove one of them.');
    } else if (behind !== undefined) {
      const hint = 'Name who calls: `client -> api`.';
      this.#builder.fault(this.#at(behind.column), 'Nothing stands before this arrow.', hint);
    } else if (before !== undefined) {
      const hint = 'Name what is called: `api -> (orders)`.';
      this.#builder.fault(this.#at(before.column), 'Nothing stands behind this arrow.', hint);
    }
  }

  #isLabel({ text, column }: Part): boolean {
    if (!holdsArrow(` ${text} `)) return true;
    const hint = 'A label ends its line. Write the next arrow on a line of its own, or the label without an arrow.';
    this.#builder.fault(this.#at(column), 'There is an arrow in this label.', hint);
    return false;
  }

  #at(column: number): At {
    return { line: this.#line, column };
  }
}
