import { COUNT, type Dimension } from './dimension.ts';

/** Counted nouns in the singular, each with its exponent: `{request: 1, user: -1}` for requests per user. */
export type Labels = ReadonlyMap<string, number>;

/** A finite number with what it measures. */
export interface Quantity {
  /** In base units: bytes, seconds, dollars, or a plain count. */
  readonly value: number;
  readonly dimension: Dimension;
  readonly labels: Labels;
  /** Its labels say of what a size, a time or a percentage is, and count nothing: 64 GB servers, 20% headroom. */
  readonly isDescribed?: boolean;
  /** Written as a percentage or in nines, or made of such, and shown as one; 60% has the value 0.6. */
  readonly share?: boolean;
  /** 1 - value, of which the value itself has lost the last digits: what eleven nines lack. */
  readonly missing?: number;
  /** Made of shares and plain numbers, such as 60% * 2: a sum of weights. */
  readonly isWeighted?: boolean;
  /** Of a product with a share close to one in it, such as 99.9% of a year: the value without that share. */
  readonly whole?: number;
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

/** What is counted; what is counted by ("per row") is so even beside a size. */
export function countedLabels({ labels, isDescribed }: Quantity): Labels {
  return isDescribed === true ? new Map([...labels].filter(([, exponent]) => exponent < 0)) : labels;
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
