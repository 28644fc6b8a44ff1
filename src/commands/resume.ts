import type { Context, SessionSummary } from '../context.ts';
import { type ExitCode, UsageError } from '../errors.ts';
import { holdSession } from '../interview/hold.ts';
import { builtInPanel } from '../interview/panel.ts';
import { Sitting } from '../interview/sitting.ts';

export interface ResumeOptions {
  readonly session: string | undefined;
  readonly plain: boolean;
  readonly bell: boolean;
}

/** `sdi resume`: goes on where a session stopped, with the time that was left. */
export async function runResume(options: ResumeOptions, given: Context): Promise<ExitCode> {
  const context = options.plain ? { ...given, terminal: given.terminal.plainly() } : given;
  if (!context.terminal.interactive) {
    throw new UsageError('There is no terminal to type answers in.', { hint: 'Run sdi resume in a terminal.' });
  }
  const { sessions } = context.store;
  const id = options.session === undefined ? lastUnfinished(sessions.list()) : sessions.find(options.session);
  const session = sessions.open(id);
  if (session.record.events.some((event) => event.type === 'ended')) {
    session.close();
    throw new UsageError(`${id} is finished.`, { hint: `To read it: sdi review ${id}` });
  }
  return holdSession(new Sitting(session, builtInPanel(session.record.header, context)), options, context);
}

function lastUnfinished(summaries: readonly SessionSummary[]): string {
  const open = summaries.find((summary) => 'header' in summary && !summary.finished && !summary.header.scripted);
  if (open === undefined) throw new UsageError('No session is left to resume.', { hint: 'To start one: sdi practice' });
  return open.id;
}
