import { COUNT, type Dimension } from './dimension.ts';

/** Counted nouns in the singular, each with its exponent: `{request: 1, user: -1}` for requests per user. */
export type Labels = ReadonlyMap<string, number>;

/** A finite number with what it measures. */
export interface Quantity {
  /** In base units: bytes, seconds, dollars, or a plain count. */
  readonly value: number;
  readonly dimension: Dimension;
  readonly labels: Labels;
  /** Written as a percentage or in nines, and shown as one; 60% has the value 0.6. */
  readonly share?: boolean;
}

/** Values by name, as `nameKey` writes it. */
export type Scope = ReadonlyMap<string, Quantity>;

/** A scope of which only the values are asked for. */
export type Values = Pick<Scope, 'get'>;

const NO_LABELS: Labels = new Map();

export function quantity(value: number, dimension = COUNT, labels = NO_LABELS): Quantity {
  // A zero has no sign: -0 would show up in output and in comparisons.
  return { value: value === 0 ? 0 : value, dimension, labels };
}

/** Adds the exponents of `right` to `labels` in place; what cancels vanishes. */
export function addedLabels(labels: Map<string, number>, right: Labels, power: number): Map<string, number> {
  for (const [label, exponent] of right) {
    const sum = (labels.get(label) ?? 0) + exponent * power;
    if (sum === 0) labels.delete(label);
    else labels.set(label, sum);
  }
  return labels;
}

export function isSameLabels(left: Labels, right: Labels): boolean {
  return left.size === right.size && [...left].every(([label, exponent]) => right.get(label) === exponent);
}
