import type { Context } from '../context.ts';
import { EXIT, type ExitCode } from '../errors.ts';
import { chosen } from './choice.ts';
import { COMPLETION_SCRIPTS, SHELLS } from './completion-scripts.ts';

export interface CompletionOptions {
  readonly shell: string;
}

/** `sdi completion`: a script for a shell, which asks the hidden `sdi complete` at every press of the tab key. */
export async function runCompletion(options: CompletionOptions, context: Context): Promise<ExitCode> {
  context.out.write(COMPLETION_SCRIPTS[chosen('shell', options.shell, SHELLS)]);
  return EXIT.done;
}
