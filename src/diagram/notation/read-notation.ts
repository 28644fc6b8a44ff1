import type { DiagramReading } from '../graph.ts';
import { type At, GraphBuilder } from '../graph-builder.ts';
import type { SourceLine } from '../source-lines.ts';
import { listParts, readName } from './names.ts';
import { cutStatement, edgeOf, holdsArrow, type Link, type Part, type Statement } from './statement.ts';

const GROUP_WORDS =
  'availability zone|data cent(?:er|re)|region|zone|az|group|vpc|cell|cluster|datacenter|datacentre|dc|subnet|network|site|cloud|tier|domain|namespace|shard|pod|rack';
const GROUP = new RegExp(String.raw`^(${GROUP_WORDS})(?:\s(.*))?$`, 'i');
const ARROW_HEAD = /[<>←-⇿⟵-⟿]/;
const COMMENT = /^\s*(?:#|\/\/)/;
const NOTATION = 'Write `api -> (orders)`, `api => queue`, or `region eu: api, orders`.';

/** Reads the arrow notation, line by line. */
export function readNotation(lines: readonly SourceLine[]): DiagramReading {
  const builder = new GraphBuilder('flow');
  for (const line of lines) {
    if (!builder.takesMore) break;
    if (line.text.trim() === '' || COMMENT.test(line.text)) continue;
    readLine(line, builder);
  }
  return builder.finish();
}

function readLine({ text, line }: SourceLine, builder: GraphBuilder): void {
  const group = readGroup({ text, line }, builder);
  if (group === 'broken') return;
  for (let start = group?.end ?? 0; start < text.length; ) {
    const cut = cutStatement(text, start);
    if ('broken' in cut) {
      builder.fault({ line, column: cut.broken.column }, cut.broken.message, cut.broken.hint);
      return;
    }
    new StatementReader(line, builder, group?.key).read(cut.statement);
    start = cut.rest;
  }
}

/** The group that a line names at its start, and where its members begin. */
function readGroup({ text, line }: SourceLine, builder: GraphBuilder) {
  const colon = text.search(/[:：]/);
  const head = text.slice(0, Math.max(0, colon)).trim();
  const match = GROUP.exec(head);
  if (match === null || ARROW_HEAD.test(head)) return undefined;
  const word = match[1] ?? '';
  const name = (match[2] ?? '').trim();
  const at = { line, column: text.search(/\S/) + 1 };
  if (name === '' || text.slice(colon + 1).trim() === '') {
    const message = name === '' ? `This ${word} has no name.` : `${word} ${name} has no members.`;
    builder.fault(at, message, `Write \`${word} ${name === '' ? 'one' : name}: api, orders\`.`);
    return 'broken';
  }
  const label = word.toLowerCase() === 'group' ? name : `${word} ${name}`;
  const key = label.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ');
  builder.group(key, label, at);
  return { key, end: colon + 1 };
}

class StatementReader {
  readonly #line: number;
  readonly #builder: GraphBuilder;
  readonly #group: string | undefined;

  constructor(line: number, builder: GraphBuilder, group: string | undefined) {
    this.#line = line;
    this.#builder = builder;
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

  #names(part: Part, links: readonly Link[], index: number): string[] {
    const parts = listParts(part);
    if (parts.length === 1 && part.text.trim() === '') {
      this.#noName(links, index);
      return [];
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
      this.#builder.node(name);
      if (this.#group !== undefined) this.#builder.member(this.#group, name.key, name.at);
      return [name.key];
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
