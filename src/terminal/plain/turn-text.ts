import type { ShownTurn } from '../../context.ts';
import { visible, visibleLine } from '../../text/visible.ts';
import { wrap } from '../../text/wrap.ts';

const NAMES: Readonly<Record<ShownTurn['speaker'], string>> = {
  interviewer: 'Interviewer: ',
  candidate: 'You: ',
  note: 'Note: ',
  aside: '',
};

/** A turn as lines of plain text, ended by a line break. */
export function turnText(turn: ShownTurn, columns: number): string {
  const mark = turn.mark === undefined ? '' : `(${visibleLine(turn.mark)}) `;
  return plainText(NAMES[turn.speaker] + mark + turn.text, columns);
}

/** Any text made visible, wrapped, and ended by a line break. */
export function plainText(text: string, columns: number): string {
  return `${wrap(visible(text), columns).join('\n')}\n`;
}
