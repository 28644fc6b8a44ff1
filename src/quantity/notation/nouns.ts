import { TIME } from '../dimension.ts';
import { secondsBetween } from '../units/frequencies.ts';
import { isJoining, singularOf } from '../units/labels.ts';
import { magnitudeOf } from '../units/magnitudes.ts';
import { smallNumberOf } from '../units/number-words.ts';
import { unitOf } from '../units/units.ts';
import { type Cursor, isSign, isWord, peek } from './cursor.ts';
import { nameAt } from './names.ts';
import type { Token } from './tokens.ts';

/** What the letter of `5K r/s` counts. */
const INITIALS: ReadonlyMap<string, string> = new Map([
  ['r', 'read'],
  ['w', 'write'],
  ['q', 'query'],
]);
/** Longer runs of words are prose. */
const MOST_WORDS = 4;
const MOST_PARTS = 4;
/** Active users of a day, week or month. */
const PEOPLE = /^[dwmy]au$/i;
/** Protocols whose version stands behind a slash. */
const VERSIONED = /^(?:https?|spdy)$/i;

/** Whether the word `ahead` of here can name what is counted: it has no other meaning in the notation. */
export function isNoun(cursor: Cursor, ahead = 0): boolean {
  return isNounToken(peek(cursor, ahead));
}

function isNounToken(token: Token | undefined): boolean {
  if (token?.kind !== 'word' || token.text.length < 2 || isJoining(token.text)) return false;
  const isNumber = magnitudeOf(token.text) !== undefined || smallNumberOf(token.text) !== undefined;
  if (isNumber || unitOf(token.text) !== undefined) return false;
  return !/^(?:percent|pct|nines?|st|nd|rd|th|squared|cubed)$/i.test(token.text);
}

/** Whether the last of the nouns that begin `ahead` of here is in the plural, as what is counted is. */
export function hasPluralNoun(cursor: Cursor, ahead: number): boolean {
  let last = ahead;
  while (last < ahead + MOST_WORDS && isNoun(cursor, last + 1)) last++;
  const word = peek(cursor, last)?.text ?? '';
  return PEOPLE.test(word) || singularOf(word).toLowerCase() !== word.toLowerCase();
}

/** Whether a name that was defined begins at the token `ahead` of here. */
export function isNameAt(cursor: Cursor, ahead: number): boolean {
  return nameAt(cursor.names, cursor.tokens, cursor.index + ahead) !== undefined;
}

/** Reads `policies`, `active users` or `round-trips` and gives its label; undefined where no noun stands. */
export function readLabel(cursor: Cursor, isNameAllowed: boolean): string | undefined {
  const words: string[] = [];
  while (words.length < MOST_WORDS) {
    const parts = compoundParts(cursor);
    if (parts === 0 && (!isNoun(cursor) || frequencyAt(cursor) !== undefined)) break;
    if (!isNameAllowed && isNameAt(cursor, 0)) break;
    let word = peek(cursor)?.text ?? '';
    cursor.index++;
    for (let part = 1; part < parts || isHyphenated(cursor); part++) {
      word += `-${peek(cursor, 1)?.text ?? ''}`;
      cursor.index += 2;
    }
    words.push(word + readVersion(cursor, word));
  }
  const last = words.pop();
  if (last === undefined) return undefined;
  return [...words.map((word) => word.toLowerCase()), singularOf(last)].join(' ');
}

/** What the letter here counts: a read, a write or a query, if so many are counted for a unit of time. */
export function initialOf(cursor: Cursor): string | undefined {
  const label = INITIALS.get(peek(cursor)?.text.toLowerCase() ?? '');
  if (label === undefined || isNameAt(cursor, 0)) return undefined;
  const [slash, unit] = [peek(cursor, 1), peek(cursor, 2)];
  const isTouching = slash?.isApart === false && unit?.isApart === false;
  const isRate = isSign(slash, '/') && unit?.kind === 'word' && unitOf(unit.text)?.dimension === TIME;
  return isRate && isTouching ? label : undefined;
}

/** Reads such a letter and gives its label. */
export function readInitial(cursor: Cursor): string | undefined {
  const label = initialOf(cursor);
  if (label !== undefined) cursor.index++;
  return label;
}

function isHyphenated(cursor: Cursor): boolean {
  return isGlued(cursor, 0) && isNounToken(peek(cursor, 1)) && !isNameAt(cursor, 1);
}

/** Whether the token `ahead` is a hyphen that touches the words on both sides. */
function isGlued(cursor: Cursor, ahead: number): boolean {
  const next = peek(cursor, ahead + 1);
  const hyphen = peek(cursor, ahead);
  return isSign(hyphen, '-') && hyphen?.isApart === false && next?.kind === 'word' && !next.isApart;
}

/**
 * How many words are joined by hyphens into what describes a noun behind them, whatever they mean alone: `in-app
 * notifications`, `per-user limits`, `day-old links`; 0 where none stands. A unit at either end belongs to a calculation.
 */
export function compoundParts(cursor: Cursor): number {
  const first = peek(cursor);
  if (first?.kind !== 'word' || !isGlued(cursor, 1)) return 0;
  let parts = 1;
  while (parts < MOST_PARTS && isGlued(cursor, parts * 2 - 1)) parts++;
  const end = parts * 2 - 1;
  const last = peek(cursor, end - 1);
  const isAge = unitOf(first.text)?.dimension === TIME && isWord(last, 'old', 'long');
  if ((unitOf(first.text) !== undefined && !isAge) || unitOf(last?.text ?? '') !== undefined) return 0;
  for (let part = 0; part < parts; part++) if (isNameAt(cursor, part * 2)) return 0;
  return peek(cursor, end)?.isApart === true && isNoun(cursor, end) ? parts : 0;
}

/** The "/2" of HTTP/2. */
function readVersion(cursor: Cursor, word: string): string {
  const [slash, number] = [peek(cursor), peek(cursor, 1)];
  const isTouching = slash?.isApart === false && number?.isApart === false;
  if (!VERSIONED.test(word) || !isSign(slash, '/') || number?.kind !== 'number' || !isTouching) return '';
  cursor.index += 2;
  return `/${number.text}`;
}

/** The seconds of "daily" behind what happens so often; in front of a noun ("daily users") it only describes. */
export function frequencyAt(cursor: Cursor): number | undefined {
  const token = peek(cursor);
  if (token?.kind !== 'word' || isNameAt(cursor, 0) || isNoun(cursor, 1)) return undefined;
  return secondsBetween(token.text);
}
