import type { Clock } from '../../src/context.ts';

interface Task {
  readonly due: number;
  readonly run: () => void;
}

/** A clock that moves only when it is told to, and runs what falls due on the way. */
export class ManualClock implements Clock {
  readonly #timeZone: string;
  #monotonic = 0;
  #boot = 0;
  #wall: number;
  #tasks: Task[] = [];

  constructor(now: string, timeZone: string) {
    this.#wall = Date.parse(now);
    this.#timeZone = timeZone;
  }

  monotonicMs(): number {
    return this.#monotonic;
  }

  sinceBootMs(): number | undefined {
    return this.#boot;
  }

  wallMs(): number {
    return this.#wall;
  }

  timeZone(): string {
    return this.#timeZone;
  }

  schedule(delayMs: number, run: () => void): () => void {
    if (delayMs > 60_000) throw new Error(`No timer is armed for more than 60 s, but this one for ${delayMs} ms.`);
    const task = { due: this.#monotonic + delayMs, run };
    this.#tasks.push(task);
    return () => {
      this.#tasks = this.#tasks.filter((each) => each !== task);
    };
  }

  /** Time passes; timers run in order at the moment each is due. */
  advance(ms: number): void {
    const end = this.#monotonic + ms;
    for (;;) {
      const next = this.#tasks.filter((task) => task.due <= end).sort((a, b) => a.due - b.due)[0];
      if (next === undefined) break;
      this.#move(Math.max(0, next.due - this.#monotonic));
      this.#tasks = this.#tasks.filter((each) => each !== next);
      next.run();
    }
    this.#move(end - this.#monotonic);
  }

  /** The machine sleeps: the calendar and the time since boot go on, the monotonic clock stands still. */
  sleep(ms: number): void {
    this.#boot += ms;
    this.#wall += ms;
  }

  /** The calendar is set to another time. */
  jump(ms: number): void {
    this.#wall += ms;
  }

  #move(ms: number): void {
    this.#monotonic += ms;
    this.#boot += ms;
    this.#wall += ms;
  }
}
