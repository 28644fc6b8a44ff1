import { type Token, tokensOf } from './tokens.ts';

/** A name found among tokens, with the index behind it. */
export interface FoundName {
  readonly key: string;
  readonly next: number;
}

/** Names that an expression may use. */
export interface NameTable {
  readonly size: number;
  /** In their known form, in the order in which they came. */
  keys(): Iterable<string>;
  /** Shows each name that begins at `index`, the longest last. */
  visit(tokens: readonly Token[], index: number, show: (found: FoundName) => void): void;
}

const MOST_WORDS = 8;

/** The form under which a name is known: case and the width of spaces do not matter, hyphens do. */
export function nameKey(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, ' ');
}

/** A table of `names`; what cannot be a name (it begins with a digit, has a sign other than a hyphen) is left out. */
export function nameTable(names: Iterable<string>): NameTable {
  const table = new GrowingNames();
  for (const name of names) table.add(name);
  return table;
}

/** Whether a text can be a name at all. */
export function isName(text: string): boolean {
  return partsOf(nameKey(text)) !== undefined;
}

/** Where a name goes on after the words before. */
interface Branch {
  key?: string;
  readonly next: Map<string, Branch>;
}

/** A table that takes further names; adding and finding cost the same however many there are. */
export class GrowingNames implements NameTable {
  readonly #keys = new Set<string>();
  readonly #root: Branch = { next: new Map() };

  get size(): number {
    return this.#keys.size;
  }

  keys(): Iterable<string> {
    return this.#keys;
  }

  /** False where it cannot be a name. */
  add(name: string): boolean {
    const key = nameKey(name);
    if (this.#keys.has(key)) return true;
    const parts = partsOf(key);
    if (parts === undefined) return false;
    this.#keys.add(key);
    let branch = this.#root;
    for (const [index, part] of parts.entries()) {
      const step = stepOf(part, index);
      const next = branch.next.get(step) ?? { next: new Map() };
      branch.next.set(step, next);
      branch = next;
    }
    branch.key ??= key;
    return true;
  }

  visit(tokens: readonly Token[], index: number, show: (found: FoundName) => void): void {
    let branch: Branch | undefined = this.#root;
    for (let offset = 0; branch.next.size > 0; offset++) {
      const token = tokens[index + offset];
      branch = token === undefined ? undefined : branch.next.get(stepOf(token, offset));
      if (branch === undefined) return;
      if (branch.key !== undefined) show({ key: branch.key, next: index + offset + 1 });
    }
  }
}

/** A word with the space in front of it, which belongs to a name everywhere but at its beginning. */
function stepOf({ text, isApart }: Token, offset: number): string {
  const word = text.toLowerCase();
  return offset > 0 && isApart ? ` ${word}` : word;
}

/** The words and hyphens of a name; undefined where it cannot be one. */
function partsOf(key: string): readonly Token[] | undefined {
  const parts = tokensOf(key);
  if (parts[0]?.kind !== 'word' || parts.length > MOST_WORDS * 2) return undefined;
  return parts.every((part, index) => isPart(part, parts[index + 1])) ? parts : undefined;
}

function isPart(part: Token, next: Token | undefined): boolean {
  if (part.kind !== 'symbol') return part.kind !== 'unknown';
  return part.text === '-' && !part.isApart && next !== undefined && !next.isApart;
}

/** The longest name that begins at `index`. */
export function nameAt(table: NameTable, tokens: readonly Token[], index: number): FoundName | undefined {
  if (table.size === 0 || tokens[index]?.kind !== 'word') return undefined;
  let longest: FoundName | undefined;
  table.visit(tokens, index, (found) => {
    longest = found;
  });
  return longest;
}
