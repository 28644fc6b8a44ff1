import type { Shape } from '../graph.ts';
import type { Mention } from '../graph-builder.ts';
import type { Part } from './statement.ts';

export type NameReading = Mention | { readonly column: number; readonly message: string; readonly hint: string };

const SHAPES: Readonly<Record<string, Shape>> = { '[': 'cache', '(': 'store' };
const BRACKETS = /^([[(])(.*)([\])])$/s;
const QUOTES = /^(["'`“‘])(.+)["'`”’]$/s;

/** The parts of a list at its commas; those within brackets belong to a name. */
export function listParts({ text, column }: Part): Part[] {
  const parts: Part[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index <= text.length; index++) {
    const character = text[index];
    if (character === '[' || character === '(') depth++;
    if (character === ']' || character === ')') depth--;
    if (index < text.length && !(depth === 0 && character !== undefined && ',，、'.includes(character))) continue;
    const part = text.slice(start, index);
    parts.push({ text: part.trim(), column: column + start + part.length - part.trimStart().length });
    start = index + 1;
  }
  return parts;
}

/** The component that a name stands for: `api`, `api (Go)`, `[cache]`, `(store)`. Its brackets match. */
export function readName({ text, column }: Part, line: number): NameReading {
  const quote = strayQuoteAt(text);
  if (quote !== -1) {
    const hint = 'Commas, colons and arrows end a name, in quotes too. Write it without them.';
    return { column: column + quote, message: 'This quotation mark has no partner in its name.', hint };
  }
  const outer = cutNote(text);
  const open = BRACKETS.exec(outer.name)?.[1];
  if (open === undefined) {
    const at = outer.name.search(/[[\]()]/);
    return at === -1 ? mentionOf(outer, { line, column }) : partlyBracketed(outer.name, column + at);
  }
  const inner = cutNote(outer.name.slice(1, -1).trim());
  const nested = BRACKETS.exec(inner.name);
  const name = (nested?.[2] ?? inner.name).trim();
  if (name === '' || /[[\]()]/.test(name) || (inner.note !== undefined && outer.note !== undefined)) {
    const message = name === '' ? 'These brackets hold no name.' : 'This name has brackets within its brackets.';
    return { column, message, hint: 'Write `[session cache]` or `(orders)`.' };
  }
  // `[(orders)]` is how Mermaid writes a store.
  const shape = SHAPES[nested?.[1] ?? open] ?? 'box';
  return { ...mentionOf({ name, note: outer.note ?? inner.note }, { line, column }), shape };
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

function mentionOf({ name, note }: NotedName, at: Mention['at']): Mention {
  const label = QUOTES.exec(name)?.[2]?.trim() || name;
  return { key: nameKey(label), label, note, at };
}

function partlyBracketed(name: string, column: number): NameReading {
  const bare = name
    .replaceAll(/[[\]()]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const hint = `Write \`${bare}\`, \`(${bare})\` for a store, or \`[${bare}]\` for a cache.`;
  return { column, message: 'Brackets stand around a whole name.', hint };
}

/** Upper and lower case, and how many spaces there are, make no difference. */
export function nameKey(label: string): string {
  return label.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ');
}
