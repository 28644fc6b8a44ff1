import { COUNT } from '../dimension.ts';
import { raise, refuse, refuseTooLarge } from '../fault.ts';
import { addedLabels, quantity } from '../quantity.ts';
import { quoted } from '../quote.ts';
import { unitOf } from '../units/units.ts';
import { type Cursor, endBehind, isSign, note, peek, spanHere, takeAbout, takeSign } from './cursor.ts';
import { FUNCTION_NAMES, FUNCTIONS } from './function-names.ts';
import { draftAt, literalOf, readLiteral, readLoneUnit, readUnits } from './literal.ts';
import { nameAt } from './names.ts';
import { readLabel } from './nouns.ts';
import type { Literal, Node } from './syntax.ts';
import { refuseCharacter, refuseFunction, refuseMark } from './unknown.ts';

const MOST_DEPTH = 100;
const CALLED = /^[\p{L}_][\p{L}\p{N}_-]*(?=\()/u;
const LONGEST_FUNCTION = 60;

interface Context {
  /** Whether a slash or "per" stands in front: there a word alone may be a label. */
  readonly isDivisor: boolean;
  readonly readSum: (cursor: Cursor) => Node;
}

/** One operand with its signs, its exponents, and the units behind it. */
export function readOperand(cursor: Cursor, context: Context): Node {
  const start = spanHere(cursor).start;
  const isNegative = readSigns(cursor);
  const base = readBase(cursor, context);
  const powered = readPower(cursor, base, context);
  const whole = powered.kind === 'literal' ? powered : withUnits(cursor, powered);
  return isNegative ? { kind: 'negative', operand: whole, start, end: endBehind(cursor) } : whole;
}

/** Moves over signs and marks of approximation; whether the signs make it negative. */
function readSigns(cursor: Cursor): boolean {
  let isNegative = false;
  for (;;) {
    takeAbout(cursor);
    if (takeSign(cursor, '-') !== undefined) isNegative = !isNegative;
    else if (takeSign(cursor, '+') === undefined) return isNegative;
  }
}

function readBase(cursor: Cursor, context: Context): Node {
  const start = spanHere(cursor).start;
  if (isSign(peek(cursor), '(')) return readBracket(cursor, context);
  const name = nameAt(cursor.names, cursor.tokens, cursor.index);
  const call = nameAt(FUNCTIONS, cursor.tokens, cursor.index);
  if (call !== undefined && isSign(cursor.tokens[call.next], '(')) return readCall(cursor, call, context);
  if (name !== undefined) {
    const word = peek(cursor)?.text ?? '';
    cursor.index = name.next;
    cursor.used.add(name.key);
    const span = { start, end: endBehind(cursor) };
    if (unitOf(word) !== undefined && name.key === word.toLowerCase())
      note(cursor, span, `${quoted(word)} is the value that was defined, not the unit`);
    return { kind: 'name', key: name.key, ...span };
  }
  return readLiteral(cursor) ?? readLoneUnit(cursor) ?? readDivisorLabel(cursor, context) ?? refuseOperand(cursor);
}

function readBracket(cursor: Cursor, { readSum }: Context): Node {
  const open = spanHere(cursor);
  enter(cursor);
  cursor.index++;
  const inner = readSum(cursor);
  if (takeSign(cursor, ')') === undefined) refuseUnclosed(cursor, open.start);
  cursor.depth--;
  const span = { start: open.start, end: endBehind(cursor) };
  // What stands behind a bracket does not belong to the number in it.
  return inner.kind === 'literal' ? { kind: 'sum', first: inner, rest: [], ...span } : { ...inner, ...span };
}

function enter(cursor: Cursor): void {
  cursor.depth++;
  if (cursor.depth > MOST_DEPTH) {
    refuse(
      spanHere(cursor),
      `brackets are nested more than ${MOST_DEPTH} deep`,
      'Give the inner parts names, one a line.',
    );
  }
}

function refuseUnclosed(cursor: Cursor, start: number): never {
  const token = peek(cursor);
  if (token === undefined) refuse({ start, end: start + 1 }, 'this bracket is never closed', 'Write ) where it ends.');
  if (token.kind === 'number' || isSign(token, '('))
    refuse(token, 'an operator is missing here', 'Write * to multiply.');
  refuseMark(token, cursor.text);
  refuse(
    token,
    `${quoted(token.text)} is not expected inside of brackets`,
    'Close the bracket in front of it, or write an operator.',
  );
}

function readCall(cursor: Cursor, call: { key: string; next: number }, { readSum }: Context): Node {
  const { start } = spanHere(cursor);
  cursor.index = call.next;
  const open = spanHere(cursor);
  enter(cursor);
  cursor.index++;
  cursor.calls++;
  const args: Node[] = [];
  if (!isSign(peek(cursor), ')')) {
    do args.push(readSum(cursor));
    while (takeSign(cursor, ',') !== undefined);
  }
  if (takeSign(cursor, ')') === undefined) refuseUnclosed(cursor, open.start);
  cursor.depth--;
  cursor.calls--;
  return { kind: 'call', name: call.key, args, start, end: endBehind(cursor) };
}

/** "requests / user": behind a slash a word that is not known counts as one of its kind. */
function readDivisorLabel(cursor: Cursor, { isDivisor }: Context): Literal | undefined {
  if (!isDivisor) return undefined;
  refuseUnknownCall(cursor);
  const start = spanHere(cursor).start;
  const label = readLabel(cursor, false);
  if (label === undefined) return undefined;
  const draft = draftAt(start, 1);
  addedLabels(draft.labels, new Map([[label, 1]]), 1);
  return literalOf(cursor, draft);
}

function refuseOperand(cursor: Cursor): never {
  const token = peek(cursor);
  const span = spanHere(cursor);
  if (token === undefined) refuse(span, 'something is missing at the end', 'Write a number, a unit or a name.');
  refuseUnknownCall(cursor);
  if (token.kind === 'word') raise({ kind: 'unknown-word', message: `${quoted(token.text)} is not known`, ...span });
  if (token.kind === 'unknown') refuseCharacter(token);
  refuse(span, `a number is missing in front of "${token.text}"`, 'Write a number, a unit or a name there.');
}

/** A word in front of a bracket means a function. */
function refuseUnknownCall(cursor: Cursor): void {
  const { start } = spanHere(cursor);
  const name = CALLED.exec(cursor.text.slice(start, start + LONGEST_FUNCTION))?.[0];
  if (name !== undefined) refuseFunction({ start, end: start + name.length }, name, FUNCTION_NAMES);
}

/** `base ^ n` where the exponent is a name, a bracket, or the base is no plain number. */
function readPower(cursor: Cursor, base: Node, context: Context): Node {
  const exponents: Node[] = [];
  while (takeSign(cursor, '^') !== undefined) {
    const start = spanHere(cursor).start;
    const isNegative = readSigns(cursor);
    const exponent = readExponent(cursor, context);
    exponents.push(isNegative ? { kind: 'negative', operand: exponent, start, end: endBehind(cursor) } : exponent);
  }
  return exponents.length === 0 ? base : { kind: 'power', base, exponents, start: base.start, end: endBehind(cursor) };
}

/** Of digits the bare number, so that units behind it belong to the whole power. */
function readExponent(cursor: Cursor, context: Context): Node {
  const token = peek(cursor);
  if (token?.kind !== 'number') return readBase(cursor, context);
  cursor.index++;
  if (!Number.isFinite(token.value)) refuseTooLarge(token, 'this number');
  const { start, end } = token;
  return {
    kind: 'literal',
    quantity: quantity(token.value, COUNT),
    period: 1,
    precision: 0,
    hasNumber: true,
    start,
    end,
  };
}

/** Units behind a bracket, a name or a call multiply it. */
function withUnits(cursor: Cursor, node: Node): Node {
  const from = cursor.index;
  const draft = draftAt(spanHere(cursor).start, 1);
  readUnits(cursor, draft, false);
  if (cursor.index === from) return node;
  const span = { start: node.start, end: endBehind(cursor) };
  if (draft.isShare && draft.unit === undefined) return { kind: 'percent', operand: node, ...span };
  const operand = literalOf(cursor, draft);
  return {
    kind: 'product',
    first: node,
    rest: [{ operator: '*', operand, at: { start: operand.start, end: operand.end } }],
    ...span,
  };
}
