/** The least that is moved as a whole when a line is broken into rows. */
export interface Piece {
  readonly columns: number;
  readonly isSpace: boolean;
}

/**
 * Breaks a line between words, or within a word that is longer than a row; wide characters (CJK) may part anywhere.
 * One space may hang behind a full row. Returns the index of the piece after each row; a row has at least one piece.
 */
export function rowBreaks(pieces: readonly Piece[], columns: number): readonly number[] {
  const ends: number[] = [];
  let start = 0;
  let used = 0;
  let lastBreak = 0;
  let usedAtBreak = 0;
  for (const [index, piece] of pieces.entries()) {
    if (index > start && mayBreakBefore(pieces[index - 1], piece)) {
      lastBreak = index;
      usedAtBreak = used;
    }
    while (index > start && isOver(used, piece, columns)) {
      const end = lastBreak > start && !piece.isSpace ? lastBreak : index;
      used = end === index ? 0 : used - usedAtBreak;
      ends.push(end);
      start = end;
    }
    used += piece.columns;
  }
  ends.push(pieces.length);
  return ends;
}

function isOver(used: number, piece: Piece, columns: number): boolean {
  const hangs = piece.isSpace && used === columns;
  return used + piece.columns > columns && !hangs;
}

function mayBreakBefore(before: Piece | undefined, piece: Piece): boolean {
  if (before === undefined) return false;
  return before.isSpace ? !piece.isSpace : before.columns === 2 && piece.columns === 2;
}
