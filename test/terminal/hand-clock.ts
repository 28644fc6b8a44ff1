import type { Clock } from '../../src/context.ts';

/** A clock that a test turns by hand. */
export interface HandClock extends Clock {
  advance(ms: number): void;
}

export function handClock(): HandClock {
  let nowMs = 0;
  let tasks: { readonly atMs: number; readonly task: () => void }[] = [];
  return {
    monotonicMs: () => nowMs,
    sinceBootMs: () => nowMs,
    wallMs: () => nowMs,
    timeZone: () => 'UTC',
    schedule: (delayMs, task) => {
      const entry = { atMs: nowMs + delayMs, task };
      tasks.push(entry);
      return () => {
        tasks = tasks.filter((each) => each !== entry);
      };
    },
    advance: (ms) => {
      nowMs += ms;
      const due = tasks.filter((each) => each.atMs <= nowMs);
      tasks = tasks.filter((each) => each.atMs > nowMs);
      for (const { task } of due) task();
    },
  };
}
