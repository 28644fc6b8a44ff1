import type { Quantity, Scope } from '../quantity.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { NameBook } from './known-names.ts';
import { readClause } from './line.ts';
import type { Reading } from './reading.ts';
import { Results, unusedOf } from './unused.ts';
import type { Passage, Working } from './working.ts';

export interface WorksheetOptions {
  /** Values that the lines may use by name. */
  readonly scope?: Scope;
  /** The names of texts before; those of this text are added. */
  readonly names?: NameBook;
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
export function readWorksheet(text: string, options: WorksheetOptions = {}): Worksheet {
  const { scope = new Map<string, Quantity>(), names = new NameBook(), laterText = '' } = options;
  for (const [name, value] of scope) names.define(name, value, value);
  const workings: Working[] = [];
  const results = new Results();
  let last: Passage | undefined;
  let previous: { clause: Clause; last: Reading } | undefined;
  for (const clause of clausesOf(text)) {
    const before = previous?.clause.line === clause.line ? previous.last : undefined;
    const result = readClause(clause, names, before);
    if (result === undefined) continue;
    workings.push(...result.workings);
    previous = { clause, last: result.last };
    const final = result.workings.at(-1);
    results.use(result.uses);
    if (final === undefined || !result.isComputed) continue;
    const name = result.workings[0]?.name;
    last = final.stated ?? final.expression;
    results.add({ ...(name === undefined ? {} : { name }), result: last });
  }
  const unused = unusedOf(results.left, { text, laterText, last });
  return { workings, unused, scope: new Map<string, Quantity>(names.values) };
}
