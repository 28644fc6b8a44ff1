import { dimensionWords, isCount, isSameDimension } from './dimension.ts';
import { attempt, type Outcome, refuse } from './fault.ts';
import { numberText } from './format.ts';
import { evaluate } from './notation/evaluate.ts';
import { parseExpression } from './notation/parse.ts';
import type { Quantity } from './quantity.ts';
import { quoted } from './quote.ts';

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

/** `quantity` in `unitText` (`TiB`, `/s`, `requests/day`, `Gbps`, `%`). Labels do not matter. A fault's span lies in `unitText`. */
export function convert(quantity: Quantity, unitText: string): Outcome<Converted> {
  return attempt(unitText.length, () => {
    const whole = { start: 0, end: unitText.length };
    const unit = unitText.trim();
    const one = readUnit(unit);
    if (one === undefined) refuse(whole, `${quoted(unit)} is no unit`, 'Write for example TiB, Gbps, /s or days.');
    if (!isSameDimension(one.dimension, quantity.dimension)) {
      const hint = isCount(one.dimension)
        ? 'Leave the unit out to see what it comes to.'
        : 'Choose a unit of the same kind.';
      refuse(whole, `cannot turn ${dimensionWords(quantity.dimension)} into ${dimensionWords(one.dimension)}`, hint);
    }
    const value = quantity.value / one.value;
    if (!Number.isFinite(value)) refuse(whole, 'the result is too large to compute with');
    return { value, unit, text: textIn(value, unit) };
  });
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

function textIn(value: number, unit: string): string {
  const decimals = Math.max(0, DIGITS - 1 - Math.floor(Math.log10(Math.abs(value) || 1)));
  const number = numberText(decimals > 20 ? Number(value.toPrecision(DIGITS)) : Number(value.toFixed(decimals)));
  if (unit.startsWith('$')) return value < 0 ? `-$${number.slice(1)}${unit.slice(1)}` : `$${number}${unit.slice(1)}`;
  return /^(?:[/%]|[KMBT](?![\p{L}]))/u.test(unit) ? `${number}${unit}` : `${number} ${unit}`;
}
