import { COUNT, type Dimension, dimensionWords, isCount } from '../dimension.ts';
import { refuse, type Span } from '../fault.ts';
import { numberText } from '../format.ts';
import { countedLabels, type Labels, type Quantity, quantity } from '../quantity.ts';
import { isShare, missingOf, shareOf } from '../share.ts';

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
  ['ceil', counting('ceil', (value) => rounded(value, Math.ceil))],
  ['floor', counting('floor', (value) => rounded(value, Math.floor))],
  ['round', counting('round', Math.round)],
  ['sqrt', { least: 1, most: 1, apply: squareRoot }],
  ['log2', counting('log2', Math.log2)],
  ['log10', counting('log10', Math.log10)],
  ['log', counting('log', Math.log)],
  ['ln', counting('ln', Math.log)],
]);

function extreme(args: readonly Quantity[], pick: (...values: number[]) => number): Quantity {
  const value = pick(...args.map((each) => each.value));
  return args.find((each) => each.value === value) ?? quantity(value);
}

/** Of the functions that take a plain number only logarithms have no value for some. */
function counting(name: string, compute: (value: number) => number): BuiltIn {
  const apply: BuiltIn['apply'] = ([argument = quantity(0)], at) => {
    if (!isCount(argument.dimension)) {
      const example = `such as ${name}(total / 1 GB)`;
      refuse(
        at,
        `${name} takes a plain number, not ${dimensionWords(argument.dimension)}`,
        `Divide first, ${example}.`,
      );
    }
    const value = compute(argument.value);
    if (Number.isFinite(value)) return quantity(value, COUNT, countedLabels(argument));
    refuse(at, `${name} has a value only above zero`, `What it is given comes to ${numberText(argument.value)}.`);
  };
  return { least: 1, most: 1, apply };
}

function rounded(value: number, round: (value: number) => number): number {
  const nearest = Math.round(value);
  return Math.abs(value - nearest) <= NOISE * Math.abs(value) ? nearest : round(value);
}

function squareRoot([argument = quantity(0)]: readonly Quantity[], at: Span): Quantity {
  if (argument.value < 0) refuse(at, 'a negative number has no square root', 'Take it of zero or more.');
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
  if (base.value === 0 && exponent < 0) refuseZeroPower(at);
  const value = base.value ** exponent;
  if (Number.isNaN(value)) refuseBrokenPower(at);
  if (isShare(base) && exponent > 0 && base.value >= 0) return shareOf(value, missingIn(base, exponent));
  const labels: Labels = new Map(
    [...countedLabels(base)]
      .map(([label, power]): [string, number] => [label, power * exponent])
      .filter(([, power]) => isLabelPower(power)),
  );
  return quantity(
    value,
    { bytes: dimension.bytes || 0, seconds: dimension.seconds || 0, dollars: dimension.dollars || 0 },
    labels,
  );
}

/** What the power of a share lacks to one. */
function missingIn(base: Quantity, exponent: number): number {
  return -Math.expm1(exponent * Math.log1p(-Math.min(1, missingOf(base))));
}

export function refuseZeroPower(at: Span): never {
  refuse(at, 'zero has no negative power', 'It would divide by zero; raise something else.');
}

export function refuseBrokenPower(at: Span): never {
  refuse(at, 'a negative number has only whole powers', 'Write a whole exponent.');
}

function isLabelPower(power: number): boolean {
  return Number.isInteger(power) && power !== 0 && Math.abs(power) <= 9;
}
