import type { Context } from '../context.ts';
import { ContentError, EXIT, type ExitCode, UsageError } from '../errors.ts';
import { type Calculation, calculate, readDefinition } from '../quantity/calculate.ts';
import { shifted } from '../quantity/fault.ts';
import { ESTIMATE_GUIDE } from '../quantity/guide.ts';
import { pointAt } from '../text/diagnostic.ts';
import { guideText } from '../text/guide.ts';
import { jsonText } from '../text/json-text.ts';
import { nearest } from '../text/nearest.ts';
import { plainTheme } from '../text/theme.ts';
import { visibleLine } from '../text/visible.ts';
import { calculateLines, type LineResult } from './calc-lines.ts';

export interface CalcOptions {
  /** The arguments as they were typed; together they are one expression. Without any, lines are read from stdin. */
  readonly expression: readonly string[];
  readonly to?: string | undefined;
  readonly formulas?: boolean | undefined;
  /** Show how an estimate is written. */
  readonly notation?: boolean | undefined;
  readonly json?: boolean | undefined;
}

/** Rises when a name or a meaning changes; further names may come without that. */
const SCHEMA_VERSION = 1;
const INPUT_LIMIT = 1024 * 1024;
const MOST_LISTED = 3;
const FLAGS = ['--to', '--formulas', '--notation', '--json', '--help'];
const SUCH_AS = `sdi calc 100M/day x 2 KB --to GB/day
sdi calc "storage(500M/day, 1 KB, 30 days, 3)"
sdi calc < estimates.txt`;

/** `sdi calc`: one expression, or one a line from stdin. Results go to stdout, how they were read to stderr. */
export async function runCalc(options: CalcOptions, context: Context): Promise<ExitCode> {
  const { expression, formulas = false, notation = false, json = false } = options;
  refuseUnknownFlags(expression);
  if (formulas) {
    const { formulaList, formulaViews } = await import('./formula-list.ts');
    const view = { schemaVersion: SCHEMA_VERSION, formulas: formulaViews() };
    context.out.write(json ? jsonText(view) : formulaList(context.out));
    return EXIT.done;
  }
  if (notation) {
    context.out.write(`${guideText(ESTIMATE_GUIDE)}\n`);
    return EXIT.done;
  }
  if (expression.length > 0) return runOne(expression.join(' ').replaceAll(/[\r\n]/g, ' '), options, context);
  if (context.terminal.interactive) throw new UsageError('There is nothing to work out.', { hint: SUCH_AS });
  return runLines(new TextDecoder().decode(await context.store.readInput(INPUT_LIMIT)), options, context);
}

/** What begins with a minus may be a number or a name, so the command line lets it through; two and a word are a slip. */
function refuseUnknownFlags(expression: readonly string[]): void {
  const flag = expression.find((word) => /^--[a-z]{2}/i.test(word));
  if (flag === undefined) return;
  const [near] = nearest(flag, FLAGS);
  const hint = near === undefined ? 'To see what there is: sdi calc --help' : `Did you mean ${near}?`;
  throw new UsageError(`There is no option ${visibleLine(flag)}.`, { hint });
}

function runOne(text: string, { to, json }: CalcOptions, { out, err }: Context): ExitCode {
  const { expression, offset } = readDefinition(text);
  const found = calculate(expression);
  if (!found.ok) {
    const { message, hint, start } = shifted(found.fault, offset);
    const place = text.trim() === '' ? '' : `\n${pointAt(text, start + 1, plainTheme)}`;
    throw new UsageError(`${message}${place}`, hint === undefined ? {} : { hint });
  }
  const calculation = to === undefined ? found.value : converted(expression, to);
  if (json === true) {
    out.write(jsonText({ schemaVersion: SCHEMA_VERSION, ...viewOf(calculation) }));
    return EXIT.done;
  }
  out.write(`${visibleLine(calculation.text)}\n`);
  for (const { message } of calculation.notes) err.write(`${err.theme.dim(`note: ${visibleLine(message)}`)}\n`);
  return EXIT.done;
}

/** Of an expression that is sound, so that what is wrong now is the unit. */
function converted(expression: string, to: string): Calculation {
  const found = calculate(expression, { to });
  if (found.ok) return found.value;
  const { message, hint } = found.fault;
  throw new UsageError(`--to ${to}: ${message}.`, hint === undefined ? {} : { hint });
}

function runLines(text: string, { to, json }: CalcOptions, { out, err }: Context): ExitCode {
  const { results, faults, misfits } = calculateLines(text, to);
  if (faults.length > 0) throw new ContentError(faults);
  if (misfits.length > 0) {
    const listed = misfits.slice(0, MOST_LISTED).map(({ line, message }) => `line ${line}: ${message}`);
    const rest = misfits.length - listed.length;
    throw new UsageError(`--to ${to}, ${listed.join('; ')}${rest === 0 ? '' : `; and ${rest} more`}.`, {
      hint: 'Leave --to out, and write the unit into the lines that it is for: total in TB',
    });
  }
  if (results.length === 0) throw new UsageError('There is nothing to work out.', { hint: SUCH_AS });
  if (json === true) {
    out.write(jsonText({ schemaVersion: SCHEMA_VERSION, results: results.map(lineView) }));
    return EXIT.done;
  }
  for (const { line, name, calculation } of results) {
    out.write(`${visibleLine(name === undefined ? calculation.text : `${name} = ${calculation.text}`)}\n`);
    for (const { message, start } of calculation.notes) {
      err.write(`${err.theme.dim(`stdin:${line}:${start + 1}: note: ${visibleLine(message)}`)}\n`);
    }
  }
  return EXIT.done;
}

function viewOf({ value, unit, dimension, text, notes }: Calculation): object {
  return { value, unit, dimension, text, notes: notes.map(({ message }) => message) };
}

function lineView({ line, name, calculation }: LineResult): object {
  return { line, name: name ?? null, ...viewOf(calculation) };
}
