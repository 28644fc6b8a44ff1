import { MachineError } from '../errors.ts';

interface Reason {
  /** Begins a sentence. */
  readonly what: string;
  readonly remedy: string;
}

const REASONS: Readonly<Record<string, Reason>> = {
  ENOSPC: { what: 'The disk is full', remedy: 'Make room' },
  EDQUOT: { what: 'Your disk quota is used up', remedy: 'Make room' },
  EFBIG: { what: 'The file has grown beyond what is allowed', remedy: 'Raise the limit (ulimit -f)' },
  EACCES: { what: 'Permission was denied', remedy: 'Give yourself access to it' },
  EPERM: { what: 'Permission was denied', remedy: 'Give yourself access to it' },
  EROFS: { what: 'The disk is read-only', remedy: 'Make it writable, or set SDI_HOME to a folder that is' },
  EIO: { what: 'The disk reports an error', remedy: 'Save your files elsewhere and check the disk' },
  EMFILE: { what: 'Too many files are open', remedy: 'Close other programs' },
  ENFILE: { what: 'Too many files are open', remedy: 'Close other programs' },
  ELOOP: { what: 'There is a symbolic link where sdi keeps a file of its own', remedy: 'Remove the link' },
  ENOENT: { what: 'The file or its folder is not there', remedy: 'Run `sdi doctor`' },
  ENOTDIR: { what: 'A file stands where a folder should be', remedy: 'Run `sdi doctor`' },
  EISDIR: { what: 'A folder stands where a file should be', remedy: 'Run `sdi doctor`' },
  ENAMETOOLONG: { what: 'The path is too long', remedy: 'Take a shorter one' },
};

/** The system's error code, such as `ENOSPC`; undefined for any other error. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** What an attempt was about, for the message of its failure. */
export interface Attempt {
  /** Follows the reason and a colon, such as `nothing was saved just now`. */
  readonly failed: string;
  /** Follows the remedy, such as `and send again`; a full stop without it. */
  readonly retry?: string;
}

/** Does `action`; an error of the system becomes a MachineError in the user's words, any other passes. */
export function attempt<T>({ failed, retry }: Attempt, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    const { what, remedy } = REASONS[code] ?? { what: `The system says ${code}`, remedy: 'Run `sdi doctor`' };
    throw new MachineError(`${what}: ${failed}.`, {
      hint: retry === undefined ? `${remedy}.` : `${remedy} ${retry}.`,
      cause: error,
    });
  }
}

/** Does `action`, and `otherwise` where the system says one of `codes`. */
export function orOn<T>(codes: readonly string[], action: () => T, otherwise: () => T): T {
  try {
    return action();
  } catch (error) {
    if (codes.includes(codeOf(error) ?? '')) return otherwise();
    throw error;
  }
}

/** Does what may fail without a consequence: the tidying up after a failure that is reported already. */
export function tryTo(action: () => void): boolean {
  try {
    action();
    return true;
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return false;
  }
}
