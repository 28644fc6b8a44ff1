import { isCount, isSameDimension } from '../dimension.ts';
import { formatQuantity } from '../format.ts';
import { isSameLabels, type Quantity } from '../quantity.ts';
import { DAY, unitOf } from '../units/units.ts';
import { isExplained } from './asides.ts';
import { type Comparison, compare, distanceOf, isRight, isTimeLeftOut } from './compare.ts';
import { type Mistake, mistakeOf, resultText } from './message.ts';
import type { Reading } from './reading.ts';
import type { Sign } from './signs.ts';
import { isOfTime, type Slip } from './slips.ts';

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
  /** What the expression comes to, in the reading in which it was held against the result; `resultText` shows it like that. */
  readonly result: Quantity;
  readonly resultText: string;
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
  readonly sign: Sign;
  /** Whether prose or an earlier clause stands in front of it in its line. */
  readonly isInProse: boolean;
  /** Whether something stands in front of it in its chain. */
  readonly isBehind: boolean;
}

/** A pair whose sides were held against each other; which side is the expression depends on what is calculated where. */
export interface Check extends Comparison {
  readonly expression: Reading;
  readonly stated: Reading;
}

/** Holds the sides of a pair against each other; undefined where they need not be equal, or nobody can tell. */
export function checkPair(pair: Pair): Check | undefined {
  const check = checkSides(pair);
  // "5 years 200 GB/day * 5 = 1 TB" may have forgotten the days.
  if (check !== undefined && pair.left.isDeduced && isTimeLeftOut(check)) return undefined;
  return check?.verdict === 'wrong' && isInDoubt(check, pair) ? undefined : check;
}

/** "1.2M / (15K - 12K)/s" may divide by a rate. */
const SPLIT_RATE = /\)\/\p{L}/u;

/** Whether what is said beside the two explains the difference, or it is not sure that the one is meant to be the other. */
function isInDoubt({ slip, ratio, expression, stated }: Check, { left, right, sign }: Pair): boolean {
  const asides = [...left.asides, ...right.asides];
  if (asides.length > 0 && (ratio === undefined || isExplained(ratio, asides))) return true;
  // "60K/s" behind "s = 56 bytes" still counts seconds.
  if (expression.names.some((name) => unitOf(name) !== undefined)) return true;
  const isSure = slip === 'power-of-ten' || slip === 'bits-for-bytes';
  if (slip === 'dimension' && SPLIT_RATE.test(expression.text)) return true;
  // "12 (+1 replica each = 24)" adds one to every node.
  if (expression.isPart && slip === 'arithmetic') return true;
  if (left.isDeduced) return !isSure;
  return sign === 'cell' && !((isSure || slip === 'time') && expression.hasSize && stated.hasSize);
}

function checkSides(pair: Pair): Check | undefined {
  const { left, right, sign } = pair;
  if (left.isComputed) return right.isComputed ? checkBoth(pair) : checkLast(pair);
  if ((left.quantity.share === true) !== (right.quantity.share === true)) return undefined;
  if (right.isComputed) {
    const isReversed = sign !== 'arrow' && isSameDimension(left.quantity.dimension, right.quantity.dimension);
    return isReversed && isLike(left.quantity, right.quantity) ? checkReversed(left, right) : undefined;
  }
  return checkRestated(pair);
}

/** "15 TB = 500M * 30 * 1 KB"; but "2 MB/s = 2 MB/s * 86400" only goes on from the 2 MB/s. */
function checkReversed(left: Reading, right: Reading): Check | undefined {
  const check = checkOf(right, left);
  if (isRight(check)) return check;
  const beginning = beginningOf(right);
  return beginning !== undefined && isRight(checkOf(left, beginning)) ? undefined : check;
}

/** "10K * 2 KB = 20 MB + 1M * 64 B = 64 MB": behind a result, what is added may be all that the next one is of. */
function checkLast({ left, right, isBehind }: Pair): Check | undefined {
  const whole = checkResult(left, right);
  const last = isBehind && whole?.verdict !== 'agrees' ? left.lastTerm() : undefined;
  const check = last?.isComputed === true ? checkResult(last, right) : undefined;
  return check?.verdict === 'agrees' ? check : whole;
}

/** A result. Where it does not fit, a "B" may be bytes or billions, and units of time may be worked off by hand. */
function checkResult(left: Reading, right: Reading): Check | undefined {
  const check = checkOf(left, right);
  if (isRight(check)) return check;
  const [expressions, results] = [left.inBytes(), right.inBytes()];
  if (expressions === undefined || results === undefined) return undefined;
  const others = [left, ...expressions].flatMap((expression) =>
    [right, ...results].map((stated) => ({ expression, stated, ...compare(expression, stated, true) })),
  );
  const found = others.find(isRight);
  if (found !== undefined) return found;
  if (check.verdict !== 'wrong' || isMeasuredAlike(check)) return byHand(check);
  const nearest = others.filter(isSizedAlike).sort((a, b) => distanceOf(a) - distanceOf(b))[0];
  return byHand(nearest !== undefined && distanceOf(nearest) < distanceOf(check) ? nearest : check);
}

