import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';
import { visibleLine } from '../text/visible.ts';

export interface OutputFile {
  /** Without one, stdout. */
  readonly output?: string | undefined;
  /** Replaces a file that exists. */
  readonly force?: boolean | undefined;
}

/** Before anything is worked out: refuses a file without a name, and one that is there already. */
export function checkOutput({ output, force }: OutputFile, { store }: Context): void {
  if (output === '') throw new UsageError('--output needs the name of a file.');
  if (output === undefined || force === true || !store.exists(output)) return;
  throw new UsageError(`${output} exists already.`, { hint: 'Give another name, or --force to replace it.' });
}

/** Writes a result where it was asked for. `shown` is what a terminal is given in its place. */
export function writeOutput(text: string, { output }: OutputFile, { store, out, err }: Context, shown = text): void {
  if (output === undefined) {
    out.write(out.isTerminal ? shown : text);
    return;
  }
  store.writeFile(output, text);
  err.write(`Wrote ${visibleLine(output)}\n`);
}
