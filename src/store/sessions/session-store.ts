import type { OpenSession, SessionRecord, SessionStore } from '../../context.ts';
import { decodeJournal } from '../../journal/decode.ts';
import { lastSent } from '../../journal/draft.ts';
import { encodeHeader } from '../../journal/encode.ts';
import { encodeSalvage, salvageJournal } from '../../journal/salvage.ts';
import type { SessionHeader } from '../../session/header.ts';
import type { Machine } from '../machine.ts';
import { attempt, tryTo } from '../machine-fault.ts';
import { readOwnFile } from '../whole-file.ts';
import { readDraft, writeDraft } from './draft-file.ts';
import { findSession } from './find-session.ts';
import { HeldSession } from './held-session.ts';
import { type SessionLock, takeLock } from './lock.ts';
import { discard, makeSession, removeSession } from './make-session.ts';
import { type Place, placeOf, requireFolder, secure, sourceOf } from './place.ts';
import { listSessions } from './session-list.ts';

/** The sessions below `home()`, which is not looked at before the first call. */
export function createSessionStore(machine: Machine, home: () => string): SessionStore {
  const { files } = machine;
  return {
    list: () => listSessions(files, home()),
    find: (name) => findSession(files, home(), name),
    read: (id) => readSession(machine, placeOf(home(), id)),
    create: (header) => createSession(machine, home(), header),
    open: (id) => openSession(machine, placeOf(home(), id)),
    remove: (id) => removeSession(machine, placeOf(home(), id)),
    salvage: (id) => salvageSession(machine, home(), placeOf(home(), id)),
  };
}

/** A consistent prefix, also while another process writes. Takes no lock and changes nothing. */
function readSession({ files }: Machine, place: Place): SessionRecord {
  return attempt({ failed: `${place.id} can't be read (${place.journal})` }, () => {
    requireFolder(files, place);
    const { header, events } = decodeJournal(readOwnFile(files, place.journal), sourceOf(place));
    return { header, events };
  });
}

function createSession(machine: Machine, home: string, header: SessionHeader): OpenSession {
  const { place, lock } = makeSession(machine, home, header.session, (session) => encodeHeader({ ...header, session }));
  try {
    return hold(machine, place, lock);
  } catch (error) {
    discard(machine, place);
    throw error;
  }
}

function openSession(machine: Machine, place: Place): OpenSession {
  const failed = `${place.id} can't be opened (${place.folder})`;
  // Before the lock: where a link stands in its place, even the attempt to take it must not happen.
  attempt({ failed }, () => secure(machine.files, place));
  return hold(machine, place, takeLock(machine, place));
}

function hold(machine: Machine, place: Place, lock: SessionLock): OpenSession {
  try {
    return attempt(
      { failed: `${place.id} can't be opened (${place.folder})` },
      () => new HeldSession(machine, place, lock),
    );
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The salvaged session also gets the draft, unless that has been sent since. */
function salvageSession(machine: Machine, home: string, place: Place): ReturnType<SessionStore['salvage']> {
  const { files } = machine;
  const { salvage, draft } = attempt({ failed: `${place.id} can't be read (${place.journal})` }, () => {
    requireFolder(files, place);
    return {
      salvage: salvageJournal(readOwnFile(files, place.journal), sourceOf(place)),
      draft: readDraft(files, place),
    };
  });
  const made = makeSession(machine, home, `${place.id}-salvaged`, (id) => encodeSalvage(salvage, id));
  const events = salvage.records.map(({ event }) => event);
  const sent = lastSent(events);
  if (draft !== undefined && draft !== 'damaged' && draft.after >= (salvage.records[sent - 1]?.seq ?? 0)) {
    tryTo(() => writeDraft(files, made.place, draft, sent));
  }
  made.lock.release();
  return { id: made.place.id, records: events.length, lost: salvage.lost };
}
