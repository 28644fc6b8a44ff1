import type { Theme } from '../../text/theme.ts';
import { type Cell, isSameCell, REST } from './cells.ts';
import type { Style } from './row.ts';
import { CLEAR_TO_END_OF_ROW, moveCursor, moveToColumn } from './sequences.ts';

/** Equal cells up to this many are written again rather than skipped: a move costs more. */
const SHORT_GAP = 6;

interface Run {
  readonly start: number;
  readonly end: number;
}

/** What turns one row into another; empty when they are the same. */
export function patchRow(row: number, before: readonly Cell[], after: readonly Cell[], theme: Theme): string {
  const first = after.findIndex((cell, column) => !isSameCell(cell, before[column]));
  if (first === -1 && before.length <= after.length) return '';
  const isSure = before.every((cell) => cell.isSure) && after.every((cell) => cell.isSure);
  if (!isSure) return repaintRow(row, after, theme);
  const runs = changedRuns(before, after).map((run) => paintRun(row, run, after, theme));
  const clears = before.length > after.length ? moveCursor(row, after.length) + CLEAR_TO_END_OF_ROW : '';
  return runs.join('') + clears;
}

/** Where a glyph may have taken another width than we think, nothing of the old row can be trusted. */
function repaintRow(row: number, after: readonly Cell[], theme: Theme): string {
  return moveCursor(row, 0) + CLEAR_TO_END_OF_ROW + paintCells({ start: 0, end: after.length }, after, theme);
}

function changedRuns(before: readonly Cell[], after: readonly Cell[]): readonly Run[] {
  const runs: Run[] = [];
  for (let column = 0; column < after.length; column++) {
    if (isSameCell(before[column], after[column])) continue;
    const run = wholeGlyphs({ start: column, end: column + 1 }, before, after);
    const last = runs.at(-1);
    if (last !== undefined && run.start - last.end <= SHORT_GAP) {
      runs[runs.length - 1] = { start: last.start, end: Math.max(last.end, run.end) };
    } else runs.push(run);
  }
  return runs;
}

/** A run never begins or ends within a wide glyph, neither of the old row nor of the new. */
function wholeGlyphs(run: Run, before: readonly Cell[], after: readonly Cell[]): Run {
  const parts = (column: number) => before[column] === REST || after[column] === REST;
  let { start, end } = run;
  while (start > 0 && parts(start)) start--;
  while (end < after.length && parts(end)) end++;
  return { start, end };
}

function paintRun(row: number, run: Run, after: readonly Cell[], theme: Theme): string {
  return moveCursor(row, run.start) + paintCells(run, after, theme);
}

/** Behind a glyph of unsure width the cursor is put where we mean it to be. */
function paintCells({ start, end }: Run, cells: readonly Cell[], theme: Theme): string {
  let painted = '';
  let text = '';
  let style: Style | undefined;
  const flush = () => {
    painted += style === undefined || text === '' ? text : theme[style](text);
    text = '';
  };
  for (let column = start; column < end; column++) {
    const cell = cells[column] ?? REST;
    if (cell === REST) continue;
    if (cell.style !== style) flush();
    style = cell.style;
    text += cell.text;
    if (cell.isSure) continue;
    flush();
    const next = cells.findIndex((each, index) => index > column && each !== REST);
    painted += moveToColumn(next === -1 ? cells.length : next);
  }
  flush();
  return painted;
}
