import { lineEnd, lineStart, nextBoundary, previousBoundary, wordEnd, wordStart } from './boundaries.ts';
import { type AnswerBuffer, cut, moveTo, redo, remove, typeText, undo } from './buffer.ts';
import { type AnswerRow, cursorAt, placeOf } from './layout.ts';

/** Laid out only for the keys that go by rows. */
type Rows = () => readonly AnswerRow[];
type Edit = (buffer: AnswerBuffer, rows: Rows) => AnswerBuffer;
type Motion = (text: string, cursor: number) => number;

const to =
  (motion: Motion): Edit =>
  (buffer) =>
    moveTo(buffer, motion(buffer.text, buffer.cursor));

const erase =
  (motion: Motion): Edit =>
  (buffer) =>
    remove(buffer, between(buffer.cursor, motion(buffer.text, buffer.cursor)));

const cutTo =
  (motion: Motion): Edit =>
  (buffer) =>
    cut(buffer, between(buffer.cursor, motion(buffer.text, buffer.cursor)));

const up: Edit = (buffer, rows) => moveRows(buffer, rows(), -1);
const down: Edit = (buffer, rows) => moveRows(buffer, rows(), 1);
const yank: Edit = (buffer) => ({ ...typeText(buffer, buffer.cut), cut: buffer.cut });
const rowStart: Edit = (buffer, rows) => moveTo(buffer, rowOf(buffer, rows())?.start ?? 0);
const rowEnd: Edit = (buffer, rows) => {
  const row = rowOf(buffer, rows());
  return moveTo(buffer, row === undefined ? 0 : cursorAt(row, Number.POSITIVE_INFINITY));
};
const lineRest: Motion = (text, cursor) => {
  const end = lineEnd(text, cursor);
  return end === cursor ? nextBoundary(text, cursor) : end;
};

const EDITS: Readonly<Record<string, Edit>> = {
  left: to(previousBoundary),
  right: to(nextBoundary),
  up,
  down,
  home: rowStart,
  end: rowEnd,
  backspace: erase(previousBoundary),
  delete: erase(nextBoundary),
  'shift-left': to(previousBoundary),
  'shift-right': to(nextBoundary),
  'ctrl-a': rowStart,
  'ctrl-e': rowEnd,
  'ctrl-b': to(previousBoundary),
  'ctrl-f': to(nextBoundary),
  'ctrl-p': up,
  'ctrl-n': down,
  'ctrl-h': erase(previousBoundary),
  'ctrl-k': cutTo(lineRest),
  'ctrl-u': cutTo(lineStart),
  'ctrl-w': cutTo(wordStart),
  'ctrl-y': yank,
  'ctrl-_': undo,
  'alt-_': redo,
  'ctrl-left': to(wordStart),
  'ctrl-right': to(wordEnd),
  'ctrl-home': to(() => 0),
  'ctrl-end': to((text) => text.length),
  'alt-b': to(wordStart),
  'alt-f': to(wordEnd),
  'alt-left': to(wordStart),
  'alt-right': to(wordEnd),
  'alt-d': cutTo(wordEnd),
  'alt-backspace': cutTo(wordStart),
};

/** The buffer after an editing key; undefined when the key edits nothing. `rows` is the buffer's layout. */
export function editBuffer(buffer: AnswerBuffer, chord: string, rows: Rows): AnswerBuffer | undefined {
  const edit = Object.hasOwn(EDITS, chord) ? EDITS[chord] : undefined;
  return edit?.(buffer, rows);
}

function between(one: number, other: number) {
  return { start: Math.min(one, other), end: Math.max(one, other) };
}

function rowOf(buffer: AnswerBuffer, rows: readonly AnswerRow[]): AnswerRow | undefined {
  return rows[placeOf(rows, buffer.cursor).row];
}

function moveRows(buffer: AnswerBuffer, rows: readonly AnswerRow[], by: number): AnswerBuffer {
  const place = placeOf(rows, buffer.cursor);
  const goal = buffer.goal ?? place.column;
  const target = rows[place.row + by];
  if (target === undefined) return moveTo(buffer, by < 0 ? 0 : buffer.text.length, goal);
  return moveTo(buffer, cursorAt(target, goal), goal);
}
