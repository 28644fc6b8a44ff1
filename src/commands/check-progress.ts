import type { Context } from '../context.ts';

/** Shorter work needs no sign of life. */
const QUIET_MS = 500;
const LINE_START = '\r';
const ERASE_LINE = '\r\x1b[K';

export interface Progress {
  /** Some work is done. */
  step(): void;
  /** Leaves no trace. */
  end(): void;
}

/**
 * A spinner on stderr for work that keeps the process busy: it turns at each step, without a timer, and nothing of
 * the terminal is changed that a signal could leave behind.
 */
export async function startProgress(text: string, { err, clock, environment }: Context): Promise<Progress> {
  if (!err.isTerminal || environment.TERM === 'dumb') return { step: () => {}, end: () => {} };
  const { default: ora } = await import('ora');
  const spinner = ora({ text, color: false, isEnabled: false });
  const started = clock.monotonicMs();
  let isShown = false;
  return {
    step: () => {
      if (clock.monotonicMs() - started < QUIET_MS) return;
      isShown = true;
      err.write(`${LINE_START}${spinner.frame()}`);
    },
    end: () => {
      if (isShown) err.write(ERASE_LINE);
    },
  };
}
