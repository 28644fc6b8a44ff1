import { COUNT, combined, dimensionWords, isCount, isSameDimension, TIME } from '../dimension.ts';
import { type Note, refuse, refuseTooLarge } from '../fault.ts';
import { numberText } from '../format.ts';
import { countedLabels, isSameLabels, type Labels, type Quantity, quantity } from '../quantity.ts';
import { isOfShares, isShare, missingOf, shareOf } from '../share.ts';
import { pluralOf } from '../units/labels.ts';
import { operandWords } from './operand-words.ts';
import type { Node, Operation } from './syntax.ts';

/** Less than this share of a value is lost in its three digits. */
const LEAST_SHOWN = 0.005;

type Added = Operation<'+' | '-'>;

/** The value of a sum. How percentages and unlike things in it are read is added to `notes`. */
export function sumOf(
  { first, rest }: Node & { kind: 'sum' },
  valueAt: (node: Node) => Quantity,
  notes: Note[],
): Quantity {
  let sum = valueAt(first);
  let isNoted = false;
  for (const operation of rest) {
    const next = valueAt(operation.operand);
    const [left, right] = [countedLabels(sum), countedLabels(next)];
    const result = sharesAdded(sum, next, operation, notes) ?? plainlyAdded(sum, next, operation);
    if (isUnlike(left, right) && !isNoted) {
      notes.push({ message: `unlike things are added: ${labelWords(left)} and ${labelWords(right)}`, ...operation.at });
      isNoted = true;
    }
    if (!Number.isFinite(result.value)) refuseTooLarge(operation.at, 'the result');
    sum = result;
  }
  return sum;
}

/** "100 GB + 20%" is a fifth more; "0.5 + 20%" is a sum of shares, and "1 - 99.9%" what is missing. */
function sharesAdded(
  sum: Quantity,
  next: Quantity,
  { operator, operand, at }: Added,
  notes: Note[],
): Quantity | undefined {
  const isBare = isCount(sum.dimension) && sum.labels.size === 0;
  if (operator === '-' && isBare && sum.value === 1 && next.missing !== undefined) {
    return isShare(next) ? shareOf(next.missing, next.value) : quantity(next.missing);
  }
  if (!isShare(next)) return undefined;
  const change = operator === '+' ? next.value : -next.value;
  if (isShare(sum)) return shareOf(sum.value + change, missingOf(sum) - change);
  const relative = 'a share of what stands in front of it';
  const percentage = `${numberText(Math.round(next.value * 1e6) / 1e4)}%`;
  if (isBare && (Math.abs(sum.value) <= 1 || isMoreWeight(sum, next, operand))) {
    const number = numberText(Number(next.value.toPrecision(6)));
    if (sum.value !== 1) notes.push({ message: `${percentage} is read as ${number}, and not as ${relative}`, ...at });
    const added = quantity(sum.value + change);
    return isOfShares(sum) ? { ...added, isWeighted: true } : added;
  }
  notes.push({ message: `${percentage} is read as ${relative}`, ...at });
  return quantity(sum.value * (1 + change), sum.dimension, countedLabels(sum));
}

/** "push-share * 2 + email-share" is a sum of weights. A percentage that is written out, or would not show, is none. */
function isMoreWeight(sum: Quantity, next: Quantity, operand: Node): boolean {
  const isWritten = operand.kind === 'literal' || operand.kind === 'percent';
  return sum.isWeighted === true && !isWritten && Math.abs(next.value) >= LEAST_SHOWN * Math.abs(sum.value);
}

/** Unlike things together have no name. */
function plainlyAdded(sum: Quantity, next: Quantity, operation: Added): Quantity {
  if (!isSameDimension(sum.dimension, next.dimension)) refuseSum(operation, sum, next);
  const [left, right] = [countedLabels(sum), countedLabels(next)];
  const labels = isUnlike(left, right) ? undefined : left.size > 0 ? left : right;
  const result = quantity(sum.value + (operation.operator === '+' ? next.value : -next.value), sum.dimension, labels);
  return isOfShares(sum) && isOfShares(next) ? { ...result, isWeighted: true } : result;
}

function isUnlike(left: Labels, right: Labels): boolean {
  return left.size > 0 && right.size > 0 && !isSameLabels(left, right);
}

function refuseSum({ operator, operand, at }: Added, sum: Quantity, next: Quantity): never {
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

function labelWords(labels: Labels): string {
  return [...labels]
    .slice(0, 3)
    .map(([label, power]) => (power < 0 ? `per ${label}` : pluralOf(label)))
    .join(' ');
}
