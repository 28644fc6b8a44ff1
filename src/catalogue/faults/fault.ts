/** Where a value stands in a document: keys and list positions from the root. */
export type Path = readonly (string | number)[];

/** A line and a column, both from 1; columns count UTF-16 code units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** What is wrong at an offset of a text. */
export interface TextFault {
  readonly offset: number;
  readonly message: string;
  readonly hint?: string;
}

/** What is wrong with a value, before it has a line and a column. */
export interface Fault {
  readonly path: Path;
  /** Points at the key in place of the value. */
  readonly on?: 'key';
  /** Points into the value: `offset` characters behind the beginning of a part that stands in it. */
  readonly within?: { readonly part: string; readonly offset: number };
  readonly message: string;
  readonly hint?: string;
}

/** More faults than this in one file help nobody; the rest is counted. */
const MOST_FAULTS = 200;

/** `faults` cut to what is worth printing; `more` says how many were left out. */
export function mostOf<T>(faults: readonly T[], more: (last: T, left: number) => T): T[] {
  const last = faults[MOST_FAULTS - 1];
  if (faults.length <= MOST_FAULTS || last === undefined) return [...faults];
  return [...faults.slice(0, MOST_FAULTS - 1), more(last, faults.length - MOST_FAULTS + 1)];
}
