import type { CommandWord } from '../../context.ts';
import { visibleLine } from '../../text/visible.ts';
import { width } from '../../text/width.ts';
import type { Row } from './row.ts';

const KEYS = ['Enter new line', 'Ctrl-D send'];
/** The commands that most candidates need, in this order; the others stand in `/help`. */
const NAMED = ['brief', 'hint', 'ask', 'calc', 'next'];

/** The keys and commands at the left, the state of the draft at the right; where it is narrow, the right is kept. */
export function helpRow(commands: readonly CommandWord[], saved: string, columns: number): Row {
  const has = (name: string) => commands.some((command) => command.name === name);
  const words = NAMED.filter(has).map((name) => `/${name}`);
  const parts = [...KEYS, words.join(' '), has('help') ? '/help' : ''].filter((part) => part !== '');
  const right = visibleLine(saved);
  const room = columns - 2;
  const left = fitting(parts, room - width(right) - 2);
  const gap = ' '.repeat(Math.max(0, room - width(left) - width(right)));
  return [{ text: ` ${left}${gap}${right}`, style: 'dim' }];
}

function fitting(parts: readonly string[], columns: number): string {
  for (let count = parts.length; count > 0; count--) {
    const text = parts.slice(0, count).join('   ');
    if (width(text) <= columns) return text;
  }
  return '';
}
