/** What a terminal has read is handed over piece by piece, each in the next turn of the event loop or the one after. */
const TURNS = 4;

/** Tells input that comes without a pause, as a paste does, from what a person types. */
export class Lull {
  #due: NodeJS.Immediate | undefined;

  /** Whether what comes now follows without a pause. */
  get isAwaited(): boolean {
    return this.#due !== undefined;
  }

  /** Something came; `then` is run when nothing has followed. */
  await(then: () => void = () => {}): void {
    this.cancel();
    this.#wait(TURNS, then);
  }

  cancel(): void {
    clearImmediate(this.#due);
    this.#due = undefined;
  }

  #wait(turns: number, then: () => void): void {
    this.#due = setImmediate(() => {
      this.#due = undefined;
      if (turns > 1) this.#wait(turns - 1, then);
      else then();
    });
  }
}
