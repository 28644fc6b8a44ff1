import { isCount } from './dimension.ts';
import { type Quantity, quantity } from './quantity.ts';

/** Whether it is a part of a whole: written as a percentage or in nines, or made of such. */
export function isShare({ share, dimension }: Quantity): boolean {
  return share === true && isCount(dimension);
}

/** Whether it is a share or a sum of weighted ones. */
export function isOfShares(quantity: Quantity): boolean {
  return isShare(quantity) || quantity.isWeighted === true;
}

/** A part of a whole; `missing` is the rest of it, where that is known better than as 1 - value. */
export function shareOf(value: number, missing = 1 - value): Quantity {
  return { ...quantity(value), share: true, missing };
}

/** What is left of a whole. */
export function missingOf({ value, missing = 1 - value }: Quantity): number {
  return missing;
}

/** What a written number lacks to one, in whole steps of its last digit; `precision` is that of `Literal`. */
export function missingBehind(value: number, precision: number): number {
  const step = 2 * precision * value;
  return step > 0 ? Math.round((1 - value) / step) * step : 1 - value;
}
