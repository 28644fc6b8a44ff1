import type { Context } from '../context.ts';
import { EXIT, type ExitCode, UsageError } from '../errors.ts';
import { visible, visibleLine } from '../text/visible.ts';
import { EXPORT_FORMATS } from '../transcript/formats.ts';
import { RENDERERS } from '../transcript/renderers.ts';
import { transcribe } from '../transcript/transcript.ts';
import { chosen } from './choice.ts';

export interface ExportOptions {
  readonly session: string;
  /** `md` unless given. */
  readonly format?: string | undefined;
  readonly output?: string | undefined;
  /** Replaces a file that exists. */
  readonly force?: boolean | undefined;
}

/** `sdi export`: a transcript for a file or a pipe. Reads a session that is being held too, as far as it is on disk. */
export async function runExport(options: ExportOptions, context: Context): Promise<ExitCode> {
  const { store, out, err } = context;
  const format = chosen('format', options.format ?? 'md', EXPORT_FORMATS);
  const { output } = options;
  if (output === '') throw new UsageError('--output needs the name of a file.');
  const session = store.sessions.find(options.session);
  if (output !== undefined && options.force !== true && store.exists(output)) {
    throw new UsageError(`${output} exists already.`, { hint: 'Give another name, or --force to replace it.' });
  }
  const text = RENDERERS[format](transcribe(store.sessions.read(session)), out);
  if (output === undefined) {
    // A file keeps what was written byte for byte; a terminal must not obey it.
    out.write(out.isTerminal ? visible(text) : text);
  } else {
    store.writeFile(output, text);
    err.write(`Wrote ${visibleLine(output)}\n`);
  }
  return EXIT.done;
}
