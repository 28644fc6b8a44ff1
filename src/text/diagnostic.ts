import type { Diagnostic } from '../errors.ts';
import type { Theme } from './theme.ts';
import { visible, visibleLine } from './visible.ts';
import { graphemes, width } from './width.ts';

/** Wider lines are cut around the fault. */
const SOURCE_COLUMNS = 72;
const CUT = '…';

/** Colours of the output, and whether it is a terminal: only there the line with the fault is shown. */
export interface DiagnosticStyle {
  readonly theme: Theme;
  readonly terminal: boolean;
}

/** `file:line:column: what is wrong (what to do)`, and in a terminal the line with a caret below; no newline at the end. */
export function formatDiagnostic(diagnostic: Diagnostic, { theme, terminal }: DiagnosticStyle): string {
  const { file, line, column, message, hint, source } = diagnostic;
  const remedy = hint === undefined ? '' : ` (${visibleLine(hint)})`;
  const head = `${theme.strong(`${visibleLine(file)}:${line}:${column}:`)} ${visibleLine(message)}${theme.dim(remedy)}`;
  if (!terminal || source === undefined || source.trim() === '') return head;
  return `${head}\n${pointAt(source, column, theme)}`;
}

/** A line with a caret below one of its columns, both indented; cut around the place, and safe to print. */
export function pointAt(source: string, column: number, theme: Theme): string {
  const { before, after } = window(source, column - 1);
  return `  ${theme.dim(before + after)}\n  ${' '.repeat(width(before))}${theme.alarm('^')}`;
}

/** The part of a line around an offset, safe to print; `before` ends where the caret stands. */
function window(source: string, offset: number): { before: string; after: string } {
  const before = tail(visible(source.slice(Math.max(0, offset - SOURCE_COLUMNS * 4), offset)), SOURCE_COLUMNS / 2);
  const after = head(visible(source.slice(offset, offset + SOURCE_COLUMNS * 4)), SOURCE_COLUMNS - width(before));
  return { before, after };
}

function head(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  let kept = '';
  for (const { segment } of graphemes(text)) {
    if (width(kept + segment) > columns - 1) break;
    kept += segment;
  }
  return kept + CUT;
}

function tail(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  let kept = '';
  for (const { segment } of [...graphemes(text.slice(-columns * 8))].reverse()) {
    if (width(segment + kept) > columns - 1) break;
    kept = segment + kept;
  }
  return CUT + kept;
}
