import type { Span } from '../fault.ts';

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
  ...[...'×·⋅∙✕✖@'].map((sign): [string, string] => [sign, '*']),
  ...[...'÷∕⁄'].map((sign): [string, string] => [sign, '/']),
  ...[...'−–—‐‑'].map((sign): [string, string] => [sign, '-']),
  ...[...'≈≃≅∼'].map((sign): [string, string] => [sign, '~']),
]);
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

const GROUPS = String.raw`\d{1,3}(?:,\d{3})+(?!\d)|\d{1,3}(?:[ '’\u00a0\u2009\u202f]\d{3})+(?!\d)|\d+(?:_\d+)*`;
const SIGN = String.raw`\*\*|[-+*\/^()%$¢~,@×·⋅∙✕✖÷∕⁄−–—‐‑≈≃≅∼]`;

/** Groups: space, number, word, superscript digits, sign, anything else. */
function pattern(letter: string, part: string, flags: string): RegExp {
  // `1e3KB` has a power of ten; `1e3ab4` is none of this.
  const power = String.raw`(?:[eE][+\-−]?\d+(?![${letter}]*\d))?`;
  const number = String.raw`(?:${GROUPS})(?:\.\d+(?:_\d+)*)?${power}|\.\d+${power}`;
  return new RegExp(`(\\s+)|(${number})|([${letter}_][${part}_]*)|([${SUPERSCRIPTS}]+)|(${SIGN})|(.)`, flags);
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
  const value = Number(written.replace(/[,_'’\s]/g, '').replace('−', '-'));
  return { kind: 'number', text: written, value, ...place };
}

function powerTokens(written: string, place: Place): Token[] {
  const digits = [...written].map((digit) => SUPERSCRIPTS.indexOf(digit)).join('');
  return [token('symbol', '^', place), numberToken(digits, { ...place, isApart: false })];
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
  if (isBehindValue && /^[xX]\d+$/.test(word)) {
    tokens.push(token('symbol', '*', { start, end: start + 1, isApart }));
    return start + 1;
  }
  if (!isApart && previous?.kind === 'number') {
    LETTERS.lastIndex = start;
    const letters = /[\d_]/.test(word) ? (LETTERS.exec(text)?.[0] ?? word) : word;
    tokens.push(token('word', letters, { start, end: start + letters.length, isApart }));
    return start + letters.length;
  }
  tokens.push(token('word', word, { start, end: start + word.length, isApart }));
  return start + word.length;
}
