import { BANDWIDTH, type Dimension as Base, BYTES, isSameDimension, MONEY, RATE, TIME } from '../quantity/dimension.ts';
import type { KnownEstimate } from './meant-estimate.ts';
import { type Quantity, quantitiesOf } from './numbers/quantities.ts';
import type { Reading } from './numbers/reading.ts';
import { wordsOf } from './text/tokens.ts';

/** Plain numbers are alike by chance too often, so they say nothing. */
const BASES: readonly (readonly [Reading['dimension'], Base])[] = [
  ['rate', RATE],
  ['bytes', BYTES],
  ['bytes/s', BANDWIDTH],
  ['time', TIME],
  ['money', MONEY],
];
const LONG_PERIOD = /\b(?:min\w*|h|hrs?|hours?|d|days?|weeks?|months?|mo)\W*$/i;

/** The ids of estimates whose figure stands in prose, within their factor, without the working of it. */
export function statedEstimates(text: string, estimates: readonly KnownEstimate[]): ReadonlySet<string> {
  const quantities = quantitiesOf(text, wordsOf(text)).filter((quantity) => !isGivenRate(text, quantity));
  return new Set(
    estimates.filter((known) => quantities.some((each) => isNear(each, known))).map(({ estimate }) => estimate.id),
  );
}

/** A rate a minute or a day is how a problem gives it, and no result. */
function isGivenRate(text: string, { start, end, readings }: Quantity): boolean {
  return readings.some(({ dimension }) => dimension === 'rate') && LONG_PERIOD.test(text.slice(start, end));
}

function isNear({ readings }: Quantity, { estimate, quantity }: KnownEstimate): boolean {
  const [dimension] = BASES.find(([, base]) => isSameDimension(base, quantity.dimension)) ?? [];
  return readings.some(
    (reading) =>
      reading.dimension === dimension &&
      reading.value >= quantity.value / estimate.factor &&
      reading.value <= quantity.value * estimate.factor,
  );
}
