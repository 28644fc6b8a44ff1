import { dimensionWords, isCount, isSameDimension, unitExamples } from './dimension.ts';
import { attempt, type Outcome, refuse, refuseTooLarge, type Span } from './fault.ts';
import { numberText, percentText } from './format.ts';
import { evaluate } from './notation/evaluate.ts';
import { parseExpression } from './notation/parse.ts';
import { type Token, tokensOf } from './notation/tokens.ts';
import { unitHintFor } from './notation/unknown.ts';
import type { Quantity } from './quantity.ts';
import { quoted } from './quote.ts';
import { isShare, missingOf } from './share.ts';
import { isJoining } from './units/labels.ts';
import { magnitudeOf } from './units/magnitudes.ts';
import { unitOf } from './units/units.ts';

/** A quantity in a unit that was asked for. */
export interface Converted {
  /** In the unit. */
  readonly value: number;
  /** As it was asked for, spaces trimmed. */
  readonly unit: string;
  /** Such as `3,930 TiB`, `1,157/s`, `99.9%`. */
  readonly text: string;
}

const DIGITS = 4;
const MOST_CHARACTERS = 80;
const PERCENT = /^(?:%|percent|pct)$/i;
const NINES = /^(?:nines?|9s)$/i;

/** `quantity` in `unitText` (`TiB`, `/s`, `requests/day`, `Gbps`, `%`). Labels do not matter. A fault's span lies in `unitText`. */
export function convert(quantity: Quantity, unitText: string): Outcome<Converted> {
  return attempt(unitText.length, () => {
    const unit = unitText.trim();
    const start = unitText.indexOf(unit);
    const whole = { start, end: start + unit.length };
    if (NINES.test(unit)) return inNines(quantity, unit, whole);
    const one = readUnit(unit);
    if (one === undefined) refuseUnit(unit, whole, quantity);
    if (!isSameDimension(one.dimension, quantity.dimension)) {
      const slip = slipIn(unit);
      if (slip !== undefined) refuseUnit(slip.text, { start: start + slip.start, end: start + slip.end }, quantity);
      const turned = `${dimensionWords(quantity.dimension)} into ${dimensionWords(one.dimension)}`;
      refuse(whole, `cannot turn ${turned}`, hintFor(quantity));
    }
    const value = quantity.value / one.value;
    if (!Number.isFinite(value)) refuseTooLarge(whole, 'the result');
    const isPercentage = PERCENT.test(unit) && isCount(quantity.dimension);
    const near = isPercentage ? nearlyAll(quantity) : undefined;
    return { value, unit, text: withUnit(near ?? decimalText(value), unit) };
  });
}

/** Close to all, a percentage with the digits of what is missing. */
function nearlyAll(quantity: Quantity): string | undefined {
  const missing = missingOf(quantity);
  return missing > 0 && missing < 0.01 ? percentText(quantity.value, missing, DIGITS) : undefined;
}

/** 99.9% is three nines: the digits of the share that is missing. */
function inNines(quantity: Quantity, unit: string, whole: Span): Converted {
  const missing = missingOf(quantity);
  const isPart = isCount(quantity.dimension) && (isShare(quantity) || quantity.labels.size === 0);
  if (!isPart || missing <= 0 || missing >= 1) {
    refuse(whole, 'only a share below one has nines', 'Three nines are 99.9%.');
  }
  const value = -Math.log10(missing);
  return { value, unit, text: withUnit(decimalText(value), unit) };
}

function refuseUnit(word: string, at: Span, quantity: Quantity): never {
  const hint = /\d/.test(word) ? 'Write the unit without a number, such as GB.' : unitHintFor(word);
  refuse(at, `${quoted(word)} is no unit`, hint ?? hintFor(quantity));
}

function hintFor({ dimension }: Quantity): string {
  const examples = unitExamples(dimension);
  if (examples === undefined) return 'Leave the unit out to see what it comes to.';
  return `Choose a unit that fits, such as ${examples}.`;
}

/** The word of a unit that is none: it is near to one, or the only word. Other words are what is counted. */
function slipIn(unit: string): Token | undefined {
  const words = tokensOf(unit).filter(({ kind }) => kind === 'word');
  const odd = words.filter(
    ({ text }) => unitOf(text) === undefined && magnitudeOf(text) === undefined && !isJoining(text),
  );
  return odd.find(({ text }) => words.length === 1 || unitHintFor(text) !== undefined);
}

/** One of the unit; undefined where the text has a number or an operator in it. */
function readUnit(unit: string): Quantity | undefined {
  if (unit.length > MOST_CHARACTERS || /^(?:[-+\d.(~≈]|$)/.test(unit) || /[*(=]|[^^\d-]\d/.test(unit)) return undefined;
  const parsed = parseExpression(unit === '%' ? '1%' : `1${unit.startsWith('/') ? '' : ' '}${unit}`);
  if (!parsed.ok || parsed.value.conversion !== undefined) return undefined;
  const isUnit = parsed.value.root.kind === 'literal' || parsed.value.root.kind === 'product';
  const result = isUnit ? evaluate(parsed.value) : undefined;
  return result?.ok === true && result.value.quantity.value > 0 ? result.value.quantity : undefined;
}

function decimalText(value: number): string {
  const decimals = Math.max(0, DIGITS - 1 - Math.floor(Math.log10(Math.abs(value) || 1)));
  return numberText(decimals > 20 ? Number(value.toPrecision(DIGITS)) : Number(value.toFixed(decimals)));
}

/** A `B` that touches its number would be a billion. */
function withUnit(number: string, unit: string): string {
  if (!unit.startsWith('$')) return /^(?:[/%]|[KMT](?![\p{L}]))/u.test(unit) ? `${number}${unit}` : `${number} ${unit}`;
  return number.startsWith('-') ? `-$${number.slice(1)}${unit.slice(1)}` : `$${number}${unit.slice(1)}`;
}
