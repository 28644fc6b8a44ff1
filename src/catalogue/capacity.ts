import { calculate } from '../quantity/calculate.ts';
import { formatQuantity } from '../quantity/format.ts';
import { evaluate } from '../quantity/notation/evaluate.ts';
import { type NameTable, nameTable } from '../quantity/notation/names.ts';
import { parseExpression } from '../quantity/notation/parse.ts';
import type { Expression } from '../quantity/notation/syntax.ts';
import type { Quantity } from '../quantity/quantity.ts';
import type { Fault, Path } from './faults/fault.ts';
import type { Sound } from './faults/sound.ts';
import { expressionFault, quantityFault } from './figure-faults.ts';
import { figureText } from './figure-text.ts';
import type { WrittenProblem } from './schema.ts';

type Capacity = Sound<WrittenProblem['capacity']>;
type Input = NonNullable<Capacity['inputs']>[number];
type Estimate = NonNullable<Capacity['estimates']>[number];

/** A figure of a problem that texts can quote: an input as it is written, or an estimate in its unit. */
interface Figure {
  readonly quantity: Quantity;
  /** As it is shown, such as `4.32 PB`. */
  readonly text: string;
}

/** What comes out of the inputs and estimates of a problem. */
export interface Figures {
  /** Those that came out. */
  readonly byId: ReadonlyMap<string, Figure>;
  /** All that there are, right or wrong. */
  readonly ids: readonly string[];
  readonly table: NameTable;
  /** Those that formulas use; undefined where a formula cannot be read, and may mean any of them. */
  readonly used: ReadonlySet<string> | undefined;
  readonly faults: readonly Fault[];
}

interface Run {
  readonly ids: readonly string[];
  readonly table: NameTable;
  readonly byId: Map<string, Figure>;
  readonly scope: Map<string, Quantity>;
  /** The figures so far, those with faults among them. */
  readonly above: Set<string>;
  readonly used: Set<string>;
  readonly faults: Fault[];
}

const GIVEN = { hint: 'Write a quantity, such as 100M/day or 2 KB; what follows from others is an estimate.' };

/** Recomputes every estimate from the inputs, in the order of the file. Never throws. */
export function figuresOf(capacity: Capacity | undefined): Figures {
  const { inputs = [], estimates = [] } = capacity ?? {};
  const ids = [...inputs, ...estimates].flatMap((figure) => figure?.id ?? []);
  const run: Run = {
    ids,
    table: nameTable(ids),
    byId: new Map(),
    scope: new Map(),
    above: new Set(),
    used: new Set(),
    faults: [],
  };
  for (const [index, input] of inputs.entries()) addInput(run, input, ['capacity', 'inputs', index]);
  let isRead = true;
  for (const [index, estimate] of estimates.entries()) {
    if (!addEstimate(run, estimate, ['capacity', 'estimates', index])) isRead = false;
    if (estimate?.id !== undefined) run.above.add(estimate.id);
  }
  const { table, byId, faults } = run;
  return { byId, ids, table, used: isRead ? run.used : undefined, faults };
}

function addInput(run: Run, input: Input, path: Path): void {
  if (input?.id === undefined) return;
  run.above.add(input.id);
  if (!isName(run, input.id, path) || input.value === undefined) return;
  const found = calculate(input.value);
  if (found.ok) addFigure(run, input.id, { quantity: found.value.quantity, text: input.value });
  else run.faults.push({ ...quantityFault([...path, 'value'], { part: input.value }, found.fault), ...GIVEN });
}

/** False where the formula cannot be read. */
function addEstimate(run: Run, estimate: Estimate, path: Path): boolean {
  const { id, formula, unit } = estimate ?? {};
  if (id === undefined || formula === undefined) return false;
  const formulaPath = [...path, 'formula'];
  const parsed = parseExpression(formula, { names: run.table });
  if (!parsed.ok) {
    run.faults.push(expressionFault(formulaPath, { part: formula }, parsed.fault, run.ids));
    return false;
  }
  for (const name of parsed.value.names) run.used.add(name);
  if (!isName(run, id, path) || unit === undefined) return true;
  const quantity = resultOf(run, parsed.value, { id, path: formulaPath });
  if (quantity === undefined) return true;
  const shown = figureText(quantity, unit);
  if (shown.ok) addFigure(run, id, { quantity, text: shown.text });
  else run.faults.push({ path: [...path, 'unit'], message: shown.message, hint: unitHint(quantity) });
  return true;
}

/** Undefined where there is a fault, here or in what the formula uses. */
function resultOf(run: Run, expression: Expression, { id, path }: { id: string; path: Path }): Quantity | undefined {
  const { text, names, conversion } = expression;
  const late = names.find((name) => !run.above.has(name));
  if (late !== undefined) run.faults.push(lateFault(path, text, late, id));
  if (conversion !== undefined) {
    const within = { part: text, offset: conversion.start };
    run.faults.push({ path, within, message: 'a formula has no unit of its own', hint: 'Write it behind unit:.' });
    return undefined;
  }
  if (names.length === 0) {
    const hint = 'What is given belongs into the inputs, and the formula names it.';
    run.faults.push({ path, message: 'the formula uses no figure', hint });
    return undefined;
  }
  // What is wrong with a figure above is told there.
  if (!names.every((name) => run.scope.has(name))) return undefined;
  const found = evaluate(expression, run.scope);
  if (found.ok) return found.value.quantity;
  run.faults.push(quantityFault(path, { part: text }, found.fault));
  return undefined;
}

function lateFault(path: Path, formula: string, name: string, id: string): Fault {
  const place = new RegExp(`(?<![\\w-])${name}(?![\\w-])`, 'i').exec(formula);
  const within = { part: formula, offset: place?.index ?? 0 };
  if (name === id) {
    return { path, within, message: `"${id}" is worked out from itself`, hint: 'Use other figures.' };
  }
  return { path, within, message: `"${name}" is not worked out yet`, hint: `Move ${name} above ${id}.` };
}

/** What the formula comes to tells which of the two is wrong. */
function unitHint(quantity: Quantity): string {
  return `The formula comes to ${formatQuantity(quantity)}; choose a unit of that kind, or change the formula.`;
}

/** What is counted is told by the titles; in a figure it would only be in the way. */
function addFigure(run: Run, id: string, { quantity, text }: Figure): void {
  const bare = { ...quantity, labels: new Map<string, number>() };
  run.byId.set(id, { quantity: bare, text });
  run.scope.set(id, bare);
}

/** Whether formulas can have the id as a name; otherwise a fault is added. */
function isName(run: Run, id: string, path: Path): boolean {
  const parsed = parseExpression(id, { names: run.table });
  if (parsed.ok && parsed.value.root.kind === 'name' && parsed.value.names[0] === id) return true;
  const hint = 'Begin it with a letter.';
  run.faults.push({ path: [...path, 'id'], message: `no formula can name the figure "${id}"`, hint });
  return false;
}
