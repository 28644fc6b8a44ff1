import { dimensionWords, isCount, isSameDimension } from '../dimension.ts';
import { DAY, HOUR, MINUTE, MONTH, YEAR } from '../units/units.ts';
import type { Reading } from './reading.ts';

/** What a wrong result is wrong by. */
export type Slip = 'power-of-ten' | 'bits-for-bytes' | 'time' | 'dimension' | 'arithmetic';

export interface Comparison {
  /** None where the two cannot be held against each other; a note says why. */
  readonly verdict?: 'agrees' | 'rounded' | 'wrong';
  readonly slip?: Slip;
  /** Stated value over the expression's, where it is wrong. */
  readonly ratio?: number;
  readonly note?: string;
}

/** Within this share a result agrees; the rounding of its own digits may go further. */
const AGREES = 0.05;
/** Within this share it is a fair rounding for an estimate. */
const ROUNDED = 0.25;
/** Numbers by which people turn units of time into each other, 100,000 being a rounded day. */
const NUMBERS_OF_TIME = new Set([
  7,
  12,
  24,
  28,
  30,
  31,
  52,
  60,
  90,
  180,
  1_000,
  1_440,
  3_600,
  86_400,
  100_000,
  MONTH,
  YEAR,
]);
const BINARY_UNITS = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'];
const TIME_FACTORS = [MINUTE, HOUR, DAY, 24, 24 * 60, 30, 365, MONTH, YEAR];

const BY_HAND = 'the units of time were worked off by hand';

/** Holds the stated result against the expression. Units of time that were left out or worked off by hand are forgiven. */
export function compare(expression: Reading, stated: Reading): Comparison {
  const given = stated.quantity.dimension;
  const found = expression.quantity.dimension;
  if (isSameDimension(found, given)) return compareSame(expression, stated);
  if (found.bytes === given.bytes && found.dollars === given.dollars) return compareTimes(expression, stated);
  if (given.dollars !== 0 && found.bytes !== 0)
    return { note: 'the price of a unit is left out, so it cannot be checked' };
  if (!stated.hasSize) return compareUnitless(expression, stated);
  if (!expression.hasSize) return compareBareNumbers(expression, stated);
  return { verdict: 'wrong', slip: 'dimension' };
}

function compareSame(expression: Reading, stated: Reading): Comparison {
  const near = closeness(expression.quantity.value, stated.quantity.value, stated);
  if (near !== undefined) return { verdict: near, ...binaryNote(expression, stated) };
  const byHand = closeness(expression.timeless.value, stated.timeless.value, stated);
  if (byHand !== undefined && expression.bare.some(isOfTime)) {
    return { verdict: byHand, note: BY_HAND };
  }
  return wrong(expression.quantity.value, stated);
}

/** A note where the digits are those of binary units: 66.4 TB for 73 TB. */
function binaryNote(expression: Reading, stated: Reading): { note?: string } {
  if (expression.quantity.dimension.bytes !== 1) return {};
  const ratio = expression.quantity.value / stated.quantity.value;
  const step = BINARY_UNITS.findIndex((_, index) => index > 1 && Math.abs(ratio / 1.024 ** index - 1) < 0.002);
  return step === -1 ? {} : { note: `the digits are those of ${BINARY_UNITS[step]}` };
}

/** Whether a plain number counts seconds, minutes or days of something. */
export function isOfTime(value: number): boolean {
  return NUMBERS_OF_TIME.has(value) || (value % 365 === 0 && value <= 20 * 365);
}

/** The two differ by a unit of time alone. */
function compareTimes(expression: Reading, stated: Reading): Comparison {
  const near = closeness(expression.timeless.value, stated.timeless.value, stated);
  const nearInSeconds = closeness(expression.quantity.value, stated.quantity.value, stated);
  const given = stated.quantity.dimension.seconds;
  const found = expression.quantity.dimension.seconds;
  // "100M/day / 86,400 s = 1.16K/s" works a unit of time off by hand and names it.
  if (found === -2 && given === -1 && near !== undefined) return { verdict: near, note: BY_HAND };
  const daily =
    found === given + 1 ? closeness(expression.quantity.value / DAY, stated.quantity.value, stated) : undefined;
  if (daily !== undefined && near === undefined)
    return { verdict: daily, note: 'the expression is taken for one of a day' };
  const isLeftOut = given === 0;
  const isConflict = !isLeftOut && found !== 0;
  const isSlip = isLeftOut && !isCount(stated.quantity.dimension) && expression.bare.length === 0;
  // "500M/day * 2 KB = 1 TB" leaves the day out; "1.67M/s * 1 KB = 1.67 GB" takes a rate for a size.
  if (isConflict || (isSlip && nearInSeconds !== undefined)) return { verdict: 'wrong', slip: 'dimension' };
  const verdict = near ?? nearInSeconds;
  if (verdict !== undefined) {
    return { verdict, note: isLeftOut ? 'the unit of time is left out' : 'the expression names no unit of time' };
  }
  if (isSlip) return { verdict: 'wrong', slip: 'dimension' };
  return wrong(isLeftOut ? expression.quantity.value : expression.timeless.value, stated, !isLeftOut);
}

