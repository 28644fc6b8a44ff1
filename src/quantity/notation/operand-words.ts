import { dimensionWords, isSameDimension, TIME } from '../dimension.ts';
import type { Quantity } from '../quantity.ts';
import { pluralOf } from '../units/labels.ts';
import type { Node } from './syntax.ts';

const LONG_NAMES: ReadonlyMap<string, string> = new Map([
  ['s', 'second'],
  ['sec', 'second'],
  ['min', 'minute'],
  ['h', 'hour'],
  ['hr', 'hour'],
  ['d', 'day'],
  ['w', 'week'],
  ['wk', 'week'],
  ['mo', 'month'],
  ['y', 'year'],
  ['yr', 'year'],
  ['ms', 'millisecond'],
]);

/** An operand as a message names it: a time by the unit that was written ("days"), anything else by what it measures. */
export function operandWords(operand: Node, value: Quantity): string {
  const written = operand.kind === 'literal' ? operand.unit : undefined;
  if (written === undefined || !isSameDimension(value.dimension, TIME)) return dimensionWords(value.dimension);
  const unit = written.toLowerCase();
  return pluralOf(LONG_NAMES.get(unit) ?? unit.replace(/s$/, ''));
}
