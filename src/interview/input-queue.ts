/** What comes in while the last input is still being dealt with waits here, in order. */
export class InputQueue<T> {
  readonly #waiting: T[] = [];
  #taker: ((input: T) => void) | undefined;

  push(input: T): void {
    const taker = this.#taker;
    this.#taker = undefined;
    if (taker === undefined) this.#waiting.push(input);
    else taker(input);
  }

  next(): Promise<T> {
    const input = this.#waiting.shift();
    if (input !== undefined) return Promise.resolve(input);
    return new Promise((resolve) => {
      this.#taker = resolve;
    });
  }
}
