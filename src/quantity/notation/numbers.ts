import { refuse, refuseTooLarge, type Span } from '../fault.ts';
import { quoted } from '../quote.ts';
import { magnitudeOf } from '../units/magnitudes.ts';
import { secondsIn } from '../units/units.ts';
import { type Cursor, endBehind, isSign, isWord, note, peek } from './cursor.ts';
import { refuseZeroPower } from './functions.ts';
import { hasPluralNoun, isNoun } from './nouns.ts';
import { isGluedHyphen, isLongMagnitude, readFraction, readNumberWords } from './number-phrases.ts';
import type { Token } from './tokens.ts';

/** A number with its magnitude, before any unit. */
export interface Numeral extends Span {
  readonly value: number;
  /** See `Literal.precision`. */
  readonly precision: number;
}

/** Reads `1.5M`, `10^9`, `ten thousand` or `half a million`; undefined where no number begins. */
export function readNumeral(cursor: Cursor): Numeral | undefined {
  const start = peek(cursor)?.start ?? 0;
  const base = readDigits(cursor) ?? readNumberWords(cursor);
  if (base === undefined) return undefined;
  const value = readPower(cursor, base.value * readMagnitudes(cursor, start), start);
  if (!Number.isFinite(value)) refuseTooLarge({ start, end: endBehind(cursor) }, 'this number');
  return { value, precision: base.precision, start, end: endBehind(cursor) };
}

function readDigits(cursor: Cursor): Omit<Numeral, keyof Span> | undefined {
  const token = peek(cursor);
  if (token?.kind !== 'number') return undefined;
  if (cursor.calls > 0 && token.text.includes(',')) {
    refuse(
      token,
      `${quoted(token.text)} may be one number or several`,
      'Put a space behind a comma that separates, or write 1_000.',
    );
  }
  if (token.text === '0' && /^x[\da-f]/i.test(cursor.text.slice(token.end, token.end + 2))) {
    refuse(token, 'hexadecimal numbers are not part of the notation', 'Write the number in decimal digits.');
  }
  if (/\s/.test(token.text)) note(cursor, token, `${quoted(token.text)} is read as ${token.value}`);
  cursor.index++;
  // "2 quarters of 1 TB/day" is half a year.
  const fraction = isWord(peek(cursor), 'quarter', 'quarters') ? 1 : readFraction(cursor);
  return { value: token.value * fraction, precision: precisionOf(token.text, token.value) };
}

/** Half a unit of the last digit written, as a share of the value. */
function precisionOf(written: string, value: number): number {
  if (/[^\d.,_eE+−'’\s-]$/.test(written)) return 0;
  const [digits = '', exponent = '0'] = written.toLowerCase().split('e');
  const decimals = digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0;
  return value === 0 ? 0 : Math.abs((0.5 * 10 ** (Number(exponent.replace('−', '-')) - decimals)) / value);
}

/** The product of the magnitudes that follow. Letters that mean two things are read by what stands behind them, and noted. */
function readMagnitudes(cursor: Cursor, start: number): number {
  let factor = 1;
  for (let isFirst = true; ; isFirst = false) {
    if (isGluedHyphen(cursor) && isLongMagnitude(peek(cursor, 1))) cursor.index++;
    const token = peek(cursor);
    const magnitude = token?.kind === 'word' ? magnitudeOf(token.text) : undefined;
    if (token === undefined || magnitude === undefined) return factor;
    if (token.text.length === 1 && !(isFirst && isMagnitudeLetter(cursor, token, start))) return factor;
    if (/^mm$/i.test(token.text)) noteMillion(cursor, token, start);
    factor *= magnitude;
    cursor.index++;
  }
}

/** The MM of bankers is a thousand thousands. */
function noteMillion(cursor: Cursor, { start: at, end }: Token, start: number): void {
  const number = cursor.text.slice(start, at).trim().slice(0, 40);
  note(cursor, { start, end }, `${quoted(cursor.text.slice(start, end))} is read as ${number} million`);
}

function isMagnitudeLetter(cursor: Cursor, token: Token, start: number): boolean {
  const span = { start, end: token.end };
  const written = cursor.text.slice(start, token.end);
  const number = cursor.text.slice(start, token.start).trim().slice(0, 40);
  const isCounted = isNoun(cursor, 1);
  const isSaid = isCounted && !token.isApart;
  switch (token.text) {
    case 'm':
      if (token.isApart || !(isCounted || isPerTime(cursor))) {
        refuse(
          span,
          `${quoted(written)} may mean minutes, months, metres or a million`,
          `Write ${number} min, ${number} months or ${number}M.`,
        );
      }
      note(cursor, span, `${quoted(written)} is read as ${number} million`);
      return true;
    case 'B':
      if (cursor.bytes?.has(start) ?? (token.isApart && !isCounted)) {
        note(cursor, span, `${quoted(written)} is read as ${number} bytes`);
        return false;
      }
      if (!isSaid || isLikeBytes(cursor, token, start))
        note(
          cursor,
          span,
          `${quoted(written)} is read as ${number} billion; write "${number} ${number === '1' ? 'byte' : 'bytes'}" for bytes`,
        );
      return true;
    case 'b':
      note(cursor, span, `${quoted(written)} is read as ${number} ${isCounted ? 'billion' : 'bits'}`);
      return isCounted;
    case 'T':
    case 'G':
    case 'g':
      if (!isSaid)
        note(cursor, span, `${quoted(written)} is read as ${number} ${token.text === 'T' ? 'trillion' : 'billion'}`);
      return true;
    default:
      return token.text !== 't';
  }
}

/** Whether bytes may be meant: "100B payload" is the size of one thing, and 16, 64 or 256 are sizes of keys. */
function isLikeBytes(cursor: Cursor, { start: at }: Token, start: number): boolean {
  const number = Number(cursor.text.slice(start, at));
  const isPowerOfTwo = number >= 16 && Number.isInteger(Math.log2(number));
  return isPowerOfTwo || (number !== 1 && !hasPluralNoun(cursor, 1));
}

/** Whether a slash or "per" and a unit of time follow the word here: what is counted a day is a number. */
function isPerTime(cursor: Cursor): boolean {
  const sign = peek(cursor, 1);
  const unit = peek(cursor, 2);
  if (!isSign(sign, '/') && !isWord(sign, 'per', 'a', 'an', 'every', 'each')) return false;
  return unit?.kind === 'word' && secondsIn(unit.text) !== undefined;
}

/** Raises to exponents that are plain digits, so that `10^9 bytes` is a number with a unit. */
function readPower(cursor: Cursor, base: number, start: number): number {
  const exponents: number[] = [];
  let next = cursor.index;
  while (isSign(cursor.tokens[next], '^')) {
    const isNegative = isSign(cursor.tokens[next + 1], '-');
    const token = cursor.tokens[next + (isNegative ? 2 : 1)];
    // Anything but digits makes it a power of the expression, which is not for here.
    if (token?.kind !== 'number') return base;
    exponents.push(isNegative ? -token.value : token.value);
    next += isNegative ? 3 : 2;
  }
  if (exponents.length === 0) return base;
  cursor.index = next;
  const exponent = exponents.reduceRight((power, each) => each ** power);
  if (base === 0 && exponent < 0) refuseZeroPower({ start, end: endBehind(cursor) });
  return base ** exponent;
}
