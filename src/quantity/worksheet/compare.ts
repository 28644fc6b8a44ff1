import { type Dimension, dimensionWords, isCount, isSameDimension, rateWords, TIME } from '../dimension.ts';
import type { Literal } from '../notation/syntax.ts';
import { type Quantity, quantity } from '../quantity.ts';
import { DAY, HOUR, MINUTE, MONTH, unitOf, YEAR } from '../units/units.ts';
import { isInBits, withoutBits } from './bits.ts';
import { AGREES, binaryUnit, closeness, closenessOfSame, isMiscounted, isNeedlesslyOff } from './closeness.ts';
import type { Reading } from './reading.ts';
import { isOfTime, isPowerOfTen, type Slip, slipOf } from './slips.ts';

export interface Comparison {
  /** None where the two cannot be held against each other; a note says why. */
  readonly verdict?: 'agrees' | 'rounded' | 'wrong';
  readonly slip?: Slip;
  /** Stated value over the expression's, where it is wrong. */
  readonly ratio?: number;
  readonly note?: string;
  /** What the expression comes to, in the reading in which it was held against the result. */
  readonly result: Quantity;
}

const LEFT_OUT = 'the unit of time is left out';
const BY_HAND = 'the units of time were worked off by hand';
const MAGNITUDE = /\d\s?(?:[kmbgtp]n?|mm|thousand|million|billion|trillion)\b|\de[+-]?\d|[\^⁰¹²³⁴⁵⁶⁷⁸⁹]|\*\*/i;
const PERIODS: readonly (readonly [seconds: number, name: string])[] = [
  [1, 'second'],
  [MINUTE, 'minute'],
  [HOUR, 'hour'],
  [DAY, 'day'],
  [7 * DAY, 'week'],
  [MONTH, 'month'],
  [YEAR, 'year'],
];
const PER_MINUTE = /[/÷]\s*(?:24\s*[/÷]\s*60|\(\s*24\s*[*×x]\s*60\s*\)|1,?440)$/;
const PER_HOUR = /[/÷]\s*24$/;
const NINES = /^\s*(9\d(?:\.\d+)?)\s?%\s+of\b/;
const MAGNITUDES = [1, 2, 3, 4, 5];
const NO_MAGNITUDE = [-4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8];

/**
 * Holds the stated result against the expression. Units of time that were left out or worked off by hand are forgiven; so is
 * a missing unit, but not where the expression was only read so to make it fit (`isForced`).
 */
export function compare(expression: Reading, stated: Reading, isForced = false): Comparison {
  const plain = exactly(compareReadings(expression, stated, isForced), expression, stated);
  if (isRight(plain)) return plain;
  const scaled = inItsUnit(expression, stated);
  if (scaled !== undefined) return exactly(scaled, expression, stated);
  const bytes = withoutBits(expression, stated);
  const converted = bytes === undefined ? undefined : exactly(compareReadings(bytes, stated, isForced), bytes, stated);
  return converted !== undefined && distanceOf(converted) < distanceOf(plain) ? converted : plain;
}

/** "600 + 125 + 50 = 775M", "91 + 365 = 456 TB": small plain numbers that are in the unit, and magnitude, of the result. */
function inItsUnit(expression: Reading, stated: Reading): Comparison | undefined {
  const { numbers, names, bare, timeless, text } = expression;
  const isPlain = numbers.every(({ unit }) => unit === undefined) && names.length === 0 && !MAGNITUDE.test(text);
  if (!isPlain || bare.some((value) => Math.abs(value) >= 1000)) return undefined;
  for (const step of MAGNITUDES) {
    const near = closeness(timeless.value * 1000 ** step, stated.timeless.value, stated);
    if (near === 'agrees') {
      const note = 'the numbers are taken in the unit of the result';
      return { verdict: near, note, result: inItsTimes(expression, stated, 1000 ** step) };
    }
  }
  return undefined;
}

