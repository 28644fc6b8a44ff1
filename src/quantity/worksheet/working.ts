import { isCount, isSameDimension } from '../dimension.ts';
import { isSameLabels, type Quantity } from '../quantity.ts';
import { DAY } from '../units/units.ts';
import { type Comparison, compare, isOfTime, type Slip } from './compare.ts';
import { type Mistake, mistakeOf } from './message.ts';
import type { Reading } from './reading.ts';

/** A quoted stretch of a line; offsets in UTF-16 code units of the line. */
export interface Passage {
  readonly text: string;
  /** From 1. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** What it comes to. */
  readonly quantity: Quantity;
}

/** One calculation of a candidate: an expression, and what was stated as its result. */
export interface Working {
  readonly name?: string;
  readonly expression: Passage;
  readonly stated?: Passage;
  /** None where no result was stated, or where it cannot be held against the expression. */
  readonly verdict?: 'agrees' | 'rounded' | 'wrong';
  readonly slip?: Slip;
  /** Where it is wrong; `mistakeText` words it. */
  readonly mistake?: Mistake;
  readonly notes: readonly string[];
  /** Whether it can be nothing but working, wherever it is said: `name = expression = result`, or with units `expression = result`. */
  readonly isPlain: boolean;
}

/** Two neighbours of a chain. */
export interface Pair {
  readonly left: Reading;
  readonly right: Reading;
  readonly sign: 'equals' | 'arrow';
  /** Whether prose or an earlier clause stands in front of it in its line. */
  readonly isInProse: boolean;
}

/** A pair whose sides were held against each other; which side is the expression depends on what is calculated where. */
export interface Check extends Comparison {
  readonly expression: Reading;
  readonly stated: Reading;
}

/** Holds the sides of a pair against each other; undefined where they need not be equal, or nobody can tell. */
export function checkPair(pair: Pair): Check | undefined {
  const { left, right, sign } = pair;
  if (left.isComputed) return right.isComputed ? checkBoth(pair) : checkResult(left, right);
  if ((left.quantity.share === true) !== (right.quantity.share === true)) return undefined;
  if (right.isComputed) {
    const isReversed = sign === 'equals' && isSameDimension(left.quantity.dimension, right.quantity.dimension);
    return isReversed && isLike(left.quantity, right.quantity) ? checkOf(right, left) : undefined;
  }
  return checkRestated(pair);
}

/** A result. Where it does not fit, a "B" may be bytes or billions, and units of time may be worked off by hand. */
function checkResult(left: Reading, right: Reading): Check {
  const check = checkOf(left, right);
  if (isRight(check)) return check;
  const stated = [right, ...right.inBytes()];
  const others = [left, ...left.inBytes()].flatMap((each) => stated.map((result) => checkOf(each, result)));
  const found = others.find(isRight);
  if (found !== undefined) return found;
  if (check.verdict !== 'wrong' || isMeasuredAlike(check)) return byHand(check);
  const nearest = others.filter(isMeasuredAlike).sort((a, b) => distanceOf(a) - distanceOf(b))[0];
  return nearest !== undefined && distanceOf(nearest) < distanceOf(check) ? nearest : byHand(check);
}

/** How many powers of ten the result is off. */
function distanceOf({ ratio = 0 }: Check): number {
  return ratio > 0 ? Math.abs(Math.log10(ratio)) : Number.POSITIVE_INFINITY;
}

function checkOf(expression: Reading, stated: Reading): Check {
  return { expression, stated, ...compare(expression, stated) };
}

function isMeasuredAlike({ expression, stated }: Check): boolean {
  return isSameDimension(expression.quantity.dimension, stated.quantity.dimension);
}

