import type { Diagnosis } from '../context.ts';
import { SdiError } from '../errors.ts';
import { decodeJournal } from '../journal/decode.ts';
import type { Machine } from './machine.ts';
import { attempt } from './machine-fault.ts';
import { inspectLock } from './sessions/lock.ts';
import { type Place, placeOf, requireFolder, sessionsFolder, sourceOf } from './sessions/place.ts';
import { sessionIds } from './sessions/session-list.ts';
import { freshName, PRIVATE_FILE, PRIVATE_FOLDER, readOwnFile, statusIfAny, writeNewFile } from './whole-file.ts';

/** Some hundred sessions. */
const ENOUGH_BYTES = 16 * 1024 * 1024;
const OWN_FILES = ['journal', 'draft', 'lock', 'transcript'] as const;

/** What works and what does not, below the data directory. Changes nothing that lasts, and throws nothing. */
export function diagnose(machine: Machine, home: string): readonly Diagnosis[] {
  if (told(() => statusIfAny(machine.files, home)) === undefined) {
    return [{ name: 'data directory', ok: true, detail: `${home} is made when the first session starts` }];
  }
  return [isWritable(machine, home), isPrivate(machine, home), hasRoom(machine, home), ...sessions(machine, home)];
}

function isWritable({ files }: Machine, home: string): Diagnosis {
  return check('data directory', `${home} can be written`, () => {
    const path = freshName(files, home);
    writeNewFile(files, path, new Uint8Array(1));
    files.unlink(path);
    return undefined;
  });
}

function isPrivate({ files }: Machine, home: string): Diagnosis {
  return check('privacy', 'only you can read your sessions', () => {
    const folder = sessionsFolder(home);
    const mode = statusIfAny(files, folder)?.mode ?? PRIVATE_FOLDER;
    return isOpenToOthers(mode) ? `${folder} can be read by others: chmod 700 it` : undefined;
  });
}

function hasRoom({ files }: Machine, home: string): Diagnosis {
  return check('free space', 'there is room for more sessions', () => {
    const free = files.freeBytes(home);
    return free < ENOUGH_BYTES ? `only ${Math.floor(free / 1024)} KiB are left on the disk of ${home}` : undefined;
  });
}

/** A line for all the sessions, and one for each thing that is wrong with one. */
function sessions(machine: Machine, home: string): readonly Diagnosis[] {
  const ids = told(() => sessionIds(machine.files, home));
  if (ids instanceof SdiError) return [{ name: 'sessions', ok: false, detail: ids.message }];
  const faults = ids.flatMap((id) => inspectSession(machine, placeOf(home, id)));
  const unreadable = new Set(
    faults.filter(({ ok, name }) => !ok && name.startsWith('session')).map(({ name }) => name),
  );
  const detail = `${ids.length - unreadable.size} of ${ids.length} can be read`;
  return [{ name: 'sessions', ok: unreadable.size === 0, detail }, ...faults];
}

function inspectSession(machine: Machine, place: Place): readonly Diagnosis[] {
  const { files } = machine;
  const name = `session ${place.id}`;
  const readable = check(name, '', () => {
    requireFolder(files, place);
    decodeJournal(readOwnFile(files, place.journal), sourceOf(place));
    return undefined;
  });
  const found = told(() => [...staleLock(machine, place), ...keptAside(machine, place), ...wrongModes(machine, place)]);
  const further =
    found instanceof SdiError ? [{ name: `files of ${place.id}`, ok: false, detail: found.message }] : found;
  return [...(readable.ok ? [] : [readable]), ...further];
}

function staleLock(machine: Machine, place: Place): readonly Diagnosis[] {
  if (!inspectLock(machine, place).stale) return [];
  const detail = 'its owner is gone; the next `sdi resume` takes it over';
  return [{ name: `lock of ${place.id}`, ok: true, detail }];
}

function keptAside({ files }: Machine, place: Place): readonly Diagnosis[] {
  const kept = files.names(place.folder).filter((name) => /^(?:journal|draft)\.[a-z]+-\d+$/.test(name));
  const detail = `kept aside in ${place.folder}: ${kept.join(', ')}`;
  return kept.length === 0 ? [] : [{ name: `remains of ${place.id}`, ok: true, detail }];
}

function wrongModes({ files }: Machine, place: Place): readonly Diagnosis[] {
  const paths = [place.folder, ...OWN_FILES.map((name) => place[name])];
  const open = paths.filter((path) => isOpenToOthers(statusIfAny(files, path)?.mode ?? PRIVATE_FILE));
  const detail = `can be read by others: ${open.join(', ')}; \`sdi resume\` tightens them`;
  return open.length === 0 ? [] : [{ name: `modes of ${place.id}`, ok: false, detail }];
}

function isOpenToOthers(mode: number): boolean {
  return (mode & 0o077) !== 0;
}

/** `find` returns what is wrong, or throws it; nothing is right. */
function check(name: string, right: string, find: () => string | undefined): Diagnosis {
  const fault = told(find);
  if (fault instanceof SdiError) return { name, ok: false, detail: fault.message };
  return typeof fault === 'string' ? { name, ok: false, detail: fault } : { name, ok: true, detail: right };
}

/** An error for the user becomes a value: one that can't be looked at must not hide the others. */
function told<T>(look: () => T): T | SdiError {
  try {
    return attempt({ failed: 'it could not be looked at' }, look);
  } catch (error) {
    if (error instanceof SdiError) return error;
    throw error;
  }
}