function checkOf(expression: Reading, stated: Reading): Check {
  return { expression, stated, ...compare(expression, stated) };
}

function isMeasuredAlike({ expression, stated }: Check): boolean {
  return isSameDimension(expression.quantity.dimension, stated.quantity.dimension);
}

function isSizedAlike({ expression, stated }: Check): boolean {
  const [found, given] = [expression.quantity.dimension, stated.quantity.dimension];
  return found.bytes === given.bytes && found.dollars === given.dollars;
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

/**
 * Both sides calculate. "a * b = c + d" may also only carry on from c, and a difference that no slip explains is no claim:
 * but a c that is a power of ten off is, and so is "3 TB * 2 = 9 TB * 4", where neither can be meant.
 */
function checkBoth({ left, right, sign }: Pair): Check | undefined {
  const whole = checkOf(left, right);
  if (whole.verdict === 'agrees') return whole;
  const beginning = beginningOf(right);
  const carried = beginning === undefined ? undefined : checkResult(left, beginning);
  if (carried?.verdict === 'agrees') return carried;
  const near = [whole, carried].find((each) => each !== undefined && isRight(each));
  if (near !== undefined) return near;
  // "1 block / 2 s = 86,400 / 2" goes on by hand.
  if (whole.slip === 'time' && right.numbers.every(({ unit }) => unit === undefined)) return undefined;
  if (whole.verdict === 'wrong' && whole.slip !== 'arithmetic' && whole.slip !== 'dimension') return whole;
  if (sign === 'arrow' || carried === undefined) return undefined;
  if (carried.slip === 'power-of-ten') return carried;
  return sign !== 'cell' && isUnequal({ carried, right }) ? nearer(whole, carried) : undefined;
}

/** Whether a product in bytes or dollars begins with another size than the one in front of it: nothing is left to guess. */
function isUnequal({ carried, right }: { carried: Check; right: Reading }): boolean {
  const { expression, slip } = carried;
  const isSized = expression.hasSize && isMeasuredAlike(carried) && !isCount(expression.quantity.dimension);
  return isSized && slip === 'arithmetic' && !expression.isPart && !right.isPart && right.lastTerm() === undefined;
}

function nearer(whole: Check, carried: Check): Check {
  const isNearer = isMeasuredAlike(whole) && distanceOf(whole) < distanceOf(carried);
  return isNearer ? whole : carried;
}

/** The number that a sum or product begins with, as if nothing stood behind it. */
function beginningOf(reading: Reading): Reading | undefined {
  const { leading } = reading;
  if (leading === undefined) return undefined;
  const { quantity } = leading;
  const dimension = { ...quantity.dimension, seconds: 0 };
  const timeless = { ...quantity, value: quantity.value / leading.period, dimension };
  const text = reading.text.slice(leading.start, leading.end);
  const alone = { numbers: [leading], isComputed: false, inBytes: () => [] };
  return { ...reading, text: text === '' ? reading.text : text, quantity, timeless, ...alone };
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
  const isClaim = sign !== 'arrow' && !isInProse;
  return isRight(check) || isClaim || (check.slip !== undefined && check.slip !== 'arithmetic') ? check : undefined;
}

function isLike(left: Quantity, right: Quantity): boolean {
  if (isSameLabels(left.labels, right.labels)) return true;
  return !isCount(left.dimension) && (left.labels.size === 0 || right.labels.size === 0);
}

/** A check as it is told. */
export function workingOf(
  check: Check,
  { line, name, isPlain }: { line: number; name: string | undefined; isPlain: boolean },
): Working {
  const { expression, stated, verdict, slip, result } = check;
  return {
    ...(name === undefined ? {} : { name }),
    expression: passageOf(expression, line),
    stated: passageOf(stated, line),
    result,
    resultText: resultText(result, stated),
    ...(verdict === undefined ? {} : { verdict }),
    ...(slip === undefined ? {} : { slip }),
    ...(verdict === 'wrong' ? { mistake: mistakeOf(stated, check) } : {}),
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
  const { quantity } = expression;
  const result = { result: quantity, resultText: formatQuantity(quantity) };
  return { name, expression: passageOf(expression, line), ...result, notes, isPlain: false };
}

function passageOf({ text, start, quantity }: Reading, line: number): Passage {
  return { text, line, start, end: start + text.length, quantity };
}
