import type { Clock, Draft, OpenSession } from '../context.ts';

/** A change is on disk this soon after it was typed. */
const SAVE_AFTER_MS = 500;
/** The draft also carries the elapsed time, so it is renewed even when nobody types. */
const RENEW_AFTER_MS = 3_000;

/** Keeps the draft on disk. A failed save is told and tried again; typing goes on. */
export class DraftKeeper {
  readonly #session: OpenSession;
  readonly #clock: Clock;
  #triedMs: number;
  #changedMs: number | undefined;
  #fault: string | undefined;

  constructor(session: OpenSession, clock: Clock) {
    this.#session = session;
    this.#clock = clock;
    this.#triedMs = clock.monotonicMs();
  }

  changed(): void {
    this.#changedMs ??= this.#clock.monotonicMs();
  }

  /** Milliseconds until `keep` has something to do. */
  dueInMs(): number {
    const due = this.#changedMs === undefined ? this.#triedMs + RENEW_AFTER_MS : this.#changedMs + SAVE_AFTER_MS;
    return Math.max(0, due - this.#clock.monotonicMs());
  }

  /** Saves when it is time; `at` is the elapsed session time that the draft carries. */
  keep(draft: Draft, at: number): void {
    if (this.dueInMs() === 0) this.save(draft, at);
  }

  save(draft: Draft, at: number): void {
    this.#triedMs = this.#clock.monotonicMs();
    try {
      this.#session.saveDraft({ ...draft, at });
      this.#fault = undefined;
      this.#changedMs = undefined;
    } catch (error) {
      this.#fault = error instanceof Error ? error.message : String(error);
      if (this.#changedMs !== undefined) this.#changedMs = this.#triedMs;
    }
  }

  /** What went wrong at the last save; undefined when all is on disk. */
  get fault(): string | undefined {
    return this.#fault;
  }

  /** For the foot of the screen. */
  status(): string {
    if (this.#fault !== undefined) return 'not saved';
    const seconds = Math.floor((this.#clock.monotonicMs() - this.#triedMs) / 1_000);
    return seconds === 0 ? 'saved' : `saved ${seconds} s ago`;
  }
}
