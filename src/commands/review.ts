import type { Context, SessionSummary } from '../context.ts';
import { EXIT, type ExitCode } from '../errors.ts';
import { jsonText } from '../text/json-text.ts';
import { RENDERERS } from '../transcript/renderers.ts';
import { transcribe } from '../transcript/transcript.ts';
import { sessionTable } from './session-table.ts';

export interface ReviewOptions {
  readonly session?: string | undefined;
  readonly json?: boolean | undefined;
}

/** What a menu puts before its rows. */
const MENU_MARGIN = 4;

/** `sdi review`: shows a transcript; without a session, lets one be picked, or lists them where nobody can pick. */
export async function runReview(options: ReviewOptions, context: Context): Promise<ExitCode> {
  const { sessions } = context.store;
  const json = options.json === true;
  if (options.session !== undefined) return showTranscript(sessions.find(options.session), json, context);
  const all = sessions.list();
  if (json) {
    context.out.write(jsonText({ schemaVersion: 1, sessions: all.map(sessionView) }));
    return EXIT.done;
  }
  if (all.length === 0) {
    context.err.write('There are no sessions yet. sdi practice starts one.\n');
    return EXIT.done;
  }
  if (!context.terminal.drawable) {
    context.out.write(sessionTable(all, context.out));
    return EXIT.done;
  }
  return showTranscript(await chooseSession(all, context), json, context);
}

/** The menu's rows are those of the table. */
async function chooseSession(all: readonly SessionSummary[], { terminal, out }: Context): Promise<string> {
  const [, ...rows] = sessionTable(all, out, MENU_MARGIN).split('\n');
  const items = all.map(({ id }, index) => ({ value: id, label: (rows[index] ?? id).slice(MENU_MARGIN) }));
  return terminal.choose('Which session?', items);
}

function showTranscript(id: string, json: boolean, { store, out }: Context): ExitCode {
  const transcript = transcribe(store.sessions.read(id));
  out.write(RENDERERS[json ? 'json' : 'terminal'](transcript, out));
  return EXIT.done;
}

function sessionView(session: SessionSummary): object {
  if (!('header' in session)) return { session: session.id, fault: session.fault };
  const { header, finished, elapsedMs } = session;
  return {
    session: session.id,
    startedAt: header.startedAt,
    problem: { id: header.problem.id, title: header.problem.title },
    template: { id: header.template.id, title: header.template.title },
    level: header.level,
    mode: header.mode,
    minutes: header.minutes,
    scripted: header.scripted,
    finished,
    elapsedMs,
  };
}
