import { convert } from './convert.ts';
import { Definitions } from './definitions.ts';
import { baseUnit, dimensionName } from './dimension.ts';
import { type Note, type Outcome, type QuantityFault, shifted } from './fault.ts';
import { formatQuantity } from './format.ts';
import { evaluate } from './notation/evaluate.ts';
import { isName, nameKey } from './notation/names.ts';
import { parseExpression } from './notation/parse.ts';
import { periodNotes } from './notation/period-notes.ts';
import { withSuggestion } from './notation/unknown.ts';
import type { Quantity, Scope } from './quantity.ts';
import { slipNotes } from './slips.ts';

export interface CalculateOptions {
  /** Values by name, written as one likes; of many lines, what those above have defined. */
  readonly scope?: Scope | Definitions;
  /** A unit to give the result in; one that stands in the text comes first. */
  readonly to?: string;
  readonly ascii?: boolean;
}

/** What an expression comes to. */
export interface Calculation {
  /** In `unit`: the one asked for, else the base unit. */
  readonly value: number;
  /** As it was asked for, else `bytes`, `seconds`, `dollars`, `count`, `/second`, `bytes/second`, … */
  readonly unit: string;
  /** `count`, `bytes`, `time`, `money`, `rate`, `bandwidth`, or a product such as `bytes*time`. */
  readonly dimension: string;
  readonly text: string;
  readonly notes: readonly Note[];
  readonly isApproximate: boolean;
  /** In base units, to go on with. */
  readonly quantity: Quantity;
}

const NONE = new Definitions();

/** Reads, computes and formats one expression. A fault in `to` has the whole text as its span. */
export function calculate(text: string, { scope, to, ascii = false }: CalculateOptions = {}): Outcome<Calculation> {
  const { table, values } = scope instanceof Definitions ? scope : scope === undefined ? NONE : new Definitions(scope);
  const parsed = parseExpression(text, { names: table });
  if (!parsed.ok) return { ok: false, fault: withSuggestion(parsed.fault, text, table) };
  const evaluated = evaluate(parsed.value, values);
  if (!evaluated.ok) return evaluated;
  const { quantity } = evaluated.value;
  const notes = [...evaluated.value.notes, ...slipNotes(text, quantity.labels), ...periodNotes(parsed.value)];
  const { conversion, isApproximate } = parsed.value;
  const rest = { dimension: dimensionName(quantity.dimension), notes, isApproximate, quantity };
  const unit = conversion?.unit ?? to;
  if (unit === undefined) {
    const base = { value: tidy(quantity.value), unit: baseUnit(quantity.dimension) };
    return { ok: true, value: { ...base, text: formatQuantity(quantity, { ascii }), ...rest } };
  }
  const converted = convert(quantity, unit);
  if (converted.ok) return { ok: true, value: { ...converted.value, value: tidy(converted.value.value), ...rest } };
  const fault: QuantityFault =
    conversion === undefined
      ? { ...converted.fault, start: 0, end: text.length }
      : shifted(converted.fault, conversion.start);
  return { ok: false, fault };
}

/** Without the noise of the last bits: 30 TB and not 29999999999999.996 bytes. */
function tidy(value: number): number {
  return Number(value.toPrecision(15));
}

/** A line of working as it is typed: `peak = 100M/min`, `hot links: 20M`, or an expression alone. */
interface Definition {
  readonly name?: string;
  readonly expression: string;
  /** Where the expression begins in the line. */
  readonly offset: number;
}

/** Takes the name off a line, if it has one. The rest is not looked at. */
export function readDefinition(line: string): Definition {
  const match = /^\s*([\p{L}_][\p{L}\p{M}\p{N}_ -]*?)\s*(?::=|[=:])(?!=)\s*/u.exec(line.slice(0, 200));
  const name = match?.[1];
  if (match === null || name === undefined || !isName(name)) return { expression: line, offset: 0 };
  return { name: nameKey(name), expression: line.slice(match[0].length), offset: match[0].length };
}
