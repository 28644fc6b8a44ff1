import { formatQuantity } from '../quantity/format.ts';
import { evaluate } from '../quantity/notation/evaluate.ts';
import { parseExpression } from '../quantity/notation/parse.ts';
import type { Quantity } from '../quantity/quantity.ts';
import type { Figures } from './capacity.ts';
import type { Fault, Path } from './faults/fault.ts';
import { expressionFault, quantityFault } from './figure-faults.ts';
import { figureText } from './figure-text.ts';

/** A quote, or braces that begin one and don't end. */
const QUOTE = /\{\{([^{}]*)\}\}|\{\{/g;

/** Where figures are given, or kept back, or where braces are signs of a notation. `*` is a position in a list. */
const NOT_FILLED: ReadonlySet<string> = new Set([
  'statement',
  'capacity.inputs.*.value',
  'capacity.estimates.*.formula',
  'capacity.estimates.*.unit',
  'reference.diagram',
  'reference.api.*.request',
  'reference.api.*.response',
  'reference.stores.*.schema',
  'reference.algorithms.*.pseudocode',
  'points.*.signals',
  'resources.*.url',
]);

/** A value with the figures in its texts. */
export interface Quoted<T> {
  /** Quotes with a fault stay as they are written. */
  readonly value: T;
  /** The ids that texts quote. */
  readonly used: ReadonlySet<string>;
  readonly faults: readonly Fault[];
}

interface Run {
  readonly figures: Figures;
  readonly scope: ReadonlyMap<string, Quantity>;
  readonly used: Set<string>;
  readonly faults: Fault[];
}

/** Fills `{{peak-rate}}`, `{{stored * 3}}` and `{{network in Gbps}}` into all texts of a problem but code, signals and the statement. Never throws. */
export function fillQuotes<T>(problem: T, figures: Figures): Quoted<T> {
  const scope = new Map([...figures.byId].map(([id, { quantity }]): [string, Quantity] => [id, quantity]));
  const run: Run = { figures, scope, used: new Set(), faults: [] };
  const value = filled(problem, [], run) as T;
  return { value, used: run.used, faults: run.faults };
}

function filled(value: unknown, path: Path, run: Run): unknown {
  if (isKept(path)) return value;
  if (typeof value === 'string') return value.includes('{{') ? filledText(value, path, run) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item, index) => filled(item, [...path, index], run));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, filled(item, [...path, key], run)]));
}

function isKept(path: Path): boolean {
  return NOT_FILLED.has(path.map((step) => (typeof step === 'number' ? '*' : step)).join('.'));
}

function filledText(text: string, path: Path, run: Run): string {
  const told = new Set<string>();
  return text.replace(QUOTE, (part: string, inner: string | undefined) => {
    const found = inner === undefined ? endless(path, part) : quoted(inner, { part, path }, run);
    if (typeof found === 'string') return found;
    if (found !== undefined && !told.has(part)) run.faults.push(found);
    told.add(part);
    return part;
  });
}

function endless(path: Path, part: string): Fault {
  const message = 'these braces begin a quote that does not end';
  return { path, within: { part, offset: 0 }, message, hint: 'Write {{, the figure, and }}.' };
}

/** What stands for a quote, or what is wrong with it; undefined where the fault is that of a figure, and told there. */
function quoted(
  expression: string,
  { part, path }: { readonly part: string; readonly path: Path },
  { figures, scope, used }: Run,
): string | Fault | undefined {
  const standing = { part, at: 2 };
  const parsed = parseExpression(expression, { names: figures.table });
  if (!parsed.ok) return expressionFault(path, standing, parsed.fault, figures.ids);
  const { root, names, conversion } = parsed.value;
  for (const name of names) used.add(name);
  if (names.some((name) => !figures.byId.has(name))) return undefined;
  if (root.kind === 'name' && conversion === undefined) return figures.byId.get(root.key)?.text;
  const found = evaluate(parsed.value, scope);
  if (!found.ok) return quantityFault(path, standing, found.fault);
  const { quantity } = found.value;
  if (conversion === undefined) return formatQuantity(quantity);
  const shown = figureText(quantity, conversion.unit);
  if (shown.ok) return shown.text;
  const { message, hint } = shown;
  return { path, within: { part, offset: 2 + conversion.start }, message, hint };
}
