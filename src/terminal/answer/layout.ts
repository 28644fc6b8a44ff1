import { type Piece, rowBreaks } from '../../text/row-breaks.ts';
import { type Replacement, replacements } from '../../text/visible.ts';
import { type Grapheme, graphemes, width } from '../../text/width.ts';

/** A grapheme as it is shown: what a terminal would obey stands in notation. */
interface ShownPiece extends Piece {
  /** In its line, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  readonly shown: string;
}

interface LineRow {
  readonly pieces: readonly ShownPiece[];
  readonly shown: string;
  readonly isLast: boolean;
}

/** One row of the answer box. */
export interface AnswerRow extends LineRow {
  /** Where the line of this row begins in the draft. */
  readonly lineAt: number;
  readonly start: number;
  readonly end: number;
}

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Lays drafts out; lines that were laid out the last time are not laid out again. */
export class AnswerLayout {
  #columns = 0;
  #known = new Map<string, readonly LineRow[]>();

  rows(text: string, columns: number): readonly AnswerRow[] {
    const before = columns === this.#columns ? this.#known : new Map<string, readonly LineRow[]>();
    const now = new Map<string, readonly LineRow[]>();
    const rows: AnswerRow[] = [];
    let lineAt = 0;
    for (const line of text.split('\n')) {
      const found = now.get(line) ?? before.get(line) ?? layLine(line, Math.max(1, columns));
      now.set(line, found);
      for (const row of found) {
        const start = lineAt + (row.pieces[0]?.start ?? 0);
        rows.push({ ...row, lineAt, start, end: lineAt + (row.pieces.at(-1)?.end ?? 0) });
      }
      lineAt += line.length + 1;
    }
    this.#columns = columns;
    this.#known = now;
    return rows;
  }
}

/** Where the cursor is shown. */
export function placeOf(rows: readonly AnswerRow[], cursor: number): Place {
  const found = rows.findIndex((row) => cursor < row.end || (row.isLast && cursor <= row.end));
  const row = found === -1 ? rows.length - 1 : found;
  const { lineAt, pieces } = rows[row] ?? { lineAt: 0, pieces: [] };
  const before = pieces.filter((piece) => lineAt + piece.end <= cursor);
  return { row, column: before.reduce((sum, piece) => sum + piece.columns, 0) };
}

/** The place in the draft nearest to a column of a row, without leaving the row. */
export function cursorAt(row: AnswerRow, column: number): number {
  let used = 0;
  for (const [index, piece] of row.pieces.entries()) {
    const isEnd = index === row.pieces.length - 1 && !row.isLast;
    if (used + piece.columns > column || isEnd) return row.lineAt + piece.start;
    used += piece.columns;
  }
  return row.end;
}

function layLine(line: string, columns: number): readonly LineRow[] {
  const pieces = piecesOf(line);
  let start = 0;
  return rowBreaks(pieces, columns).map((end) => {
    const part = pieces.slice(start, end);
    start = end;
    return { pieces: part, shown: part.map((piece) => piece.shown).join(''), isLast: end === pieces.length };
  });
}

function piecesOf(line: string): readonly ShownPiece[] {
  const hidden = replacements(line);
  let next = 0;
  return Array.from(graphemes(line), (grapheme) => {
    const from = next;
    while ((hidden[next]?.index ?? Number.POSITIVE_INFINITY) < grapheme.index + grapheme.segment.length) next++;
    return pieceOf(grapheme, hidden.slice(from, next));
  });
}

function pieceOf({ segment, index }: Grapheme, hidden: readonly Replacement[]): ShownPiece {
  const shown = hidden.reduceRight(
    (text, each) => text.slice(0, each.index - index) + each.shown + text.slice(each.index - index + each.length),
    segment,
  );
  return { start: index, end: index + segment.length, shown, columns: width(shown), isSpace: segment === ' ' };
}
