import { join } from 'node:path';
import { MachineError, UsageError } from '../../errors.ts';
import type { JournalSource } from '../../journal/decode.ts';
import { type Files, OPEN } from '../files.ts';
import { tighten } from '../home.ts';
import { ensureMode, PRIVATE_FILE, statusIfAny, withOpen } from '../whole-file.ts';

/** Where the files of one session are. */
export interface Place {
  readonly id: string;
  readonly folder: string;
  readonly journal: string;
  readonly draft: string;
  readonly lock: string;
  readonly transcript: string;
}

const SESSION_ID = /^\d{4}-\d\d-\d\d(?:-[a-z0-9]+)+$/;
/** The longest problem id with a date and any ending; far below what a file system takes. */
const LONGEST_ID = 120;

/** Whether this is a session id in form, and so a safe folder name. */
export function isSessionId(name: string): boolean {
  return name.length <= LONGEST_ID && SESSION_ID.test(name);
}

/** The folder that holds all sessions. */
export function sessionsFolder(home: string): string {
  return join(home, 'sessions');
}

/** Throws UsageError for anything that is no session id, before any path is made of it. */
export function placeOf(home: string, id: string): Place {
  if (!isSessionId(id)) throw noSession(id);
  return placeIn(join(sessionsFolder(home), id), id);
}

/** The same files below another folder, where a session is made before it gets its name. */
export function placeIn(folder: string, id: string): Place {
  return {
    id,
    folder,
    journal: join(folder, 'journal.jsonl'),
    draft: join(folder, 'draft'),
    lock: join(folder, 'lock'),
    transcript: join(folder, 'transcript.md'),
  };
}

export function sourceOf({ id, journal }: Place): JournalSource {
  return { session: id, file: journal };
}

/** Throws UsageError where there is no such session, and MachineError where its folder is a link. */
export function requireFolder(files: Files, { id, folder }: Place): void {
  const status = statusIfAny(files, folder);
  if (status === undefined) throw noSession(id);
  if (status.kind !== 'folder') throw notOurs(folder, status.kind === 'link');
}

/** Refuses links among the files of a session, and takes the rights of group and others from them. */
export function secure(files: Files, place: Place): void {
  requireFolder(files, place);
  tighten(files, place.folder);
  for (const path of [place.journal, place.draft, place.lock, place.transcript]) {
    const status = statusIfAny(files, path);
    if (status === undefined) continue;
    if (status.kind !== 'file') throw notOurs(path, status.kind === 'link');
    if (status.mode === PRIVATE_FILE) continue;
    withOpen(files, path, OPEN.read | OPEN.noFollow, (descriptor) => ensureMode(files, descriptor, PRIVATE_FILE));
  }
}

/** The first free name such as `journal.tail-1`, beside the journal. */
export function asidePath(files: Files, { folder }: Place, name: string): string {
  for (let number = 1; ; number++) {
    const path = join(folder, `${name}-${number}`);
    if (statusIfAny(files, path) === undefined) return path;
  }
}

export function noSession(name: string, hint = '`sdi review` lists the sessions.'): UsageError {
  const shown = name.length > 60 ? `${name.slice(0, 60)}…` : name;
  return new UsageError(`There is no session ${JSON.stringify(shown)}.`, { hint });
}

function notOurs(path: string, isLink: boolean): MachineError {
  return new MachineError(`${path} is ${isLink ? 'a symbolic link' : 'not what sdi made'}; it is not followed.`, {
    hint: 'Put the file or folder itself in its place, or remove it.',
  });
}
