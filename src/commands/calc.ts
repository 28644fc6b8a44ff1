import type { Context } from '../context.ts';
import { ContentError, type Diagnostic, EXIT, type ExitCode, UsageError } from '../errors.ts';
import { type Calculation, calculate, readDefinition } from '../quantity/calculate.ts';
import type { QuantityFault } from '../quantity/fault.ts';
import { FORMULAS } from '../quantity/formulas.ts';
import { nameKey } from '../quantity/notation/names.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { jsonText } from '../text/json-text.ts';
import { visibleLine } from '../text/visible.ts';
import { wrap } from '../text/wrap.ts';

export interface CalcOptions {
  /** The arguments; they are read as one expression. */
  readonly expression: readonly string[];
  readonly to?: string | undefined;
  readonly formulas?: boolean | undefined;
  readonly json?: boolean | undefined;
}

/** Rises when a name or a meaning changes; further names may come without that. */
const SCHEMA_VERSION = 1;
const INPUT_LIMIT = 256 * 1024;
const INDENT = '    ';

/** `sdi calc`: one expression, or a line each from the input. The result goes to stdout, what was assumed to stderr. */
export async function runCalc(options: CalcOptions, context: Context): Promise<ExitCode> {
  if (options.formulas === true) return listFormulas(options, context);
  const expression = options.expression.join(' ').trim();
  if (expression !== '') return calculateOne(expression, options, context);
  if (context.terminal.interactive) {
    throw new UsageError('There is nothing to calculate.', {
      hint: 'Such as sdi calc "100M/min * 1 KB * 30 days", or a line each from a file: sdi calc < estimates.txt',
    });
  }
  const text = new TextDecoder().decode(context.store.readInput(INPUT_LIMIT));
  return calculateLines(text, options, context);
}

function calculateOne(expression: string, options: CalcOptions, context: Context): ExitCode {
  const definition = readDefinition(expression);
  const found = calculate(definition.expression, toOption(options));
  if (!found.ok) {
    const { message, hint, start } = found.fault;
    const place = start + definition.offset;
    const line = visibleLine(expression);
    const caret = expression === line && place <= line.length ? `\n  ${line}\n  ${' '.repeat(place)}^` : '';
    throw new UsageError(`${message}${caret}`, hint === undefined ? {} : { hint });
  }
  if (options.json === true) context.out.write(jsonText({ schemaVersion: SCHEMA_VERSION, ...viewOf(found.value) }));
  else context.out.write(`${found.value.text}\n`);
  tellNotes(found.value, options, context);
  return EXIT.done;
}

interface Result {
  readonly name: string | undefined;
  readonly calculation: Calculation;
}

function calculateLines(text: string, options: CalcOptions, context: Context): ExitCode {
  const scope = new Map<string, Quantity>();
  const results: Result[] = [];
  const faults: Diagnostic[] = [];
  for (const [index, source] of text.split(/\r?\n/).entries()) {
    const line = source.replace(/#.*$/, '').trimEnd();
    if (line.trim() === '') continue;
    const { name, expression, offset } = readDefinition(line);
    const found = calculate(expression, { ...toOption(options), scope });
    if (!found.ok) {
      faults.push(diagnosticOf(found.fault, { line: index + 1, offset, source }));
      continue;
    }
    if (name !== undefined) scope.set(nameKey(name), found.value.quantity);
    results.push({ name, calculation: found.value });
  }
  if (faults.length > 0) throw new ContentError(faults);
  if (results.length === 0) throw new UsageError('There is nothing to calculate in the input.');
  if (options.json === true) {
    const views = results.map(({ name, calculation }) => ({ name: name ?? null, ...viewOf(calculation) }));
    context.out.write(jsonText({ schemaVersion: SCHEMA_VERSION, results: views }));
    return EXIT.done;
  }
  for (const { name, calculation } of results) {
    context.out.write(name === undefined ? `${calculation.text}\n` : `${visibleLine(name)} = ${calculation.text}\n`);
    tellNotes(calculation, options, context);
  }
  return EXIT.done;
}

function toOption({ to }: CalcOptions): { readonly to?: string } {
  return to === undefined ? {} : { to };
}

function diagnosticOf(
  { message, hint, start }: QuantityFault,
  place: { readonly line: number; readonly offset: number; readonly source: string },
): Diagnostic {
  return {
    file: 'stdin',
    line: place.line,
    column: place.offset + start + 1,
    message,
    source: place.source,
    ...(hint === undefined ? {} : { hint }),
  };
}

function viewOf({ value, unit, dimension, text, notes }: Calculation): object {
  return { value, unit, dimension, text, notes: notes.map(({ message }) => message) };
}

function tellNotes({ notes }: Calculation, { json }: CalcOptions, context: Context): void {
  if (json === true) return;
  for (const { message } of notes) context.err.write(`${context.err.theme.dim(visibleLine(message))}\n`);
}

function listFormulas({ json }: CalcOptions, context: Context): ExitCode {
  const { out } = context;
  if (json === true) {
    const formulas = FORMULAS.map(({ name, parameters, formula, about, example }) => ({
      name,
      parameters: parameters.map((parameter) => parameter.name),
      formula,
      about,
      example,
    }));
    out.write(jsonText({ schemaVersion: SCHEMA_VERSION, formulas }));
    return EXIT.done;
  }
  const blocks = FORMULAS.map(({ name, parameters, about, example }) => {
    const call = `${name}(${parameters.map((parameter) => parameter.name).join(', ')})`;
    const text = [...wrap(about, out.columns - INDENT.length - 1), example].map((line) => INDENT + line);
    return [out.theme.strong(call), ...text].join('\n');
  });
  out.write(`${blocks.join('\n\n')}\n`);
  return EXIT.done;
}
