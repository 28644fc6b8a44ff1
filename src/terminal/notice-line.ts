/** What is said in the line above the help, until the next key: by the prompt itself, or by whoever runs it. */
export class NoticeLine {
  #own: string | undefined;
  #given: string | undefined;
  #dismissed: string | undefined;

  get text(): string | undefined {
    return this.#own ?? (this.#given === this.#dismissed ? undefined : this.#given);
  }

  /** The prompt says something itself. */
  say(text: string | undefined): void {
    this.#own = text;
  }

  /** Comes again with every update; a notice that was dismissed stays away until it changes. */
  give(text: string | undefined): void {
    if (text !== this.#dismissed) this.#dismissed = undefined;
    this.#given = text;
  }

  /** A key was pressed: what stood there was read. */
  dismiss(): void {
    this.#own = undefined;
    this.#dismissed = this.#given;
  }

  /** Something is being done: the same words again are news. */
  expect(): void {
    this.#dismissed = undefined;
    this.#given = undefined;
  }
}
