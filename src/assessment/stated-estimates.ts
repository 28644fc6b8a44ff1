import {
  BANDWIDTH,
  type Dimension as Base,
  BYTES,
  combined,
  isCount,
  isSameDimension,
  MONEY,
  RATE,
  TIME,
} from '../quantity/dimension.ts';
import type { KnownEstimate } from './meant-estimate.ts';
import { type Quantity, quantitiesOf } from './numbers/quantities.ts';
import type { Reading } from './numbers/reading.ts';
import { wordsOf } from './text/tokens.ts';

type Measure = Reading['dimension'];

/** Plain numbers are alike by chance too often, so they say nothing. */
const BASES: readonly (readonly [Measure, Base])[] = [
  ['rate', RATE],
  ['bytes', BYTES],
  ['bytes/s', BANDWIDTH],
  ['time', TIME],
];
const MONEY_RATE = combined(MONEY, TIME, -1);
const LONG_PERIOD = /\b(?:min\w*|h|hrs?|hours?|d|days?|weeks?|months?|mo)\W*$/i;
/** Up to which factor a rate a day, or a share, is the estimate's own, and not one of those that a problem gives. */
const CLOSE = 1.2;
const SAME_SHARE = 1.05;

/** A figure of the text. */
interface Stated {
  readonly text: string;
  readonly readings: Quantity['readings'];
}

/** The ids of estimates whose figure stands in prose, within their factor, without the working of it. */
export function statedEstimates(text: string, estimates: readonly KnownEstimate[]): ReadonlySet<string> {
  const figures = quantitiesOf(text, wordsOf(text)).map(
    ({ start, end, readings }): Stated => ({ text: text.slice(start, end), readings }),
  );
  return new Set(
    estimates.filter((known) => figures.some((each) => isStated(each, known))).map(({ estimate }) => estimate.id),
  );
}

function isStated(stated: Stated, known: KnownEstimate): boolean {
  const { factor } = known.estimate;
  if (known.quantity.share === true) return isSameShare(stated, known);
  if (valueAs('money', stated) !== undefined) return isWithin(moneyAs(stated, known), known, factor);
  if (isOfLongPeriod(stated)) return isWithin(ofPeriod(stated, known), known, Math.min(factor, CLOSE));
  const [measure] = BASES.find(([, base]) => isSameDimension(base, known.quantity.dimension)) ?? [];
  return stated.readings.some(({ dimension, value }) => dimension === measure && isWithin(value, known, factor));
}

function isWithin(value: number | undefined, { quantity }: KnownEstimate, factor: number): boolean {
  return value !== undefined && value >= quantity.value / factor && value <= quantity.value * factor;
}

function valueAs(measure: Measure, { readings }: Stated): number | undefined {
  return readings.find(({ dimension }) => dimension === measure)?.value;
}

/** "5.2%" is the share that was worked out; "5%" may be any. What counts of one near a hundred is what is missing. */
function isSameShare(stated: Stated, { quantity }: KnownEstimate): boolean {
  const value = valueAs('ratio', stated);
  if (value === undefined || digitsOf(stated.text) < 2) return false;
  return isAlike(value, quantity.value) && isAlike(1 - value, quantity.missing ?? 1 - quantity.value);
}

function isAlike(left: number, right: number): boolean {
  return left > 0 && right > 0 && Math.max(left / right, right / left) <= SAME_SHARE;
}

function digitsOf(text: string): number {
  return text.replace(/\D/g, '').replace(/^0+|0+$/g, '').length;
}

/** Money a day is also money a month; without a unit of time it is taken for what the estimate is for. */
function moneyAs(stated: Stated, { quantity: { dimension }, period }: KnownEstimate): number | undefined {
  const rate = valueAs('rate', stated);
  if (isSameDimension(dimension, MONEY_RATE)) return rate;
  if (!isSameDimension(dimension, MONEY)) return undefined;
  return rate === undefined || period === undefined ? valueAs('money', stated) : rate * period;
}

function isOfLongPeriod({ text, readings }: Stated): boolean {
  return readings.some(({ dimension }) => dimension === 'rate') && LONG_PERIOD.test(text);
}

/** A rate a minute or a day is how a problem gives it, and no result, but for an estimate of a day. */
function ofPeriod(stated: Stated, { quantity: { dimension }, period }: KnownEstimate): number | undefined {
  const rate = valueAs('rate', stated);
  if (rate === undefined || period === undefined) return undefined;
  if (isSameDimension(dimension, RATE)) return rate;
  return isCount(dimension) ? rate * period : undefined;
}
