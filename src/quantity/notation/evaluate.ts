import { COUNT, combined, dimensionWords, isCount, isSameDimension, TIME } from '../dimension.ts';
import { attempt, type Note, type Outcome, raise, refuse, refuseTooLarge, type Span } from '../fault.ts';
import { addedLabels, isSameLabels, type Quantity, quantity, type Values } from '../quantity.ts';
import { quoted } from '../quote.ts';
import { pluralOf } from '../units/labels.ts';
import { applyFormula } from './formula-calls.ts';
import { BUILT_IN, raised, refuseBrokenPower } from './functions.ts';
import { operandWords } from './operand-words.ts';
import type { Expression, Literal, Node, Operation } from './syntax.ts';

export interface EvaluateOptions {
  /** Counts every unit of time as one: what comes out when somebody calculates with the bare numbers. */
  readonly isTimeless?: boolean;
}

export interface Evaluation {
  readonly quantity: Quantity;
  /** Those of the reading, and those of the calculation. */
  readonly notes: readonly Note[];
}

interface Run {
  readonly scope: Values;
  readonly notes: Note[];
  readonly isTimeless: boolean;
}

/** The value of an expression in base units. It is finite, or there is a fault; a conversion is left to `convert`. */
export function evaluate(
  expression: Expression,
  scope: Values = new Map(),
  { isTimeless = false }: EvaluateOptions = {},
): Outcome<Evaluation> {
  const run: Run = { scope, notes: [], isTimeless };
  return attempt(expression.text.length, () => {
    const value = valueAt(expression.root, run);
    return { quantity: value, notes: [...expression.notes, ...run.notes] };
  });
}

function valueAt(node: Node, run: Run): Quantity {
  switch (node.kind) {
    case 'literal':
      return run.isTimeless ? timeless(node) : node.quantity;
    case 'name':
      return named(node.key, run, node);
    case 'negative': {
      const operand = valueAt(node.operand, run);
      return quantity(-operand.value, operand.dimension, operand.labels);
    }
    case 'percent': {
      const operand = valueAt(node.operand, run);
      return { ...quantity(operand.value / 100, operand.dimension, operand.labels), share: true };
    }
    case 'sum':
      return sumOf(node, run);
    case 'product':
      return productOf(node, run);
    case 'power':
      return powerOf(node, run);
    case 'call':
      return callOf(node, run);
  }
}

function timeless({ quantity: written, period }: Literal): Quantity {
  return { ...written, value: written.value / period, dimension: { ...written.dimension, seconds: 0 } };
}

function named(key: string, { scope }: Run, at: Span): Quantity {
  const { start, end } = at;
  const hint = 'Define it on a line before.';
  return scope.get(key) ?? raise({ kind: 'no-value', message: `${quoted(key)} has no value`, hint, start, end });
}

function finite(value: Quantity, at: Span): Quantity {
  if (!Number.isFinite(value.value)) refuseTooLarge(at, 'the result');
  return value;
}

function sumOf({ first, rest }: Node & { kind: 'sum' }, run: Run): Quantity {
  let sum = valueAt(first, run);
  let isNoted = false;
  for (const { operator, operand, at } of rest) {
    const next = valueAt(operand, run);
    const sign = operator === '+' ? 1 : -1;
    if (next.share === true && isRelative(sum, operand)) {
      run.notes.push({
        message: `${Math.round(next.value * 1e6) / 1e4}% is read as a share of what stands in front of it`,
        ...at,
      });
      sum = finite(quantity(sum.value * (1 + sign * next.value), sum.dimension, sum.labels), at);
      continue;
    }
    if (!isSameDimension(sum.dimension, next.dimension)) refuseSum({ operator, operand, at }, sum, next);
    const isUnlike = sum.labels.size > 0 && next.labels.size > 0 && !isSameLabels(sum.labels, next.labels);
    if (isUnlike && !isNoted) {
      run.notes.push({ message: `unlike things are added: ${labelWords(sum)} and ${labelWords(next)}`, ...at });
      isNoted = true;
    }
    const labels = isUnlike ? new Map<string, number>() : sum.labels.size > 0 ? sum.labels : next.labels;
    const both = sum.share === true && next.share === true ? { share: true } : {};
    sum = finite({ ...quantity(sum.value + sign * next.value, sum.dimension, labels), ...both }, at);
  }
  return sum;
}

