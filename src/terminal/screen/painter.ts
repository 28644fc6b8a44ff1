import type { Theme } from '../../text/theme.ts';
import { type Cell, cellsOf } from './cells.ts';
import { patchRow } from './patch.ts';
import type { Frame, Row, Size } from './row.ts';
import { CLEAR_SCREEN, CURSOR, moveCursor, SYNCHRONIZED } from './sequences.ts';

/** More than this is not drawn in one go by terminals that do not know synchronized output: hide the cursor meanwhile. */
const LARGE = 256;

/** Knows what is on the screen and writes only what changes. Pure but for that memory: it returns what to write. */
export class Painter {
  readonly #theme: Theme;
  #size: Size = { columns: 0, rows: 0 };
  #isKnown = false;
  #rows: readonly Row[] = [];
  #cells: readonly (readonly Cell[])[] = [];
  #cursor = '';

  constructor(theme: Theme) {
    this.#theme = theme;
  }

  /** What is on the screen is unknown from now on: the next frame is drawn whole. */
  forget(): void {
    this.#isKnown = false;
  }

  /** What turns the last frame into this one; empty when nothing changes. */
  paint(frame: Frame, size: Size): string {
    const isNew = !this.#isKnown || size.columns !== this.#size.columns || size.rows !== this.#size.rows;
    const before = isNew ? [] : this.#cells;
    const rows = frame.rows.slice(0, size.rows);
    const cells = rows.map((row, index) =>
      !isNew && row === this.#rows[index] ? (before[index] ?? []) : cellsOf(row, size.columns),
    );
    const count = Math.max(before.length, cells.length);
    let patches = isNew ? CLEAR_SCREEN : '';
    for (let row = 0; row < count; row++) patches += patchRow(row, before[row] ?? [], cells[row] ?? [], this.#theme);
    const { row, column } = frame.cursor;
    const cursor = moveCursor(Math.min(row, size.rows - 1), Math.min(column, size.columns - 1));
    const isMoved = cursor !== this.#cursor;
    [this.#size, this.#isKnown, this.#rows, this.#cells, this.#cursor] = [size, true, rows, cells, cursor];
    if (patches === '') return isMoved ? cursor : '';
    return wrapped(patches + cursor);
  }
}

function wrapped(painted: string): string {
  const hidden = painted.length > LARGE ? CURSOR.hide + painted + CURSOR.show : painted;
  return SYNCHRONIZED.begin + hidden + SYNCHRONIZED.end;
}
