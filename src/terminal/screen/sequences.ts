/** What is written to a terminal beside text (ECMA-48 and xterm's private modes). */

export const SYNCHRONIZED = { begin: '\x1b[?2026h', end: '\x1b[?2026l' } as const;
export const CURSOR = { hide: '\x1b[?25l', show: '\x1b[?25h' } as const;
export const BRACKETED_PASTE = { on: '\x1b[?2004h', off: '\x1b[?2004l' } as const;
/** Without wrapping, a glyph that is wider than we think cannot push the rows below. */
export const WRAPPING = { on: '\x1b[?7h', off: '\x1b[?7l' } as const;
export const ALTERNATE_SCREEN = { enter: '\x1b[?1049h', leave: '\x1b[?1049l' } as const;
export const CLEAR_SCREEN = '\x1b[2J';
export const CLEAR_TO_END_OF_ROW = '\x1b[K';
export const BELL = '\x07';

/** Puts the cursor to a row and column that count from 0. */
export function moveCursor(row: number, column: number): string {
  return `\x1b[${row + 1};${column + 1}H`;
}

export function moveToColumn(column: number): string {
  return `\x1b[${column + 1}G`;
}
