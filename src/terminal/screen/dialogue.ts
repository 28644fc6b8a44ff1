import type { ShownTurn } from '../../context.ts';
import { visible, visibleLine } from '../../text/visible.ts';
import { width } from '../../text/width.ts';
import { wrap } from '../../text/wrap.ts';
import type { Row, Span, Style } from './row.ts';

interface Speaker {
  readonly name: string;
  readonly style: Style;
}

const SPEAKERS: Readonly<Record<ShownTurn['speaker'], Speaker>> = {
  interviewer: { name: 'Interviewer', style: 'interviewer' },
  candidate: { name: 'You', style: 'candidate' },
  note: { name: 'Note', style: 'dim' },
  aside: { name: '', style: 'dim' },
};

/** Where the text begins: behind the longest speaker's name. */
const TEXT_COLUMN = 14;
/** Below this width, the speaker stands above the text. */
const NARROW = 50;
/** Longer rows are hard to read. */
const MOST_COLUMNS = 100;
/** Columns that a picture leaves free. */
const PICTURE_MARGIN = 3;

/** Turns into rows; what was wrapped before is not wrapped again. */
export class DialogueRows {
  #columns = 0;
  #known = new Map<string, readonly Row[]>();

  of(turn: ShownTurn, columns: number): readonly Row[] {
    if (columns !== this.#columns) this.#known = new Map();
    this.#columns = columns;
    const key = `${turn.speaker} ${turn.mark ?? ''}\n${turn.text}`;
    const rows = this.#known.get(key) ?? turnRows(turn, columns);
    this.#known.set(key, rows);
    return rows;
  }
}

/** A turn wrapped into a window. */
export function turnRows(turn: ShownTurn, columns: number): readonly Row[] {
  const { name, style } = SPEAKERS[turn.speaker];
  const text = visible(turn.fit?.(Math.max(1, Math.min(columns, MOST_COLUMNS) - PICTURE_MARGIN)) ?? turn.text);
  const mark = turn.mark === undefined ? '' : `${visibleLine(turn.mark)} · `;
  if (name === '') return indented(mark + text, 1, columns).map((row) => [{ text: row, style: 'dim' }]);
  const label: Span = { text: ` ${name}`, style };
  if (columns < NARROW) return [[label], ...marked(indented(mark + text, 1, columns), mark, 1)];
  const rows = marked(indented(mark + text, TEXT_COLUMN, columns), mark, TEXT_COLUMN);
  const [first = [], ...rest] = rows;
  const [indentation, ...spans] = first;
  const gap = { text: (indentation?.text ?? '').slice(width(label.text)) };
  return [[label, gap, ...spans], ...rest];
}

function indented(text: string, by: number, columns: number): readonly string[] {
  const room = Math.min(columns, MOST_COLUMNS) - by - 1;
  return wrap(text, Math.max(1, room)).map((row) => ' '.repeat(by) + row);
}

/** The mark is dim as far as it stands in the first row. */
function marked(rows: readonly string[], mark: string, by: number): readonly Row[] {
  return rows.map((row, index) => {
    const length = index === 0 ? mark.length : 0;
    const dim: Span = { text: row.slice(by, by + length), style: 'dim' };
    return [{ text: row.slice(0, by) }, ...(length === 0 ? [] : [dim]), { text: row.slice(by + length) }];
  });
}
