import type { GraphBuilder } from '../graph-builder.ts';
import { ARROW_CHARACTERS, SOME_ARROW } from './arrows.ts';
import { bulletOf } from './bullets.ts';
import { nameKey } from './names.ts';
import { indentOf, type PageLine } from './page-lines.ts';

const GROUP_WORDS =
  'availability zone|data cent(?:er|re)|region|zone|az|group|vpc|cell|cluster|datacenter|datacentre|dc|subnet|network|site|cloud|tier|domain|namespace|shard|pod|rack';
const GROUP = new RegExp(String.raw`^(${GROUP_WORDS})(?:\s(.*))?$`, 'i');
/** `public subnet`: a group among groups, or where names alone stand behind it; elsewhere such a line is a title. */
const GROUP_BEHIND = new RegExp(String.raw`^\S[^,，、]{0,60}\s(?:${GROUP_WORDS})$`, 'i');
const BRACED = new RegExp(String.raw`^\s*(?:${GROUP_WORDS})\s[^{}:：]*(\{)`, 'i');
const ARROW_HEAD = new RegExp(`[<>${ARROW_CHARACTERS}]`);

/** Whether a line names a group and its members. */
export function isGroupLine(text: string): boolean {
  return BRACED.test(text) || (/[:：]/.test(text) && GROUP.test(text.slice(0, text.search(/[:：]/)).trim()));
}

/** The lines that a group goes over. */
export interface Span {
  readonly indent: number;
  /** It ends with a brace; others where a line stands no further in. */
  readonly isBraced: boolean;
  /** Its members are a list right below it. */
  readonly isListed: boolean;
}

/** The lines below that a line opens a group for; `next` is the one behind it that holds something. */
export function spanBelow(text: string, next: string | undefined, isNested: boolean): Span | undefined {
  const own = text.slice(bulletOf(text).length);
  const isGroup = isGroupLine(own) || (isNested && GROUP_BEHIND.test(own.replace(/\s*[:：]\s*$/, '')));
  return isGroup && /[:：{]\s*$/.test(own) ? openSpan(text, next) : undefined;
}

function openSpan(text: string, next = ''): Span | undefined {
  const indent = indentOf(text);
  const isBraced = text.trimEnd().endsWith('{');
  const isListed = indentOf(next) === indent && bulletOf(text).length === 0 && bulletOf(next).length > 0;
  return isBraced || isListed || indentOf(next) > indent ? { indent, isBraced, isListed } : undefined;
}

/** Whether a line that holds something is one of those that a group goes over. */
export function isInSpan(text: string, { indent, isBraced, isListed }: Span): boolean {
  const own = indentOf(text);
  return isBraced || own > indent || (isListed && own === indent && bulletOf(text).length > 0);
}

/** A group that lines stand in. */
interface OpenGroup extends Span {
  readonly key: string;
  readonly label: string;
}

/** The groups of a page: `region eu: api`, or the lines that stand further in below `region eu:`. */
export class GroupLines {
  readonly #builder: GraphBuilder;
  readonly #open: OpenGroup[] = [];
  #hasOpened = false;

  constructor(builder: GraphBuilder) {
    this.#builder = builder;
  }

  /** The key of the group that a line stands in, once those before it are closed. */
  enter({ text }: PageLine): string | undefined {
    for (let last = this.#open.at(-1); last !== undefined && !isInSpan(text, last); last = this.#open.at(-1)) {
      this.#open.pop();
    }
    return this.#open.at(-1)?.key;
  }

  /** Whether a line is the brace, or the word `end`, that ends a group. */
  closes(line: PageLine): boolean {
    const mark = line.text.trim();
    if (mark === '}') return this.#open.splice(this.#innermostBraced()).length > 0;
    const last = this.#open.at(-1);
    if (!/^end$/i.test(mark) || !this.#hasOpened || last?.isBraced === true) return false;
    this.enter(line);
    // Where it stands no further in than its group, that is closed already.
    if (this.#open.at(-1) === last) this.#open.pop();
    return true;
  }

  #innermostBraced(): number {
    const place = this.#open.findLastIndex(({ isBraced }) => isBraced);
    return place === -1 ? this.#open.length : place;
  }

  /** The group that a line names at its start, and where its members begin. `next` is the line behind it that holds something. */
  read(line: PageLine, start: number, next: PageLine | undefined): 'none' | 'broken' | { key: string; end: number } {
    const { text } = line;
    const colon = text.search(/[:：]/);
    const head = text.slice(start, Math.max(start, colon)).trim();
    if (ARROW_HEAD.test(head)) return 'none';
    const rest = text.slice(colon + 1).trim();
    const isAmong = this.#open.length > 0 || (rest !== '' && !SOME_ARROW.test(rest));
    const match = GROUP.exec(head) ?? (isAmong && GROUP_BEHIND.test(head) ? [head, 'group', head] : null);
    if (match === null) return 'none';
    const [, word = '', behind = ''] = match;
    const span = rest === '' || rest === '{' ? openSpan(text, next?.text) : undefined;
    const isOpen = span !== undefined;
    const isGroup = word.toLowerCase() === 'group';
    // `vpc:` with lines below is the only one of its kind.
    const name = behind.trim() || (isOpen && !isGroup ? word : '');
    const at = line.at(start + text.slice(start).search(/\S/) + 1);
    if (name === '' || (rest === '' && !isOpen)) {
      const message = name === '' ? `This ${word} has no name.` : `${word} ${name} has no members.`;
      this.#builder.fault(at, message, `Write \`${word} ${name === '' ? 'one' : name}: api, orders\`.`);
      return 'broken';
    }
    const outer = this.#open.at(-1);
    const own = isGroup || behind.trim() === '' ? name : `${word} ${name}`;
    const label = outer === undefined ? own : `${outer.label} / ${own}`;
    const key = nameKey(label);
    this.#builder.group({ key, label, own, within: outer?.key, short: nameKey(name) }, at);
    if (isOpen) {
      this.#open.push({ ...span, key, label });
      this.#hasOpened = true;
    }
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
