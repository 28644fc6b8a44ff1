import type { Context } from '../context.ts';
import { agoText } from '../text/duration.ts';
import { type Column, renderTable } from '../text/table.ts';
import type { Row } from './list-selection.ts';

/** Tags are shown where there is room for them. */
const TAGS_FROM = 110;

interface ProblemColumn extends Column {
  readonly text: (row: Row) => string;
}

/** The rows as a table for this output. Loaded apart, since JSON needs none of it. */
export function problemTable(rows: readonly Row[], { out, clock }: Context): string {
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
