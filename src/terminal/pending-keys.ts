import { closeSync, constants, openSync, readSync } from 'node:fs';

/** Throws away what was typed and not read yet, so that it does not reach the shell. Best effort. */
export function drainPendingKeys(): void {
  const terminal = openTerminal();
  if (terminal === undefined) return;
  const scratch = new Uint8Array(4_096);
  try {
    while (readSync(terminal, scratch) > 0);
  } catch {
    // EAGAIN: nothing is left.
  } finally {
    closeSync(terminal);
  }
}

/** A descriptor of its own, since stdin's may block. */
function openTerminal(): number | undefined {
  try {
    return openSync('/dev/tty', constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  } catch {
    return undefined;
  }
}
