import type { CommandWord } from '../context.ts';

/** The command words of an interview, in the order in which help shows them. */
export const COMMAND_WORDS: readonly CommandWord[] = [
  { name: 'next', argument: '', does: 'send what is typed and end the phase, without a follow-up' },
  { name: 'ask', argument: '<question>', does: 'ask the interviewer for a fact' },
  { name: 'hint', argument: '', does: 'a hint on what is still open; three rungs, each recorded' },
  { name: 'brief', argument: '', does: 'the problem, what you were told, what changed, your numbers' },
  { name: 'calc', argument: '<expression>', does: 'work it out, with units: /calc peak = 100M/min' },
  { name: 'draw', argument: '[a -> b]', does: 'a picture of the diagram you are typing, or sent last' },
  { name: 'note', argument: '<text>', does: 'a private note; it is kept and never judged' },
  { name: 'time', argument: '', does: 'minutes per phase, spent and planned' },
  { name: 'pause', argument: '', does: 'stop the clock; again to go on' },
  { name: 'edit', argument: '', does: 'write in $VISUAL or $EDITOR' },
  { name: 'undo', argument: '', does: 'withdraw the last turn sent and edit it again' },
  { name: 'back', argument: '<phase>', does: 'send the next answer to an earlier phase' },
  { name: 'retry', argument: '', does: 'with a coach: the phase that has just ended, once more' },
  { name: 'quit', argument: '', does: 'leave now and resume later' },
  { name: 'help', argument: '[calc|draw]', does: 'this list and the keys, or how these two are written' },
];

/** Those that make sense without a terminal, in an answers file. */
export const SCRIPTED_WORDS: readonly string[] = ['next', 'ask', 'hint', 'calc', 'note', 'back', 'undo', 'retry'];

export interface CommandLine {
  readonly name: string;
  readonly argument: string;
}

/** Reads `/name argument`; undefined when `name` is no command word. */
export function parseCommand(line: string): CommandLine | undefined {
  const match = /^\/([a-z]+)(?:\s+([\s\S]*))?$/.exec(line);
  const name = match?.[1];
  if (name === undefined || !COMMAND_WORDS.some((word) => word.name === name)) return undefined;
  return { name, argument: match?.[2]?.trim() ?? '' };
}
