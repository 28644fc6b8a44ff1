import type { Context } from '../context.ts';
import { EXIT, type ExitCode } from '../errors.ts';
import { jsonText } from '../text/json-text.ts';
import { type Row, type Selection, select } from './list-selection.ts';
import { practiceByProblem } from './practised.ts';

export interface ListOptions extends Selection {
  readonly problems?: string | undefined;
  readonly json?: boolean | undefined;
}

/** `sdi list`: the problems that can be practised. Reads no YAML and no journal beyond its overview. */
export async function runList(options: ListOptions, context: Context): Promise<ExitCode> {
  const entries = await context.store.content(options.problems).problems();
  const practice = practiceByProblem(context.store.sessions.list());
  const all = entries.map((entry) => ({ entry, ...practice(entry.id) }));
  const rows = select(all, options);
  if (options.json === true) {
    context.out.write(jsonText({ schemaVersion: 1, problems: rows.map(problemView) }));
    return EXIT.done;
  }
  if (rows.length === 0) {
    context.err.write(`${whyNone(all, options)}\n`);
    return EXIT.done;
  }
  const { problemTable } = await import('./list-table.ts');
  context.out.write(problemTable(rows, context));
  return EXIT.done;
}

function whyNone(all: readonly Row[], { level, ...others }: ListOptions): string {
  if (all.length === 0) return 'There are no problems yet.';
  if (level === undefined || select(all, others).length === 0) return 'No problem is like that. sdi list shows all.';
  const asked = level.toUpperCase();
  return `No problem is made for ${asked}, and each can be practised at it: sdi practice <problem> --level ${asked}`;
}

function problemView({ entry, attempts, finished, lastPractisedAt }: Row): object {
  const { id, title, level, difficulty, category, tags, companies, minutes, version, origin } = entry;
  return {
    id,
    title,
    level,
    difficulty,
    category,
    tags,
    companies,
    minutes,
    version,
    origin,
    attempts,
    finished,
    lastPractisedAt: lastPractisedAt ?? null,
  };
}
