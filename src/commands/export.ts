import type { Context } from '../context.ts';
import { EXIT, type ExitCode } from '../errors.ts';
import { visible } from '../text/visible.ts';
import { EXPORT_FORMATS } from '../transcript/formats.ts';
import { RENDERERS } from '../transcript/renderers.ts';
import { transcribe } from '../transcript/transcript.ts';
import { chosen } from './choice.ts';
import { checkOutput, type OutputFile, writeOutput } from './output-file.ts';

export interface ExportOptions extends OutputFile {
  readonly session: string;
  /** `md` unless given. */
  readonly format?: string | undefined;
}

/** `sdi export`: a transcript for a file or a pipe. Reads a session that is being held too, as far as it is on disk. */
export async function runExport(options: ExportOptions, context: Context): Promise<ExitCode> {
  const { store, out } = context;
  const format = chosen('format', options.format ?? 'md', EXPORT_FORMATS);
  const session = store.sessions.find(options.session);
  checkOutput(options, context);
  const text = RENDERERS[format](transcribe(store.sessions.read(session)), out);
  // A file keeps what was written byte for byte; a terminal must not obey it.
  writeOutput(text, options, context, visible(text));
  return EXIT.done;
}
