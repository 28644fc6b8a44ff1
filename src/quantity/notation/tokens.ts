import type { Span } from '../fault.ts';
import { magnitudeOf } from '../units/magnitudes.ts';
import { unitOf } from '../units/units.ts';

type TokenKind = 'number' | 'word' | 'symbol' | 'unknown';

/** A number, word or sign; `text` of a sign is its plain form (`*` for `×`, `-` for a dash). */
export interface Token extends Span {
  readonly kind: TokenKind;
  readonly text: string;
  /** Of a number; not finite where it has too many digits. */
  readonly value: number;
  /** Whether a space, or the beginning of the text, stands in front of it. */
  readonly isApart: boolean;
}

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['**', '^'],
  ...[...'×·⋅∙∗•✕✖@'].map((sign): [string, string] => [sign, '*']),
  ...[...'÷∕⁄'].map((sign): [string, string] => [sign, '/']),
  ...[...'−–—‐‑'].map((sign): [string, string] => [sign, '-']),
  ...[...'≈≃≅∼'].map((sign): [string, string] => [sign, '~']),
]);
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const FRACTIONS: ReadonlyMap<string, number> = new Map([
  ['½', 1 / 2],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
  ['¼', 1 / 4],
  ['¾', 3 / 4],
  ['⅕', 1 / 5],
  ['⅛', 1 / 8],
  ['⅒', 1 / 10],
]);
const FRACTION = `[${[...FRACTIONS.keys()].join('')}]`;

const GROUPS = String.raw`\d{1,3}(?:,\d{3})+(?!\d)|\d{1,3}(?:[ '’\u00a0\u2009\u202f]\d{3})+(?!\d)|\d+(?:_\d+)*`;
const SIGN = String.raw`\*\*|[-+*\/^()%$¢~,@×·⋅∙∗•✕✖÷∕⁄−–—‐‑≈≃≅∼]`;

/** Groups: space, number, word, superscript digits, sign, anything else. */
function pattern(letter: string, part: string, flags: string): RegExp {
  // `1e3KB` and `1e3x2` have a power of ten; `1e3ab4` is none of this.
  const power = String.raw`(?:[eE][+\-−]?\d+(?:(?=[xX]\d)|(?![${letter}]*\d)))?`;
  // The point of `5.` ends a number only where the number can end: `1. Scope` is a heading.
  const decimals = String.raw`\.\d+(?:_\d+)*|\.(?=\s*(?:[-+*\/^)×÷]|$))`;
  const number = String.raw`(?:${GROUPS})(?:${FRACTION}|(?:${decimals})?${power})|${FRACTION}|\.\d+${power}`;
  const exponent = `[⁻⁺]?[${SUPERSCRIPTS}]+`;
  return new RegExp(`(\\s+)|(${number})|([${letter}_][${part}_]*)|(${exponent})|(${SIGN})|(.)`, flags);
}

/** Property classes cost a multiple of plain ones, and most texts have no use for them. */
const ASCII = /^[\x00-\x7f]*$/;
const PLAIN = pattern('A-Za-z', 'A-Za-z0-9', 'sy');
const FULL = pattern(String.raw`\p{L}`, String.raw`\p{L}\p{M}\p{N}`, 'suy');
const LETTERS = /[\p{L}\p{M}µ]+/uy;

/** The tokens of `text`, none of which is ever refused here: what has no meaning becomes `unknown`. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const words = ASCII.test(text) ? PLAIN : FULL;
  let at = 0;
  let isApart = true;
  while (at < text.length) {
    words.lastIndex = at;
    const match = words.exec(text);
    if (match === null) break;
    const [whole, space, number, word, power, sign] = match;
    if (space !== undefined) {
      isApart = true;
      at += whole.length;
      continue;
    }
    const span = { start: at, isApart };
    if (word !== undefined) at = pushWord(tokens, { ...span, text, word });
    else {
      at += whole.length;
      if (number !== undefined) tokens.push(numberToken(number, { ...span, end: at }));
      else if (power !== undefined) tokens.push(...powerTokens(power, { ...span, end: at }));
      else if (sign !== undefined) tokens.push(token('symbol', SIGNS.get(sign) ?? sign, { ...span, end: at }));
      else tokens.push(token('unknown', whole, { ...span, end: at }));
    }
    isApart = false;
  }
  return tokens;
}

type Place = Pick<Token, 'start' | 'end' | 'isApart'>;

function token(kind: TokenKind, text: string, place: Place): Token {
  return { kind, text, value: 0, ...place };
}

function numberToken(written: string, place: Place): Token {
  const fraction = FRACTIONS.get(written.at(-1) ?? '');
  const digits = fraction === undefined ? written : written.slice(0, -1);
  const value = Number(digits.replace(/[,_'’\s]/g, '').replace('−', '-')) + (fraction ?? 0);
  return { kind: 'number', text: written, value, ...place };
}

function powerTokens(written: string, place: Place): Token[] {
  const digits = [...written].flatMap((digit) => (SUPERSCRIPTS.includes(digit) ? SUPERSCRIPTS.indexOf(digit) : []));
  const inside = { ...place, isApart: false };
  const minus = written.startsWith('⁻') ? [token('symbol', '-', inside)] : [];
  return [token('symbol', '^', place), ...minus, numberToken(digits.join(''), inside)];
}

interface Word {
  readonly start: number;
  readonly isApart: boolean;
  readonly text: string;
  readonly word: string;
}

/** Adds a word and gives its end. The x of `2x3` or `300M x2` is a sign, and a unit ends before the digit of `2h30m`. */
function pushWord(tokens: Token[], { start, isApart, text, word }: Word): number {
  const previous = tokens.at(-1);
  const isBehindValue =
    previous?.kind === 'number' || previous?.kind === 'word' || previous?.text === ')' || previous?.text === '%';
  if (isBehindValue && /^[xX]\d/.test(word)) {
    tokens.push(token('symbol', '*', { start, end: start + 1, isApart }));
    return start + 1;
  }
  const letters = previous?.kind === 'number' ? lettersOfUnit({ start, isApart, text, word }) : word;
  tokens.push(token('word', letters, { start, end: start + letters.length, isApart }));
  return start + letters.length;
}

/** Behind a number, the letters before the next digit, or before the sign in `KBx3` and `KBx 3`. */
function lettersOfUnit({ start, isApart, text, word }: Word): string {
  LETTERS.lastIndex = start;
  const letters = LETTERS.exec(text)?.[0] ?? word;
  const unit = letters.replace(/(?<=.)[xX]$/u, '');
  const isFactor = /\d/.test(text[start + letters.length] ?? '');
  const isSplit = unit !== letters && (isFactor ? isUnitOrMagnitude(unit) : unit.length > 1 && isUnit(unit));
  return isSplit ? unit : isApart ? word : letters;
}

function isUnit(word: string): boolean {
  return unitOf(word) !== undefined;
}

function isUnitOrMagnitude(word: string): boolean {
  return isUnit(word) || magnitudeOf(word) !== undefined;
}
