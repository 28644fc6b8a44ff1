import { calculate } from '../quantity/calculate.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { type Figure, formulaFault, namesIn } from './capacity.ts';
import type { Fault, Path } from './faults/fault.ts';

const QUOTE = /\{\{([^{}]*)\}\}/g;
/** Fields that are no prose: signs in braces may stand in them. */
const NO_PROSE = new Set([
  'id',
  'signals',
  'diagram',
  'schema',
  'pseudocode',
  'request',
  'response',
  'statement',
  'formula',
  'value',
  'url',
]);

/** A problem's prose with `{{name}}` and `{{expression}}` filled in, the figures that it quotes, and what is wrong with others. */
export interface Quoted<T> {
  readonly value: T;
  readonly used: ReadonlySet<string>;
  readonly faults: readonly Fault[];
}

export function fillQuotes<T>(value: T, figures: ReadonlyMap<string, Figure>): Quoted<T> {
  const used = new Set<string>();
  const faults: Fault[] = [];
  const scope = new Map([...figures].map(([id, { quantity }]): [string, Quantity] => [id, quantity]));
  const fillText = (text: string, path: Path) =>
    text.replace(QUOTE, (written, inner: string) => {
      const expression = inner.trim();
      for (const name of namesIn(expression.replace(/\s+(?:in|to)\s+.*$/, ''), [...figures.keys()])) used.add(name);
      const known = figures.get(expression);
      if (known !== undefined) {
        used.add(expression);
        return known.text;
      }
      const found = calculate(expression, { scope });
      if (found.ok) return found.value.text;
      faults.push(formulaFault(path, expression, found.fault, [...figures.keys()]));
      return written;
    });
  return { value: fill(value, [], fillText) as T, used, faults };
}

function fill(value: unknown, path: Path, fillText: (text: string, path: Path) => string): unknown {
  if (typeof value === 'string') return value.includes('{{') ? fillText(value, path) : value;
  if (Array.isArray(value)) return value.map((item, index) => fill(item, [...path, index], fillText));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, NO_PROSE.has(key) ? item : fill(item, [...path, key], fillText)]),
  );
}
