import { attempt, type Outcome, refuse, type Span } from '../fault.ts';
import { quoted } from '../quote.ts';
import { secondsIn } from '../units/units.ts';
import { type ByteReading, type Cursor, cursorOn, endBehind, isSign, isWord, peek, spanHere } from './cursor.ts';
import { type NameTable, nameTable } from './names.ts';
import { readOperand } from './operands.ts';
import { isInterval } from './phrases.ts';
import type { Expression, Node, Operation } from './syntax.ts';
import { refuseMark } from './unknown.ts';

/** Longer texts are refused: no estimate is, and time stays bounded. */
const MOST_CHARACTERS = 20_000;
const NO_NAMES = nameTable([]);

export interface ParseOptions {
  /** Names that may be used, from `nameTable`; none unless given. */
  readonly names?: NameTable;
  /** Which `B` means bytes, where that is not left to the spaces: `64B` is otherwise 64 billion, `64 B` 64 bytes. */
  readonly bytes?: ByteReading;
}

/**
 * Reads an expression. Sums and products go from left to right; what stands directly behind a number (magnitude, units,
 * "/s" without spaces, "per day") belongs to that number before any operator: `10 / 2 s` is 5/s, `10 GB / 100 MB/s` 100 s.
 */
export function parseExpression(text: string, options: ParseOptions = {}): Outcome<Expression> {
  return attempt(text.length, () => {
    const cursor = begun(text, options);
    const root = readSum(cursor);
    const conversion = readConversion(cursor);
    if (peek(cursor) !== undefined) refuseRest(cursor);
    return { ...expressionOf(cursor, root), ...(conversion === undefined ? {} : { conversion }) };
  });
}

/** Reads the one quantity that `text` begins with, whatever stands behind it; `end` is where it ends. */
export function parseLeading(
  text: string,
  options: ParseOptions = {},
): Outcome<{ expression: Expression; end: number }> {
  return attempt(text.length, () => {
    const cursor = begun(text, options);
    const expression = expressionOf(cursor, readOperand(cursor, { isDivisor: false, readSum }));
    return { expression, end: endBehind(cursor) };
  });
}

function begun(text: string, { names = NO_NAMES, bytes }: ParseOptions): Cursor {
  if (text.length > MOST_CHARACTERS) {
    const rest = { start: MOST_CHARACTERS, end: text.length };
    refuse(rest, `this is longer than ${MOST_CHARACTERS} characters`, 'Give its parts names, one a line.');
  }
  const cursor = cursorOn(text, names, bytes);
  if (peek(cursor) !== undefined) return cursor;
  refuse({ start: 0, end: text.length }, 'there is nothing to compute', 'Write for example 100M/day * 2 KB.');
}

function expressionOf({ text, used, notes, isApproximate }: Cursor, root: Node): Expression {
  return { text, root, names: [...used], notes, isApproximate };
}

/** A sum, with all brackets and products in it. */
function readSum(cursor: Cursor): Node {
  const first = readProduct(cursor);
  const rest: Operation<'+' | '-'>[] = [];
  for (;;) {
    const token = peek(cursor);
    const operator =
      isSign(token, '+') || isWord(token, 'plus')
        ? '+'
        : isSign(token, '-') || isWord(token, 'minus')
          ? '-'
          : undefined;
    if (operator === undefined) break;
    const at = spanHere(cursor);
    cursor.index++;
    rest.push({ operator, operand: readProduct(cursor), at });
  }
  return rest.length === 0 ? first : { kind: 'sum', first, rest, start: first.start, end: endBehind(cursor) };
}

function readProduct(cursor: Cursor): Node {
  const first = readOperand(cursor, { isDivisor: false, readSum });
  const rest: Operation<'*' | '/'>[] = [];
  for (;;) {
    const { start } = spanHere(cursor);
    const operator = readFactorSign(cursor);
    if (operator === undefined) break;
    const at = { start, end: endBehind(cursor) };
    const operand = readOperand(cursor, { isDivisor: operator === '/', readSum });
    rest.push({ operator, operand, at });
  }
  return rest.length === 0 ? first : { kind: 'product', first, rest, start: first.start, end: endBehind(cursor) };
}

/** Moves over a sign or word that multiplies or divides. "a day" divides, so does "per". */
function readFactorSign(cursor: Cursor): '*' | '/' | undefined {
  const token = peek(cursor);
  const next = peek(cursor, 1);
  let words = 1;
  let operator: '*' | '/' | undefined;
  if (isSign(token, '*') || isWord(token, 'x', 'times', 'of')) operator = '*';
  else if (isSign(token, '/') || isWord(token, 'per')) operator = '/';
  else if (isWord(token, 'multiplied', 'divided') && isWord(next, 'by')) {
    operator = isWord(token, 'divided') ? '/' : '*';
    words = 2;
  } else if (isInterval(cursor)) operator = '/';
  else if (isWord(token, 'a', 'an', 'every', 'each') && next?.kind === 'word' && secondsIn(next.text) !== undefined)
    operator = '/';
  if (operator !== undefined) cursor.index += words;
  return operator;
}

function readConversion(cursor: Cursor): (Span & { unit: string }) | undefined {
  const token = peek(cursor);
  if (token === undefined || !isWord(token, 'to', 'in', 'as')) return undefined;
  const first = peek(cursor, 1);
  if (first === undefined)
    refuse(token, `a unit is missing behind ${quoted(token.text)}`, 'Write for example to TiB, or in /s.');
  cursor.index = cursor.tokens.length;
  const end = endBehind(cursor);
  return { unit: cursor.text.slice(first.start, end), start: first.start, end };
}

/** What is wrong with the first token that belongs to nothing. */
function refuseRest(cursor: Cursor): never {
  const token = peek(cursor);
  const span = spanHere(cursor);
  refuseMark(token, cursor.text);
  if (isSign(token, ')')) refuse(span, 'this bracket closes nothing', 'Remove it, or open one before.');
  if (isSign(token, ','))
    refuse(span, 'a comma has no meaning here', 'Write 1.5 with a point, 1,000 with three digits behind the comma.');
  if (token?.kind === 'number' || isSign(token, '(') || isSign(token, '$')) {
    refuse(span, 'an operator is missing here', 'Write * to multiply.');
  }
  const power = isWord(token, 'squared') ? 2 : isWord(token, 'cubed') ? 3 : undefined;
  const hint = power === undefined ? 'Write an operator in front of it, or leave it out.' : `Write ^${power}.`;
  refuse(span, `${quoted(token?.text ?? '')} is not expected here`, hint);
}
