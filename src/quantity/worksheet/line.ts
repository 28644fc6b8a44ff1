import { isCount } from '../dimension.ts';
import type { Quantity } from '../quantity.ts';
import type { Clause } from './clauses.ts';
import { isByHand } from './compare.ts';
import type { NameBook } from './known-names.ts';
import type { Reading } from './reading.ts';
import { isContinued, readGiven, readSegments, type Segments } from './segment-readings.ts';
import { type Chain, chainOf } from './segments.ts';
import { type Check, checkPair, unstated, type Working, workingOf } from './working.ts';

/** What a clause of working says. */
export interface ClauseResult {
  readonly workings: readonly Working[];
  /** The value it ends with, to go on from. */
  readonly last: Reading;
  /** Names that its expressions use. */
  readonly uses: readonly string[];
  readonly isComputed: boolean;
  /** Whether it goes on from the value before it. */
  readonly goesOn: boolean;
}

/** Reads one clause; `previous` is the value of the clause before it in the line. Undefined where it is no working. */
export function readClause(clause: Clause, names: NameBook, previous: Reading | undefined): ClauseResult | undefined {
  const chain = chainOf(clause);
  if (chain === undefined) return undefined;
  if (chain.isGiven) return given(chain, clause, names);
  const { readings, isInProse } = readSegments(chain, { clause, names, previous });
  const checks = readings.flatMap((right, index): PlacedCheck[] => {
    const left = readings[index - 1];
    const sign = chain.segments[index]?.sign;
    if (left === undefined || right === undefined || sign === undefined || isContinued(chain.segments[index]))
      return [];
    const check = checkPair({ left, right, sign, isInProse: isInProse || !clause.isFirst, isBehind: index > 1 });
    return check === undefined ? [] : [{ ...check, isPlain: isPlain(chain, { readings, index, isInProse }) }];
  });
  const first = readings[0];
  const last = readings.findLast((each) => each !== undefined);
  if (last === undefined || (checks.length === 0 && isRowOfNumbers(chain, readings))) return undefined;
  const workings = checks.map((check, index) =>
    workingOf(check, { line: clause.line, name: index === 0 ? chain.name : undefined, isPlain: check.isPlain }),
  );
  if (chain.name !== undefined && first !== undefined) {
    if (workings.length === 0 && isWorthTelling(first)) workings.push(unstated(first, clause.line, chain.name));
    define(names, chain.name, lastSum(readings, checks) ?? { first, check: checks[0] });
  }
  const known = readings.filter((each) => each !== undefined);
  return {
    workings,
    last,
    uses: known.flatMap((each) => each.names),
    isComputed: known.some((each) => each.isComputed),
    goesOn: previous !== undefined && isContinued(chain.segments[0]),
  };
}

/** What the columns of numbers mean nobody can tell without their heads, unless the one is the other. */
function isRowOfNumbers({ segments }: Chain, readings: Segments['readings']): boolean {
  const isRow = segments.filter(({ sign }) => sign === 'cell').length > 1;
  return isRow && !readings.some((each) => each?.isComputed);
}

/** "DAU: 100M" defines a name that no equation has; only what is calculated, with a unit, is working. */
function given(chain: Chain, { line }: Clause, names: NameBook): ClauseResult | undefined {
  const found = readGiven(chain, names);
  if (found === undefined || chain.name === undefined) return undefined;
  const { isComputed } = found;
  if (isComputed || names.values.get(chain.name) === undefined)
    names.define(chain.name, found.quantity, found.timeless);
  const workings = isComputed && !isCount(found.quantity.dimension) ? [unstated(found, line, chain.name)] : [];
  return { workings, last: found, uses: found.names, isComputed, goesOn: false };
}

interface PlacedCheck extends Check {
  readonly isPlain: boolean;
}

/** Whether there are signs of equality alone, an expression, then a result, and a name or a unit says of what. */
function isPlain(
  { segments, isEquation }: Chain,
  { readings, index, isInProse }: Segments & { index: number },
): boolean {
  const [left, right] = [readings[index - 1], readings[index]];
  if (left === undefined || right === undefined || right.isComputed || (isInProse && index === 1)) return false;
  if (
    segments.some(({ sign }) => sign === 'arrow' || sign === 'cell') ||
    !readings.slice(0, index).some((each) => each?.isComputed)
  )
    return false;
  return isEquation || index > 1 || [left, right].some(({ quantity }) => !isCount(quantity.dimension));
}

/** Whether an expression without a result has a unit or an operator, and so is more than the setting of a number. */
function isWorthTelling({ isComputed, quantity }: Reading): boolean {
  return isComputed || !isCount(quantity.dimension);
}

/** "pushes = 60% of N = 300M/day x 2 devices = 600M/day" gives the name to the sum that goes on from the first result. */
function lastSum(readings: Segments['readings'], checks: readonly Check[]): Named | undefined {
  const first = readings.findLast((each, index) => index > 0 && each?.isComputed === true);
  const check = checks.find(({ expression }) => expression === first);
  return first === undefined || check === undefined || checks.length < 2 ? undefined : { first, check };
}

interface Named {
  readonly first: Reading;
  readonly check: Check | undefined;
}

/** What a name stands for from here on: the calculated value; the stated one where that has a unit more, or is wrong. */
function define(names: NameBook, name: string, { first, check }: Named): void {
  const stated = check?.stated;
  if (check !== undefined && isByHand(check)) {
    names.define(name, check.result, first.timeless);
    return;
  }
  const isWider = stated !== undefined && widthOf(stated.quantity) > widthOf(first.quantity);
  const { quantity, timeless } = stated !== undefined && (check?.verdict === 'wrong' || isWider) ? stated : first;
  names.define(name, quantity, timeless);
}

function widthOf({ dimension }: Quantity): number {
  return Math.abs(dimension.bytes) + Math.abs(dimension.seconds) + Math.abs(dimension.dollars);
}