/** "= 640" beside bytes is taken for the magnitude whose digits agree. */
function compareUnitless(expression: Reading, stated: Reading): Comparison {
  const words = dimensionWords(expression.quantity.dimension);
  for (const kind of ['quantity', 'timeless'] as const) {
    for (let step = -4; step <= 8; step++) {
      const near = closeness(expression[kind].value, stated[kind].value * 1000 ** step, stated);
      if (near !== undefined) return { verdict: near, note: `the result has no unit; it is ${words}` };
    }
  }
  return { note: `the result has no unit, and does not fit ${words} of any magnitude` };
}

/** "100M * 500 = 50 GB": plain numbers whose unit was left out. */
function compareBareNumbers(expression: Reading, stated: Reading): Comparison {
  const note = `the numbers have no unit; they are taken as ${dimensionWords({ ...stated.quantity.dimension, seconds: 0 })}`;
  const { value } = expression.timeless;
  const near = closeness(value, stated.timeless.value, stated);
  if (near !== undefined) return { verdict: near, note };
  const inBits = /bit|bps/i.test(stated.text) ? closeness(value / 8, stated.timeless.value, stated) : undefined;
  if (inBits !== undefined) return { verdict: inBits, note: 'the numbers have no unit; they are taken as bits' };
  const larger = [1e3, 1e6, 1e9].some((unit) => closeness(value * unit, stated.timeless.value, stated) !== undefined);
  // One of the numbers may be meant in KB.
  if (larger) return { note: 'the numbers have no unit, so the result cannot be checked' };
  return { ...wrong(value, stated, true), note };
}

function closeness(
  expected: number,
  stated: number,
  { leading, isComputed }: Reading,
): 'agrees' | 'rounded' | undefined {
  const off = Math.abs(stated - expected);
  const digits = isComputed ? 0 : (leading?.precision ?? 0);
  const half = digits * Math.abs(stated) * (1 + 1e-9);
  if (off <= Math.max(AGREES * Math.abs(expected), Math.min(half, ROUNDED * Math.abs(stated)))) return 'agrees';
  return off <= Math.max(ROUNDED * Math.abs(expected), half) ? 'rounded' : undefined;
}

function wrong(expected: number, stated: Reading, isTimeless = false): Comparison {
  const value = isTimeless ? stated.timeless.value : stated.quantity.value;
  const ratio = expected === 0 ? 0 : value / expected;
  return { verdict: 'wrong', slip: slipOf(ratio, stated), ratio };
}

/** The slip that explains a ratio of stated to expected. */
function slipOf(ratio: number, stated: Reading): Slip {
  if (!(ratio > 0)) return 'arithmetic';
  const slack = Math.max(AGREES, Math.min(0.1, stated.leading?.precision ?? 0));
  const isNear = (target: number) => Math.abs(ratio / target - 1) <= slack;
  if (isPowerOfTen(ratio, slack)) return 'power-of-ten';
  if (TIME_FACTORS.some((factor) => isNear(factor) || isNear(1 / factor))) return 'time';
  const isBytes = stated.quantity.dimension.bytes !== 0;
  return isBytes && (isPowerOfTen(ratio * 8, slack, 0) || isPowerOfTen(ratio / 8, slack, 0))
    ? 'bits-for-bytes'
    : 'arithmetic';
}

/** Whether it is ten to a whole power: by default one that is not 0. */
function isPowerOfTen(ratio: number, slack: number, least = 1): boolean {
  const power = Math.round(Math.log10(ratio));
  return Math.abs(power) >= least && Math.abs(ratio / 10 ** power - 1) <= slack;
}