export function isRight({ verdict }: Pick<Comparison, 'verdict'>): boolean {
  return verdict === 'agrees' || verdict === 'rounded';
}

/** Whether the units of time in the expression as written would lead to another result. */
export function isByHand({ verdict, note }: Comparison): boolean {
  return isRight({ verdict }) && note === BY_HAND;
}

/** Whether the two agree only where a unit of time is not looked at. */
export function isTimeLeftOut({ verdict, note }: Comparison): boolean {
  return isRight({ verdict }) && note === LEFT_OUT;
}

/** How many powers of ten the result is off. */
export function distanceOf(comparison: Comparison): number {
  if (isRight(comparison)) return 0;
  const { ratio = 0 } = comparison;
  return ratio > 0 ? Math.abs(Math.log10(ratio)) : Number.POSITIVE_INFINITY;
}

/** A sum that comes out even is not rounded. */
function exactly(found: Comparison, expression: Reading, stated: Reading): Comparison {
  const { verdict, result } = found;
  const isOff =
    verdict === 'rounded'
      ? isNeedlesslyOff(expression, stated)
      : verdict === 'agrees' && result === expression.quantity && isMiscounted(expression, stated);
  if (!isOff) return found;
  return { verdict: 'wrong', slip: 'arithmetic', ratio: stated.quantity.value / result.value, result };
}

function compareReadings(expression: Reading, stated: Reading, isForced: boolean): Comparison {
  const given = stated.quantity.dimension;
  const found = expression.quantity.dimension;
  const result = expression.quantity;
  if (isSameDimension(found, given)) return compareSame(expression, stated);
  const spent = isSameDimension(found, TIME) ? spentTime(stated) : undefined;
  if (spent !== undefined) return compareSame(expression, spent);
  if (found.bytes === given.bytes && found.dollars === given.dollars) return compareTimes(expression, stated);
  if (given.dollars !== 0 && found.bytes !== 0)
    return { note: 'the price of a unit is left out, so it cannot be checked', result };
  if (!stated.hasSize) return compareUnitless(expression, stated, isForced);
  if (!expression.hasSize) return compareBareNumbers(expression, stated);
  return { verdict: 'wrong', slip: 'dimension', result };
}

/** Of "43 min/month" the 43 minutes: the month they are spent in is the one that the expression takes a share of. */
function spentTime(stated: Reading): Reading | undefined {
  const unit = unitOf(stated.leading?.unit ?? '');
  if (stated.isComputed || unit?.dimension !== TIME || !isCount(stated.quantity.dimension)) return undefined;
  return { ...stated, quantity: quantity(stated.timeless.value * unit.value, TIME) };
}

function compareSame(expression: Reading, stated: Reading): Comparison {
  const near = closenessOfSame(expression, stated);
  if (near !== undefined) return { verdict: near, ...binaryNote(expression, stated), result: expression.quantity };
  const byHand = closeness(expression.timeless.value, stated.timeless.value, stated);
  if (byHand !== undefined && expression.bare.some(isOfTime)) {
    return { verdict: byHand, note: BY_HAND, result: inItsTimes(expression, stated) };
  }
  return ofTheRest(expression, stated) ?? wrong(expression.quantity, { expression, stated });
}

/** "99.9% of 30 days = 43 min": what such a share leaves. */
function ofTheRest(expression: Reading, stated: Reading): Comparison | undefined {
  const share = Number(NINES.exec(expression.text)?.[1]) / 100;
  if (!(share < 1) || !isSameDimension(expression.quantity.dimension, TIME)) return undefined;
  const rest = { ...expression.quantity, value: (expression.quantity.value * (1 - share)) / share };
  const near = closeness(rest.value, stated.quantity.value, stated);
  return near === undefined ? undefined : { verdict: near, note: 'it is the time that is left', result: rest };
}

function binaryNote(expression: Reading, stated: Reading): { note?: string } {
  const unit = binaryUnit(expression, stated);
  return unit === undefined ? {} : { note: `the digits are those of ${unit}` };
}

