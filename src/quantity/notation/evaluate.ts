import { dimensionWords, isCount, isSameDimension } from '../dimension.ts';
import { attempt, type Note, type Outcome, raise, refuse, refuseTooLarge, type Span } from '../fault.ts';
import { countedLabels, type Quantity, quantity, type Values } from '../quantity.ts';
import { quoted } from '../quote.ts';
import { isShare, shareOf } from '../share.ts';
import { applyFormula } from './formula-calls.ts';
import { BUILT_IN, raised, refuseBrokenPower } from './functions.ts';
import { operandWords } from './operand-words.ts';
import { productOf } from './products.ts';
import { sumOf } from './sums.ts';
import type { Expression, Literal, Node } from './syntax.ts';

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
      if (isShare(operand)) return shareOf(-operand.value);
      return quantity(-operand.value, operand.dimension, countedLabels(operand));
    }
    case 'percent': {
      const { value, dimension, labels } = valueAt(node.operand, run);
      const isBare = isCount(dimension) && labels.size === 0;
      return isBare ? shareOf(value / 100) : quantity(value / 100, dimension, labels);
    }
    case 'sum':
      return sumOf(node, (each) => valueAt(each, run), run.notes);
    case 'product':
      return productOf(node, (each) => valueAt(each, run));
    case 'power':
      return powerOf(node, run);
    case 'call':
      return callOf(node, run);
  }
}

function timeless({ quantity: written, period }: Literal): Quantity {
  if (period === 1 && written.dimension.seconds === 0) return written;
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
