import { isJoining, singularOf } from '../units/labels.ts';
import { magnitudeOf } from '../units/magnitudes.ts';
import { smallNumberOf } from '../units/number-words.ts';
import { unitOf } from '../units/units.ts';
import { type Cursor, isSign, peek } from './cursor.ts';
import { nameAt } from './names.ts';
import type { Token } from './tokens.ts';

/** Longer runs of words are prose. */
const MOST_WORDS = 4;

/** Whether the word `ahead` of here can name what is counted: it has no other meaning in the notation. */
export function isNoun(cursor: Cursor, ahead = 0): boolean {
  return isNounToken(peek(cursor, ahead));
}

function isNounToken(token: Token | undefined): boolean {
  if (token?.kind !== 'word' || token.text.length < 2 || isJoining(token.text)) return false;
  const isNumber = magnitudeOf(token.text) !== undefined || smallNumberOf(token.text) !== undefined;
  return !isNumber && unitOf(token.text) === undefined && !/^(?:percent|pct|nines?|st|nd|rd|th)$/i.test(token.text);
}

/** Reads `policies`, `active users` or `round-trips` and gives its label; undefined where no noun stands. */
export function readLabel(cursor: Cursor, isNameAllowed: boolean): string | undefined {
  const words: string[] = [];
  while (words.length < MOST_WORDS && isNoun(cursor)) {
    if (!isNameAllowed && nameAt(cursor.names, cursor.tokens, cursor.index) !== undefined) break;
    let word = peek(cursor)?.text ?? '';
    cursor.index++;
    while (isHyphenated(cursor)) {
      word += `-${peek(cursor, 1)?.text ?? ''}`;
      cursor.index += 2;
    }
    words.push(word);
  }
  const last = words.pop();
  if (last === undefined) return undefined;
  return [...words.map((word) => word.toLowerCase()), singularOf(last)].join(' ');
}

function isHyphenated(cursor: Cursor): boolean {
  const hyphen = peek(cursor);
  const next = peek(cursor, 1);
  if (!isSign(hyphen, '-') || hyphen?.isApart !== false || next?.isApart !== false) return false;
  return isNounToken(next) && nameAt(cursor.names, cursor.tokens, cursor.index + 1) === undefined;
}
