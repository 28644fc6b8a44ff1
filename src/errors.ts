/** Process exit codes; nothing else is ever returned. */
export const EXIT = {
  done: 0,
  /** It worked, and the answer is no: `check` found faults. */
  no: 1,
  usage: 2,
  content: 3,
  machine: 4,
  bug: 70,
  hangup: 129,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

interface Details {
  /** What the user can do about it, as a sentence. */
  readonly hint?: string;
  readonly cause?: unknown;
}

/** An error that speaks to the user. Anything else that is thrown counts as a bug. */
export abstract class SdiError extends Error {
  abstract readonly exitCode: ExitCode;
  readonly hint: string | undefined;

  constructor(message: string, details: Details = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.hint = details.hint;
  }
}

/** Wrong usage, an unknown id, or no terminal where one is needed. */
export class UsageError extends SdiError {
  readonly exitCode = EXIT.usage;
}

/** The machine said no: disk, permission, a damaged journal, a locked session, a terminal that has gone. */
export class MachineError extends SdiError {
  readonly exitCode = EXIT.machine;
}

/** The user or a signal left a menu or a confirmation. */
export class LeftError extends SdiError {
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode) {
    super('Left.');
    this.exitCode = exitCode;
  }
}

/** One fault in a file that somebody wrote. Lines and columns count from 1. */
export interface Diagnostic {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** What is wrong. */
  readonly message: string;
  /** What to do. */
  readonly hint?: string;
  /** The text of the line, for the caret below it. */
  readonly source?: string;
}

/** A file's content is wrong; carries every fault that was found. */
export class ContentError extends SdiError {
  readonly exitCode = EXIT.content;
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.length === 1 ? '1 fault' : `${diagnostics.length} faults`);
    this.diagnostics = diagnostics;
  }
}
