import { convert } from '../quantity/convert.ts';
import { dimensionWords, isCount, MONEY } from '../quantity/dimension.ts';
import { formatQuantity, numberText } from '../quantity/format.ts';
import { quantity as plain, type Quantity } from '../quantity/quantity.ts';

/** A figure as texts show it, or why it has no such unit. */
export type FigureText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly message: string; readonly hint: string };

/** A quantity in a unit that `convert` takes, or as a plain number (`count`): `1.16K/s`, `2.07 PB`, `$15M/month`, `5.18%`. */
export function figureText(quantity: Quantity, unit: string): FigureText {
  if (unit === 'count') {
    if (isCount(quantity.dimension)) return { ok: true, text: countText(quantity.value) };
    const message = `cannot turn ${dimensionWords(quantity.dimension)} into a plain number`;
    return { ok: false, message, hint: 'Divide by a unit, or choose one of the same kind.' };
  }
  const converted = convert(quantity, unit);
  if (!converted.ok) {
    const { message, hint = 'Choose a unit of the same kind.' } = converted.fault;
    return { ok: false, message, hint };
  }
  return { ok: true, text: inUnit(converted.value.value, unit) };
}

/** Counts, rates and money have magnitudes of their own: 10B, 1.16K/s, $15M. */
function inUnit(value: number, unit: string): string {
  const money = /^(?:\$|dollars?|USD)(\/.+)?$/i.exec(unit);
  if (money !== null) return `${formatQuantity(plain(value, MONEY))}${money[1] ?? ''}`;
  const digits = digitsFor(value);
  if (unit.startsWith('/')) return `${formatQuantity(plain(value), { digits: 3 })}${unit}`;
  // Close to a hundred it is the nines that matter.
  if (unit === '%') return formatQuantity({ ...plain(value / 100), share: true }, { digits });
  const number = numberText(Number(value.toPrecision(digits)));
  return `${number} ${number === '1' ? unit.replace(/^([a-z]{3,})s$/, '$1') : unit}`;
}

function countText(value: number): string {
  const isShort = Number.isInteger(value) && Math.abs(value) < 100_000;
  return formatQuantity(plain(value), isShort ? {} : { digits: digitsFor(value) });
}

/** Three digits, or a fourth where it is the last that there is: 2.07 PB, 91.25 TB. */
function digitsFor(value: number): number {
  const four = Number(value.toPrecision(4));
  return Math.abs(four - value) <= 1e-9 * Math.abs(value) ? 4 : 3;
}
