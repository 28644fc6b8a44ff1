import type { Context } from '../context.ts';
import type { ExitCode } from '../errors.ts';
import { visible } from '../text/visible.ts';
import { closingText } from './closing-text.ts';
import { holdInterview } from './live.ts';
import type { Sitting } from './sitting.ts';

export interface HoldOptions {
  readonly bell: boolean;
}

/** Holds a session at the terminal, and tells at its end what was kept and how to go on. Gives the lock back. */
export async function holdSession(sitting: Sitting, options: HoldOptions, context: Context): Promise<ExitCode> {
  const { session } = sitting;
  try {
    const plain = !context.terminal.drawable;
    const outcome = await holdInterview({ sitting, plain, bell: options.bell }, context);
    const { debriefText, saveTranscript } = await import('./written-up.ts');
    if (outcome.unsaved !== undefined) {
      context.err.write(`This was typed and not sent:\n\n${visible(outcome.unsaved)}\n\n`);
    }
    if (!outcome.finished) {
      saveTranscript(sitting, context);
      context.err.write(`Your session is saved. To go on: sdi resume ${session.id}\n`);
      return outcome.exitCode;
    }
    context.out.write(`\n${closingText(sitting.state, context.out.theme)}\n`);
    const { askCandidate, assessSitting } = await import('./closing.ts');
    assessSitting(sitting);
    await askCandidate(sitting, context);
    saveTranscript(sitting, context);
    context.out.write(`\n${debriefText(sitting, context)}\n`);
    context.err.write(
      ` Transcript: sdi review ${session.id}\n To keep it: sdi export ${session.id} --output transcript.md\n`,
    );
    return outcome.exitCode;
  } finally {
    session.close();
  }
}
