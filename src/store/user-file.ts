import { dirname } from 'node:path';
import { UsageError } from '../errors.ts';
import { type FileStatus, type Files, OPEN } from './files.ts';
import { attempt, codeOf, orOn, tryTo } from './machine-fault.ts';
import { PRIVATE_FILE, readAll, replaceFile, statusIfAny, syncFolder, withOpen } from './whole-file.ts';

const NOT_THERE = ['ENOENT', 'ENOTDIR'];
/** Opening a socket, or a device without its driver. */
const NO_FILE = ['ENXIO', 'ENODEV', 'EISDIR', 'EOPNOTSUPP'];

/** The bytes of a file that the user named. Never waits: a FIFO, a device or a folder is refused unread. */
export function readUserFile(files: Files, path: string, limit: number): Uint8Array {
  refuseNul(path);
  return attempt({ failed: `${path} can't be read` }, () => {
    try {
      return withOpen(files, path, OPEN.read | OPEN.noWait, (descriptor) => {
        const { kind, size } = files.statusOf(descriptor);
        if (kind !== 'file') throw noRegularFile(path, kind);
        if (size > limit) throw tooLarge(path, limit);
        const bytes = readAll(files, descriptor, limit);
        if (bytes.length > limit) throw tooLarge(path, limit);
        return bytes;
      });
    } catch (error) {
      const code = codeOf(error) ?? '';
      if (NOT_THERE.includes(code)) throw new UsageError(`There is no file ${path}.`, { cause: error });
      if (NO_FILE.includes(code)) throw noRegularFile(path, 'other');
      throw error;
    }
  });
}

/** Replaces or creates a file that the user named; a link is replaced by the file, not followed. */
export function writeUserFile(files: Files, path: string, text: string): void {
  refuseNul(path);
  attempt({ failed: `${path} was not written, and stands as it was` }, () => {
    const target = existing(files, path);
    if (target !== undefined && target.kind !== 'file') throw noRegularFile(path, target.kind);
    const isLink = statusIfAny(files, path)?.kind === 'link';
    const mode = target === undefined || isLink ? PRIVATE_FILE : target.mode;
    try {
      replaceFile(files, path, new TextEncoder().encode(text), mode);
    } catch (error) {
      if (!NOT_THERE.includes(codeOf(error) ?? '')) throw error;
      throw new UsageError(`There is no folder ${dirname(path)}.`, { hint: 'Make it first.', cause: error });
    }
    // The new file stands by now, whatever becomes of this.
    tryTo(() => syncFolder(files, dirname(path)));
  });
}

/** Whether anything has this name, be it a link that leads nowhere. */
export function hasUserFile(files: Files, path: string): boolean {
  refuseNul(path);
  return attempt({ failed: `sdi can't tell whether there is ${path}` }, () => statusIfAny(files, path) !== undefined);
}

/** What the path leads to, so that a device is never replaced through a link such as /dev/stdout. */
function existing(files: Files, path: string): FileStatus | undefined {
  return orOn<FileStatus | undefined>(
    [...NOT_THERE, 'ELOOP'],
    () => files.targetStatus(path),
    () => undefined,
  );
}

function refuseNul(path: string): void {
  if (path.includes('\0')) throw new UsageError('A file name cannot hold a NUL character.');
}

function noRegularFile(path: string, kind: FileStatus['kind']): UsageError {
  const what = kind === 'folder' ? 'is a folder' : 'is no regular file';
  return new UsageError(`${path} ${what}.`, { hint: 'Name a file.' });
}

function tooLarge(path: string, limit: number): UsageError {
  return new UsageError(`${path} is larger than ${limit} bytes.`, { hint: 'Name a smaller file.' });
}
