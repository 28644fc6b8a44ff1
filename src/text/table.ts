import type { Theme } from './theme.ts';
import { visibleLine } from './visible.ts';
import { graphemes, width } from './width.ts';

export interface Column {
  readonly title: string;
  /** `left` unless given. */
  readonly align?: 'left' | 'right';
  /** Where the table is wider than it may be, the last column that has this is shortened with `…`, to no less than this. */
  readonly least?: number;
  readonly paint?: (text: string) => string;
}

export interface TableOptions {
  /** Terminal columns it has to fit in; Infinity for files. */
  readonly columns: number;
  readonly theme: Theme;
}

const GAP = '  ';

/**
 * Lines with a dim header, two spaces between the columns and none at the end of a line. Cells are made visible here.
 * Our own, since cli-table3 lets raw escapes through, needs its widths given, and is 34 KB (15 ms at the start).
 */
export function renderTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  options: TableOptions,
): string {
  const cells = rows.map((row) => columns.map((_, index) => visibleLine(row[index] ?? '')));
  const titles = columns.map((column) => column.title);
  const widths = fittingWidths(columns, [titles, ...cells], options.columns);
  const line = (row: readonly string[], isHeader: boolean) =>
    columns
      .map((column, index) => {
        const text = shorten(row[index] ?? '', widths[index] ?? 0);
        const isLast = index === columns.length - 1;
        const padding = ' '.repeat(Math.max(0, (widths[index] ?? 0) - width(text)));
        const painted = isHeader ? text : (column.paint?.(text) ?? text);
        if (column.align === 'right') return padding + painted;
        return isLast ? painted : painted + padding;
      })
      .join(GAP)
      .trimEnd();
  return [options.theme.dim(line(titles, true)), ...cells.map((row) => line(row, false))]
    .map((text) => `${text}\n`)
    .join('');
}

/** `text`, or its beginning and `…`, in at most `columns`; never half a character. */
export function shorten(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  let short = '';
  let used = 0;
  for (const { segment } of graphemes(text)) {
    const next = width(segment);
    if (used + next > columns - 1) break;
    short += segment;
    used += next;
  }
  return `${short.trimEnd()}…`;
}

/** Terminal columns that a table needs when it is shortened as far as it can be; what is wider still is left to the terminal. */
export function leastWidth(columns: readonly Column[], rows: readonly (readonly string[])[]): number {
  const cells = rows.map((row) => row.map(visibleLine));
  return totalOf(fittingWidths(columns, [columns.map(({ title }) => title), ...cells], 0));
}

function totalOf(widths: readonly number[]): number {
  return widths.reduce((sum, each) => sum + each, 0) + GAP.length * (widths.length - 1);
}

function fittingWidths(columns: readonly Column[], rows: readonly (readonly string[])[], most: number): number[] {
  const widths = columns.map((_, index) => rows.reduce((wide, row) => Math.max(wide, width(row[index] ?? '')), 0));
  const total = totalOf(widths);
  const flexible = columns.findLastIndex(({ least }) => least !== undefined);
  const wide = widths[flexible];
  if (wide !== undefined && total > most) {
    widths[flexible] = Math.max(Math.min(columns[flexible]?.least ?? wide, wide), wide - (total - most));
  }
  return widths;
}
