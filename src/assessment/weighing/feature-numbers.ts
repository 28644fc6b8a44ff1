/** Numbers of features by their names; a pair of neighbouring stems is found without writing its name. */
export class FeatureNumbers {
  readonly #numbers = new Map<string, number>();
  readonly #pairs = new Map<string, Map<string, number>>();
  readonly #isOpen: boolean;

  /** Names in the order of their numbers; an open list takes in every name that it is asked for. */
  constructor(names: Iterable<string>, isOpen = false) {
    this.#isOpen = isOpen;
    for (const name of names) this.add(name);
  }

  get size(): number {
    return this.#numbers.size;
  }

  /** In the order of their numbers. */
  names(): string[] {
    return [...this.#numbers.keys()];
  }

  add(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(name, number);
    const space = name.indexOf(' ');
    if (space > 0) this.#pairsWith(name.slice(0, space)).set(name.slice(space + 1), number);
    return number;
  }

  of(name: string): number | undefined {
    return this.#isOpen ? this.add(name) : this.#numbers.get(name);
  }

  ofPair(before: string, stem: string): number | undefined {
    return this.#pairs.get(before)?.get(stem) ?? (this.#isOpen ? this.add(`${before} ${stem}`) : undefined);
  }

  #pairsWith(before: string): Map<string, number> {
    const known = this.#pairs.get(before);
    if (known !== undefined) return known;
    const pairs = new Map<string, number>();
    this.#pairs.set(before, pairs);
    return pairs;
  }
}
