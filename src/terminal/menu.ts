import { checkbox, confirm as inquireYesNo, select } from '@inquirer/prompts';
import type { MenuItem } from '../context.ts';
import { visibleLine } from '../text/visible.ts';
import { width } from '../text/width.ts';
import { wrap } from '../text/wrap.ts';
import { MenuTerminal } from './menu-terminal.ts';
import { clip } from './screen/row.ts';
import type { PromptWorld } from './screen-prompt.ts';

/** The question, its keys, and a description. */
const ROWS_AROUND = 6;
const MOST_ROWS = 15;
/** A blank row, the keys, which may take two, and one to spare. */
const ROWS_AROUND_TICKS = 4;
const LEAST_ROWS = 2;
/** A letter typed by somebody who takes the list for a prompt must not tick all of it. */
const NO_SHORTCUTS = { all: null, invert: null };
/** The mark in front of a question. */
const MARK_COLUMNS = 3;

/** Lets a person pick one item. Throws LeftError when they leave it, or a signal does. */
export async function choose<T>(question: string, items: readonly MenuItem<T>[], world: PromptWorld): Promise<T> {
  const terminal = new MenuTerminal(world);
  const { columns, rows } = terminal.size;
  const shown = (text: string) => clip(visibleLine(text), Math.max(1, columns - 3));
  const choices = items.map(({ label, description }, value) => ({
    value,
    name: shown(label),
    ...(description === undefined ? {} : { description: shown(description) }),
  }));
  const pageSize = Math.max(1, Math.min(MOST_ROWS, rows - ROWS_AROUND));
  const picked = await terminal.ask((io) => select({ message: shown(question), choices, pageSize, loop: false }, io));
  const item = items[picked];
  if (item === undefined) throw new Error(`The menu gave ${picked} of ${items.length} items.`);
  return item.value;
}

/**
 * Lets a person tick any number of items; the one under the cursor stands whole below them. Ctrl-D is Enter: what was
 * ticked counts. Throws LeftError as `choose` does.
 */
export async function pick<T>(
  question: string,
  items: readonly MenuItem<T>[],
  world: PromptWorld,
): Promise<readonly T[]> {
  const terminal = new MenuTerminal(world, 'submits');
  const { columns, rows } = terminal.size;
  const asked = wrapped(question, columns - MARK_COLUMNS);
  const room = rows - asked.length - LEAST_ROWS - ROWS_AROUND_TICKS;
  const details = items.map((item) => detailOf(item, columns, room));
  const choices = items.map(({ label }, value) => ({
    value,
    name: clip(visibleLine(label), labelColumns(columns)),
    short: label,
    ...(details[value]?.length === 0 ? {} : { description: details[value]?.join('\n') ?? '' }),
  }));
  const most = Math.max(...details.map((lines) => lines.length));
  const pageSize = Math.max(LEAST_ROWS, Math.min(MOST_ROWS, rows - asked.length - most - ROWS_AROUND_TICKS));
  const theme = { style: { renderSelectedChoices: (made: readonly Made[]) => madeText(made, columns) } };
  const message = asked.join('\n');
  const picked = await terminal.ask((io) =>
    checkbox({ message, choices, pageSize, loop: false, theme, shortcuts: NO_SHORTCUTS }, io),
  );
  return items.filter((_, index) => picked.includes(index)).map(({ value }) => value);
}

interface Made {
  readonly short: string;
}

/** What was ticked, each whole on rows of its own. */
function madeText(made: readonly Made[], columns: number): string {
  if (made.length === 0) return 'none';
  return made.map(({ short }) => `\n- ${wrapped(short, columns - 3).join('\n  ')}`).join('');
}

/** The label, where the list cuts it, and what is said of it, in so many rows at most. */
function detailOf<T>({ label, description }: MenuItem<T>, columns: number, room: number): readonly string[] {
  const isCut = width(visibleLine(label)) > labelColumns(columns);
  const all = [...(isCut ? [label] : []), ...(description === undefined ? [] : [description])];
  const lines = all.flatMap((text) => wrapped(text, columns - 1));
  const most = Math.max(1, room);
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), clip(`${lines[most - 1]} …`, columns - 1)];
}

function wrapped(text: string, columns: number): string[] {
  return wrap(visibleLine(text), Math.max(1, columns));
}

/** Beside the cursor and the box. */
function labelColumns(columns: number): number {
  return Math.max(1, columns - 5);
}

/** A yes or no. Enter alone is no. Throws LeftError as `choose` does. */
export async function confirm(question: string, world: PromptWorld): Promise<boolean> {
  const terminal = new MenuTerminal(world);
  const message = visibleLine(question);
  return terminal.ask((io) => inquireYesNo({ message, default: false }, io));
}
