import type { Context } from '../context.ts';
import { EXIT, type ExitCode } from '../errors.ts';
import { visibleLine } from '../text/visible.ts';
import { type Candidate, candidatesFor } from './candidates.ts';
import { type CommandTree, locate, optionsToOffer, type Place } from './command-line.ts';

export interface CompleteOptions {
  /** The words after `sdi` up to the cursor; the last one is being typed and may be empty. */
  readonly words: readonly string[];
  /** The commands and options there are; commander's program is one. */
  readonly program: CommandTree;
}

/**
 * `sdi complete -- …`: what could stand at the cursor, a line each, for the completion scripts. No command of the tree,
 * since commander would take the `--help` among the words for its own.
 */
export async function runComplete(options: CompleteOptions, context: Context): Promise<ExitCode> {
  const place = locate(options.program, options.words);
  const candidates = await candidatesAt(place, context);
  context.out.write(candidates === 'files' ? ':files\n' : reply(candidates, place));
  return EXIT.done;
}

/** A value that cannot be shown as it is cannot be typed either. */
function reply(candidates: readonly Candidate[], { typed, prefix }: Place): string {
  const lines = candidates
    .filter(({ value }) => value.startsWith(typed) && visibleLine(value) === value)
    .map(({ value, description }) => `${prefix}${value}\t${visibleLine(description)}\n`);
  return [...new Set(lines)].join('');
}

async function candidatesAt(place: Place, context: Context): Promise<readonly Candidate[] | 'files'> {
  switch (place.expects) {
    case 'command':
      return place.command.commands.map((command) => ({ value: command.name(), description: command.description() }));
    case 'option':
      return optionsToOffer(place);
    case 'value': {
      if (place.choices !== undefined) return place.choices.map((value) => ({ value, description: '' }));
      const found = await candidatesFor(place.kinds, context);
      return found === 'files' ? found : found.filter(({ value }) => !place.given.includes(value));
    }
    case 'nothing':
      return [];
  }
}