/** "100 GB + 20%" is a fifth more; "0.5 + 20%" and "1 - 10%" are sums of shares. */
function isRelative(sum: Quantity, operand: Node): boolean {
  const isPercentage = operand.kind === 'literal' || operand.kind === 'percent';
  return isPercentage && sum.share !== true && !(isCount(sum.dimension) && Math.abs(sum.value) <= 1);
}

function refuseSum({ operator, operand, at }: Operation<'+' | '-'>, sum: Quantity, next: Quantity): never {
  const added = operandWords(operand, next);
  const message =
    operator === '+'
      ? `cannot add ${added} to ${dimensionWords(sum.dimension)}`
      : `cannot subtract ${added} from ${dimensionWords(sum.dimension)}`;
  refuse(at, message, hintForSum(sum, next));
}

function hintForSum(sum: Quantity, next: Quantity): string {
  const difference = combined(sum.dimension, next.dimension, -1);
  if (isCount(sum.dimension) || isCount(next.dimension)) return 'Give both sides a unit, or neither.';
  if (isSameDimension(difference, TIME)) return 'Multiply the second by a time, or divide the first by one.';
  if (isSameDimension(combined(COUNT, difference, -1), TIME))
    return 'Multiply the first by a time, or divide the second by one.';
  return 'Both sides of + and - must measure the same; * and / combine unlike ones.';
}

function labelWords({ labels }: Quantity): string {
  return [...labels]
    .slice(0, 3)
    .map(([label, power]) => (power < 0 ? `per ${label}` : pluralOf(label)))
    .join(' ');
}

function productOf({ first, rest }: Node & { kind: 'product' }, run: Run): Quantity {
  const start = valueAt(first, run);
  const labels = new Map(start.labels);
  let { value, dimension } = start;
  for (const { operator, operand, at } of rest) {
    const next = valueAt(operand, run);
    if (operator === '/' && next.value === 0)
      refuse(at, 'this divides by zero', 'The divisor behind the sign comes to 0.');
    const power = operator === '*' ? 1 : -1;
    value = power === 1 ? value * next.value : value / next.value;
    if (!Number.isFinite(value)) refuseTooLarge(at, 'the result');
    dimension = combined(dimension, next.dimension, power);
    addedLabels(labels, next.labels, power);
  }
  return quantity(value, dimension, labels);
}

function powerOf({ base, exponents, start, end }: Node & { kind: 'power' }, run: Run): Quantity {
  const at = { start, end };
  const powers = exponents.map((exponent) => {
    const power = valueAt(exponent, run);
    if (!isCount(power.dimension)) refuse(exponent, 'an exponent is a plain number', 'Divide it by its unit first.');
    return power.value;
  });
  const exponent = powers.reduceRight((power, each) => each ** power);
  if (Number.isNaN(exponent)) refuseBrokenPower(at);
  return finite(raised(valueAt(base, run), exponent, at), at);
}

function callOf({ name, args, start, end }: Node & { kind: 'call' }, run: Run): Quantity {
  const at = { start, end };
  const values = args.map((argument) => valueAt(argument, run));
  const builtIn = BUILT_IN.get(name);
  if (builtIn === undefined)
    return finite(
      applyFormula({ name, args, values, at }, (each, scope) => valueAt(each, { ...run, scope })),
      at,
    );
  if (args.length < builtIn.least || args.length > builtIn.most) {
    refuse(
      at,
      `${name} takes ${builtIn.most === 1 ? 'one value' : `one to ${builtIn.most} values`}`,
      `Write ${name}(${builtIn.most === 1 ? 'a' : 'a, b'}).`,
    );
  }
  for (const [index, value] of values.entries()) {
    const argument = args[index];
    if (argument !== undefined && !isSameDimension(value.dimension, values[0]?.dimension ?? value.dimension)) {
      refuse(
        argument,
        `cannot compare ${operandWords(argument, value)} with ${dimensionWords(values[0]?.dimension ?? value.dimension)}`,
        `Give all values of ${name} the same kind of unit, or none.`,
      );
    }
  }
  return builtIn.apply(values, at);
}
