import type { QuantityFault } from '../quantity/fault.ts';
import { nearest } from '../text/nearest.ts';
import type { Fault, Path } from './faults/fault.ts';

/** A stretch of a value in which an expression stands, and how far into it. */
export interface Standing {
  readonly part: string;
  /** 0 unless given. */
  readonly at?: number;
}

/** A fault of the notation, at its place in the file. */
export function quantityFault(path: Path, { part, at = 0 }: Standing, { message, hint, start }: QuantityFault): Fault {
  return { path, within: { part, offset: at + start }, message, ...(hint === undefined ? {} : { hint }) };
}

/** As `quantityFault`; names that no figure has are told as problem files mean them. */
export function expressionFault(path: Path, standing: Standing, fault: QuantityFault, ids: readonly string[]): Fault {
  const { part, at = 0 } = standing;
  if (fault.kind !== 'unknown-word') return quantityFault(path, standing, fault);
  // The notation takes a hyphen for a minus where it knows no such name.
  const offset = at + fault.start - (/[\w-]*$/.exec(part.slice(at, at + fault.start))?.[0].length ?? 0);
  const name = /^[\w-]*\w/.exec(part.slice(offset))?.[0];
  if (name === undefined) return quantityFault(path, standing, fault);
  const near = nearest(name, ids);
  const hint = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : 'Add it to the inputs or estimates.';
  return { path, within: { part, offset }, message: `there is no figure "${name}"`, hint };
}
