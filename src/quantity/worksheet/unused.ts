import { isCount, isSameDimension } from '../dimension.ts';
import { evaluate } from '../notation/evaluate.ts';
import { nameTable } from '../notation/names.ts';
import { parseLeading } from '../notation/parse.ts';
import { tokensOf } from '../notation/tokens.ts';
import type { Quantity } from '../quantity.ts';
import type { Passage } from './working.ts';

/** The result of a clause. */
interface Result {
  readonly name?: string;
  readonly result: Passage;
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

  get left(): readonly Result[] {
    return [...this.#all];
  }
}

interface Place {
  /** From 1; lines of what was said later go on counting. */
  readonly line: number;
  readonly start: number;
}

interface Mention extends Place {
  readonly quantity: Quantity;
}

const NUMBER = /(?<![\p{L}\p{N}_.,])\$?(?:\d|\.\d)/gu;
/** A number with its unit is shorter. */
const LOOK_AHEAD = 60;
const MOST_MENTIONS = 2_000;
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
  const named = lastNamed(results, all);
  return results
    .filter(({ result }) => result !== goal)
    .filter(
      ({ name, result }) =>
        !isConcluded((lines[result.line - 1] ?? '').slice(result.end)) &&
        !isBehind(named.get(name ?? ''), result) &&
        !mentions.some((mention) => isBehind(mention, result) && isQuoted(result, mention)),
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

/** Every number of the lines with its unit. */
function mentionsIn(lines: readonly string[]): Mention[] {
  const mentions: Mention[] = [];
  for (const [index, line] of lines.entries()) {
    for (const { index: start } of line.matchAll(NUMBER)) {
      if (mentions.length >= MOST_MENTIONS) return mentions;
      const parsed = parseLeading(line.slice(start, start + LOOK_AHEAD));
      const value = parsed.ok ? evaluate(parsed.value.expression) : undefined;
      if (value?.ok === true) mentions.push({ line: index + 1, start, quantity: value.value.quantity });
    }
  }
  return mentions;
}

function isQuoted(result: Passage, { quantity }: Mention): boolean {
  const [left, right] = [quantity.dimension, result.quantity.dimension];
  if (!isSameDimension(left, right) && !isCount(left) && !isCount(right)) return false;
  return Math.abs(quantity.value - result.quantity.value) <= SAME * Math.abs(result.quantity.value);
}

/** Whether words follow that make something of the number, beyond a remark in brackets. */
function isConcluded(rest: string): boolean {
  return /\p{L}{3,}/u.test(rest.replace(/\([^()]*\)/g, ''));
}
