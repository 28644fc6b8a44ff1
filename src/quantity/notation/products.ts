import { combined, isCount } from '../dimension.ts';
import { refuse, refuseTooLarge } from '../fault.ts';
import { addedLabels, countedLabels, type Quantity, quantity } from '../quantity.ts';
import { isOfShares, isShare, missingOf, shareOf } from '../share.ts';
import type { Node } from './syntax.ts';

/** From here on a share changes less than the three digits that are shown. */
const CLOSE_TO_ONE = 0.99;

/** The value of a product. Shares of shares are shares: 99.9% * 99.9% of the time. */
export function productOf({ first, rest }: Node & { kind: 'product' }, valueAt: (node: Node) => Quantity): Quantity {
  const start = valueAt(first);
  const labels = new Map(countedLabels(start));
  let { value, dimension } = start;
  let whole = wholeOf(start);
  let missing = isShare(start) ? missingOf(start) : undefined;
  let isWeighted = isOfShares(start);
  for (const { operator, operand, at } of rest) {
    const next = valueAt(operand);
    if (operator === '/' && next.value === 0)
      refuse(at, 'this divides by zero', 'The divisor behind the sign comes to 0.');
    const isFactor = operator === '*';
    value = isFactor ? value * next.value : value / next.value;
    whole = isFactor ? whole * wholeOf(next) : whole / wholeOf(next);
    if (!Number.isFinite(value)) refuseTooLarge(at, 'the result');
    missing = missing === undefined || !isFactor || !isShare(next) ? undefined : bothMissing(missing, missingOf(next));
    isWeighted ||= isFactor && isOfShares(next);
    dimension = combined(dimension, next.dimension, isFactor ? 1 : -1);
    addedLabels(labels, countedLabels(next), isFactor ? 1 : -1);
  }
  if (missing !== undefined) return shareOf(value, missing);
  return {
    ...quantity(value, dimension, labels),
    ...(isWeighted && isCount(dimension) && labels.size === 0 ? { isWeighted } : {}),
    ...(whole === value || !Number.isFinite(whole) ? {} : { whole }),
  };
}

function wholeOf(factor: Quantity): number {
  const isClose = isShare(factor) && factor.value >= CLOSE_TO_ONE && factor.value < 1;
  return isClose ? 1 : (factor.whole ?? factor.value);
}

function bothMissing(one: number, other: number): number {
  return one + other - one * other;
}
