import { DAY, HOUR, MINUTE, MONTH, YEAR } from '../units/units.ts';
import { isInBits } from './bits.ts';
import { AGREES } from './closeness.ts';
import type { Reading } from './reading.ts';

/** What a wrong result is wrong by. */
export type Slip = 'power-of-ten' | 'bits-for-bytes' | 'time' | 'dimension' | 'arithmetic';

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
const TIME_FACTORS = [MINUTE, HOUR, DAY, 24, 24 * 60, 30, 365, MONTH, YEAR];
/** What counts nothing but units of time. */
const ONLY_OF_TIME = new Set([HOUR, DAY, 24 * 60, 365, MONTH, YEAR]);
/** Multiplied by 8 where it had to be divided. */
const BITS_TWICE = 64;

/** Whether a plain number counts seconds, minutes or days of something. */
export function isOfTime(value: number): boolean {
  return NUMBERS_OF_TIME.has(value) || (value % 365 === 0 && value <= 20 * 365);
}

/** The slip that explains a ratio of stated to expected. */
export function slipOf(ratio: number, expression: Reading, stated: Reading): Slip {
  if (!(ratio > 0)) return 'arithmetic';
  const slack = Math.max(AGREES, Math.min(0.1, stated.leading?.precision ?? 0));
  if (isPowerOfTen(ratio, slack)) return 'power-of-ten';
  const isBytes = stated.quantity.dimension.bytes !== 0;
  const isBits = isBytes && [...expression.numbers, ...stated.numbers].some(isInBits);
  if (isBits && offBy(ratio, BITS_TWICE) <= Math.min(slack, offBy(ratio, MINUTE))) return 'bits-for-bytes';
  if (TIME_FACTORS.some((factor) => offBy(ratio, factor) <= slack && isTimeMeant(factor, expression, stated)))
    return 'time';
  return (isBytes || isMixed(expression)) && (isPowerOfTen(ratio * 8, slack, 0) || isPowerOfTen(ratio / 8, slack, 0))
    ? 'bits-for-bytes'
    : 'arithmetic';
}

/** "2 TB / 1 Gbps" has bytes and bits, though what it comes to may be a time or a number. */
function isMixed({ numbers }: Reading): boolean {
  const sizes = numbers.filter(({ quantity }) => quantity.dimension.bytes !== 0);
  return sizes.some(isInBits) && !sizes.every(isInBits);
}

/** How far a ratio, or what is one over it, is from a factor. */
function offBy(ratio: number, factor: number): number {
  return Math.min(Math.abs(ratio / factor - 1), Math.abs(ratio * factor - 1));
}

/** Whether units of time are in the working, or the very number is, and can be nothing else. */
function isTimeMeant(factor: number, expression: Reading, stated: Reading): boolean {
  if ([...expression.numbers, ...stated.numbers].some(({ period }) => period !== 1)) return true;
  if (expression.quantity.dimension.seconds !== 0 || stated.quantity.dimension.seconds !== 0) return true;
  return ONLY_OF_TIME.has(factor) && expression.bare.includes(factor);
}

/** Whether it is ten to a whole power: by default one that is not 0. */
export function isPowerOfTen(ratio: number, slack: number, least = 1): boolean {
  const power = Math.round(Math.log10(ratio));
  return Math.abs(power) >= least && Math.abs(ratio / 10 ** power - 1) <= slack;
}
