import { dimensionWords, isSameDimension } from '../dimension.ts';
import { refuse, type Span } from '../fault.ts';
import { FORMULAS, type Formula, type Parameter } from '../formulas.ts';
import type { Quantity, Scope } from '../quantity.ts';
import { nameTable } from './names.ts';
import { operandWords } from './operand-words.ts';
import { parseExpression } from './parse.ts';
import type { Node } from './syntax.ts';

export interface FormulaCall {
  readonly name: string;
  readonly args: readonly Node[];
  readonly values: readonly Quantity[];
  readonly at: Span;
}

interface Prepared {
  readonly formula: Formula;
  readonly root: Node;
  readonly defaults: ReadonlyMap<string, Node>;
}

/** Parsed on first use; the texts never change. */
const prepared = new Map<string, Prepared>();

/** The value of a ready-made formula; `valueIn` evaluates a node over the arguments by the names of the parameters. */
export function applyFormula(call: FormulaCall, valueIn: (node: Node, scope: Scope) => Quantity): Quantity {
  const { formula, root, defaults } = prepare(call.name);
  const { parameters } = formula;
  const needed = parameters.filter(({ otherwise }) => otherwise === undefined).length;
  if (call.args.length < needed || call.args.length > parameters.length) {
    refuse(call.at, usage(formula), `For example ${formula.example}.`);
  }
  const scope = new Map<string, Quantity>();
  for (const [index, parameter] of parameters.entries()) {
    const given = call.values[index];
    const otherwise = defaults.get(parameter.name);
    if (given !== undefined) scope.set(parameter.name, checked(given, { formula, parameter, call, index }));
    else if (otherwise !== undefined) scope.set(parameter.name, valueIn(otherwise, scope));
  }
  return valueIn(root, scope);
}

function prepare(name: string): Prepared {
  const known = prepared.get(name);
  if (known !== undefined) return known;
  const formula = FORMULAS.find((each) => each.name === name);
  if (formula === undefined) throw new Error(`there is no formula ${name}`);
  const names = nameTable(formula.parameters.map((each) => each.name));
  const defaults = formula.parameters.flatMap(({ name: parameter, otherwise }): [string, Node][] =>
    otherwise === undefined ? [] : [[parameter, rootOf(otherwise, names)]],
  );
  const result = { formula, root: rootOf(formula.formula, names), defaults: new Map(defaults) };
  prepared.set(name, result);
  return result;
}

function rootOf(text: string, names: ReturnType<typeof nameTable>): Node {
  const parsed = parseExpression(text, { names });
  if (!parsed.ok) throw new Error(`the formula "${text}" does not parse: ${parsed.fault.message}`);
  return parsed.value.root;
}

/** How a formula is called: "storage takes rate, size, retention, and if wanted replicas, overhead". */
function usage({ name, parameters }: Formula): string {
  const needed = parameters.filter((each) => each.otherwise === undefined).map((each) => each.name);
  const others = parameters.filter((each) => each.otherwise !== undefined).map((each) => each.name);
  return `${name} takes ${needed.join(', ')}${others.length === 0 ? '' : `, and if wanted ${others.join(', ')}`}`;
}

interface Argument {
  readonly formula: Formula;
  readonly parameter: Parameter;
  readonly call: FormulaCall;
  readonly index: number;
}

function checked(value: Quantity, { formula, parameter, call, index }: Argument): Quantity {
  const [usual] = parameter.dimensions;
  if (usual === undefined || parameter.dimensions.some((each) => isSameDimension(each, value.dimension))) return value;
  const argument = call.args[index];
  const given = argument === undefined ? dimensionWords(value.dimension) : operandWords(argument, value);
  refuse(
    argument ?? call.at,
    `${call.name} needs ${dimensionWords(usual)} for ${parameter.name}, not ${given}`,
    `It is ${parameter.title}: ${call.name} is called such as ${formula.example}.`,
  );
}
