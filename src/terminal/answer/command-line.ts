import type { CommandWord } from '../../context.ts';
import { lineEnd, lineStart } from './boundaries.ts';
import { type AnswerBuffer, remove, typeText } from './buffer.ts';
import { isPasted, type Origin, type Stretch } from './pasted.ts';

/** A line of the draft that runs a command. */
export interface CommandLine extends Stretch {
  readonly name: string;
  readonly argument: string;
  readonly line: string;
}

/** What Tab makes of the word before the cursor. */
export type Completion =
  | { readonly type: 'completed'; readonly buffer: AnswerBuffer }
  | { readonly type: 'several'; readonly names: readonly string[] }
  | { readonly type: 'none' };

/** `/name`, then the end or a space. */
const COMMAND = /^\/([a-z]+)(?: (.*))?$/su;

/** The command that a line is, by its words alone. */
export function readCommand(line: string, commands: readonly CommandWord[]) {
  const [, name = '', argument = ''] = COMMAND.exec(line) ?? [];
  return commands.some((each) => each.name === name) ? { name, argument: argument.trim(), line } : undefined;
}

/** The command on the cursor's line, unless any of its word is of one of the origins. */
export function commandAtCursor(
  buffer: AnswerBuffer,
  commands: readonly CommandWord[],
  exceptFrom: readonly Origin[],
): CommandLine | undefined {
  const { text, cursor, pasted } = buffer;
  const start = lineStart(text, cursor);
  const end = lineEnd(text, cursor);
  const found = readCommand(text.slice(start, end), commands);
  if (found === undefined) return undefined;
  const word = { start, end: start + found.name.length + 1 };
  if (isPasted(pasted, word, exceptFrom)) return undefined;
  return { ...found, start, end };
}

/** The draft without the command's line; the rest stays as it is. */
export function takeOut(buffer: AnswerBuffer, { start, end }: Stretch): AnswerBuffer {
  return remove(buffer, { start, end: Math.min(buffer.text.length, end + 1) }, 'other');
}

/** Whether a line looks like a command that does not exist, such as `/nxet`. */
export function isUnknownCommand(line: string, commands: readonly CommandWord[]): boolean {
  return /^\/[a-z]+$/.test(line) && readCommand(line, commands) === undefined;
}

/** Completes the command word that the cursor's line begins with. */
export function complete(buffer: AnswerBuffer, commands: readonly CommandWord[]): Completion {
  const typed = buffer.text.slice(lineStart(buffer.text, buffer.cursor), buffer.cursor);
  if (!/^\/[a-z]*$/.test(typed)) return { type: 'none' };
  const names = commands.map((each) => each.name).filter((name) => name.startsWith(typed.slice(1)));
  const [first] = names;
  if (first === undefined) return { type: 'none' };
  const shared = names.reduce(commonStart);
  const rest = shared.slice(typed.length - 1);
  if (names.length === 1) return { type: 'completed', buffer: typeText(buffer, `${rest} `) };
  return rest === '' ? { type: 'several', names } : { type: 'completed', buffer: typeText(buffer, rest) };
}

function commonStart(one: string, other: string): string {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same++;
  return one.slice(0, same);
}
