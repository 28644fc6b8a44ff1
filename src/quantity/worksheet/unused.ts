import { isCount, isSameDimension } from '../dimension.ts';
import { nameTable } from '../notation/names.ts';
import { tokensOf } from '../notation/tokens.ts';
import { digitsOf, type Mention, mentionsIn, type Place } from './mentions.ts';
import { hasSign } from './signs.ts';
import type { Passage } from './working.ts';

/** The result of a clause. */
export interface Result {
  readonly name?: string;
  readonly result: Passage;
  /** The same in other units: what the parts of "1.7 GB/s = 13.6 Gbps" say. */
  readonly figures: readonly Passage[];
}

/** The results of a text in its order, without those that expressions behind them use. */
export class Results {
  readonly #all = new Set<Result>();
  readonly #byName = new Map<string, Result[]>();

  add(result: Result): void {
    this.#all.add(result);
    if (result.name === undefined) return;
    const alike = this.#byName.get(result.name);
    if (alike === undefined) this.#byName.set(result.name, [result]);
    else alike.push(result);
  }

  use(names: readonly string[]): void {
    for (const name of names) {
      for (const result of this.#byName.get(name) ?? []) this.#all.delete(result);
      this.#byName.delete(name);
    }
  }

  /** A result from which the working went on. */
  drop(result: Result): void {
    this.#all.delete(result);
  }

  get left(): readonly Result[] {
    return [...this.#all];
  }
}

const SAME = 0.05;

/**
 * The results that nothing was made of. A name used or a value quoted later is a use, and so is a conclusion in the same
 * line; the last result of all is what the working was for, unless what was said later is known.
 */
export function unusedOf(
  results: readonly Result[],
  { text, laterText, last }: { text: string; laterText: string; last: Passage | undefined },
): Result[] {
  const lines = text.split('\n');
  const all = [...lines, ...laterText.split('\n')];
  const goal = laterText.trim() === '' ? last : undefined;
  const mentions = mentionsIn(all);
  if (mentions === undefined) return [];
  const named = lastNamed(results, all);
  return results
    .filter(({ result }) => result !== goal)
    .filter(
      ({ name, result, figures }) =>
        !isConcluded((lines[result.line - 1] ?? '').slice(result.end)) &&
        !isBehind(named.get(name ?? ''), result) &&
        !mentions.some((mention) => isBehind(mention, result) && isQuoted(figures, mention)),
    );
}

/** Where each name of a result stands for the last time. */
function lastNamed(results: readonly Result[], lines: readonly string[]): ReadonlyMap<string, Place> {
  const names = nameTable(results.flatMap(({ name }) => name ?? []));
  const places = new Map<string, Place>();
  if (names.size === 0) return places;
  for (const [index, line] of lines.entries()) {
    const tokens = tokensOf(line);
    for (const [at, { start }] of tokens.entries()) {
      names.visit(tokens, at, ({ key }) => places.set(key, { line: index + 1, start }));
    }
  }
  return places;
}

function isBehind(place: Place | undefined, { line, end }: Passage): boolean {
  return place !== undefined && (place.line > line || (place.line === line && place.start >= end));
}

function isQuoted(figures: readonly Passage[], { quantity, operand }: Mention): boolean {
  return figures.some((figure) => {
    if (operand !== undefined && isSame(operand, digitsOf(figure.text))) return true;
    const [left, right] = [quantity.dimension, figure.quantity.dimension];
    if (!isSameDimension(left, right) && !isCount(left) && !isCount(right)) return false;
    return isSame(quantity.value, figure.quantity.value);
  });
}

function isSame(left: number, right: number): boolean {
  return Math.abs(left - right) <= SAME * Math.abs(right);
}

/** Whether words follow that make something of the number, beyond a remark in brackets, or a further sum. */
function isConcluded(rest: string): boolean {
  return hasSign(rest) || /\p{L}{3,}/u.test(rest.replace(/\([^()]*\)/g, ''));
}
