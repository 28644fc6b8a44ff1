import type { Shape } from '../graph.ts';
import type { Mention } from '../graph-builder.ts';
import type { Part } from './statement.ts';

export type NameReading = Mention | { readonly column: number; readonly message: string; readonly hint: string };

const SHAPES: Readonly<Record<string, Shape>> = { '[': 'cache', '(': 'store' };
const BRACKETS = /^([[(])(.*)([\])])$/s;

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

/** The component that a name stands for: `api`, `[cache]`, `(store)`. Its brackets match. */
export function readName({ text, column }: Part, line: number): NameReading {
  const at = { line, column };
  const match = BRACKETS.exec(text);
  if (match === null) {
    if (!/[[(]/.test(text)) return { key: keyOf(text), label: text, at };
    const within = text.search(/[[(]/);
    const bare = text
      .replaceAll(/[[\]()]/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim();
    const hint = `Write \`${bare}\`, \`(${bare})\` for a store, or \`[${bare}]\` for a cache.`;
    return { column: column + within, message: 'Brackets stand around a whole name.', hint };
  }
  const [, open = '', inner = ''] = match;
  const nested = BRACKETS.exec(inner.trim());
  const label = (nested?.[2] ?? inner).trim();
  // `[(orders)]` is how Mermaid writes a store.
  const shape = SHAPES[nested?.[1] ?? open] ?? 'box';
  if (label === '' || /[[\]()]/.test(label)) {
    const message = label === '' ? 'These brackets hold no name.' : 'This name has brackets within its brackets.';
    return { column, message, hint: 'Write `[session cache]` or `(orders)`.' };
  }
  return { key: keyOf(label), label, shape, at };
}

/** Upper and lower case, and how many spaces there are, make no difference. */
function keyOf(label: string): string {
  return label.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ');
}
