import type { CheckedSource } from '../catalogue/content-check.ts';
import type { Context } from '../context.ts';
import { type Diagnostic, EXIT, type ExitCode } from '../errors.ts';
import { formatDiagnostic } from '../text/diagnostic.ts';
import { jsonText } from '../text/json-text.ts';
import { startProgress } from './check-progress.ts';

export interface CheckOptions {
  /** Files and folders; without any, all content that is not compiled. */
  readonly paths: readonly string[];
  readonly json: boolean;
}

/** `sdi check`: every fault of every file. Its exit code is 1 where there are any; a path that is not there is a UsageError. */
export async function runCheck({ paths, json }: CheckOptions, context: Context): Promise<ExitCode> {
  const content = context.store.content();
  const sources = content.sources(paths);
  const { checkSource, diagnosticsOf } = await import('../catalogue/content-check.ts');
  const progress = await startProgress(`Checking ${count(sources.length, 'file')}`, context);
  const checked: CheckedSource[] = [];
  for (const source of sources) {
    checked.push(checkSource(source));
    progress.step();
  }
  progress.end();
  const ids = (await content.problems()).map(({ id }) => id);
  const faults = diagnosticsOf(checked, ids);
  context.out.write(json ? jsonText(viewOf(faults, sources.length)) : report(faults, sources.length, context));
  return faults.length === 0 ? EXIT.done : EXIT.no;
}

function report(faults: readonly Diagnostic[], files: number, { out }: Context): string {
  const lines = faults.map((fault) => formatDiagnostic(fault, { theme: out.theme, terminal: out.isTerminal }));
  const summary = `${count(files, 'file')}, ${count(faults.length, 'fault')}`;
  return `${[...lines, faults.length === 0 ? out.theme.good(summary) : out.theme.alarm(summary)].join('\n')}\n`;
}

function viewOf(faults: readonly Diagnostic[], files: number): unknown {
  const view = faults.map(({ file, line, column, message, hint }) => ({
    file,
    line,
    column,
    message,
    hint: hint ?? null,
  }));
  return { schemaVersion: 1, files, faults: view };
}

function count(number: number, noun: string): string {
  return `${number === 0 ? 'no' : number} ${noun}${number === 1 ? '' : 's'}`;
}
