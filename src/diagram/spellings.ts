import { nameKey } from './notation/names.ts';

/** How names were written; capital letters and spaces go without saying. */
export class Spellings {
  readonly #told = new Set<string>();

  /** Whether a name has other hyphens or underscores than where it stood first; true once for each. */
  isNew(label: string, first: string): boolean {
    const spelling = plainName(label);
    if (nameKey(label) !== nameKey(first) || spelling === plainName(first) || this.#told.has(spelling)) return false;
    this.#told.add(spelling);
    return true;
  }
}

function plainName(name: string): string {
  return name.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ');
}
