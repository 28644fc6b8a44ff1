import { COUNT, combined, type Dimension, isCount, isSameDimension, MONEY, TIME } from '../dimension.ts';
import { refuse, refuseTooLarge } from '../fault.ts';
import { addedLabels, quantity } from '../quantity.ts';
import { unitOf } from '../units/units.ts';
import { type Cursor, endBehind, isSign, isWord, note, peek, takeSign } from './cursor.ts';
import { nameAt } from './names.ts';
import { isNoun, readLabel } from './nouns.ts';
import { readNumeral } from './numbers.ts';
import type { Literal } from './syntax.ts';

/** A literal while it is read. */
export interface Draft {
  readonly start: number;
  value: number;
  dimension: Dimension;
  readonly labels: Map<string, number>;
  unit: string | undefined;
  period: number;
  precision: number;
  hasNumber: boolean;
  isShare: boolean;
}

export function draftAt(start: number, value: number): Draft {
  const dimension = COUNT;
  const rest = { unit: undefined, period: 1, precision: 0, hasNumber: false, isShare: false };
  return { start, value, dimension, labels: new Map(), ...rest };
}

/** The finished literal, which ends at the token read last. */
export function literalOf(cursor: Cursor, draft: Draft): Literal {
  const { start, value, dimension, labels, unit, period, precision, hasNumber, isShare } = draft;
  const end = endBehind(cursor);
  if (!Number.isFinite(value)) refuseTooLarge({ start, end }, 'this number');
  const read = quantity(value, dimension, labels);
  const literal = { kind: 'literal', period, precision, hasNumber, start, end } as const;
  return {
    ...literal,
    quantity: isShare && isCount(dimension) && labels.size === 0 ? { ...read, share: true } : read,
    ...(unit === undefined ? {} : { unit }),
  };
}

/** Reads a number with all that belongs to it: `$0.01`, `100M requests/day`, `2h30m`, `three nines`. */
export function readLiteral(cursor: Cursor): Literal | undefined {
  const start = peek(cursor)?.start ?? cursor.text.length;
  const currency = readCurrency(cursor);
  const numeral = readNumeral(cursor);
  if (numeral === undefined) {
    if (currency === undefined) return undefined;
    refuse({ start, end: endBehind(cursor) }, 'a number is missing behind the sign of money', 'Write $5 or 5 dollars.');
  }
  const draft = draftAt(start, numeral.value);
  draft.precision = numeral.precision;
  draft.hasNumber = true;
  if (currency !== undefined) multiplyUnit(draft, { value: currency, dimension: MONEY }, 1);
  readNines(cursor, draft);
  readUnits(cursor, draft, true);
  return literalOf(cursor, draft);
}

function readCurrency(cursor: Cursor): number | undefined {
  const first = peek(cursor);
  const isPrefix = isWord(first, 'us', 'usd') && (isSign(peek(cursor, 1), '$') || peek(cursor, 1)?.kind === 'number');
  if (isPrefix) cursor.index++;
  return takeSign(cursor, '$') !== undefined || isPrefix ? 1 : undefined;
}

/** "3 nines" and "five 9s" are shares of all. */
function readNines(cursor: Cursor, draft: Draft): void {
  const isJoined = isSign(peek(cursor), '-') && isWord(peek(cursor, 1), 'nine', 'nines');
  const isDigit = peek(cursor)?.text === '9' && isWord(peek(cursor, 1), 's') && peek(cursor, 1)?.isApart === false;
  if (!isJoined && !isDigit && !isWord(peek(cursor), 'nine', 'nines')) return;
  cursor.index += isJoined || isDigit ? 2 : 1;
  if (!(draft.value > 0 && draft.value <= 15)) {
    refuse({ start: draft.start, end: endBehind(cursor) }, 'nines are counted from 1 to 15', 'Three nines are 99.9%.');
  }
  draft.value = 1 - 10 ** -draft.value;
  draft.isShare = true;
}

/**
 * Reads units, labels and percent signs into the draft. Behind a number (`isLiteral`) a slash without spaces, or "per",
 * and a unit belong to it: `10 GB / 100 MB/s` divides by a bandwidth.
 */
export function readUnits(cursor: Cursor, draft: Draft, isLiteral: boolean): void {
  for (;;) {
    const token = peek(cursor);
    if (token === undefined) return;
    if (isSign(token, '%') || isWord(token, 'percent', 'pct') || isPerCent(cursor)) {
      cursor.index += isPerCent(cursor) ? 2 : 1;
      draft.value /= 100;
      draft.isShare = true;
    } else if (isSign(token, '$') || isSign(token, '¢')) {
      if (isBeforeNumber(cursor) || !isLiteral) return;
      readUnit(cursor, draft, 1);
    } else if (isLiteral && isDenominator(cursor)) {
      cursor.index++;
      readUnit(cursor, draft, -1);
    } else if (isFactorSign(cursor) || isIdleEach(cursor)) cursor.index++;
    else if (token.kind !== 'word' || !readUnit(cursor, draft, 1, isLiteral)) {
      if (!isLiteral || !readMoreTime(cursor, draft)) return;
    }
  }
}

