import { calculate } from '../quantity/calculate.ts';
import { convert } from '../quantity/convert.ts';
import { dimensionWords, isCount } from '../quantity/dimension.ts';
import type { QuantityFault } from '../quantity/fault.ts';
import { formatQuantity, numberText } from '../quantity/format.ts';
import { nameTable } from '../quantity/notation/names.ts';
import { parseExpression } from '../quantity/notation/parse.ts';
import type { Quantity, Scope } from '../quantity/quantity.ts';
import { nearest } from '../text/nearest.ts';
import type { Fault, Path } from './faults/fault.ts';
import type { Sound } from './faults/sound.ts';
import type { WrittenProblem } from './schema.ts';

type Capacity = Sound<WrittenProblem>['capacity'];

/** A figure of a problem that texts can quote: an input as it is written, or an estimate in its unit. */
export interface Figure {
  readonly quantity: Quantity;
  /** As it is shown, such as `4.32 PB`. */
  readonly text: string;
}

/** The figures by their ids, and what is wrong with those that are missing. */
export interface Figures {
  readonly byId: ReadonlyMap<string, Figure>;
  /** The inputs and estimates that formulas use. */
  readonly used: ReadonlySet<string>;
  readonly faults: readonly Fault[];
}

/** Recomputes every estimate from the inputs, in the order of the file. Never throws. */
export function figuresOf(capacity: Capacity): Figures {
  const byId = new Map<string, Figure>();
  const scope = new Map<string, Quantity>();
  const used = new Set<string>();
  const faults: Fault[] = [];
  const all = [...(capacity?.inputs ?? []), ...(capacity?.estimates ?? [])].flatMap((figure) => figure?.id ?? []);
  /** What is counted is told by the titles; in a figure it would only be in the way. */
  const add = (id: string, written: Quantity, text: (quantity: Quantity) => string) => {
    const quantity = { ...written, labels: new Map<string, number>() };
    byId.set(id, { quantity, text: text(quantity) });
    scope.set(id, quantity);
  };
  for (const [index, input] of (capacity?.inputs ?? []).entries()) {
    if (input?.id === undefined || input.value === undefined) continue;
    const found = calculate(input.value);
    const { id, value } = input;
    if (found.ok) add(id, found.value.quantity, () => value);
    else faults.push(faultAt(['capacity', 'inputs', index, 'value'], value, found.fault));
  }
  const done = new Set<string>();
  for (const input of capacity?.inputs ?? []) if (input?.id !== undefined) done.add(input.id);
  for (const [index, estimate] of (capacity?.estimates ?? []).entries()) {
    if (estimate?.id === undefined || estimate.formula === undefined || estimate.unit === undefined) continue;
    const path = (field: string) => ['capacity', 'estimates', index, field];
    const names = namesIn(estimate.formula, all);
    for (const name of names) used.add(name);
    const later = names.find((name) => !done.has(name));
    done.add(estimate.id);
    if (later !== undefined) {
      const hint = `Move ${later} above this estimate.`;
      faults.push({ path: path('formula'), message: `"${later}" is not worked out yet`, hint });
      continue;
    }
    // What is wrong above is told there.
    if (names.some((name) => !scope.has(name))) continue;
    const found = calculate(estimate.formula, { scope });
    if (!found.ok) {
      faults.push(formulaFault(path('formula'), estimate.formula, found.fault, all));
      continue;
    }
    const shown = textIn({ ...found.value.quantity, labels: new Map() }, estimate.unit);
    if (shown.ok) add(estimate.id, found.value.quantity, () => shown.text);
    else faults.push({ path: path('unit'), message: shown.message, hint: `The formula comes to ${found.value.text}.` });
  }
  return { byId, used, faults };
}

/** Three digits, or a fourth where it is the last that there is: 2.07 PB, 91.25 TB. */
function digitsFor(value: number): number {
  const four = Number(value.toPrecision(4));
  return Math.abs(four - value) <= 1e-9 * Math.abs(value) ? 4 : 3;
}

/** A quantity in a unit, to three or four digits; `count` is a plain number. */
export function textIn(
  quantity: Quantity,
  unit: string,
): { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string } {
  if (unit === 'count') {
    return isCount(quantity.dimension)
      ? { ok: true, text: formatQuantity(quantity, { digits: digitsFor(quantity.value) }) }
      : { ok: false, message: `the formula comes to ${dimensionWords(quantity.dimension)}, not to a plain number` };
  }
  const converted = convert(quantity, unit);
  if (!converted.ok) return { ok: false, message: converted.fault.message };
  const number = numberText(Number(converted.value.value.toPrecision(digitsFor(converted.value.value))));
  // Rates and sums of money have magnitudes of their own: 1.67M/s, $15M.
  if (unit.startsWith('/')) return { ok: true, text: formatQuantity(quantity, { per: unit.slice(1) }) };
  if (/^(?:\$|dollars|USD)$/.test(unit)) return { ok: true, text: formatQuantity(quantity) };
  return { ok: true, text: unit === '%' ? `${number}%` : `${number} ${unit}` };
}

/** The ids that an expression uses, among those given. */
export function namesIn(expression: string, ids: readonly string[]): readonly string[] {
  const parsed = parseExpression(expression, { names: nameTable(ids) });
  return parsed.ok ? [...parsed.value.names] : [];
}

/** What is wrong with a formula or a quote; a name with hyphens that nothing has is told as a whole. */
export function formulaFault(path: Path, text: string, fault: QuantityFault, ids: readonly string[]): Fault {
  const unknown = [...text.matchAll(/[a-z][a-z0-9]*(?:-[a-z0-9]+)+/g)].find(
    ({ 0: name, index }) => !ids.includes(name) && index <= fault.start && fault.start <= index + name.length,
  );
  if (unknown === undefined) return faultAt(path, text, fault);
  const near = nearest(unknown[0], ids);
  const hint = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `There are ${ids.join(', ')}.`;
  return { path, message: `there is no figure "${unknown[0]}"`, hint };
}

function faultAt(path: Path, text: string, { message, hint, start, end }: QuantityFault): Fault {
  const place = text.length > end - start && end > start ? ` at "${text.slice(start, end)}"` : '';
  return { path, message: `${message}${place}`, ...(hint === undefined ? {} : { hint }) };
}
