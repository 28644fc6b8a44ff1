import { dirname, join } from 'node:path';
import { type FileStatus, type Files, OPEN } from './files.ts';
import { orOn, tryTo } from './machine-fault.ts';

export const PRIVATE_FILE = 0o600;
export const PRIVATE_FOLDER = 0o700;

const FIRST_READ_BYTES = 64 * 1024;
const NOT_THERE = ['ENOENT', 'ENOTDIR'];

/** Reads from `position` to the end, or until there are more than `limit` bytes. */
export function readAll(files: Files, descriptor: number, limit = Number.POSITIVE_INFINITY): Uint8Array {
  let bytes = new Uint8Array(Math.min(limit + 1, Math.max(files.statusOf(descriptor).size + 1, FIRST_READ_BYTES)));
  let length = 0;
  while (length <= limit) {
    if (length === bytes.length) bytes = grown(bytes);
    const count = files.read(descriptor, bytes, length, bytes.length - length, length);
    if (count === 0) break;
    length += count;
  }
  return bytes.subarray(0, length);
}

function grown(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(bytes.length * 2);
  larger.set(bytes);
  return larger;
}

/** Writes all of `bytes`: one call may take fewer, without an error. */
export function writeAll(files: Files, descriptor: number, bytes: Uint8Array, position: number): void {
  for (let done = 0; done < bytes.length; ) {
    done += files.write(descriptor, bytes, done, bytes.length - done, position + done);
  }
}

/** Opens, hands over the descriptor, and closes whatever happens. */
export function withOpen<T>(files: Files, path: string, flags: number, use: (descriptor: number) => T): T {
  const descriptor = files.open(path, flags, PRIVATE_FILE);
  let result: T;
  try {
    result = use(descriptor);
  } catch (error) {
    tryTo(() => files.close(descriptor));
    throw error;
  }
  files.close(descriptor);
  return result;
}

/** The bytes of a file of sdi's own, which is never a link. */
export function readOwnFile(files: Files, path: string): Uint8Array {
  return withOpen(files, path, OPEN.read | OPEN.noFollow | OPEN.noWait, (descriptor) => readAll(files, descriptor));
}

/** Writes a new file with its bytes on disk; leaves none behind where that fails. */
export function writeNewFile(files: Files, path: string, bytes: Uint8Array, mode = PRIVATE_FILE): void {
  const flags = OPEN.write | OPEN.createNew | OPEN.noFollow;
  let made = false;
  try {
    withOpen(files, path, flags, (descriptor) => {
      made = true;
      ensureMode(files, descriptor, mode);
      writeAll(files, descriptor, bytes, 0);
      files.syncData(descriptor);
    });
  } catch (error) {
    if (made) tryTo(() => files.unlink(path));
    throw error;
  }
}

/** Sets a file's or folder's mode whatever the umask was. A file system that has no modes is left alone. */
export function ensureMode(files: Files, descriptor: number, mode: number): void {
  if (files.statusOf(descriptor).mode === mode) return;
  whereModesAre(() => files.setMode(descriptor, mode));
}

/** Does nothing on a file system that has no modes. */
export function whereModesAre(setMode: () => void): void {
  orOn(['EPERM', 'ENOTSUP'], setMode, () => undefined);
}

/** Replaces or creates a file in one step: whoever looks sees the old one or the new one, whole. */
export function replaceFile(files: Files, path: string, bytes: Uint8Array, mode = PRIVATE_FILE): void {
  const fresh = freshName(files, dirname(path));
  writeNewFile(files, fresh, bytes, mode);
  try {
    files.rename(fresh, path);
  } catch (error) {
    tryTo(() => files.unlink(fresh));
    throw error;
  }
}

const TEMPORARY = /^\.sdi-(\d+)-\d+\.tmp$/;

/** The process that made a temporary file of sdi; undefined for any other name. */
export function makerOfTemporary(name: string): number | undefined {
  const pid = TEMPORARY.exec(name)?.[1];
  return pid === undefined ? undefined : Number(pid);
}

/** A path in `folder` for a temporary file, which tells a later session whether its maker is still there. */
export function freshName(files: Files, folder: string): string {
  for (let number = 1; ; number++) {
    const path = join(folder, `.sdi-${process.pid}-${number}.tmp`);
    if (statusIfAny(files, path) === undefined) return path;
  }
}

/** Undefined where there is nothing. */
export function statusIfAny(files: Files, path: string): FileStatus | undefined {
  return orOn<FileStatus | undefined>(
    NOT_THERE,
    () => files.status(path),
    () => undefined,
  );
}

/** Brings a folder's entries to the disk. */
export function syncFolder(files: Files, folder: string): void {
  // Some file systems cannot do this for a folder; they keep its entries in order themselves.
  orOn(
    ['EINVAL', 'ENOTSUP'],
    () => withOpen(files, folder, OPEN.read | OPEN.folder, (descriptor) => files.sync(descriptor)),
    () => undefined,
  );
}
