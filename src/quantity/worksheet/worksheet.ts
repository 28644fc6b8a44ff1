import type { Quantity, Scope } from '../quantity.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { NameBook } from './known-names.ts';
import { readClause } from './line.ts';
import type { Reading } from './reading.ts';
import { type Result, unusedOf } from './unused.ts';
import type { Passage, Working } from './working.ts';

export interface WorksheetOptions {
  /** Values that the lines may use by name. */
  readonly scope?: Scope;
  /** What was said afterwards; a result that is quoted there is used. */
  readonly laterText?: string;
}

/** A result that nothing was made of. */
interface Unused {
  readonly name?: string;
  readonly result: Passage;
}

/** What a candidate calculated in an answer. */
export interface Worksheet {
  /** In the order of the text. Prose, code and what cannot be told from them are left out. */
  readonly workings: readonly Working[];
  /** Results that no later line uses, quotes or draws a conclusion from. */
  readonly unused: readonly Unused[];
  /** The names defined, with their values. */
  readonly scope: Scope;
}

/** Finds the working in a text of many lines, free prose among them, and recomputes it. Never throws, and never finds fault with prose. */
export function readWorksheet(text: string, { scope = new Map(), laterText = '' }: WorksheetOptions = {}): Worksheet {
  const names = new NameBook();
  for (const [name, value] of scope) names.define(name, value, value);
  const workings: Working[] = [];
  const results: Result[] = [];
  let previous: { clause: Clause; last: Reading } | undefined;
  for (const clause of clausesOf(text)) {
    const before = previous?.clause.line === clause.line ? previous.last : undefined;
    const result = readClause(clause, names, before);
    if (result === undefined) continue;
    workings.push(...result.workings);
    previous = { clause, last: result.last };
    const final = result.workings.at(-1);
    for (const earlier of results) if (result.uses.includes(earlier.name ?? '')) earlier.isUsed = true;
    if (final === undefined || !result.isComputed) continue;
    const name = result.workings[0]?.name;
    results.push({ ...(name === undefined ? {} : { name }), result: final.stated ?? final.expression, isUsed: false });
  }
  return { workings, unused: unusedOf(results, text, laterText), scope: new Map<string, Quantity>(names.values) };
}