function isPerCent(cursor: Cursor): boolean {
  return isWord(peek(cursor), 'per') && isWord(peek(cursor, 1), 'cent');
}

function isBeforeNumber(cursor: Cursor): boolean {
  return peek(cursor, 1)?.kind === 'number';
}

/** Whether "/day", "per user" or "a day" stands here. A name that was defined is an operand and no unit. */
function isDenominator(cursor: Cursor): boolean {
  const sign = peek(cursor);
  const word = peek(cursor, 1);
  if (word?.kind !== 'word' || nameAt(cursor.names, cursor.tokens, cursor.index + 1) !== undefined) return false;
  const unit = unitOf(word.text);
  if (isWord(sign, 'a', 'an', 'every', 'each')) return unit?.dimension === TIME;
  const isSlash = isSign(sign, '/') && sign?.isApart === false && !word.isApart;
  if (!isSlash && !isWord(sign, 'per')) return false;
  return (unit !== undefined || isNoun(cursor, 1)) && !isSign(peek(cursor, 2), '(');
}

/** The x of "a 2x margin": nothing follows that could be multiplied. */
function isFactorSign(cursor: Cursor): boolean {
  if (!isWord(peek(cursor), 'x', 'times')) return false;
  const next = peek(cursor, 1);
  if (next === undefined) return true;
  if (next.kind === 'number' || ['$', '(', '~', '-', '+'].includes(next.text)) return false;
  if (next.kind !== 'word') return true;
  const isOperand =
    nameAt(cursor.names, cursor.tokens, cursor.index + 1) !== undefined || unitOf(next.text) !== undefined;
  return !isOperand && isNoun(cursor, 1) && !isSign(peek(cursor, 2), '(');
}

function isIdleEach(cursor: Cursor): boolean {
  return isWord(peek(cursor), 'each') && peek(cursor, 1)?.kind !== 'word' && !isBeforeNumber(cursor);
}

/** Reads one unit or label into the draft; false where neither stands. */
function readUnit(cursor: Cursor, draft: Draft, sign: 1 | -1, isNameAllowed = false): boolean {
  const token = peek(cursor);
  if (token === undefined) return false;
  const unit =
    !isNameAllowed && nameAt(cursor.names, cursor.tokens, cursor.index) !== undefined ? undefined : unitOf(token.text);
  if (unit === undefined) {
    const label = readLabel(cursor, isNameAllowed);
    if (label !== undefined) addedLabels(draft.labels, new Map([[label, 1]]), sign);
    return label !== undefined;
  }
  cursor.index++;
  if (unit.note !== undefined) note(cursor, token, `"${token.text}" is read as ${unit.note}`);
  draft.unit ??= token.text;
  multiplyUnit(draft, unit, sign * readUnitPower(cursor));
  return true;
}

function multiplyUnit(draft: Draft, unit: { value: number; dimension: Dimension }, power: number): void {
  draft.value *= unit.value ** power;
  draft.dimension = combined(draft.dimension, unit.dimension, power);
  if (unit.dimension === TIME) draft.period *= unit.value ** power;
}

/** The exponent directly behind a unit belongs to the unit: `5 s^2` is five square seconds. */
function readUnitPower(cursor: Cursor): number {
  if (!isSign(peek(cursor), '^')) return 1;
  const isNegative = isSign(peek(cursor, 1), '-');
  const token = peek(cursor, isNegative ? 2 : 1);
  if (token?.kind !== 'number' || !Number.isInteger(token.value) || token.value > 9) return 1;
  cursor.index += isNegative ? 3 : 2;
  return isNegative ? -token.value : token.value;
}

/** "2h30m", "1 day 12 hours": a smaller unit of time behind a larger one is added. */
function readMoreTime(cursor: Cursor, draft: Draft): boolean {
  const token = peek(cursor);
  const word = peek(cursor, 1);
  if (token?.kind !== 'number' || word?.kind !== 'word' || draft.labels.size > 0) return false;
  if (!isSameDimension(draft.dimension, TIME)) return false;
  const isMinutes = word.text === 'm' && draft.period === 3600;
  const unit = isMinutes ? unitOf('min') : unitOf(word.text);
  if (unit?.dimension !== TIME || unit.value >= draft.period) return false;
  cursor.index += 2;
  draft.value += token.value * unit.value;
  return true;
}

/** Where a unit alone stands as an operand, one of it. */
export function readLoneUnit(cursor: Cursor): Literal | undefined {
  const token = peek(cursor);
  const unit = token === undefined ? undefined : unitOf(token.text);
  if (token === undefined || unit === undefined) return undefined;
  const draft = draftAt(token.start, 1);
  readUnit(cursor, draft, 1);
  return literalOf(cursor, draft);
}
