import { isCount } from '../dimension.ts';
import { missingOf } from '../share.ts';
import type { Reading } from './reading.ts';

export type Closeness = 'agrees' | 'rounded' | undefined;

/** Within this share a result agrees; the rounding of its own digits may go further. */
export const AGREES = 0.05;
/** Within this share it is a fair rounding for an estimate. */
const ROUNDED = 0.25;
/** Binary units over decimal ones, beyond the first: what digits of GiB, TiB … in place of GB, TB … are off by. */
const BINARY_UNITS = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'];
/** From here on, what counts of a share is what is missing to the whole. */
const NEARLY_ALL = 0.95;
/** Farther off than this, and by more than the last digit, a product is not rounded but another. */
const NO_ROUNDING = 0.15;
/** The terms of a sum were perhaps rounded too: by so many of its last digit in all. */
const SUM_SLACK = 1.5;
/** Nothing but terms and signs between them. */
const SUM = /^[^*×x/÷%^@(]*\+[^*×x/÷%^@(]*$/i;
/** Seconds of a day, as people divide by them in their heads. */
const ROUNDED_DAY = 100_000;

export function closeness(expected: number, stated: number, { leading, isComputed }: Reading): Closeness {
  const off = Math.abs(stated - expected);
  const digits = isComputed ? 0 : (leading?.precision ?? 0);
  const half = digits * Math.abs(stated) * (1 + 1e-9);
  if (off <= Math.max(AGREES * Math.abs(expected), Math.min(half, ROUNDED * Math.abs(stated)))) return 'agrees';
  return off <= Math.max(ROUNDED * Math.abs(expected), half) ? 'rounded' : undefined;
}

/** Of two quantities of the same kind. */
export function closenessOfSame(expression: Reading, stated: Reading): Closeness {
  const [expected, given] = [expression.quantity.value, stated.quantity.value];
  if (!isShareOfAll(expression, stated)) {
    return isRoundedUp(expression, stated) ? 'agrees' : closeness(expected, given, stated);
  }
  const off = Math.abs(given - expected);
  const half = stated.isComputed ? 0 : (stated.leading?.precision ?? 0) * given;
  const missing = missingOf(expression.quantity);
  if (off <= Math.max(AGREES * missing, half * (1 + 1e-9), 1e-12)) return 'agrees';
  return off <= Math.max(ROUNDED * missing, half * 1.01) ? 'rounded' : undefined;
}

/** "servers = 22 / 10 = 3": what there is no part of is rounded up. */
function isRoundedUp({ quantity, isComputed }: Reading, stated: Reading): boolean {
  const { value, share } = stated.quantity;
  const isWhole = isComputed && isCount(quantity.dimension) && share !== true && Number.isInteger(value);
  return isWhole && quantity.value > 0 && value === Math.ceil(quantity.value);
}

/** Whether both are close to 1 and something in the sum is, or is taken from 1: an availability. */
function isShareOfAll({ quantity, isOfShares }: Reading, stated: Reading): boolean {
  const [expected, given] = [quantity.value, stated.quantity.value];
  if (!isOfShares || !isCount(quantity.dimension) || expected > 1 || given > 1) return false;
  return Math.max(expected, given) >= NEARLY_ALL && Math.min(expected, given) > 0.5;
}

/**
 * "3 * 3 = 10": the exact value has no more digits than the stated one, so there was nothing to round. "36.5B * 5 = 150B"
 * is no rounding either, and a sum is rounded by its last digit at most.
 */
export function isNeedlesslyOff(expression: Reading, stated: Reading): boolean {
  if (!isExact(expression, stated)) return false;
  const [exact, given] = [expression.timeless.value, stated.timeless.value];
  const off = Math.abs(given - exact);
  if (off <= AGREES * Math.abs(exact)) return false;
  const share = SUM.test(expression.text) ? AGREES : NO_ROUNDING;
  return (off > lastDigitOf(given) && off > share * Math.abs(exact)) || digitsOf(exact) <= digitsOf(given);
}

/** "91 TB + 365 TB = 465 TB": a sum that is close, and not by rounding. */
export function isMiscounted(expression: Reading, stated: Reading): boolean {
  if (!SUM.test(expression.text) || expression.names.length > 0 || !isExact(expression, stated)) return false;
  const [exact, given] = [expression.timeless.value, stated.timeless.value];
  return Math.abs(given - exact) > SUM_SLACK * lastDigitOf(given);
}

/** Whether the digits of the two can be held against each other. */
function isExact(expression: Reading, stated: Reading): boolean {
  if (!expression.isComputed || stated.isComputed || expression.isPart || stated.isFollowed) return false;
  if (expression.isApproximate || stated.isApproximate) return false;
  if (binaryUnit(expression, stated) !== undefined || binaryUnit(stated, expression) !== undefined) return false;
  if (expression.bare.includes(ROUNDED_DAY)) return false;
  const inSeconds = expression.quantity.value / stated.quantity.value;
  // Where units of time were turned into each other, the digits are other ones.
  const isTimed = expression.numbers.some((each) => each.period !== 1 || each.quantity.dimension.seconds !== 0);
  return !isTimed || Math.abs(expression.timeless.value / stated.timeless.value / inSeconds - 1) < 1e-6;
}

/** What one more in the last digit that is no zero would add. */
function lastDigitOf(value: number): number {
  const power = Math.floor(Math.log10(Math.abs(value)));
  return 10 ** (power - digitsOf(value) + 1) * (1 + 1e-9);
}

/** Significant digits without zeros at the end. */
function digitsOf(value: number): number {
  const [digits = ''] = Number(Math.abs(value).toPrecision(12)).toExponential().split('e');
  return digits.replace('.', '').length;
}

/** The binary unit whose digits were written: 66.4 TB for 73 TB. */
export function binaryUnit(expression: Reading, stated: Reading): string | undefined {
  if (expression.quantity.dimension.bytes !== 1) return undefined;
  const ratio = expression.quantity.value / stated.quantity.value;
  const letter = stated.leading?.unit?.charAt(0).toUpperCase();
  const step = BINARY_UNITS.findIndex(
    (unit, index) => index > 1 && unit.startsWith(letter ?? '') && Math.abs(ratio / 1.024 ** index - 1) < 0.002,
  );
  return step === -1 ? undefined : BINARY_UNITS[step];
}
