import { GrowingNames, type NameTable, nameKey } from './notation/names.ts';
import type { Quantity, Scope } from './quantity.ts';

/** Names with their values, for lines that build on one another: each costs the same, however many there are. */
export class Definitions {
  readonly #names = new GrowingNames();
  readonly #values = new Map<string, Quantity>();

  constructor(scope: Scope = new Map()) {
    for (const [name, value] of scope) this.define(name, value);
  }

  get table(): NameTable {
    return this.#names;
  }

  get values(): Scope {
    return this.#values;
  }

  /** Adds a name or gives it a new value; what cannot be a name is left out. */
  define(name: string, value: Quantity): void {
    if (this.#names.add(name)) this.#values.set(nameKey(name), value);
  }

  /** A name without a value: the line that gives it has a fault. What uses it has the fault `no-value`. */
  spoil(name: string): void {
    this.#names.add(name);
    this.#values.delete(nameKey(name));
  }
}
