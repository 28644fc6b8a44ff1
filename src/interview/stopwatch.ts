import type { Clock } from '../context.ts';
import type { PauseReason } from '../session/events.ts';

/** A sleep or a clock jump below this is drift between the clocks, not a sleep. */
const SLEEP_LEAST_MS = 5_000;
/** A running interview reads its stopwatch every second; a silence this long means that the process stood still. */
const GAP_LEAST_MS = 90_000;

export interface Reading {
  /** Elapsed session time, in whole milliseconds. */
  readonly at: number;
  /** The time since the last reading that is not counted, and why. */
  readonly away: { readonly reason: PauseReason; readonly ms: number } | undefined;
}

/** Elapsed session time. It runs only while sdi does: neither a sleeping machine nor a stopped process spends it. */
export class Stopwatch {
  readonly #clock: Clock;
  #elapsed: number;
  #monotonic: number;
  #boot: number | undefined;

  /** Goes on from `elapsed` milliseconds. */
  constructor(clock: Clock, elapsed: number) {
    this.#clock = clock;
    this.#elapsed = elapsed;
    this.#monotonic = clock.monotonicMs();
    this.#boot = clock.sinceBootMs();
  }

  read(): Reading {
    const { ran, slept } = this.#advance();
    if (ran > GAP_LEAST_MS) return this.#reading({ reason: 'gap', ms: Math.round(ran) });
    this.#elapsed += ran;
    return this.#reading(slept > SLEEP_LEAST_MS ? { reason: 'slept', ms: Math.round(slept) } : undefined);
  }

  /** As `read`, but nothing since the last reading counts: the process was stopped, or the clock paused. */
  skip(reason: PauseReason): Reading {
    const { ran, slept } = this.#advance();
    return this.#reading({ reason, ms: Math.round(ran + slept) });
  }

  #reading(away: Reading['away']): Reading {
    return { at: Math.floor(this.#elapsed), away };
  }

  /** On Linux the monotonic clock stands still in sleep and the boot clock does not; the difference is the sleep. */
  #advance(): { ran: number; slept: number } {
    const monotonic = this.#clock.monotonicMs();
    const boot = this.#clock.sinceBootMs();
    const ran = Math.max(0, monotonic - this.#monotonic);
    const slept = boot === undefined || this.#boot === undefined ? 0 : Math.max(0, boot - this.#boot - ran);
    this.#monotonic = monotonic;
    this.#boot = boot;
    return { ran, slept };
  }
}
