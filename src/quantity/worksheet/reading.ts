import { convert } from '../convert.ts';
import { isCount } from '../dimension.ts';
import type { Note } from '../fault.ts';
import type { ByteReading } from '../notation/cursor.ts';
import { evaluate } from '../notation/evaluate.ts';
import { parseExpression, parseLeading } from '../notation/parse.ts';
import type { Expression, Literal, Node } from '../notation/syntax.ts';
import type { Quantity } from '../quantity.ts';
import { factorsIn, withoutRemarks } from './asides.ts';
import type { KnownNames } from './known-names.ts';

/** More numbers in doubt are no estimate. */
const MOST_IN_BYTES = 3;

/** "9 of 10 requests" is a share and no product, "80/20" no quotient; "half of a + b" may be half of both. */
const IDIOM =
  /(?<![%\d.,])\b\d+\s+(?:out\s+)?of\s+\d|^\s*(?:50\/50|60\/40|70\/30|80\/20|90\/10|95\/5|99\/1)\s*$|\b(?:half|thirds?|quarters?)\s+of\s[^()]*\s[-–+]\s/;

/** A stretch of a line that is an expression. */
export interface Reading {
  readonly text: string;
  /** Offset in the line. */
  readonly start: number;
  readonly quantity: Quantity;
  readonly timeless: Quantity;
  readonly names: readonly string[];
  readonly notes: readonly Note[];
  /** Whether something is calculated in it, and it is not only a number with its unit. */
  readonly isComputed: boolean;
  /** Every number in it with its unit. */
  readonly numbers: readonly Literal[];
  /** Numbers in it without any unit. */
  readonly bare: readonly number[];
  /** Whether a number or name in it is in bytes or money. */
  readonly hasSize: boolean;
  /** The number it begins with. */
  readonly leading: Literal | undefined;
  /** What a sum adds last. */
  readonly lastTerm: () => Reading | undefined;
  /** Whether "each" stands in it: then something is left unsaid. */
  readonly isPart: boolean;
  /** Whether "~" or "about" stands in it, or in front. */
  readonly isApproximate: boolean;
  /** Whether words that are no unit stand behind it. */
  readonly isFollowed: boolean;
  /** Whether it has a share of almost all in it, or takes something from all. */
  readonly isOfShares: boolean;
  /** What numbers said beside it may have multiplied. */
  readonly asides: readonly number[];
  /** Whether it was found behind a sentence with numbers of its own. */
  readonly isDeduced: boolean;
  /**
   * The same text with each "B", or "b" behind a number, read as bytes or as a billion in every way that has a value;
   * undefined where too much was read so already.
   */
  readonly inBytes: () => readonly Reading[] | undefined;
}

/** Reads text that is an expression from end to end; undefined where it is not, or has no value. */
export function readWhole(text: string, start: number, names: KnownNames, bytes?: ByteReading): Reading | undefined {
  const parsed = parseExpression(text, { names: names.table, ...(bytes === undefined ? {} : { bytes }) });
  if (!parsed.ok || parsed.value.root.kind === 'negative' || IDIOM.test(text)) return undefined;
  return reading(parsed.value, { text, start }, names);
}

/** Reads the quantity that a result begins with: "640 GB so everything fits". */
export function readResult(text: string, start: number, names: KnownNames): Reading | undefined {
  const whole = readWhole(text, start, names);
  if (whole !== undefined) return isRange(whole, text) ? undefined : whole;
  const parsed = parseLeading(text, { names: names.table });
  if (!parsed.ok || !isRemark(text.slice(parsed.value.end))) return undefined;
  const result = text.slice(0, parsed.value.end);
  if (parsed.value.expression.root.kind !== 'literal') return undefined;
  const found = reading(parsed.value.expression, { text: result, start }, names);
  const rest = text.slice(parsed.value.end);
  return found && { ...found, isFollowed: /\p{L}{2}/u.test(rest), asides: [...found.asides, ...factorsIn(rest)] };
}

/** Whether what stands behind a result takes nothing away from it. */
function isRemark(rest: string): boolean {
  // "1 6666" or "1,67": only its first digits were read.
  if (/^,\d|^\s*(?:[*/^×·÷+@\d]|[-–−]\s*[\d.$]|(?:x|times|of|per)\b)/.test(rest)) return false;
  return !/^\s*(?:to|or|and|-|–)\s*~?\d/.test(rest);
}

/** "8-12 shards" is a range and no difference. */
export function isRange({ isComputed, leading }: Reading, text: string): boolean {
  const match = /^\s*~?\s*\$?([\d.,]+)\s?\w{0,2}\s?[-–]\s?~?\$?([\d.,]+)(?![\d.,]|\s*%)/.exec(text);
  return isComputed && leading !== undefined && match !== null && Number(match[2]) > Number(match[1]);
}

