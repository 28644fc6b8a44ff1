import { type Piece, rowBreaks } from './row-breaks.ts';
import { graphemes, width } from './width.ts';

interface TextPiece extends Piece {
  readonly text: string;
}

/** The rows of a visible text in a box of at least one column. A line's indentation is kept for all of its rows. */
export function wrap(text: string, columns: number): string[] {
  const room = Math.max(1, Math.floor(columns));
  return text.split('\n').flatMap((line) => wrapLine(line, room));
}

function wrapLine(line: string, columns: number): string[] {
  if (width(line) <= columns) return [line];
  const body = line.trimStart();
  const found = line.slice(0, line.length - body.length);
  // A wide character needs two columns beside it.
  const indentation = width(found) <= Math.min(columns / 2, columns - 2) ? found : '';
  const pieces = Array.from(graphemes(body), piece);
  let start = 0;
  return rowBreaks(pieces, columns - width(indentation)).map((end) => {
    const row = pieces.slice(start, end).map((part) => part.text);
    start = end;
    return indentation + row.join('').trimEnd();
  });
}

function piece({ segment }: { readonly segment: string }): TextPiece {
  return { text: segment, columns: width(segment), isSpace: segment === ' ' };
}
