/** A stretch of a text in UTF-16 code units; `end` is behind its last one. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Why a text has no value; the span lies inside the text. */
export interface QuantityFault extends Span {
  readonly message: string;
  /** What to write instead, as a sentence. */
  readonly hint?: string;
  /** A word that nothing is known by, which the span covers; or a name whose own line has a fault. */
  readonly kind?: 'unknown-word' | 'no-value';
}

/** How something was read that could have meant something else. */
export interface Note extends Span {
  readonly message: string;
}

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: QuantityFault };

/** Carries a fault up to `attempt`; it never leaves this folder. */
class NotationError extends Error {
  readonly fault: QuantityFault;

  constructor(fault: QuantityFault) {
    super(fault.message);
    this.fault = fault;
  }
}

/** Ends the reading; `hint` is a sentence that says what to do. */
export function refuse({ start, end }: Span, message: string, hint: string): never {
  raise({ message, hint, start, end });
}

export function refuseTooLarge(span: Span, what: 'this number' | 'the result'): never {
  refuse(span, `${what} is too large to compute with`, 'Numbers go up to about 1e308.');
}

/** Ends the reading with a fault that callers can tell from others. */
export function raise(fault: QuantityFault): never {
  throw new NotationError(fault);
}

/** What `work` gives, or the fault that ended it, its span moved inside of `length` characters. */
export function attempt<T>(length: number, work: () => T): Outcome<T> {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    if (!(error instanceof NotationError)) throw error;
    const start = Math.min(Math.max(0, error.fault.start), length);
    return { ok: false, fault: { ...error.fault, start, end: Math.min(Math.max(start, error.fault.end), length) } };
  }
}

/** A fault or note as it stands in a text that begins `offset` characters earlier. */
export function shifted<T extends Span>(span: T, offset: number): T {
  return { ...span, start: span.start + offset, end: span.end + offset };
}