function reading(
  expression: Expression,
  { text, start }: { text: string; start: number },
  names: KnownNames,
): Reading | undefined {
  const value = evaluate(expression, names.values);
  const timeless = evaluate(expression, names.timeless, { isTimeless: true });
  if (!value.ok || !timeless.ok) return undefined;
  const { conversion } = expression;
  if (conversion !== undefined && !convert(value.value.quantity, conversion.unit).ok) return undefined;
  const parts = partsOf(expression.root);
  const numbers = parts.literals.filter((literal) => literal.hasNumber);
  if (numbers.length === 0 && expression.names.length === 0) return undefined;
  const isPower = /\^|\*\*|[⁰¹²³⁴⁵⁶⁷⁸⁹]/.test(text);
  const trimmed = text.trimEnd();
  let inEveryWay: readonly Reading[] | undefined;
  return {
    text: trimmed.trimStart(),
    start: start + trimmed.length - trimmed.trimStart().length,
    quantity: value.value.quantity,
    timeless: timeless.value.quantity,
    names: expression.names,
    notes: value.value.notes,
    isComputed: isPower || (parts.hasOperator && (parts.hasCall || numbers.length + expression.names.length > 1)),
    numbers,
    bare: numbers.filter(isBare).map((literal) => literal.quantity.value),
    hasSize: quantitiesOf(expression, parts, names).some(isSize),
    leading: leadingOf(expression.root),
    lastTerm: () => lastTerm(expression.root, { text, start }, names),
    isPart: /\beach\b/i.test(text),
    isApproximate: expression.isApproximate,
    isFollowed: false,
    isOfShares: takesFromAll(expression.root) || quantitiesOf(expression, parts, names).some(isNearlyAll),
    asides: text.includes('(') ? factorsIn(withoutRemarks(text).remarks) : [],
    isDeduced: false,
    inBytes: () => {
      inEveryWay ??= inBytes({ text, start }, names);
      return inEveryWay;
    },
  };
}

function inBytes({ text, start }: { text: string; start: number }, names: KnownNames): Reading[] | undefined {
  const capital = text.replace(/(?<=\d\s?)b\b/g, 'B');
  const numbers = [...capital.matchAll(/(?<![\d.,_])[\d.,_]+(?=\s?B\b)/g)].slice(0, MOST_IN_BYTES);
  const places = numbers.map(({ index }) => index);
  const found: Reading[] = [];
  for (let choice = places.length === 0 ? -1 : 2 ** places.length - 1; choice >= 0; choice--) {
    if (!names.mayReread(text)) return undefined;
    const bytes = new Set(places.filter((_, place) => (choice >> place) % 2 === 1));
    const read = readWhole(capital, start, names, bytes);
    if (read === undefined) continue;
    const from = read.start - start;
    found.push({ ...read, text: text.slice(from, from + read.text.length) });
  }
  return found;
}

function isBare({ quantity: { dimension, labels, share } }: Literal): boolean {
  return isCount(dimension) && labels.size === 0 && share !== true;
}

/** Its numbers, and the values of its names. */
function quantitiesOf(expression: Expression, { literals }: Parts, { values }: KnownNames): Quantity[] {
  const named = expression.names.flatMap((name) => values.get(name) ?? []);
  return [...literals.map((literal) => literal.quantity), ...named];
}

function isSize({ dimension }: Quantity): boolean {
  return dimension.bytes !== 0 || dimension.dollars !== 0;
}

function isNearlyAll({ value, dimension }: Quantity): boolean {
  return isCount(dimension) && value >= 0.95 && value < 1;
}

/** "1 - 0.1%". */
function takesFromAll(node: Node): boolean {
  if (node.kind !== 'sum') return false;
  const { first, rest } = node;
  return first.kind === 'literal' && first.quantity.value === 1 && rest.every(({ operator }) => operator === '-');
}

function leadingOf(node: Node): Literal | undefined {
  if (node.kind === 'literal') return node;
  return node.kind === 'sum' || node.kind === 'product' ? leadingOf(node.first) : undefined;
}

function lastTerm(
  root: Node,
  { text, start }: { text: string; start: number },
  names: KnownNames,
): Reading | undefined {
  const last = root.kind === 'sum' ? root.rest.at(-1) : undefined;
  if (last?.operator !== '+') return undefined;
  const from = last.at.end;
  return readWhole(text.slice(from), start + from, names);
}

interface Parts {
  readonly literals: readonly Literal[];
  readonly hasOperator: boolean;
  readonly hasCall: boolean;
}

function partsOf(root: Node): Parts {
  const literals: Literal[] = [];
  let hasOperator = false;
  let hasCall = false;
  const visit = (node: Node): void => {
    if (node.kind === 'literal') literals.push(node);
    else if (node.kind !== 'name') {
      hasOperator = true;
      hasCall ||= node.kind === 'call';
      for (const child of childrenOf(node)) visit(child);
    }
  };
  visit(root);
  return { literals, hasOperator, hasCall };
}

function childrenOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'literal':
    case 'name':
      return [];
    case 'negative':
    case 'percent':
      return [node.operand];
    case 'sum':
    case 'product':
      return [node.first, ...node.rest.map(({ operand }) => operand)];
    case 'power':
      return [node.base, ...node.exponents];
    case 'call':
      return node.args;
  }
}
