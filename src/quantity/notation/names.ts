import { type Token, tokensOf } from './tokens.ts';

/** A name with its words and hyphens. */
export interface Name {
  readonly key: string;
  readonly parts: readonly Token[];
}

/** Names that an expression may use, by their first word. */
export type NameTable = ReadonlyMap<string, readonly Name[]>;

const MOST_WORDS = 8;

/** The form under which a name is known: case and the width of spaces do not matter, hyphens do. */
export function nameKey(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, ' ');
}

/** A table of `names`; what cannot be a name (it begins with a digit, has a sign other than a hyphen) is left out. */
export function nameTable(names: Iterable<string>): NameTable {
  const table = new Map<string, readonly Name[]>();
  for (const name of names) addName(table, name);
  return table;
}

/** Adds one name in place; false where it cannot be one. */
export function addName(table: Map<string, readonly Name[]>, name: string): boolean {
  const key = nameKey(name);
  const parts = tokensOf(key);
  const first = parts[0];
  if (first?.kind !== 'word' || parts.length > MOST_WORDS * 2) return false;
  if (!parts.every((part, index) => isPart(part, parts[index + 1]))) return false;
  const others = table.get(first.text) ?? [];
  if (others.some((other) => other.key === key)) return true;
  table.set(
    first.text,
    [...others, { key, parts }].sort((a, b) => b.parts.length - a.parts.length),
  );
  return true;
}

function isPart(part: Token, next: Token | undefined): boolean {
  if (part.kind !== 'symbol') return part.kind !== 'unknown';
  return part.text === '-' && !part.isApart && next !== undefined && !next.isApart;
}

/** The longest name that begins at `index`, with the index behind it. */
export function nameAt(
  table: NameTable,
  tokens: readonly Token[],
  index: number,
): { readonly key: string; readonly next: number } | undefined {
  const first = tokens[index];
  if (first?.kind !== 'word') return undefined;
  const name = table.get(first.text.toLowerCase())?.find(({ parts }) => isAt(parts, tokens, index));
  return name === undefined ? undefined : { key: name.key, next: index + name.parts.length };
}

function isAt(parts: readonly Token[], tokens: readonly Token[], index: number): boolean {
  return parts.every((part, offset) => {
    const other = tokens[index + offset];
    if (other === undefined || other.text.toLowerCase() !== part.text) return false;
    return offset === 0 || other.isApart === part.isApart;
  });
}

/** Every name of the table in its known form. */
export function namesOf(table: NameTable): string[] {
  return [...table.values()].flat().map(({ key }) => key);
}
