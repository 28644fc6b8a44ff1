import { type Piece, rowBreaks } from './row-breaks.ts';
import { graphemes, width } from './width.ts';

interface TextPiece extends Piece {
  readonly text: string;
}

/**
 * The rows of a visible text in a box of at least one column. A line's indentation is kept for all of its rows, and an item
 * of a list hangs by its dash or number.
 */
export function wrap(text: string, columns: number): string[] {
  const room = Math.max(1, Math.floor(columns));
  return text.split('\n').flatMap((line) => wrapLine(line, room));
}

function wrapLine(line: string, columns: number): string[] {
  if (width(line) <= columns) return [line];
  const found = /^\s*(?:(?:[-*•]|\d{1,2}[.)]) )?/.exec(line)?.[0] ?? '';
  // A wide character needs two columns beside it.
  const lead = width(found) <= Math.min(columns / 2, columns - 2) ? found : '';
  const hang = lead.replaceAll(/\S/g, ' ');
  const pieces = Array.from(graphemes(lead === '' ? line.trimStart() : line.slice(lead.length)), piece);
  let start = 0;
  return rowBreaks(pieces, columns - width(lead)).map((end) => {
    const row = pieces.slice(start, end).map((part) => part.text);
    const before = start === 0 ? lead : hang;
    start = end;
    return before + row.join('').trimEnd();
  });
}

function piece({ segment }: { readonly segment: string }): TextPiece {
  return { text: segment, columns: width(segment), isSpace: segment === ' ' };
}
