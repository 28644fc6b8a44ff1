import { TIME } from '../dimension.ts';
import { quoted } from '../quote.ts';
import { isJoining, singularOf } from '../units/labels.ts';
import { smallNumberOf } from '../units/number-words.ts';
import { unitOf } from '../units/units.ts';
import { type Cursor, isSign, isWord, note, peek } from './cursor.ts';
import { FUNCTIONS } from './function-names.ts';
import { nameAt } from './names.ts';
import { compoundParts, isNameAt, isNoun, readLabel } from './nouns.ts';
import { isGluedHyphen } from './number-phrases.ts';

/** What a remark in brackets may have. */
const MOST_REMARKED = 12;
/** Words that calculate, or that need a number. */
const OPERATORS = ['x', 'times', 'of', 'per', 'plus', 'minus', 'multiplied', 'divided', 'by', 'half', 'each'];
/** Words that say no more than the number in front of their hyphen: 3-way, 10-fold. */
const FACTORS = /^(?:way|fold)s?$/i;

export function isBeforeNumber(cursor: Cursor): boolean {
  return peek(cursor, 1)?.kind === 'number';
}

/** Whether "/day", "per user" or "a day" stands `ahead` of here. A name that was defined is an operand and no unit. */
export function isDenominator(cursor: Cursor, ahead = 0): boolean {
  const sign = peek(cursor, ahead);
  const word = peek(cursor, ahead + 1);
  if (word?.kind !== 'word' || isNameAt(cursor, ahead + 1)) return false;
  const unit = unitOf(word.text);
  if (isWord(sign, 'a', 'an', 'every', 'each')) return unit?.dimension === TIME;
  const isSlash = isSign(sign, '/') && sign?.isApart === false && !word.isApart;
  if (!isSlash && !isWord(sign, 'per')) return false;
  return (unit !== undefined || isNoun(cursor, ahead + 1)) && !isCalled(cursor, ahead + 1);
}

/** Whether the word `ahead` is a function: "/min(3, 4)" and "/storage (…)" are calls, "/min (at peak)" has a remark. */
function isCalled(cursor: Cursor, ahead: number): boolean {
  const [word, bracket] = [peek(cursor, ahead), peek(cursor, ahead + 1)];
  if (!isSign(bracket, '(')) return false;
  const isUnit = unitOf(word?.text ?? '') !== undefined;
  return !bracket?.isApart || (!isUnit && nameAt(FUNCTIONS, cursor.tokens, cursor.index + ahead) !== undefined);
}

/** Whether "every 10 s" stands `ahead` of here. */
export function isInterval(cursor: Cursor, ahead = 0): boolean {
  const number = peek(cursor, ahead + 1);
  const unit = peek(cursor, ahead + 2);
  const isNumber = number?.kind === 'number' || (number?.kind === 'word' && smallNumberOf(number.text) !== undefined);
  if (!isWord(peek(cursor, ahead), 'every', 'each') || !isNumber || unit?.kind !== 'word') return false;
  return unitOf(unit.text)?.dimension === TIME;
}

/** Whether the "-month" of "GB-month" or "node-hour" stands here: what is joined so is multiplied. */
export function isJoinedTime(cursor: Cursor): boolean {
  const [before, unit] = [peek(cursor, -1), peek(cursor, 1)];
  if (!isGluedHyphen(cursor) || unit?.kind !== 'word' || isNameAt(cursor, 1)) return false;
  return unitOf(unit.text)?.dimension === TIME && unitOf(before?.text ?? '')?.dimension !== TIME;
}

/** Whether "of RAM" or "of logs" stands here. */
export function isOfWhat(cursor: Cursor): boolean {
  if (!isWord(peek(cursor), 'of') || isSign(peek(cursor, 2), '(')) return false;
  return isNoun(cursor, 1) && !isNameAt(cursor, 1);
}

/** How many tokens from here on say nothing that counts: the x of a factor, "each", a remark in brackets. */
export function idleTokens(cursor: Cursor): number {
  if (compoundParts(cursor) > 0) return 0;
  return isFactorSign(cursor) || isIdleEach(cursor) ? 1 : remarkLength(cursor);
}

/** The x of "a 2x margin", and the times of "3 times a day": nothing follows that could be multiplied. */
function isFactorSign(cursor: Cursor): boolean {
  if (!isWord(peek(cursor), 'x', 'times')) return false;
  const next = peek(cursor, 1);
  if (next === undefined) return true;
  if (isWord(peek(cursor), 'times') && (isDenominator(cursor, 1) || isInterval(cursor, 1))) return true;
  if (next.kind === 'number' || ['$', '(', '~', '-', '+'].includes(next.text)) return false;
  if (next.kind !== 'word') return true;
  const isOperand = isNameAt(cursor, 1) || unitOf(next.text) !== undefined;
  return !isOperand && isNoun(cursor, 1) && !isSign(peek(cursor, 2), '(');
}

function isIdleEach(cursor: Cursor): boolean {
  return isWord(peek(cursor), 'each') && peek(cursor, 1)?.kind !== 'word' && !isBeforeNumber(cursor);
}

/** The tokens of "(DAU)" or "(on average)": a few words that have no value; 0 where no such remark stands. */
function remarkLength(cursor: Cursor): number {
  const open = peek(cursor);
  if (!isSign(open, '(') || open?.isApart !== true || isSign(peek(cursor, 1), ')')) return 0;
  for (let length = 1; length <= MOST_REMARKED; length++) {
    if (isSign(peek(cursor, length), ')')) return length + 1;
    if (!isRemarked(cursor, length)) return 0;
  }
  return 0;
}

function isRemarked(cursor: Cursor, ahead: number): boolean {
  const token = peek(cursor, ahead);
  if (isSign(token, '-') || isSign(token, ',')) return ahead > 1;
  if (token?.kind !== 'word' || isNameAt(cursor, ahead)) return false;
  return isNoun(cursor, ahead) || (isJoining(token.text) && !isWord(token, ...OPERATORS));
}

/** Moves over the plus of "100M+ users": at least so many. */
export function readAtLeast(cursor: Cursor, start: number): void {
  const plus = peek(cursor);
  const next = peek(cursor, 1);
  if (!isSign(plus, '+') || plus?.isApart !== false || next?.kind !== 'word' || !next.isApart) return;
  if (isNameAt(cursor, 1) || isSign(peek(cursor, 2), '(')) return;
  if (!isNoun(cursor, 1) && unitOf(next.text) === undefined) return;
  const written = cursor.text.slice(start, plus.end);
  note(cursor, { start, end: plus.end }, `${quoted(written)} is read as ${quoted(written.slice(0, -1)).slice(1, -1)}`);
  cursor.index++;
}

/**
 * Moves over the hyphen between a number and its unit (`64-byte keys`, `30-day`), and reads all of `3-node cluster`, of
 * which only the nodes are counted.
 */
export function readJoinedUnit(cursor: Cursor, labels: Map<string, number>): void {
  const word = peek(cursor, 1);
  if (!isGluedHyphen(cursor) || word?.kind !== 'word' || word.text.length < 2) return;
  if (isNameAt(cursor, 1) || isCalled(cursor, 1)) return;
  if (unitOf(word.text) !== undefined) cursor.index++;
  else if (isNoun(cursor, 1) && peek(cursor, 2)?.isApart === true && isNoun(cursor, 2) && !isNameAt(cursor, 2)) {
    cursor.index += 2;
    if (!FACTORS.test(word.text)) labels.set(singularOf(word.text), 1);
    readLabel(cursor, false);
  }
}
