import { addName, type Name, type NameTable, nameKey } from '../notation/names.ts';
import type { Quantity, Scope } from '../quantity.ts';

/** The names that lines before have defined: their values, and those with every unit of time counted as one. */
export interface KnownNames {
  readonly table: NameTable;
  readonly values: Scope;
  readonly timeless: Scope;
}

/** Names that grow line by line. */
export class NameBook implements KnownNames {
  readonly table: Map<string, readonly Name[]>;
  readonly values: Map<string, Quantity>;
  readonly timeless: Map<string, Quantity>;

  /** A copy of `from`, or an empty book. */
  constructor(from?: KnownNames) {
    this.table = new Map(from?.table);
    this.values = new Map(from?.values);
    this.timeless = new Map(from?.timeless);
  }

  /** Adds a name or gives it a new value; what cannot be a name is left out. */
  define(name: string, value: Quantity, timeless: Quantity): void {
    const key = nameKey(name);
    if (!addName(this.table, key)) return;
    this.values.set(key, value);
    this.timeless.set(key, timeless);
  }
}
