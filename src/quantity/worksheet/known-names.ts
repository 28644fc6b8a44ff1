import { GrowingNames, type NameTable, nameKey } from '../notation/names.ts';
import type { Quantity, Scope, Values } from '../quantity.ts';

/** The names that lines before have defined: their values, and those with every unit of time counted as one. */
export interface KnownNames {
  readonly table: NameTable;
  readonly values: Values;
  readonly timeless: Values;
  /** Whether a text may still be read in another way; what is read so often that no answer is has an end. */
  readonly mayReread: (text: string) => boolean;
}

/** Characters that are read in another way. */
const MOST_REREAD = 100_000;

/** What an expression that goes on from the value before it has in its place. */
export const PREVIOUS = 'previous_result';

/** Names that grow line by line; each costs the same, however many there are. */
export class NameBook implements KnownNames {
  readonly #names = new GrowingNames();
  readonly #values = new Map<string, Quantity>();
  readonly #timeless = new Map<string, Quantity>();
  #reread = 0;

  constructor() {
    this.#names.add(PREVIOUS);
  }

  get table(): NameTable {
    return this.#names;
  }

  get values(): Scope {
    return this.#values;
  }

  get timeless(): Scope {
    return this.#timeless;
  }

  readonly mayReread = ({ length }: string): boolean => {
    this.#reread += length;
    return this.#reread <= MOST_REREAD;
  };

  /** Adds a name or gives it a new value; what cannot be a name is left out. */
  define(name: string, value: Quantity, timeless: Quantity): void {
    if (!this.#names.add(name)) return;
    this.#values.set(nameKey(name), value);
    this.#timeless.set(nameKey(name), timeless);
  }
}

/** `names` with a value to go on from. */
export function withPrevious(
  { table, values, timeless, mayReread }: KnownNames,
  before: { readonly quantity: Quantity; readonly timeless: Quantity },
): KnownNames {
  const withValue = (all: Values, value: Quantity): Values => ({
    get: (key) => (key === PREVIOUS ? value : all.get(key)),
  });
  return {
    table,
    values: withValue(values, before.quantity),
    timeless: withValue(timeless, before.timeless),
    mayReread,
  };
}
