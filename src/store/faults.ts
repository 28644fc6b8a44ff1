import type { Files } from './files.ts';

/** Which file operation goes wrong, and how. May be changed at any time while the store is in use. */
export interface FaultPlan {
  /** Counts operations of this name only; without one, all. */
  operation?: keyof Files;
  /** The one that fails, from 1; 0 for none. */
  nth: number;
  /** Such as `ENOSPC`. */
  code: string;
  /** All later ones fail too, until the plan changes: a full disk stays full. */
  lasting?: boolean;
  /** A write takes at most this many bytes, without an error. */
  writeAtMost?: number;
  /** How many have been counted so far; set it to 0 to begin anew. */
  seen: number;
}

/** `files` with faults: what the tests of the store, and the test entry of the program, drive from outside. */
export function faultyFiles(files: Files, plan: FaultPlan): Files {
  const fail = (operation: keyof Files) => {
    if (plan.operation !== undefined && plan.operation !== operation) return;
    plan.seen += 1;
    const due = plan.nth > 0 && (plan.lasting ? plan.seen >= plan.nth : plan.seen === plan.nth);
    if (!due) return;
    throw Object.assign(new Error(`${plan.code}: injected, ${operation}`), { code: plan.code, syscall: operation });
  };
  const names = Object.keys(files) as (keyof Files)[];
  const wrapped = names.map((operation) => {
    const real = files[operation] as (...args: unknown[]) => unknown;
    const faulty = (...args: unknown[]) => {
      fail(operation);
      return operation === 'write' ? real(...shortened(args, plan)) : real(...args);
    };
    return [operation, faulty] as const;
  });
  return Object.fromEntries(wrapped) as unknown as Files;
}

function shortened(args: unknown[], { writeAtMost }: FaultPlan): unknown[] {
  const [descriptor, bytes, offset, length, position] = args;
  return [descriptor, bytes, offset, Math.min(Number(length), writeAtMost ?? Number.POSITIVE_INFINITY), position];
}
