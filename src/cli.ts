import { Command, CommanderError } from 'commander';
import { COMMANDS, type CommandEntry, type Run } from './command-table.ts';
import type { Context, Streams } from './context.ts';
import { EXIT, type ExitCode, UsageError } from './errors.ts';

/** Parses the arguments and runs the command they name; usage faults are thrown as UsageError. */
export async function runCommandLine(
  args: readonly string[],
  streams: Streams,
  open: () => Promise<Context>,
): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.done;
  const run: Run = async (command) => {
    exitCode = await command(await open());
  };
  const named = COMMANDS.find(({ usage }) => usage.split(' ')[0] === args[0]);
  const program = commandTree(streams, run, named);
  // Not a command of the tree: the words to complete may hold options that are its own there.
  if (args[0] === 'complete') {
    const { runComplete } = await import('./commands/complete.ts');
    return runComplete({ words: args.slice(1), program }, await open());
  }
  if (args.length === 0) {
    program.outputHelp();
    return EXIT.done;
  }
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return EXIT.done;
    const [message = '', ...hints] = error.message.replace(/^error: /, '').split('\n');
    const hint = hints.join(' ').replace(/^\((.*)\)$/, '$1');
    const asked = named === undefined ? 'sdi' : `sdi ${args[0]}`;
    throw new UsageError(sentence(message), { hint: hint || `To see what there is: ${asked} --help` });
  }
  return exitCode;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
}

/** `only`: the one command that was named; making the others would be for nothing. */
function commandTree(streams: Streams, run: Run, only: CommandEntry | undefined): Command {
  const program = new Command('sdi')
    .description('A system design interview simulator for the terminal: timed, offline, the same every time.')
    .version(streams.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help, or that of a command')
    .configureOutput({
      writeOut: (text) => streams.out.write(text),
      writeErr: () => {},
      getOutHelpWidth: () => Math.min(streams.out.columns, 100),
    })
    .exitOverride()
    .showSuggestionAfterError(true)
    .addHelpText(
      'after',
      `
Start here:
  sdi practice                       choose a problem and be interviewed
  sdi practice rate-limiter --time 45
  sdi list --level L6                what there is to practise
  sdi review last                    read the last transcript`,
    );
  for (const { group, usage, does, add } of only === undefined ? COMMANDS : [only]) {
    add(program.command(usage).description(does).helpGroup(group).exitOverride(), run);
  }
  return program.helpCommand(false);
}
