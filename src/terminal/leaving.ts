import type { Clock } from '../context.ts';

/** A second Ctrl-C within this time leaves. */
const TWICE_MS = 3_000;

/** Tells the first Ctrl-C, which only says how to leave, from the second. */
export class Leaving {
  readonly notice = 'Ctrl-C again leaves; everything is saved.';
  readonly #clock: Clock;
  #untilMs = Number.NEGATIVE_INFINITY;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** True when this Ctrl-C leaves. */
  press(): boolean {
    const nowMs = this.#clock.monotonicMs();
    const isSecond = nowMs < this.#untilMs;
    this.#untilMs = nowMs + TWICE_MS;
    return isSecond;
  }
}
