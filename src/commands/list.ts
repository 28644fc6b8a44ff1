import type { Context } from '../context.ts';
import { EXIT, type ExitCode } from '../errors.ts';
import { agoText } from '../text/duration.ts';
import { jsonText } from '../text/json-text.ts';
import { type Column, renderTable } from '../text/table.ts';
import { type Row, type Selection, select } from './list-selection.ts';
import { practiceByProblem } from './practised.ts';

export interface ListOptions extends Selection {
  readonly problems?: string | undefined;
  readonly json?: boolean | undefined;
}

/** Tags are shown where there is room for them. */
const TAGS_FROM = 110;

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
    const why = entries.length === 0 ? 'There are no problems yet.' : 'No problem is like that. sdi list shows all.';
    context.err.write(`${why}\n`);
    return EXIT.done;
  }
  context.out.write(problemTable(rows, context));
  return EXIT.done;
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

interface ProblemColumn extends Column {
  readonly text: (row: Row) => string;
}

function problemTable(rows: readonly Row[], { out, clock }: Context): string {
  const { theme } = out;
  const dim = (text: string) => theme.dim(text);
  const columns = out.isTerminal ? out.columns : Number.POSITIVE_INFINITY;
  const shown: ProblemColumn[] = [
    { title: 'Problem', paint: (text) => theme.strong(text), text: ({ entry }) => entry.id },
    { title: 'Title', flexible: true, text: ({ entry }) => entry.title },
    { title: 'Level', text: ({ entry }) => entry.level },
    { title: 'Difficulty', text: ({ entry }) => entry.difficulty },
    { title: 'Min', align: 'right', text: ({ entry }) => String(entry.minutes) },
  ];
  if (columns >= TAGS_FROM) shown.push({ title: 'Tags', paint: dim, text: ({ entry }) => entry.tags.join(' ') });
  if (rows.some((row) => row.attempts > 0)) {
    shown.push(
      { title: 'Tried', align: 'right', text: ({ attempts }) => (attempts > 0 ? String(attempts) : '') },
      {
        title: 'Last',
        paint: dim,
        text: ({ lastMs }) => (lastMs === undefined ? '' : agoText(lastMs, clock.wallMs())),
      },
    );
  }
  const cells = rows.map((row) => shown.map((column) => column.text(row)));
  return renderTable(shown, cells, { columns, theme });
}
