import type { CommandWord } from '../../context.ts';
import { visibleLine } from '../../text/visible.ts';
import { width } from '../../text/width.ts';
import type { Row } from './row.ts';

const KEYS = ['Enter new line', 'Ctrl-D send'];
/** The commands that most candidates need; the others stand in `/help`. */
const NAMED = ['brief', 'hint', 'ask', 'calc', 'next'];
/** Which of them gives way first where it is narrow. */
const GIVING_WAY = ['ask', 'calc', 'hint', 'brief', 'next'];

/** Columns of "saved 2 s ago": what stands at the left must not come and go with the seconds. */
const SAVED_COLUMNS = 13;

/** The keys and commands at the left, the state of the draft at the right; where it is narrow, the right is kept. */
export function helpRow(commands: readonly CommandWord[], saved: string, columns: number): Row {
  const right = visibleLine(saved);
  const room = columns - 2;
  const kept = right === '' ? 0 : Math.max(SAVED_COLUMNS, width(right));
  const left = choices(commands).find((text) => width(text) <= room - kept - 2) ?? '';
  const gap = ' '.repeat(Math.max(0, room - width(left) - width(right)));
  return [{ text: ` ${left}${gap}${right}`, style: 'dim' }];
}

/** What may stand at the left, from the longest to the shortest. */
function choices(commands: readonly CommandWord[]): readonly string[] {
  const has = (name: string) => commands.some((command) => command.name === name);
  const help = has('help') ? ['/help'] : [];
  const withWords = GIVING_WAY.map((_, count) => {
    const words = NAMED.filter((name) => has(name) && !GIVING_WAY.slice(0, count).includes(name));
    const named = words.map((name) => `/${name}`).join(' ');
    return [...KEYS, ...(named === '' ? [] : [named]), ...help];
  });
  const [enter = '', send = ''] = KEYS;
  return [...withWords, [...KEYS, ...help], KEYS, [enter], [send]].map((parts) => parts.join('   '));
}