/** The value without units of time, with those of the stated result. */
function inItsTimes({ quantity: { labels }, timeless }: Reading, stated: Reading, factor = 1): Quantity {
  const seconds = stated.timeless.value === 0 ? 1 : stated.quantity.value / stated.timeless.value;
  return quantity(timeless.value * seconds * factor, stated.quantity.dimension, labels);
}

/** The two differ by a unit of time alone. */
function compareTimes(expression: Reading, stated: Reading): Comparison {
  const near = closeness(expression.timeless.value, stated.timeless.value, stated);
  const nearInSeconds = closeness(expression.quantity.value, stated.quantity.value, stated);
  const given = stated.quantity.dimension.seconds;
  const found = expression.quantity.dimension.seconds;
  const timeless = inItsTimes(expression, stated);
  // "100M/day / 86,400 s = 1.16K/s" works a unit of time off by hand and names it.
  if (found === -2 && given === -1 && near !== undefined) return { verdict: near, note: BY_HAND, result: timeless };
  if (found === -2 && given <= 0 && near === undefined && expression.numbers.some(isTime))
    return wrong(timeless, { expression, stated });
  const ofDay = {
    ...expression.quantity,
    value: expression.quantity.value / DAY,
    dimension: stated.quantity.dimension,
  };
  const daily = found === given + 1 ? closeness(ofDay.value, stated.quantity.value, stated) : undefined;
  if (daily !== undefined && near === undefined)
    return { verdict: daily, note: 'the expression is taken for one of a day', result: ofDay };
  // "30 d * 24 h * 60 min" turns units of time into each other by hand.
  if (near !== undefined && found !== given && expression.numbers.filter(isTime).length > 1)
    return { verdict: near, note: BY_HAND, result: timeless };
  const coarser = near === undefined ? undefined : coarserPeriod(expression, stated);
  if (coarser !== undefined) return wrong(inItsTimes(expression, stated, 1 / coarser), { expression, stated });
  const isLeftOut = given === 0;
  const isConflict = !isLeftOut && found !== 0;
  const isSlip = isLeftOut && !isCount(stated.quantity.dimension) && expression.bare.length === 0;
  if (found > 0 && given < 0 && near !== undefined && countsTime(expression, stated))
    return { note: 'the units of time do not fit, so it cannot be checked', result: expression.quantity };
  // "500M/day * 2 KB = 1 TB" leaves the day out; "1.67M/s * 1 KB = 1.67 GB" takes a rate for a size.
  if (isConflict || (isSlip && nearInSeconds !== undefined))
    return { verdict: 'wrong', slip: 'dimension', result: expression.quantity };
  const verdict = near ?? nearInSeconds;
  if (verdict !== undefined) {
    const result = near === undefined ? { ...expression.quantity, dimension: stated.quantity.dimension } : timeless;
    return {
      verdict,
      note: isLeftOut ? LEFT_OUT : 'the expression names no unit of time',
      result,
    };
  }
  if (isSlip) return { verdict: 'wrong', slip: 'dimension', result: expression.quantity };
  const isNearer = distanceBetween(timeless, stated) < distanceBetween(expression.quantity, stated);
  return wrong(isLeftOut && !isNearer ? expression.quantity : timeless, { expression, stated });
}

/** "100M / 24 / 60 = 69K/s": seconds of the period that a day is divided into, where the result says that it is a second. */
function coarserPeriod(
  { quantity: { dimension }, text }: Reading,
  { quantity: rate, leading }: Reading,
): number | undefined {
  const isPerSecond = isCount(dimension) && rate.dimension.seconds === -1 && leading?.period === 1;
  if (!isPerSecond) return undefined;
  return PER_MINUTE.test(text) ? MINUTE : PER_HOUR.test(text) ? HOUR : undefined;
}

/** In powers of ten. */
function distanceBetween({ value }: Quantity, { quantity: { value: given } }: Reading): number {
  return Math.abs(Math.log10(Math.abs(given / value)));
}

