import { checkbox, confirm as inquireYesNo, select } from '@inquirer/prompts';
import type { MenuItem } from '../context.ts';
import { visibleLine } from '../text/visible.ts';
import { MenuTerminal } from './menu-terminal.ts';
import { clip } from './screen/row.ts';
import type { PromptWorld } from './screen-prompt.ts';

/** The question, its keys, and a description. */
const ROWS_AROUND = 6;
const MOST_ROWS = 15;

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

/** Lets a person tick any number of items. Throws LeftError as `choose` does. */
export async function pick<T>(
  question: string,
  items: readonly MenuItem<T>[],
  world: PromptWorld,
): Promise<readonly T[]> {
  const terminal = new MenuTerminal(world);
  const { columns, rows } = terminal.size;
  const shown = (text: string) => clip(visibleLine(text), Math.max(1, columns - 5));
  const choices = items.map(({ label, description }, value) => ({
    value,
    name: shown(label),
    ...(description === undefined ? {} : { description: shown(description) }),
  }));
  const pageSize = Math.max(1, Math.min(MOST_ROWS, rows - ROWS_AROUND));
  const picked = await terminal.ask((io) => checkbox({ message: shown(question), choices, pageSize, loop: false }, io));
  return items.filter((_, index) => picked.includes(index)).map(({ value }) => value);
}

/** A yes or no. Enter alone is no. Throws LeftError as `choose` does. */
export async function confirm(question: string, world: PromptWorld): Promise<boolean> {
  const terminal = new MenuTerminal(world);
  const message = visibleLine(question);
  return terminal.ask((io) => inquireYesNo({ message, default: false }, io));
}
