import { dirname, join } from 'node:path';
import { MachineError } from '../../errors.ts';
import type { Files } from '../files.ts';
import { makeFolders, makePrivateFolder, tighten } from '../home.ts';
import type { Machine } from '../machine.ts';
import { attempt, codeOf, tryTo } from '../machine-fault.ts';
import { freshName, makerOfTemporary, statusIfAny, syncFolder, writeNewFile } from '../whole-file.ts';
import { type SessionLock, takeLock } from './lock.ts';
import { type Place, placeIn, placeOf, requireFolder, sessionsFolder } from './place.ts';

export interface MadeSession {
  readonly place: Place;
  readonly lock: SessionLock;
}

/** What renaming a folder fails with where the new name is taken. */
const TAKEN = ['EEXIST', 'ENOTEMPTY', 'ENOTDIR'];

/**
 * Makes a session with a whole journal, locked, under the first free one of `id`, `id-2` and so on. It gets its name
 * when all is on disk: a process killed half-way leaves no session without a header.
 */
export function makeSession(machine: Machine, home: string, id: string, linesFor: (id: string) => string): MadeSession {
  const { files } = machine;
  const folder = sessionsFolder(home);
  placeOf(home, id);
  return attempt({ failed: `no session could be started in ${folder}` }, () => {
    makeFolders(files, folder);
    tighten(files, folder);
    removeLeftovers(machine, folder);
    for (let number = 1; ; number++) {
      const place = placeOf(home, number === 1 ? id : `${id}-${number}`);
      if (statusIfAny(files, place.folder) !== undefined) continue;
      const made = build(machine, place, linesFor(place.id));
      if (made !== undefined) return made;
    }
  });
}

/** Undefined where another process has taken the name in the meantime. */
function build(machine: Machine, place: Place, lines: string): MadeSession | undefined {
  const { files } = machine;
  const parent = dirname(place.folder);
  const building = placeIn(freshName(files, parent), place.id);
  let lock: SessionLock | undefined;
  try {
    makePrivateFolder(files, building.folder);
    lock = takeLock(machine, building);
    writeNewFile(files, building.journal, new TextEncoder().encode(lines));
    syncFolder(files, building.folder);
    files.rename(building.folder, place.folder);
  } catch (error) {
    lock?.release();
    tryTo(() => removeFlat(files, building.folder));
    if (TAKEN.includes(codeOf(error) ?? '')) return undefined;
    throw error;
  }
  const moved = lock.movedTo(place);
  try {
    syncFolder(files, parent);
  } catch (error) {
    moved.release();
    tryTo(() => removeFlat(files, place.folder));
    throw error;
  }
  return { place, lock: moved };
}

/** Removes the files in the session's folder and the folder, and follows no link. Whole or not at all, as `list` sees it. */
export function removeSession(machine: Machine, place: Place): void {
  const { files } = machine;
  const gone = attempt({ failed: `${place.id} could not be removed (${place.folder})` }, () => {
    requireFolder(files, place);
    refuseFolders(files, place.folder);
    const lock = takeLock(machine, place);
    try {
      const aside = freshName(files, dirname(place.folder));
      files.rename(place.folder, aside);
      return aside;
    } finally {
      lock.release();
    }
  });
  attempt({ failed: `${place.id} is no longer listed, but its files could not be removed (${gone})` }, () =>
    removeFlat(files, gone),
  );
}

/** Takes back a session in which nothing has been said. */
export function discard({ files }: Machine, place: Place): void {
  tryTo(() => removeFlat(files, place.folder));
}

/** What processes that were killed half-way have left; a failure here is nobody's concern. */
function removeLeftovers({ files, facts }: Machine, folder: string): void {
  for (const name of files.names(folder)) {
    const maker = makerOfTemporary(name);
    if (maker === undefined || (maker !== facts.pid && facts.isAlive(maker))) continue;
    tryTo(() => {
      if (files.status(join(folder, name)).kind === 'folder') removeFlat(files, join(folder, name));
    });
  }
}

function removeFlat(files: Files, folder: string): void {
  for (const name of files.names(folder)) files.unlink(join(folder, name));
  files.removeFolder(folder);
}

function refuseFolders(files: Files, folder: string): void {
  const paths = files.names(folder).map((name) => join(folder, name));
  const inner = paths.find((path) => files.status(path).kind === 'folder');
  if (inner === undefined) return;
  throw new MachineError(`${inner} is a folder that sdi did not make; nothing was removed.`, {
    hint: 'Move it elsewhere first.',
  });
}
