import { COUNT, type Dimension, isSameDimension } from '../dimension.ts';
import { refuse, type Span } from '../fault.ts';
import { type Labels, type Quantity, quantity } from '../quantity.ts';

/** How near to a whole number counts as whole, so that noise of the last bits adds no server. */
const NOISE = 1e-12;

interface BuiltIn {
  readonly least: number;
  readonly most: number;
  readonly apply: (args: readonly Quantity[], at: Span) => Quantity;
}

/** Functions of numbers; those of dimensions are formulas in the notation itself (`formulas.ts`). */
export const BUILT_IN: ReadonlyMap<string, BuiltIn> = new Map<string, BuiltIn>([
  ['min', { least: 1, most: 64, apply: (args) => extreme(args, Math.min) }],
  ['max', { least: 1, most: 64, apply: (args) => extreme(args, Math.max) }],
  ['ceil', counting((value) => rounded(value, Math.ceil))],
  ['floor', counting((value) => rounded(value, Math.floor))],
  ['round', counting(Math.round)],
  ['sqrt', { least: 1, most: 1, apply: squareRoot }],
  ['log2', counting(Math.log2)],
  ['log10', counting(Math.log10)],
  ['log', counting(Math.log)],
  ['ln', counting(Math.log)],
]);

function extreme(args: readonly Quantity[], pick: (...values: number[]) => number): Quantity {
  const value = pick(...args.map((each) => each.value));
  return args.find((each) => each.value === value) ?? quantity(value);
}

function counting(compute: (value: number) => number): BuiltIn {
  return { least: 1, most: 1, apply: ([argument = quantity(0)], at) => count(argument, compute, at) };
}

function count(argument: Quantity, compute: (value: number) => number, at: Span): Quantity {
  if (!isSameDimension(argument.dimension, COUNT)) {
    refuse(at, 'this function takes a plain number', 'Divide by a unit first, such as ceil(total / 1 GB).');
  }
  const value = compute(argument.value);
  if (!Number.isFinite(value)) refuse(at, 'there is no such value', 'Logarithms are of numbers above zero.');
  return quantity(value, COUNT, argument.labels);
}

function rounded(value: number, round: (value: number) => number): number {
  const nearest = Math.round(value);
  return Math.abs(value - nearest) <= NOISE * Math.abs(value) ? nearest : round(value);
}

function squareRoot([argument = quantity(0)]: readonly Quantity[], at: Span): Quantity {
  if (argument.value < 0) refuse(at, 'a negative number has no square root');
  return raised(argument, 0.5, at);
}

/** `base` to a plain exponent. Exponents of a dimension must stay whole; labels that would not are dropped. */
export function raised(base: Quantity, exponent: number, at: Span): Quantity {
  const dimension: Dimension = {
    bytes: base.dimension.bytes * exponent,
    seconds: base.dimension.seconds * exponent,
    dollars: base.dimension.dollars * exponent,
  };
  const exponents = Object.values(dimension);
  if (!exponents.every((each) => Number.isInteger(each) && Math.abs(each) <= 9)) {
    refuse(at, 'units cannot be raised to this exponent', 'Raise a plain number, and multiply by the unit afterwards.');
  }
  if (base.value === 0 && exponent < 0) refuse(at, 'this divides by zero');
  const value = base.value ** exponent;
  if (Number.isNaN(value)) refuse(at, 'a negative number has no such power');
  const labels: Labels = new Map(
    [...base.labels]
      .map(([label, power]): [string, number] => [label, power * exponent])
      .filter(([, power]) => isLabelPower(power)),
  );
  return quantity(
    value,
    { bytes: dimension.bytes || 0, seconds: dimension.seconds || 0, dollars: dimension.dollars || 0 },
    labels,
  );
}

function isLabelPower(power: number): boolean {
  return Number.isInteger(power) && power !== 0 && Math.abs(power) <= 9;
}
