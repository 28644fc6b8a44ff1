import { closeSync, openSync } from 'node:fs';
import { isatty } from 'node:tty';
import type { LeftBy } from '../session/events.ts';

export interface StandardStreams {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
}

const STDIN = 0;
const DESCRIPTORS = [0, 1, 2] as const;
const guarded = new WeakSet<object>();

/** An error of a stream that is already closed must not end the process, so these listeners stay. */
export function guardStreams({ stdin, stdout }: StandardStreams): void {
  for (const stream of [stdin, stdout]) {
    if (guarded.has(stream)) continue;
    guarded.add(stream);
    stream.on('error', () => {});
  }
}

/** What the end of stdin means: the terminal has gone, or just the input has. */
export function endOfInput(stdin: NodeJS.ReadStream): LeftBy {
  return stdin.isTTY === true && !isTerminalThere() ? 'hangup' : 'input-ended';
}

/** A terminal that was closed is none any more, although its descriptor is still open. */
export function isTerminalThere(): boolean {
  return isatty(STDIN);
}

/**
 * Where the terminal has gone, its descriptors are replaced: Node restores the terminal's modes when the process ends,
 * and aborts when that fails. The signal that tells of it may come later than the end of the input does.
 */
export function abandonTerminal(): void {
  process.on('SIGHUP', () => {});
  for (const descriptor of DESCRIPTORS) {
    try {
      closeSync(descriptor);
      openSync('/dev/null', 'r+');
    } catch {
      // Closed before: the next open takes its number.
    }
  }
}
