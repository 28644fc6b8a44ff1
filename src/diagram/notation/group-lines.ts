import type { GraphBuilder } from '../graph-builder.ts';
import { ARROW_CHARACTERS } from './arrows.ts';
import { nameKey } from './names.ts';
import { indentOf, type PageLine } from './page-lines.ts';

const GROUP_WORDS =
  'availability zone|data cent(?:er|re)|region|zone|az|group|vpc|cell|cluster|datacenter|datacentre|dc|subnet|network|site|cloud|tier|domain|namespace|shard|pod|rack';
const GROUP = new RegExp(String.raw`^(${GROUP_WORDS})(?:\s(.*))?$`, 'i');
const BRACED = new RegExp(String.raw`^\s*(?:${GROUP_WORDS})\s[^{}:：]*(\{)`, 'i');
const ARROW_HEAD = new RegExp(`[<>${ARROW_CHARACTERS}]`);

/** Whether a line names a group and its members. */
export function isGroupLine(text: string): boolean {
  return BRACED.test(text) || (/[:：]/.test(text) && GROUP.test(text.slice(0, text.search(/[:：]/)).trim()));
}

/** A group that lines stand in. */
interface OpenGroup {
  readonly key: string;
  readonly label: string;
  readonly indent: number;
  /** It ends with a brace; others where a line stands no further in. */
  readonly isBraced: boolean;
}

/** The groups of a page: `region eu: api`, or the lines that stand further in below `region eu:`. */
export class GroupLines {
  readonly #builder: GraphBuilder;
  readonly #open: OpenGroup[] = [];

  constructor(builder: GraphBuilder) {
    this.#builder = builder;
  }

  /** The key of the group that a line stands in, once those before it are closed. */
  enter({ text }: PageLine): string | undefined {
    const indent = indentOf(text);
    for (let last = this.#open.at(-1); last !== undefined; last = this.#open.at(-1)) {
      if (last.isBraced || indent > last.indent) break;
      this.#open.pop();
    }
    return this.#open.at(-1)?.key;
  }

  /** Whether a line is the brace that ends a group. */
  closes({ text }: PageLine): boolean {
    if (text.trim() !== '}' || this.#open.at(-1)?.isBraced !== true) return false;
    this.#open.pop();
    return true;
  }

  /** The group that a line names at its start, and where its members begin. `next` is the line behind it that holds something. */
  read(line: PageLine, start: number, next: PageLine | undefined): 'none' | 'broken' | { key: string; end: number } {
    const { text } = line;
    const colon = text.search(/[:：]/);
    const head = text.slice(start, Math.max(start, colon)).trim();
    const match = GROUP.exec(head);
    if (match === null || ARROW_HEAD.test(head)) return 'none';
    const [, word = '', behind = ''] = match;
    const name = behind.trim();
    const rest = text.slice(colon + 1).trim();
    const isBraced = rest === '{';
    const isOpen = isBraced || (rest === '' && next !== undefined && indentOf(next.text) > indentOf(text));
    const at = line.at(start + text.slice(start).search(/\S/) + 1);
    if (name === '' || (rest === '' && !isOpen)) {
      const message = name === '' ? `This ${word} has no name.` : `${word} ${name} has no members.`;
      this.#builder.fault(at, message, `Write \`${word} ${name === '' ? 'one' : name}: api, orders\`.`);
      return 'broken';
    }
    const outer = this.#open.at(-1);
    const own = word.toLowerCase() === 'group' ? name : `${word} ${name}`;
    const label = outer === undefined ? own : `${outer.label} / ${own}`;
    const key = nameKey(label);
    this.#builder.group({ key, label, own, within: outer?.key, short: nameKey(name) }, at);
    if (isOpen) this.#open.push({ key, label, indent: indentOf(text), isBraced });
    return { key, end: isOpen ? text.length : colon + 1 };
  }
}

/** `region eu { api, db }` as `region eu: api, db`; other lines as they are. */
export function withoutBraces(text: string): string {
  const open = BRACED.exec(text)?.[0].length;
  if (open === undefined) return text;
  const rest = text.slice(open).trimEnd();
  const inner = rest.endsWith('}') ? `${rest.slice(0, -1)} ` : rest.trim() === '' ? '{' : undefined;
  return inner === undefined ? text : `${text.slice(0, open - 1)}:${inner}`;
}
