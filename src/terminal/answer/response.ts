import type { CommandWord, PromptInput } from '../../context.ts';
import type { Stroke } from '../keys/stroke.ts';
import { lineEnd, lineStart } from './boundaries.ts';
import { type AnswerBuffer, pasteText, typeText } from './buffer.ts';
import { commandAtCursor, complete, isUnknownCommand, takeOut } from './command-line.ts';
import { editBuffer } from './editing.ts';
import type { AnswerRow } from './layout.ts';
import type { Origin } from './pasted.ts';

/** What a stroke does. */
export interface Response {
  readonly buffer: AnswerBuffer;
  readonly input?: PromptInput;
  readonly notice?: string;
  readonly action?: 'interrupt' | 'stop' | 'redraw';
  readonly scroll?: 'page-up' | 'page-down' | 'row-up' | 'row-down';
}

export interface Situation {
  readonly commands: readonly CommandWord[];
  /** Whether what was sent last is dealt with, and its outcome was seen. */
  readonly isReady: boolean;
  readonly rows: () => readonly AnswerRow[];
}

const TAB = '    ';

const ACTIONS: Readonly<Record<string, Pick<Response, 'action' | 'scroll'>>> = {
  'ctrl-c': { action: 'interrupt' },
  'ctrl-z': { action: 'stop' },
  'ctrl-l': { action: 'redraw' },
  pageup: { scroll: 'page-up' },
  pagedown: { scroll: 'page-down' },
  'shift-up': { scroll: 'row-up' },
  'shift-down': { scroll: 'row-down' },
};

/** What the answer box makes of a stroke. Nothing that was not typed by hand at a box that is ready runs a command. */
export function respondTo(stroke: Stroke, buffer: AnswerBuffer, situation: Situation): Response {
  if (stroke.type === 'text') return { buffer: typeText(buffer, stroke.text) };
  if (stroke.type === 'paste') return { buffer: pasteText(buffer, stroke.text) };
  if (stroke.type === 'burst') return { buffer: pasteText(buffer, stroke.text, 'perhaps-pasted') };
  const mayRun = situation.isReady && stroke.byHand;
  switch (stroke.chord) {
    case 'enter':
      return pressEnter(buffer, situation, mayRun);
    case 'newline':
      return { buffer: typeText(buffer, '\n') };
    case 'tab':
      return pressTab(buffer, situation);
    case 'ctrl-d':
      return pressSend(buffer, situation, mayRun);
    case 'ctrl-g':
      return mayRun ? pressEdit(buffer, situation) : { buffer };
  }
  const action = Object.hasOwn(ACTIONS, stroke.chord) ? ACTIONS[stroke.chord] : undefined;
  return action === undefined
    ? { buffer: editBuffer(buffer, stroke.chord, situation.rows) ?? buffer }
    : { buffer, ...action };
}

function pressEnter(buffer: AnswerBuffer, situation: Situation, mayRun: boolean): Response {
  const command = mayRun ? runCommand(buffer, situation, ['pasted']) : undefined;
  if (command !== undefined) return command;
  const line = buffer.text.slice(lineStart(buffer.text, buffer.cursor), lineEnd(buffer.text, buffer.cursor));
  const typed = typeText(buffer, '\n');
  if (!mayRun || !isUnknownCommand(line, situation.commands)) return { buffer: typed };
  return { buffer: typed, notice: `There is no command ${line}; it stays as text.` };
}

function runCommand(
  buffer: AnswerBuffer,
  { commands }: Situation,
  exceptFrom: readonly Origin[],
): Response | undefined {
  const found = commandAtCursor(buffer, commands, exceptFrom);
  if (found === undefined) return undefined;
  const { name, argument, line } = found;
  return { buffer: takeOut(buffer, found), input: { type: 'command', name, argument, line } };
}

function pressSend(buffer: AnswerBuffer, situation: Situation, mayRun: boolean): Response {
  if (!situation.isReady) return { buffer, notice: 'Not sent, since it was typed ahead. Ctrl-D again sends it.' };
  const isLastLine = lineEnd(buffer.text, buffer.cursor) === buffer.text.length;
  const command = mayRun && isLastLine ? runCommand(buffer, situation, ['pasted', 'perhaps-pasted']) : undefined;
  if (command !== undefined) return command;
  if (buffer.text.trim() === '') return { buffer, notice: 'Nothing to send; /next moves on.' };
  return { buffer, input: { type: 'send', text: buffer.text } };
}

/** The key for what `/edit` does, where there is such a command. */
function pressEdit(buffer: AnswerBuffer, { commands }: Situation): Response {
  const name = 'edit';
  if (!commands.some((command) => command.name === name)) return { buffer };
  return { buffer, input: { type: 'command', name, argument: '', line: '' } };
}

function pressTab(buffer: AnswerBuffer, { commands }: Situation): Response {
  const completion = complete(buffer, commands);
  switch (completion.type) {
    case 'completed':
      return { buffer: completion.buffer };
    case 'several':
      return { buffer, notice: completion.names.map((name) => `/${name}`).join('  ') };
    case 'none':
      return { buffer: typeText(buffer, TAB) };
  }
}
