import { uptime } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Clock, Context, Output, Streams, Terminal } from './context.ts';
import { createContentStore } from './store/content.ts';
import { type Files, nodeFiles } from './store/files.ts';
import { createStore } from './store/store.ts';
import { createTerminal } from './terminal/node-terminal.ts';
import { makeTheme, showsOnlyAscii } from './terminal/theme.ts';

/** No timer is armed for longer, so that none is late by more when the machine has slept. */
const TIMER_MOST_MS = 60_000;

/** What a test puts in place of the real thing. */
export interface Substitutes {
  readonly clock?: Clock;
  readonly files?: Files;
}

/** The real context: this process, this machine, this disk. */
export async function createNodeContext(streams: Streams, substitutes: Substitutes = {}): Promise<Context> {
  const { clock = nodeClock, files = nodeFiles } = substitutes;
  const environment = process.env;
  const out = await withTheme(streams.out, environment);
  let terminal: Terminal | undefined;
  return {
    version: streams.version,
    out,
    err: streams.err,
    clock,
    randomSeed: () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) >>> 1,
    environment,
    nodeVersion: process.versions.node,
    platform: process.platform,
    // Opening stdin costs time, and most commands never read it.
    get terminal() {
      terminal ??= createTerminal({
        stdin: process.stdin,
        stdout: process.stdout,
        clock,
        environment,
        theme: out.theme,
      });
      return terminal;
    },
    store: createStore({
      environment,
      wallMs: () => clock.wallMs(),
      files,
      content: (home, folder) =>
        createContentStore({
          files,
          home,
          builtInFolder: fileURLToPath(new URL('content/', import.meta.url)),
          root: fileURLToPath(new URL('../../', import.meta.url)),
          ...(folder === undefined ? {} : { folder }),
        }),
    }),
  };
}

/** Colours where the output takes them; without any, the library for them is not loaded. */
async function withTheme(output: Output, environment: Context['environment']): Promise<Output> {
  const theme = await makeTheme(environment, output.isTerminal);
  return {
    isTerminal: output.isTerminal,
    get columns() {
      return output.columns;
    },
    ascii: showsOnlyAscii(environment, output.isTerminal),
    theme,
    write: (text) => output.write(text),
  };
}

const nodeClock: Clock = {
  monotonicMs: () => performance.now(),
  // Elsewhere the time since boot is the calendar's difference to the boot time, and jumps with it.
  sinceBootMs: () => (process.platform === 'linux' ? uptime() * 1_000 : undefined),
  wallMs: () => Date.now(),
  timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  schedule: (delayMs, task) => {
    const timer = setTimeout(task, Math.min(delayMs, TIMER_MOST_MS));
    return () => clearTimeout(timer);
  },
};
