/**
 * What covers a point: an alternative of `any` whose groups all occur within one sentence or two neighbouring ones.
 * The notation is described in `problems/README.md`.
 */
export interface Signals {
  readonly any: readonly Alternative[];
  /** No alternative counts in a window that has one of these. */
  readonly unless?: readonly string[] | undefined;
  /** The point is a rejection: what the first group names must be turned down. */
  readonly polarity?: 'rejected' | undefined;
}

export type Alternative = readonly Group[];

/** Choices such as `redis|@in-memory-store|local counter*`, or something with a structure of its own. */
export type Group = string | AtLeast | Optional | { readonly number: NumberSignal } | { readonly shape: Shape };

/** Not needed; of several places the one that has it is the better evidence. */
interface Optional {
  readonly optional: string;
}

interface AtLeast {
  readonly atLeast: number;
  readonly of: readonly string[];
}

/** A quantity; in the unit's base it must be within `factor` of `value` either way, or at most, or at least that. */
export interface NumberSignal {
  readonly value: number;
  readonly unit?: string | undefined;
  /** Choices of which one must stand in the sentence of the number. */
  readonly context?: string | undefined;
  readonly factor?: number | undefined;
  readonly atMost?: true | undefined;
  readonly atLeast?: true | undefined;
}

/** Things said by example that no list of words can name. */
export const SHAPES = [
  'growing-percentages',
  'times-around-boundary',
  'min-cap',
  'read-compare-write',
  'equation',
  'adjacent-ranges',
  'flow',
] as const;

export type Shape = (typeof SHAPES)[number];

/** The choices of a group or class, as written; empty ones are kept for the validator. */
export function choicesOf(group: string): string[] {
  return group.split('|').map((choice) => choice.trim());
}
