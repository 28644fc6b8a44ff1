import type { Output, SessionSummary } from '../context.ts';
import { wholeMinutes } from '../text/duration.ts';
import { type Column, renderTable } from '../text/table.ts';

const COLUMNS: readonly Column[] = [
  { title: 'Session' },
  { title: 'Date' },
  { title: 'Problem', least: 12 },
  { title: 'Min', align: 'right' },
  { title: 'State' },
];

/** Sessions as a table for `output`; where one cannot be read, its fault stands in place of the problem. */
export function sessionTable(sessions: readonly SessionSummary[], output: Output, indent = 0): string {
  const columns = output.isTerminal ? output.columns - indent : Number.POSITIVE_INFINITY;
  const table = renderTable(COLUMNS, sessions.map(cellsOf), { columns, theme: output.theme });
  return table.replace(/^/gm, (_, at: number) => (at < table.length ? ' '.repeat(indent) : ''));
}

function cellsOf(session: SessionSummary): readonly string[] {
  if (!('header' in session)) return [session.id, '', session.fault, '', 'unreadable'];
  const { id, header, elapsedMs, finished } = session;
  const date = header.startedAt.slice(0, 'yyyy-mm-ddThh:mm'.length).replace('T', ' ');
  const state = finished ? 'finished' : 'unfinished';
  return [
    id,
    date,
    header.problem.title,
    `${wholeMinutes(elapsedMs)}/${header.minutes}`,
    header.scripted ? 'scripted' : state,
  ];
}
