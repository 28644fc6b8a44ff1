import type { Note, Span } from '../fault.ts';
import type { Quantity } from '../quantity.ts';

/** A quantity as it is written: number, magnitude, units, labels. */
export interface Literal extends Span {
  readonly kind: 'literal';
  readonly quantity: Quantity;
  /** The first unit as written, for messages. */
  readonly unit?: string;
  /** The units of time in it, multiplied out: 86,400 for "day", 1/86,400 for "/day", 1 without any. */
  readonly period: number;
  /** A share of the value by which rounding to the digits written can have moved it. */
  readonly precision: number;
  /** Whether there is a number in it, and not only a unit. */
  readonly hasNumber: boolean;
}

export interface Operation<Operator extends string> {
  readonly operator: Operator;
  readonly operand: Node;
  /** Where the operator stands. */
  readonly at: Span;
}

/** Sums and products hold all their operands, so that depth comes from brackets alone. */
export type Node =
  | Literal
  | (Span & { readonly kind: 'name'; readonly key: string })
  | (Span & { readonly kind: 'negative'; readonly operand: Node })
  | (Span & { readonly kind: 'percent'; readonly operand: Node })
  | (Span & { readonly kind: 'sum'; readonly first: Node; readonly rest: readonly Operation<'+' | '-'>[] })
  | (Span & { readonly kind: 'product'; readonly first: Node; readonly rest: readonly Operation<'*' | '/'>[] })
  | (Span & { readonly kind: 'power'; readonly base: Node; readonly exponents: readonly Node[] })
  | (Span & { readonly kind: 'call'; readonly name: string; readonly args: readonly Node[] });

/** A parsed text. */
export interface Expression {
  readonly text: string;
  readonly root: Node;
  /** The names it uses, each once, as `nameKey` writes them. */
  readonly names: readonly string[];
  readonly notes: readonly Note[];
  /** Whether a number in it is marked as approximate (`~`, `≈`, `about`). */
  readonly isApproximate: boolean;
  /** The unit behind `to` or `in`. */
  readonly conversion?: Span & { readonly unit: string };
}
