import * as fs from 'node:fs';

export interface FileStatus {
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  /** Permission bits only. */
  readonly mode: number;
  readonly size: number;
  /** Tells one file from another, together with `device`. */
  readonly inode: number;
  readonly device: number;
}

/**
 * Every file operation of sdi, one system call each. All of them are synchronous and throw what node throws: the
 * answers are on disk before the next key is read, and a test can make any single one fail.
 */
export interface Files {
  open(path: string, flags: number, mode?: number): number;
  close(descriptor: number): void;
  /** Returns how many bytes were read; 0 at the end. */
  read(descriptor: number, into: Uint8Array, offset: number, length: number, position: number | null): number;
  /** Returns how many bytes were written, which may be fewer than asked for. */
  write(descriptor: number, bytes: Uint8Array, offset: number, length: number, position: number): number;
  truncate(descriptor: number, length: number): void;
  /** Data and length are on disk when it returns. */
  syncData(descriptor: number): void;
  /** Also for a folder, whose entries are then on disk. */
  sync(descriptor: number): void;
  /** Of an open file. */
  statusOf(descriptor: number): FileStatus;
  /** Of a path, following no link in its last part. */
  status(path: string): FileStatus;
  /** Of what a path leads to. */
  targetStatus(path: string): FileStatus;
  setMode(descriptor: number, mode: number): void;
  /** Follows a link: only for what was made a moment ago. */
  setModeAt(path: string, mode: number): void;
  rename(from: string, to: string): void;
  /** Makes a second name, and fails where it is taken. */
  link(from: string, to: string): void;
  unlink(path: string): void;
  /** Makes one folder, and fails where the name is taken. */
  makeFolder(path: string, mode: number): void;
  /** The names in a folder, in no order. */
  names(folder: string): readonly string[];
  removeFolder(path: string): void;
  freeBytes(path: string): number;
}

/** What `open` takes; combined with `|`. */
export const OPEN = {
  read: fs.constants.O_RDONLY,
  write: fs.constants.O_WRONLY,
  readWrite: fs.constants.O_RDWR,
  /** Creates the file, and fails where the name is taken. */
  createNew: fs.constants.O_CREAT | fs.constants.O_EXCL,
  noFollow: fs.constants.O_NOFOLLOW,
  folder: fs.constants.O_DIRECTORY,
  /** Neither waits for the other end of a FIFO nor makes a terminal the process's own. */
  noWait: fs.constants.O_NONBLOCK | fs.constants.O_NOCTTY,
} as const;

/** The real file system. */
export const nodeFiles: Files = {
  open: (path, flags, mode) => fs.openSync(path, flags, mode),
  close: (descriptor) => fs.closeSync(descriptor),
  read: (descriptor, into, offset, length, position) => fs.readSync(descriptor, into, offset, length, position),
  write: (descriptor, bytes, offset, length, position) => fs.writeSync(descriptor, bytes, offset, length, position),
  truncate: (descriptor, length) => fs.ftruncateSync(descriptor, length),
  syncData: (descriptor) => fs.fdatasyncSync(descriptor),
  sync: (descriptor) => fs.fsyncSync(descriptor),
  statusOf: (descriptor) => toStatus(fs.fstatSync(descriptor)),
  status: (path) => toStatus(fs.lstatSync(path)),
  targetStatus: (path) => toStatus(fs.statSync(path)),
  setMode: (descriptor, mode) => fs.fchmodSync(descriptor, mode),
  setModeAt: (path, mode) => fs.chmodSync(path, mode),
  rename: (from, to) => fs.renameSync(from, to),
  link: (from, to) => fs.linkSync(from, to),
  unlink: (path) => fs.unlinkSync(path),
  makeFolder: (path, mode) => {
    fs.mkdirSync(path, { mode });
  },
  names: (folder) => fs.readdirSync(folder),
  removeFolder: (path) => fs.rmdirSync(path),
  freeBytes: (path) => {
    const { bavail, bsize } = fs.statfsSync(path);
    return bavail * bsize;
  },
};

function toStatus(stats: fs.Stats): FileStatus {
  return {
    kind: kindOf(stats),
    mode: stats.mode & 0o7777,
    size: stats.size,
    inode: stats.ino,
    device: stats.dev,
  };
}

function kindOf(stats: fs.Stats): FileStatus['kind'] {
  if (stats.isFile()) return 'file';
  if (stats.isDirectory()) return 'folder';
  return stats.isSymbolicLink() ? 'link' : 'other';
}
