import type { Quantity, Scope } from '../quantity.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { NameBook } from './known-names.ts';
import { type ClauseResult, readClause } from './line.ts';
import type { Reading } from './reading.ts';
import { type Result, Results, unusedOf } from './unused.ts';
import type { Passage, Working } from './working.ts';

/** Figures this close are the same in other units. */
const SAME = 0.01;

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
  let last: Result | undefined;
  let previous: { clause: Clause; last: Reading; result: Result | undefined } | undefined;
  for (const clause of clausesOf(text)) {
    if (previous?.clause.line !== clause.line || clause.isCompared) previous = undefined;
    const found = readClause(clause, names, previous?.last);
    if (found === undefined) continue;
    workings.push(...found.workings);
    results.use(found.uses);
    const before = found.goesOn ? previous?.result : undefined;
    if (before !== undefined) results.drop(before);
    const result = resultOf(found, before?.name);
    if (result !== undefined) results.add(result);
    last = result ?? last;
    previous = { clause, last: found.last, result };
  }
  const unused = unusedOf(results.left, { text, laterText, last: last?.result });
  return { workings, unused, scope: new Map<string, Quantity>(names.values) };
}

/** What a clause with a sum in it comes to, in all the units that it gives; `nameBefore` is that of the result it goes on from. */
function resultOf({ workings, isComputed }: ClauseResult, nameBefore: string | undefined): Result | undefined {
  const final = workings.at(-1);
  if (final === undefined || !isComputed) return undefined;
  const name = workings[0]?.name ?? nameBefore;
  const result = final.stated ?? final.expression;
  const figures = workings.flatMap(({ stated }) => stated ?? []).filter((each) => isSameValue(each, result));
  return { ...(name === undefined ? {} : { name }), result, figures: [...figures, result] };
}

function isSameValue(left: Passage, right: Passage): boolean {
  return Math.abs(left.quantity.value / right.quantity.value - 1) <= SAME;
}
