import { COUNT, combined, type Dimension, isCount, isSameDimension, MONEY, TIME } from '../dimension.ts';
import { refuse, refuseTooLarge } from '../fault.ts';
import { addedLabels, type Quantity, quantity } from '../quantity.ts';
import { quoted } from '../quote.ts';
import { missingBehind } from '../share.ts';
import { unitOf } from '../units/units.ts';
import { type Cursor, endBehind, isSign, isWord, note, peek, takeSign } from './cursor.ts';
import { compoundParts, frequencyAt, initialOf, isNameAt, readInitial, readLabel } from './nouns.ts';
import { readNumeral } from './numbers.ts';
import {
  idleTokens,
  isBeforeNumber,
  isDenominator,
  isJoinedTime,
  isOfWhat,
  readAtLeast,
  readJoinedUnit,
} from './phrases.ts';
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
  /** What nines lack to one. */
  missing: number | undefined;
}

export function draftAt(start: number, value: number): Draft {
  const dimension = COUNT;
  const rest = { unit: undefined, period: 1, precision: 0, hasNumber: false, isShare: false, missing: undefined };
  return { start, value, dimension, labels: new Map(), ...rest };
}

/** The finished literal, which ends at the token read last. */
export function literalOf(cursor: Cursor, draft: Draft): Literal {
  const { start, value, unit, period, precision, hasNumber } = draft;
  const end = endBehind(cursor);
  if (!Number.isFinite(value)) refuseTooLarge({ start, end }, 'this number');
  return {
    ...{ kind: 'literal', quantity: quantityOf(draft), period, precision, hasNumber, start, end },
    ...(unit === undefined ? {} : { unit }),
  };
}

function quantityOf(draft: Draft): Quantity {
  const { value, dimension, labels, isShare, missing, precision } = draft;
  const read = quantity(value, dimension, labels);
  const described = labels.size > 0 && isMeasured(draft) ? { ...read, isDescribed: true } : read;
  if (!isCount(dimension) || [...labels.values()].some((exponent) => exponent < 0)) return described;
  const isPart = value > 0 && value < 1 && (isShare || labels.size === 0);
  const rest = missing ?? (isPart ? missingBehind(value, precision) : undefined);
  return { ...described, ...(isShare ? { share: true } : {}), ...(rest === undefined ? {} : { missing: rest }) };
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
  readJoinedUnit(cursor, draft.labels);
  readAtLeast(cursor, start);
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
  draft.missing = 10 ** -draft.value;
  draft.value = 1 - draft.missing;
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
    const idle = idleTokens(cursor);
    if (idle > 0) cursor.index += idle;
    else if (readShareSign(cursor, draft)) continue;
    else if (isSign(token, '$') || isSign(token, '¢')) {
      if (isBeforeNumber(cursor) || !isLiteral) return;
      readUnit(cursor, draft, 1);
    } else if (isLiteral && isDenominator(cursor)) {
      cursor.index++;
      readUnit(cursor, draft, -1);
    } else if (!draft.isShare && isMeasured(draft) && isOfWhat(cursor)) {
      cursor.index++;
      readUnit(cursor, draft, 1);
    } else if (token.kind !== 'word' || !readWord(cursor, draft, isLiteral)) {
      if (!isLiteral || !readMoreTime(cursor, draft)) return;
    }
  }
}

function readShareSign(cursor: Cursor, draft: Draft): boolean {
  const isPerCent = isWord(peek(cursor), 'per') && isWord(peek(cursor, 1), 'cent');
  if (!isPerCent && !isSign(peek(cursor), '%') && !isWord(peek(cursor), 'percent', 'pct')) return false;
  cursor.index += isPerCent ? 2 : 1;
  draft.value /= 100;
  draft.isShare = true;
  return true;
}

/** Reads a unit, a label, or a word such as "daily". */
function readWord(cursor: Cursor, draft: Draft, isLiteral: boolean): boolean {
  const seconds = frequencyAt(cursor);
  if (seconds === undefined) {
    if (draft.isShare && isNameAt(cursor, 0)) noteName(cursor, draft);
    return readUnit(cursor, draft, 1, isLiteral);
  }
  cursor.index++;
  multiplyUnit(draft, { value: seconds, dimension: TIME }, -1);
  return true;
}

/** "60% peak" may be 60% of it, or name the 60%. */
function noteName(cursor: Cursor, { start }: Draft): void {
  const at = peek(cursor) ?? { start, end: start };
  const share = cursor.text.slice(start, endBehind(cursor));
  note(
    cursor,
    at,
    `${quoted(cursor.text.slice(at.start, at.end))} only says what ${quoted(share)} is; write "of" to multiply by it`,
  );
}

/** Whether it is a percentage, a size, a time or money: a word beside those says of what, and counts nothing. */
function isMeasured({ isShare, dimension }: Draft): boolean {
  return isShare || dimension.bytes !== 0 || dimension.dollars !== 0 || dimension.seconds > 0;
}

/** Reads one unit or label into the draft, with the time that it is counted for (`GB-month`); false where neither stands. */
function readUnit(cursor: Cursor, draft: Draft, sign: 1 | -1, isNameAllowed = false): boolean {
  const read = readOneUnit(cursor, draft, sign, isNameAllowed);
  if (read && isJoinedTime(cursor)) {
    cursor.index++;
    readOneUnit(cursor, draft, sign, false);
  }
  return read;
}

function readOneUnit(cursor: Cursor, draft: Draft, sign: 1 | -1, isNameAllowed: boolean): boolean {
  const token = peek(cursor);
  if (token === undefined) return false;
  const isUnit = (isNameAllowed || !isNameAt(cursor, 0)) && compoundParts(cursor) === 0;
  const unit = isUnit && initialOf(cursor) === undefined ? unitOf(token.text) : undefined;
  if (unit === undefined) {
    const label = readInitial(cursor) ?? readLabel(cursor, isNameAllowed);
    if (label === undefined) return false;
    addedLabels(draft.labels, new Map([[label, 1]]), sign);
    return true;
  }
  cursor.index++;
  if (unit.note !== undefined) note(cursor, token, `"${token.text}" is read as ${unit.note}`);
  draft.unit ??= token.text;
  const power = sign * readUnitPower(cursor);
  // "$5M USD" names its money twice.
  if (unit.dimension !== MONEY || power !== 1 || draft.dimension.dollars !== 1) multiplyUnit(draft, unit, power);
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