/** "500M/day / 86400 = 57K/s": what is wrong is told of the numbers as they stand, where that explains it. */
function byHand(check: Check): Check {
  const { expression, stated, slip } = check;
  const given = stated.quantity.dimension;
  if (slip !== 'arithmetic' || stated.timeless.value === 0) return check;
  const isOfDays = expression.quantity.dimension.seconds === given.seconds + 1;
  if (!isOfDays && !expression.bare.some(isOfTime)) return check;
  const value = isOfDays
    ? expression.quantity.value / DAY
    : (expression.timeless.value * stated.quantity.value) / stated.timeless.value;
  const other = checkOf({ ...expression, quantity: { ...expression.quantity, value, dimension: given } }, stated);
  return other.slip === 'power-of-ten' ? other : check;
}

/** Both sides calculate. "a * b = c + d" may also only carry on from c, and a difference that no slip explains is no claim. */
function checkBoth({ left, right }: Pair): Check | undefined {
  const whole = checkOf(left, right);
  if (isRight(whole)) return whole;
  if (right.leading !== undefined) {
    const { quantity } = right.leading;
    const timeless = {
      ...quantity,
      value: quantity.value / right.leading.period,
      dimension: { ...quantity.dimension, seconds: 0 },
    };
    const text = right.text.slice(right.leading.start, right.leading.end);
    const beginning = { ...right, text: text === '' ? right.text : text, quantity, timeless, isComputed: false };
    const carried = checkOf(left, beginning);
    if (isRight(carried)) return carried;
  }
  const isExplained = whole.verdict === 'wrong' && whole.slip !== 'arithmetic' && whole.slip !== 'dimension';
  return isExplained ? whole : undefined;
}

/** A quantity in other units: "100M/min = 1.67M/s". An arrow between two quantities, or prose, often says that one follows from the other. */
function checkRestated({ left, right, sign, isInProse }: Pair): Check | undefined {
  const [from, to] = [left.quantity, right.quantity];
  if (left.isPart || right.isPart || !isSameDimension(from.dimension, to.dimension) || !isLike(from, to))
    return undefined;
  const isSameUnit = left.leading?.unit === right.leading?.unit && left.leading?.period === right.leading?.period;
  if (sign === 'arrow' && (isCount(from.dimension) || isSameUnit)) return undefined;
  const check = checkOf(left, right);
  // Nobody slips that far: the one is a part, the other the whole.
  if (check.ratio !== undefined && Math.abs(Math.log10(check.ratio)) > 6.5) return undefined;
  const isClaim = sign === 'equals' && !isInProse;
  return isRight(check) || isClaim || (check.slip !== undefined && check.slip !== 'arithmetic') ? check : undefined;
}

function isLike(left: Quantity, right: Quantity): boolean {
  if (isSameLabels(left.labels, right.labels)) return true;
  return !isCount(left.dimension) && (left.labels.size === 0 || right.labels.size === 0);
}

function isRight({ verdict }: Comparison): boolean {
  return verdict === 'agrees' || verdict === 'rounded';
}

/** A check as it is told. */
export function workingOf(
  check: Check,
  { line, name, isPlain }: { line: number; name: string | undefined; isPlain: boolean },
): Working {
  const { expression, stated, verdict, slip } = check;
  return {
    ...(name === undefined ? {} : { name }),
    expression: passageOf(expression, line),
    stated: passageOf(stated, line),
    ...(verdict === undefined ? {} : { verdict }),
    ...(slip === undefined ? {} : { slip }),
    ...(verdict === 'wrong' ? { mistake: mistakeOf(expression, stated, check) } : {}),
    notes: notesOf(check),
    isPlain,
  };
}

/** How a right result was read needs no telling. */
function notesOf(check: Check): string[] {
  const { expression, stated, note } = check;
  const readings = isRight(check) ? [] : [...expression.notes, ...stated.notes].map(({ message }) => message);
  return note === undefined ? readings : [note, ...readings];
}

/** An expression without a result. */
export function unstated(expression: Reading, line: number, name: string): Working {
  const notes = expression.notes.map(({ message }) => message);
  return { name, expression: passageOf(expression, line), notes, isPlain: false };
}

function passageOf({ text, start, quantity }: Reading, line: number): Passage {
  return { text, line, start, end: start + text.length, quantity };
}
