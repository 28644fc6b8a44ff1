import { graphemes, width } from '../../text/width.ts';
import type { Box, Cell } from '../layout/picture.ts';

/** ASCII, lines and arrow heads: one column each. */
const SINGLE = /^[\x20-\x7e\u2500-\u257f\u25a0-\u25ff]*$/;

/** The characters of a picture by their columns; one of two columns is followed by an empty one. */
export class Cells {
  readonly #rows: readonly (readonly string[])[];

  constructor(rows: readonly string[]) {
    this.#rows = rows.map((row) => {
      if (SINGLE.test(row)) return [...row];
      const cells: string[] = [];
      for (const { segment } of graphemes(row)) {
        cells.push(segment);
        for (let rest = width(segment); rest > 1; rest--) cells.push('');
      }
      return cells;
    });
  }

  at({ x, y }: Cell): string {
    return this.#rows[y]?.[x] ?? ' ';
  }

  /** The text in a box, its rows trimmed. */
  rows({ x, y, width: columns, height }: Box): string[] {
    return Array.from({ length: height }, (_, row) => {
      const cells = Array.from({ length: columns }, (__, column) => this.at({ x: x + column, y: y + row }));
      return cells.join('').trim();
    });
  }
}
