import type { Context, Streams } from './context.ts';
import { ContentError, EXIT, type ExitCode, LeftError, SdiError } from './errors.ts';
import { nodeStreams } from './node-streams.ts';

/** How a command gets at the world; called once, when it is known which command runs. */
export type OpenContext = (streams: Streams) => Promise<Context>;

/** Runs one command line. The one place where an error becomes a message and an exit code. */
export async function main(
  args: readonly string[],
  streams: Streams = nodeStreams(),
  openContext: OpenContext = openNodeContext,
): Promise<ExitCode> {
  if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
    streams.out.write(`${streams.version}\n`);
    return EXIT.done;
  }
  try {
    const { runCommandLine } = await import('./cli.ts');
    return await runCommandLine(args, streams, () => openContext(streams));
  } catch (error) {
    return tell(error, streams);
  }
}

const openNodeContext: OpenContext = async (streams) => (await import('./node-context.ts')).createNodeContext(streams);

async function tell(error: unknown, streams: Streams): Promise<ExitCode> {
  const { err } = streams;
  if (error instanceof LeftError) return error.exitCode;
  const { visible } = await import('./text/visible.ts');
  if (error instanceof ContentError) {
    const { formatDiagnostic } = await import('./text/diagnostic.ts');
    for (const diagnostic of error.diagnostics) {
      err.write(`${formatDiagnostic(diagnostic, { theme: err.theme, terminal: err.isTerminal })}\n`);
    }
    return error.exitCode;
  }
  if (error instanceof SdiError) {
    const hint = error.hint === undefined ? '' : `\n${visible(error.hint)}`;
    err.write(`${err.theme.alarm('sdi:')} ${visible(error.message)}${hint}\n`);
    return error.exitCode;
  }
  err.write(`sdi has a bug; what you typed is saved up to the last "saved". Please report this:\n`);
  err.write(`${visible(error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`);
  return EXIT.bug;
}
