import { graphemes, width } from '../../text/width.ts';
import type { Row, Style } from './row.ts';

/** One column of a row. The second column of a wide glyph is `REST`. */
export interface Cell {
  readonly text: string;
  readonly style: Style | undefined;
  /** Whether every terminal gives the glyph the same width. */
  readonly isSure: boolean;
}

export const REST: Cell = { text: '', style: undefined, isSure: true };
/** Symbols that are one column in older terminals and two in newer ones. */
const UNSURE = /[\u2300-\u24ff\u25a0-\u2bff]/;

/** The cells of a row, one a column, without trailing blanks; what does not fit falls away. */
export function cellsOf(row: Row, columns: number): readonly Cell[] {
  const cells: Cell[] = [];
  for (const { text, style } of row) {
    for (const { segment } of graphemes(text)) {
      const taken = width(segment);
      if (taken === 0) continue;
      if (cells.length + taken > columns) return cells;
      cells.push({ text: segment, style, isSure: segment.length === 1 && !UNSURE.test(segment) });
      for (let rest = 1; rest < taken; rest++) cells.push(REST);
    }
  }
  while (cells.at(-1)?.text === ' ') cells.pop();
  return cells;
}

export function isSameCell(one: Cell | undefined, other: Cell | undefined): boolean {
  return one?.text === other?.text && one?.style === other?.style;
}