/**
 * "= 640" beside bytes is taken for the magnitude whose digits agree; "= 640M" has one, and is a power of ten off where
 * its digits agree with another.
 */
function compareUnitless(expression: Reading, stated: Reading, isForced: boolean): Comparison {
  const { dimension } = expression.quantity;
  const words = rateWords(dimension, periodOf(expression));
  const hasMagnitude = MAGNITUDE.test(stated.text);
  const readings = [
    { result: expression.quantity, given: stated.quantity.value, measured: dimensionWords(dimension) },
    { result: timelessOf(expression), given: stated.timeless.value, measured: words },
  ];
  for (const step of hasMagnitude || isForced ? [0] : NO_MAGNITUDE) {
    for (const { result, given, measured } of readings) {
      const near = closeness(result.value, given * 1000 ** step, stated);
      if (near !== undefined) return { verdict: near, note: `the result has no unit; it is ${measured}`, result };
    }
  }
  const slipped = readings.find(({ result, given }) => isPowerOfTen(given / result.value, AGREES));
  if (slipped !== undefined && hasMagnitude && !isForced && stated.quantity.labels.size === 0) {
    const { result, given } = slipped;
    return { verdict: 'wrong', slip: 'power-of-ten', ratio: given / result.value, result };
  }
  return {
    note: `the result has no unit, and does not fit ${words} of any magnitude`,
    result: expression.quantity,
  };
}

/** The unit of time that its rate was written with, where that is one and the same. */
function periodOf({ quantity: { value }, timeless }: Reading): string | undefined {
  const seconds = timeless.value / value;
  return PERIODS.find(([each]) => Math.abs(each / seconds - 1) < 1e-9)?.[1];
}

function timelessOf({ quantity: { dimension, labels }, timeless }: Reading): Quantity {
  return quantity(timeless.value, { ...dimension, seconds: 0 }, labels);
}

/** "720K hours * 1 GB = 720 TB/day" counts hours, as others count videos. */
function countsTime({ numbers }: Reading, { leading }: Reading): boolean {
  return numbers.some((number) => isTime(number) && number.period * (leading?.period ?? 1) !== 1);
}

function isTime({ quantity: { dimension } }: Literal): boolean {
  return isSameDimension(dimension, TIME);
}

/** "100M * 500 = 50 GB": plain numbers whose unit was left out. */
function compareBareNumbers(expression: Reading, stated: Reading): Comparison {
  const note = `the numbers have no unit; they are taken as ${dimensionWords(withoutTime(stated.quantity.dimension))}`;
  const { value } = expression.timeless;
  const result = inItsTimes(expression, stated);
  const near = closeness(value, stated.timeless.value, stated);
  if (near !== undefined) return { verdict: near, note, result };
  const isOfBits = stated.leading !== undefined && isInBits(stated.leading);
  const inBits = isOfBits ? closeness(value / 8, stated.timeless.value, stated) : undefined;
  if (inBits !== undefined) {
    const bits = inItsTimes(expression, stated, 1 / 8);
    return { verdict: inBits, note: 'the numbers have no unit; they are taken as bits', result: bits };
  }
  const whole = isOfBits ? value / 8 : value;
  const larger = [1e3, 1e6, 1e9].some((unit) => closeness(whole * unit, stated.timeless.value, stated) !== undefined);
  // One of the numbers may be meant in KB.
  if (larger) return { note: 'the numbers have no unit, so the result cannot be checked', result: expression.quantity };
  return { ...wrong(result, { expression, stated }), note };
}

function withoutTime(dimension: Dimension): Dimension {
  return { ...dimension, seconds: 0 };
}

function wrong(result: Quantity, { expression, stated }: { expression: Reading; stated: Reading }): Comparison {
  const ratio = result.value === 0 ? 0 : stated.quantity.value / result.value;
  return { verdict: 'wrong', slip: slipOf(ratio, expression, stated), ratio, result };
}
