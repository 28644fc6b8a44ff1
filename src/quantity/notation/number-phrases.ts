import { secondsBetween } from '../units/frequencies.ts';
import { magnitudeOf } from '../units/magnitudes.ts';
import { isTens, smallNumberOf } from '../units/number-words.ts';
import { unitOf } from '../units/units.ts';
import { type Cursor, isSign, isWord, peek } from './cursor.ts';
import { isNameAt, isNoun } from './nouns.ts';
import type { Token } from './tokens.ts';

const FRACTIONS: ReadonlyMap<string, number> = new Map([
  ['half', 1 / 2],
  ['halves', 1 / 2],
  ['third', 1 / 3],
  ['thirds', 1 / 3],
  ['quarter', 1 / 4],
  ['quarters', 1 / 4],
  ['fifth', 1 / 5],
  ['fifths', 1 / 5],
  ['tenth', 1 / 10],
  ['tenths', 1 / 10],
]);
const TIMES: ReadonlyMap<string, number> = new Map([
  ['once', 1],
  ['twice', 2],
]);

interface WordNumber {
  readonly value: number;
  readonly precision: number;
}

/** Reads `ten`, `twenty-five`, `half a` million, `two thirds` of or `twice` a day; undefined where no number begins. */
export function readNumberWords(cursor: Cursor): WordNumber | undefined {
  const first = peek(cursor);
  if (first?.kind !== 'word') return undefined;
  const fraction = readFraction(cursor);
  if (fraction !== 1) return exactly(fraction);
  if (isWord(first, 'half') && isWord(peek(cursor, 1), 'a', 'an')) return readHalf(cursor);
  if (isWord(first, 'a', 'an')) return readArticle(cursor);
  const times = TIMES.get(first.text.toLowerCase());
  if (times !== undefined) return readTimes(cursor, times);
  return readSmallNumber(cursor, first);
}

function readSmallNumber(cursor: Cursor, first: Token): WordNumber | undefined {
  const value = smallNumberOf(first.text);
  if (value === undefined) return isLongMagnitude(first) ? exactly(1) : undefined;
  cursor.index++;
  const hyphen = isGluedHyphen(cursor) ? 1 : 0;
  const next = peek(cursor, hyphen);
  const digit = next?.kind === 'word' ? smallNumberOf(next.text) : undefined;
  const isOne = digit === undefined || !isTens(first.text) || digit === 0 || digit > 9;
  if (!isOne) cursor.index += 1 + hyphen;
  return exactly((value + (isOne ? 0 : digit)) * readFraction(cursor));
}

function exactly(value: number): WordNumber {
  return { value, precision: 0 };
}

/** "half a million", "half an hour". */
function readHalf(cursor: Cursor): WordNumber | undefined {
  cursor.index++;
  const whole = readArticle(cursor);
  if (whole === undefined) cursor.index--;
  return whole && exactly(whole.value / 2);
}

/** "a million", "an hour", "a quarter of": an article counts only in front of a number or a unit. */
function readArticle(cursor: Cursor): WordNumber | undefined {
  cursor.index++;
  const fraction = readFraction(cursor);
  if (fraction !== 1 || isLongMagnitude(peek(cursor)) || isUnitWord(cursor)) return exactly(fraction);
  cursor.index--;
  return undefined;
}

function isUnitWord(cursor: Cursor): boolean {
  const token = peek(cursor);
  if (token?.kind !== 'word' || token.text.length === 1 || unitOf(token.text) === undefined) return false;
  // "a quarter of users" is a share, and of something that has no value.
  return !isNameAt(cursor, 0) && !(FRACTIONS.has(token.text.toLowerCase()) && isWord(peek(cursor, 1), 'of'));
}

/** "once per minute", "twice a day". */
function readTimes(cursor: Cursor, value: number): WordNumber | undefined {
  const next = peek(cursor, 1);
  const isOften = next?.kind === 'word' && (isWord(next, 'per', 'a', 'an', 'every', 'each') || isFrequency(next));
  if (!isOften) return undefined;
  cursor.index++;
  return exactly(value);
}

function isFrequency({ text }: Token): boolean {
  return secondsBetween(text) !== undefined;
}

/** Moves over the third of "a third of 9 TB", which needs a value behind it, and gives 1/3; else 1. */
export function readFraction(cursor: Cursor): number {
  const word = peek(cursor);
  const fraction = word?.kind === 'word' ? FRACTIONS.get(word.text.toLowerCase()) : undefined;
  if (fraction === undefined || isNameAt(cursor, 0) || !isWord(peek(cursor, 1), 'of')) return 1;
  if (isNoun(cursor, 2) && !isNameAt(cursor, 2)) return 1;
  cursor.index++;
  return fraction;
}

/** Whether a hyphen stands here that touches the tokens on both sides. */
export function isGluedHyphen(cursor: Cursor): boolean {
  const next = peek(cursor, 1);
  return isSign(peek(cursor), '-') && peek(cursor)?.isApart === false && next?.isApart === false;
}

/** A magnitude that is a word, such as `million`. */
export function isLongMagnitude(token: Token | undefined): boolean {
  return token?.kind === 'word' && token.text.length > 3 && magnitudeOf(token.text) !== undefined;
}
