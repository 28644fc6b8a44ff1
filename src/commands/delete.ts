import type { Context } from '../context.ts';
import { EXIT, type ExitCode, UsageError } from '../errors.ts';
import { visibleLine } from '../text/visible.ts';
import { sessionTable } from './session-table.ts';

export interface DeleteOptions {
  readonly sessions: readonly string[];
  /** Deletes without a question. */
  readonly yes?: boolean | undefined;
}

/** `sdi delete`: removes sessions for good. Nothing goes before every name was found and a person or `--yes` agreed. */
export async function runDelete(options: DeleteOptions, context: Context): Promise<ExitCode> {
  const { store, terminal, err } = context;
  const ids = [...new Set(options.sessions.map((name) => store.sessions.find(name)))];
  if (ids.length === 0) throw new UsageError('Which session?', { hint: 'sdi review lists them.' });
  if (options.yes !== true) {
    if (!terminal.interactive) {
      throw new UsageError('There is no terminal to ask in.', { hint: 'Give --yes to delete without a question.' });
    }
    const summaries = store.sessions.list().filter((session) => ids.includes(session.id));
    err.write(sessionTable(summaries, err, 2));
    const what = ids.length === 1 ? 'this session' : `these ${ids.length} sessions`;
    if (!(await terminal.confirm(`Delete ${what} for good?`))) {
      err.write('Nothing was deleted.\n');
      return EXIT.done;
    }
  }
  for (const id of ids) {
    store.sessions.remove(id);
    err.write(`Deleted ${visibleLine(id)}\n`);
  }
  return EXIT.done;
}
