import { MachineError } from '../../errors.ts';
import { type FileStatus, type Files, OPEN } from '../files.ts';
import { makeFolders } from '../home.ts';
import type { Machine } from '../machine.ts';
import { attempt, codeOf, orOn, tryTo } from '../machine-fault.ts';
import { freshName, readAll, readOwnFile, statusIfAny, writeNewFile } from '../whole-file.ts';
import type { Place } from './place.ts';

/** What stands in a lock. The last three are null where the machine does not tell them. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly since: number;
  readonly startedAt: string | null;
  readonly bootId: string | null;
}

/** Two processes that race need two rounds; more than a few means that something else is wrong. */
const ROUNDS = 8;
/** What `link` fails with where the file system has no hard links. */
const NO_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];

/** A lock as this process made it. The file is held open, for the inode of an open file is never given to another. */
interface OwnLock {
  readonly descriptor: number;
  readonly status: FileStatus;
}

/** The right to write into one session's folder. */
export class SessionLock {
  readonly #machine: Machine;
  readonly #place: Place;
  #own: OwnLock;

  constructor(machine: Machine, place: Place, own: OwnLock) {
    this.#machine = machine;
    this.#place = place;
    this.#own = own;
  }

  /** Takes the lock again where somebody deleted it; throws MachineError where it is another's by now. */
  confirm(): void {
    const now = attempt({ failed: 'nothing was saved just now', retry: 'and send again' }, () =>
      statusIfAny(this.#machine.files, this.#place.lock),
    );
    if (now !== undefined && isSame(now, this.#own.status)) return;
    const own = acquire(this.#machine, this.#place);
    tryTo(() => this.#machine.files.close(this.#own.descriptor));
    this.#own = own;
  }

  /** The same lock after its folder was renamed. */
  movedTo(place: Place): SessionLock {
    return new SessionLock(this.#machine, place, this.#own);
  }

  /** A lock that can't be removed is left: its owner will be gone, so the next process takes it over. */
  release(): void {
    const { files } = this.#machine;
    tryTo(() => {
      const now = statusIfAny(files, this.#place.lock);
      if (now !== undefined && isSame(now, this.#own.status)) files.unlink(this.#place.lock);
    });
    tryTo(() => files.close(this.#own.descriptor));
  }
}

/** Throws MachineError at once where a living process has the session open, whether it runs or is stopped. */
export function takeLock(machine: Machine, place: Place): SessionLock {
  return new SessionLock(machine, place, acquire(machine, place));
}

/** Who has the session open: a living process's id; undefined for nobody. `stale` tells of a lock without an owner. */
export function inspectLock(machine: Machine, place: Place): { readonly pid?: number; readonly stale: boolean } {
  const text = readLock(machine, place.lock);
  if (text === undefined) return { stale: false };
  const holder = parseHolder(text, place);
  return isAlive(machine, holder, place) ? { pid: holder.pid, stale: false } : { stale: true };
}

function acquire(machine: Machine, place: Place): OwnLock {
  const { files } = machine;
  const failed = `${place.id} could not be locked (${place.lock})`;
  return attempt({ failed }, () => {
    makeFolders(files, place.folder);
    for (let round = 0; round < ROUNDS; round++) {
      const mine = describeHolder(machine);
      const own = makeLock(machine, place, mine) ? openOwn(machine, place, mine) : undefined;
      if (own !== undefined) return own;
      const text = readLock(machine, place.lock);
      if (text === undefined) continue;
      const holder = parseHolder(text, place);
      if (isAlive(machine, holder, place)) throw held(place, holder.pid);
      setAside(machine, place, text);
    }
    throw new MachineError(`${place.id} is being opened by another process.`, { hint: 'Try again.' });
  });
}

function describeHolder({ facts, wallMs }: Machine): string {
  const holder: Holder = {
    pid: facts.pid,
    host: facts.host(),
    since: wallMs(),
    startedAt: facts.startTime(facts.pid) ?? null,
    bootId: facts.bootId() ?? null,
  };
  return `${JSON.stringify(holder)}\n`;
}

/** Makes the lock with its content in one step; false where there is one. */
function makeLock({ files }: Machine, place: Place, text: string): boolean {
  const bytes = new TextEncoder().encode(text);
  const fresh = freshName(files, place.folder);
  writeNewFile(files, fresh, bytes);
  try {
    files.link(fresh, place.lock);
    return true;
  } catch (error) {
    const code = codeOf(error) ?? '';
    if (NO_LINKS.includes(code)) return makeLockWithoutLink(files, place, bytes);
    if (code === 'EEXIST') return false;
    throw error;
  } finally {
    tryTo(() => files.unlink(fresh));
  }
}

/** Undefined where another process took the lock away right after it was made. */
function openOwn({ files }: Machine, place: Place, text: string): OwnLock | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = files.open(place.lock, OPEN.read | OPEN.noFollow);
    if (decode(readAll(files, descriptor)) === text) return { descriptor, status: files.statusOf(descriptor) };
    files.close(descriptor);
    return undefined;
  } catch (error) {
    const opened = descriptor;
    if (opened !== undefined) tryTo(() => files.close(opened));
    if (codeOf(error) === 'ENOENT') return undefined;
    tryTo(() => files.unlink(place.lock));
    throw error;
  }
}

function makeLockWithoutLink(files: Files, place: Place, bytes: Uint8Array): boolean {
  return orOn(
    ['EEXIST'],
    () => {
      writeNewFile(files, place.lock, bytes);
      return true;
    },
    () => false,
  );
}

/**
 * Takes a lock without an owner away. Another process may have done so a moment ago and hold the lock by now: what
 * was taken is looked at, and put back if it is not the one that was judged.
 */
function setAside({ files }: Machine, place: Place, judged: string): void {
  const aside = freshName(files, place.folder);
  const gone = orOn(
    ['ENOENT'],
    () => {
      files.rename(place.lock, aside);
      return false;
    },
    () => true,
  );
  if (gone) return;
  let right = false;
  try {
    right = decode(readOwnFile(files, aside)) === judged;
  } finally {
    if (!right) tryTo(() => files.link(aside, place.lock));
    tryTo(() => files.unlink(aside));
  }
}

function isAlive({ facts }: Machine, holder: Holder, place: Place): boolean {
  if (holder.host !== facts.host()) throw elsewhere(place, holder);
  const bootId = facts.bootId();
  if (holder.bootId !== null && bootId !== undefined && holder.bootId !== bootId) return false;
  if (!facts.isAlive(holder.pid)) return false;
  // Where the start time is not known, a process of this number may be another one, but it may be the owner.
  const startedAt = facts.startTime(holder.pid);
  return holder.startedAt === null || startedAt === undefined || holder.startedAt === startedAt;
}

function readLock({ files }: Machine, path: string): string | undefined {
  return orOn<string | undefined>(
    ['ENOENT'],
    () => decode(readOwnFile(files, path)),
    () => undefined,
  );
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function parseHolder(text: string, place: Place): Holder {
  try {
    const { pid, host, since, startedAt, bootId } = JSON.parse(text) as Partial<Holder>;
    if (typeof pid === 'number' && Number.isSafeInteger(pid) && pid > 0 && typeof host === 'string') {
      return { pid, host, since: since ?? 0, startedAt: startedAt ?? null, bootId: bootId ?? null };
    }
  } catch {
    // Told below: it makes no difference why it can't be read.
  }
  throw new MachineError(`${place.lock} can't be read, so sdi can't tell who has ${place.id} open.`, {
    hint: 'If nobody has, delete that file.',
  });
}

function isSame(a: FileStatus, b: FileStatus): boolean {
  return a.inode === b.inode && a.device === b.device;
}

function held(place: Place, pid: number): MachineError {
  return new MachineError(`${place.id} is open in process ${pid}.`, { hint: 'Go on there, or end that process.' });
}

function elsewhere(place: Place, { pid, host }: Holder): MachineError {
  return new MachineError(`${place.id} is open on another machine: process ${pid} on ${host}.`, {
    hint: `Leave it there and let the folder synchronise. If that machine no longer has it open, delete ${place.lock}.`,
  });
}
