import type { Shape } from '../graph.ts';
import type { Mention } from '../graph-builder.ts';
import { endOfQuoted, unquoted } from './quotes.ts';
import type { Part } from './statement.ts';

/** A component, and what its note says that an arrow at it does: `redis (GET)`. */
type NamedMention = Mention & { readonly does?: string };
export type NameReading = NamedMention | { readonly column: number; readonly message: string; readonly hint: string };

/** A name in its line; only where it has an arrow, a note may be what that does. */
interface Place {
  readonly at: Mention['at'];
  readonly hasArrow: boolean;
}

/** `[(orders)]` and `{{session}}` are how Mermaid writes a store and a cache; its other brackets say nothing of what is in them. */
const BRACKETS: readonly (readonly [string, string, Shape | undefined])[] = [
  ['[(', ')]', 'store'],
  ['{{', '}}', 'cache'],
  ['((', '))', undefined],
  ['[[', ']]', undefined],
  ['([', '])', undefined],
  ['[', ']', 'cache'],
  ['(', ')', 'store'],
];
/** Such as the branch of a tree. */
const BOX_DRAWING = /^[\u2500-\u257f\s]+$/;
const QUOTES = /^(["'`“‘])(.+)["'`”’]$/s;
/** `**api**`, `*api*` and `_api_` of Markdown; but `__init__` is a name. */
const EMPHASIS = /^(?:(\*{1,2})(?=[^\s*])(.+[^\s*])\1|_(?=[^\s_])(.*[^\s_])_)$/s;
/** What is done with a component and is no part of it. */
const COMMAND =
  'get|set|put|post|patch|delete|del|incr|decr|select|insert|update|upsert|merge|scan|eval|expire|setnx|mget|mset|[hzslx](?:get|set|add|range|rem|incrby|push|pop|read|len)|publish|subscribe|produce|consume|enqueue|dequeue|poll';
const DOES = new RegExp(String.raw`^(?:${COMMAND})(?:e?s)?(?:(?:\s*[/,+&]\s*|\s+and\s+)(?:${COMMAND})(?:e?s)?)*$`, 'i');

/** The parts of a list at its commas; braces may stand around it, and what is within other brackets belongs to a name. */
export function listParts(part: Part): Part[] {
  const { text, column } = part;
  const braces = /^\s*\{([^{}]*[,，、][^{}]*)\}\s*$/.exec(text)?.[1];
  return braces === undefined
    ? cutAtCommas(part)
    : cutAtCommas({ text: braces, column: column + text.indexOf('{') + 1 });
}

function cutAtCommas({ text, column }: Part): Part[] {
  const parts: Part[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index <= text.length; index++) {
    const quoted = endOfQuoted(text, index, start);
    if (quoted !== undefined) index = quoted;
    const character = text[index];
    if (character !== undefined && '[({'.includes(character)) depth++;
    if (character !== undefined && '])}'.includes(character)) depth--;
    if (index < text.length && !(depth === 0 && character !== undefined && ',，、'.includes(character))) continue;
    const part = text.slice(start, index);
    parts.push({ text: part.trim(), column: column + start + part.length - part.trimStart().length });
    start = index + 1;
  }
  return parts;
}

/** The component that a name stands for: `api`, `api (Go)`, `[cache]`, `(store)`. Its brackets match. */
export function readName(
  { text: written, column }: Part,
  { line, hasArrow }: { line: number; hasArrow: boolean },
): NameReading {
  const text = withoutEmphasis(written);
  const place = { at: { line, column }, hasArrow };
  const quoted = unquoted(text);
  if (quoted !== undefined) return mentionOf({ name: quoted, note: undefined }, place);
  const quote = strayQuoteAt(text);
  if (quote !== -1) {
    const hint = 'Quotation marks stand around a whole name.';
    return { column: column + quote, message: 'This quotation mark has no partner in its name.', hint };
  }
  const bar = text.indexOf('|');
  if (bar !== -1) {
    const hint = 'Write `a, b` for several names, and `a -> b: HTTPS` for a label.';
    return { column: column + bar, message: 'This `|` stands in a name.', hint };
  }
  if (BOX_DRAWING.test(text)) return { column, message: 'This is no name.', hint: 'Write who calls: `api -> cache`.' };
  const outer = cutNote(text);
  const bracket = BRACKETS.find(([open, close]) => isWithin(outer.name, open, close));
  if (bracket === undefined) {
    const at = outer.name.search(/[[\]()]/);
    return at === -1 ? mentionOf(outer, place) : partlyBracketed(outer.name, column + at);
  }
  const [open, close, shape] = bracket;
  const inner = cutNote(outer.name.slice(open.length, -close.length).trim());
  const fault = faultWithin(inner, outer, open);
  if (fault !== undefined) return { column, ...fault };
  const mention = mentionOf({ name: withoutEmphasis(inner.name), note: outer.note ?? inner.note }, place);
  return shape === undefined ? mention : { ...mention, shape };
}

function isWithin(name: string, open: string, close: string): boolean {
  return name.length >= open.length + close.length && name.startsWith(open) && name.endsWith(close);
}

function faultWithin(inner: NotedName, outer: NotedName, open: string) {
  const hint = 'Write `[session cache]` or `(orders)`.';
  if (inner.name === '') return { message: 'These brackets hold no name.', hint };
  if (unquoted(inner.name) !== undefined) return undefined;
  if (/[[\]()]/.test(inner.name) || (inner.note !== undefined && outer.note !== undefined)) {
    return { message: 'This name has brackets within its brackets.', hint };
  }
  // `(posts, users)` is one store with both.
  if (open === '[' && /[,，、]/.test(inner.name)) {
    return {
      message: 'These brackets hold several names.',
      hint: 'Write `[sessions], [timelines]`, or `{api, db}` for a list.',
    };
  }
  return undefined;
}

function withoutEmphasis(text: string): string {
  const match = EMPHASIS.exec(text);
  return match?.[2] ?? match?.[3] ?? text;
}

/** Where a quotation mark opens or closes a name that goes on beyond it; -1 where none does. `12" disk` has inches. */
function strayQuoteAt(text: string): number {
  const marks = [...text.matchAll(/(?<!\d)"|[“”]/g)];
  return marks.length === 1 ? (marks[0]?.index ?? -1) : -1;
}

interface NotedName {
  readonly name: string;
  readonly note: string | undefined;
}

/** `limiter (Go)`: what stands in round brackets behind a name and a space. */
function cutNote(text: string): NotedName {
  const open = noteAt(text);
  const note = text.slice(open + 1, -1).trim();
  if (open < 1 || note === '' || !/\s/.test(text[open - 1] ?? '')) return { name: text, note: undefined };
  return { name: text.slice(0, open).trim(), note };
}

/** Where the bracket opens that the text ends with; -1 where it ends with none. */
function noteAt(text: string): number {
  if (!text.endsWith(')')) return -1;
  let depth = 0;
  for (let index = text.length - 1; index >= 0; index--) {
    if (text[index] === ')') depth++;
    if (text[index] === '(' && --depth === 0) return index;
  }
  return -1;
}

function mentionOf({ name, note }: NotedName, { at, hasArrow }: Place): NamedMention {
  const label = QUOTES.exec(name)?.[2]?.trim() || name;
  const does = hasArrow && note !== undefined && DOES.test(note) ? note : undefined;
  if (does !== undefined) return { key: nameKey(label), label, note: undefined, at, does };
  return { key: nameKey(label), label, note, at };
}

function partlyBracketed(name: string, column: number): NameReading {
  const noted = /^([^\s[\]()]+)(\([^[\]()]+\))$/.exec(name) ?? /^([^[\]()]+?)\s*\[([^[\]()]+)\]$/.exec(name);
  const bare = name
    .replaceAll(/[[\]()]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const [, before = '', behind = ''] = noted ?? [];
  const note = behind.startsWith('(') ? behind : `(${behind.trim()})`;
  const hint =
    noted === null
      ? `Write \`${bare}\`, \`(${bare})\` for a store, or \`[${bare}]\` for a cache.`
      : `Write \`${before} ${note}\` with a space for a note, or \`(${before})\` for a store.`;
  return { column, message: 'Brackets stand around a whole name.', hint };
}

/** Upper and lower case make no difference, nor whether spaces, hyphens or underscores stand between words. */
export function nameKey(label: string): string {
  return label
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/\s+|(?<=[\p{L}\p{N}])[-_](?=[\p{L}\p{N}])/gu, ' ');
}
