import type { Context } from '../context.ts';
import { agoText } from '../text/duration.ts';
import { type Column, leastWidth, renderTable } from '../text/table.ts';
import type { Theme } from '../text/theme.ts';
import type { Row } from './list-selection.ts';

interface ProblemColumn extends Column {
  readonly text: (row: Row) => string;
  /** Where the table is too wide these are left out, the lowest first. */
  readonly spare?: number;
}

/** The rows as a table for this output. Loaded apart, since JSON needs none of it. */
export function problemTable(rows: readonly Row[], { out, clock }: Context): string {
  const columns = out.isTerminal ? out.columns : Number.POSITIVE_INFINITY;
  let shown = columnsOf(rows, out.theme, clock.wallMs());
  const cells = () => rows.map((row) => shown.map((column) => column.text(row)));
  while (leastWidth(shown, cells()) > columns) {
    const next = Math.min(...shown.map(({ spare = Number.POSITIVE_INFINITY }) => spare));
    if (next === Number.POSITIVE_INFINITY) break;
    shown = shown.filter(({ spare }) => spare !== next);
  }
  return renderTable(shown, cells(), { columns, theme: out.theme });
}

function columnsOf(rows: readonly Row[], theme: Theme, nowMs: number): ProblemColumn[] {
  const dim = (text: string) => theme.dim(text);
  const practice: ProblemColumn[] = [
    { title: 'Tried', align: 'right', text: ({ attempts }) => (attempts > 0 ? String(attempts) : '') },
    { title: 'Last', paint: dim, text: ({ lastMs }) => (lastMs === undefined ? '' : agoText(lastMs, nowMs)) },
  ];
  return [
    { title: 'Problem', paint: (text) => theme.strong(text), text: ({ entry }) => entry.id },
    { title: 'Title', least: 12, spare: 2, text: ({ entry }) => entry.title },
    { title: 'Level', text: ({ entry }) => entry.level },
    { title: 'Difficulty', spare: 3, text: ({ entry }) => entry.difficulty },
    { title: 'Min', align: 'right', text: ({ entry }) => String(entry.minutes) },
    ...(rows.some((row) => row.attempts > 0) ? practice : []),
    { title: 'Tags', paint: dim, least: 30, spare: 1, text: ({ entry }) => entry.tags.join(' ') },
  ];
}
