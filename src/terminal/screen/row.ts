import type { Theme } from '../../text/theme.ts';
import { graphemes, width } from '../../text/width.ts';

export type Style = keyof Theme;

/** A stretch of one style. Its text has been made visible and has no line break. */
export interface Span {
  readonly text: string;
  readonly style?: Style;
}

export type Row = readonly Span[];

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** All that is on the screen; rows and columns count from 0. */
export interface Frame {
  readonly rows: readonly Row[];
  readonly cursor: { readonly row: number; readonly column: number };
}

/** The text itself, or as much of it as fits with `…` behind it. */
export function clip(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  let shown = '';
  let used = 1;
  for (const { segment } of graphemes(text)) {
    used += width(segment);
    if (used > columns) break;
    shown += segment;
  }
  return columns < 1 ? '' : `${shown}…`;
}
