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
const SPACES = /\s+/y;
const POWER = new RegExp(`[⁻⁺]?[${SUPERSCRIPTS}]+`, 'y');
const SIGN = /\*\*|[-+*/^()%$¢~,@×·⋅∙∗•✕✖÷∕⁄−–—‐‑≈≃≅∼]/y;
/** Means nothing, and is told as a whole. */
const ARROW = /-{1,3}>|=>/y;
const ANYTHING = /./suy;

interface Alphabet {
  readonly number: RegExp;
  readonly word: RegExp;
}

function alphabet(letter: string, part: string, flags: string): Alphabet {
  // `1e3KB` and `1e3x2` have a power of ten; `1e3ab4` is none of this.
  const power = String.raw`(?:[eE][+\-−]?\d+(?:(?=[xX]\d)|(?![${letter}]*\d)))?`;
  // The point of `5.` ends a number only where the number can end: `1. Scope` is a heading.
  const decimals = String.raw`\.\d+(?:_\d+)*|\.(?=\s*(?:[-+*\/^)×÷]|$))`;
  const number = String.raw`(?:${GROUPS})(?:${FRACTION}|(?:${decimals})?${power})|${FRACTION}|\.\d+${power}`;
  return { number: new RegExp(number, flags), word: new RegExp(`[${letter}_][${part}_]*`, flags) };
}

/** Property classes cost a multiple of plain ones, and most texts have no use for them. */
const ASCII = /^[\x00-\x7f]*$/;
const PLAIN = alphabet('A-Za-z', 'A-Za-z0-9', 'y');
const FULL = alphabet(String.raw`\p{L}`, String.raw`\p{L}\p{M}\p{N}`, 'uy');
const LETTERS = /[\p{L}\p{M}µ]+/uy;

/** The tokens of `text`, none of which is ever refused here: what has no meaning becomes `unknown`. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const letters = ASCII.test(text) ? PLAIN : FULL;
  let at = 0;
  while (at < text.length) {
    const start = endOf(SPACES, text, at);
    if (start === text.length) break;
    at = pushToken(tokens, { start, isApart: start > at || start === 0, text }, letters);
  }
  return tokens;
}

/** Adds the token that begins at `start`, and gives its end. */
function pushToken(tokens: Token[], place: Beginning, { word, number }: Alphabet): number {
  const { start, isApart, text } = place;
  const wordEnd = endOf(word, text, start);
  if (wordEnd > start) return pushWord(tokens, { start, isApart, text, word: text.slice(start, wordEnd) });
  const end = endOf(number, text, start);
  if (end === start) return pushMark(tokens, place);
  tokens.push(numberToken(text.slice(start, end), { start, end, isApart }));
  return end;
}

/** Where the match that begins at `start` ends; `start` where there is none. */
function endOf(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : start;
}

/** Adds what is neither a word nor a number, and gives its end. */
function pushMark(tokens: Token[], { start, isApart, text }: Beginning): number {
  const powerEnd = endOf(POWER, text, start);
  if (powerEnd > start) {
    tokens.push(...powerTokens(text.slice(start, powerEnd), { start, end: powerEnd, isApart }));
    return powerEnd;
  }
  const arrowEnd = endOf(ARROW, text, start);
  const signEnd = arrowEnd > start ? start : endOf(SIGN, text, start);
  const end = Math.max(arrowEnd, signEnd > start ? signEnd : endOf(ANYTHING, text, start));
  const mark = text.slice(start, end);
  tokens.push(token(signEnd > start ? 'symbol' : 'unknown', SIGNS.get(mark) ?? mark, { start, end, isApart }));
  return end;
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

interface Beginning {
  readonly start: number;
  readonly isApart: boolean;
  readonly text: string;
}

interface Word extends Beginning {
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
