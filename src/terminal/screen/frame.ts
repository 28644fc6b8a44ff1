import type { CommandWord, PromptView } from '../../context.ts';
import { visibleLine } from '../../text/visible.ts';
import { wrap } from '../../text/wrap.ts';
import { answerBox, type BoxContent } from './answer-box.ts';
import type { DialogueRows } from './dialogue.ts';
import { headerRow } from './header.ts';
import { helpRow } from './help.ts';
import type { Frame, Row, Size } from './row.ts';

export interface Scene extends BoxContent {
  readonly view: PromptView;
  readonly commands: readonly CommandWord[];
  readonly notice: string | undefined;
  /** How many rows the dialogue is scrolled up from its newest. */
  readonly scroll: number;
}

export interface Picture {
  readonly frame: Frame;
  readonly top: number;
  /** As far as there was something to scroll to. */
  readonly scroll: number;
  readonly dialogueHeight: number;
}

const LEAST_BOX = 3;
const MOST_NOTICE = 4;

/** The rows that are given up one after the other where the window is low. */
function furniture(rows: number) {
  return { header: rows >= 3, help: rows >= 6, notice: rows >= 7, rule: rows >= 8 };
}

/** Draws the answer prompt: clocks, dialogue, answer box, notice, help. */
export function drawScene(scene: Scene, dialogueRows: DialogueRows, size: Size): Picture {
  const { columns } = size;
  const has = furniture(size.rows);
  const notice = noticeRows(scene.notice, columns);
  const head = has.header ? [notice[0] === undefined || has.help ? headerRow(scene.view, columns) : notice[0]] : [];
  const help = notice[0] === undefined || has.notice ? helpRow(scene.commands, scene.view.saved, columns) : notice[0];
  const foot = [...(has.notice ? noticeBlock(notice, size.rows) : []), ...(has.help ? [help] : [])];
  const body = size.rows - head.length - (has.rule ? 1 : 0) - foot.length;
  const turns = scene.view.turns.map((turn) => dialogueRows.of(turn, columns));
  const total = turns.reduce((sum, rows) => sum + rows.length, 0);
  const gap = total > 0 && body > LEAST_BOX + 1 ? 1 : 0;
  const boxHeight = boxRows(scene.rows.length, total, body - gap);
  const dialogueHeight = Math.min(total, body - gap - boxHeight);
  const scroll = Math.max(0, Math.min(scene.scroll, total - dialogueHeight));
  const isCut = (turns.at(-1)?.length ?? 0) > dialogueHeight;
  const box = answerBox(scene, boxHeight, columns);
  const above = [
    ...head,
    ...(has.rule ? [rule(scroll, isCut, columns)] : []),
    ...lastRows(turns, dialogueHeight, scroll),
    ...blank(gap),
  ];
  const free = blank(body - gap - boxHeight - dialogueHeight);
  const cursor = { row: above.length + box.cursor.row, column: box.cursor.column };
  const frame = { rows: [...above, ...box.rows, ...free, ...foot], cursor };
  return { frame, top: box.top, scroll, dialogueHeight };
}

/** The box grows with the answer: into what the dialogue leaves, and else up to half of the window. */
function boxRows(wanted: number, dialogue: number, room: number): number {
  const least = Math.min(LEAST_BOX, Math.max(1, room));
  const most = Math.max(Math.floor(room / 2), room - dialogue);
  return Math.max(least, Math.min(wanted, most));
}

function lastRows(turns: readonly (readonly Row[])[], height: number, scroll: number): readonly Row[] {
  const rows: Row[] = [];
  for (let turn = turns.length - 1; turn >= 0 && rows.length < height + scroll; turn--) {
    rows.unshift(...(turns[turn] ?? []));
  }
  return rows.slice(Math.max(0, rows.length - height - scroll), rows.length - scroll);
}

/** The rule carries a quiet mark where there is more to see than what is shown. */
function rule(scroll: number, isCut: boolean, columns: number): Row {
  const mark = scroll > 0 ? ' PageDown: newer ' : isCut ? ' PageUp: more ' : '';
  const room = Math.max(0, columns - 2);
  const shown = mark.length + 4 > room ? '' : mark;
  return [
    {
      text: ` ${'─'.repeat(room - shown.length - (shown === '' ? 0 : 2))}${shown}${shown === '' ? '' : '──'}`,
      style: 'dim',
    },
  ];
}

function noticeRows(notice: string | undefined, columns: number): readonly Row[] {
  if (notice === undefined) return [];
  const rows = wrap(visibleLine(notice), Math.max(1, columns - 2));
  return rows.map((text) => [{ text: ` ${text}`, style: 'strong' }]);
}

/** At least one row, blank when there is nothing to say; more where the window is high enough. */
function noticeBlock(notice: readonly Row[], rows: number): readonly Row[] {
  const shown = notice.slice(0, rows < 16 ? 1 : MOST_NOTICE);
  return shown.length === 0 ? blank(1) : shown;
}

function blank(count: number): readonly Row[] {
  return Array.from({ length: Math.max(0, count) }, () => []);
}
