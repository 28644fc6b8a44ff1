import type { AnswerRow, Place } from '../answer/layout.ts';
import type { Row } from './row.ts';

const GUTTER = { plain: ' │ ', above: ' ↑ ', below: ' ↓ ' } as const;
/** Below this width, every column is left to the text. */
const NARROW = 12;

/** Columns to lay the answer out in: one is spared for the cursor behind a full row. */
export function answerColumns(columns: number): number {
  return Math.max(1, columns - gutterColumns(columns) - 1);
}

export interface BoxContent {
  readonly rows: readonly AnswerRow[];
  readonly place: Place;
  /** The first row shown; kept from frame to frame. */
  readonly top: number;
}

export interface Box {
  readonly rows: readonly Row[];
  readonly top: number;
  /** In the window, `row` in the box. */
  readonly cursor: Place;
}

/** The part of the answer that is in sight, scrolled only as far as the cursor demands. */
export function answerBox({ rows, place, top }: BoxContent, height: number, columns: number): Box {
  const least = place.row - height + 1;
  const most = Math.max(0, rows.length - height);
  const shownFrom = Math.min(Math.max(top, least, 0), place.row, most);
  const gutter = gutterColumns(columns);
  const shown = Array.from({ length: height }, (_, index): Row => {
    const row = rows[shownFrom + index];
    const isAbove = index === 0 && shownFrom > 0;
    const isBelow = index === height - 1 && shownFrom < most;
    const edge = isAbove ? GUTTER.above : isBelow ? GUTTER.below : GUTTER.plain;
    return [{ text: gutter === 0 ? '' : edge, style: 'dim' }, { text: row?.shown ?? '' }];
  });
  const cursor = { row: place.row - shownFrom, column: Math.min(columns - 1, gutter + place.column) };
  return { rows: shown, top: shownFrom, cursor };
}

function gutterColumns(columns: number): number {
  return columns < NARROW ? 0 : GUTTER.plain.length;
}
