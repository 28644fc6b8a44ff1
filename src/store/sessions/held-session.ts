import type { OpenSession, SavedDraft, SessionRecord } from '../../context.ts';
import { lastSent } from '../../journal/draft.ts';
import { encodeEvent } from '../../journal/encode.ts';
import type { SessionEvent } from '../../session/events.ts';
import type { Machine } from '../machine.ts';
import { attempt, tryTo } from '../machine-fault.ts';
import { makerOfTemporary, replaceFile } from '../whole-file.ts';
import { takeDraft, writeDraft } from './draft-file.ts';
import { JournalFile } from './journal-file.ts';
import type { SessionLock } from './lock.ts';
import { type Place, secure } from './place.ts';

/** A session whose lock this process holds. */
export class HeldSession implements OpenSession {
  readonly id: string;
  readonly folder: string;
  readonly record: SessionRecord;
  readonly draft: SavedDraft | undefined;
  readonly notices: readonly string[];
  /** How far the session had got: by its last event, or by its last draft, sent or not. */
  readonly elapsedMs: number;
  readonly #machine: Machine;
  readonly #place: Place;
  readonly #lock: SessionLock;
  readonly #file: JournalFile;
  #count: number;
  #lastSent: number;
  #at: number;
  #closed = false;

  /** Takes over `lock`; throws MachineError, and the lock is still the caller's then. */
  constructor(machine: Machine, place: Place, lock: SessionLock) {
    secure(machine.files, place);
    removeTemporaries(machine, place);
    this.#machine = machine;
    this.#place = place;
    this.#lock = lock;
    this.#file = new JournalFile(machine, place);
    const { header, events } = this.#file.journal;
    const { draft, notice } = this.#takeDraft();
    this.id = place.id;
    this.folder = place.folder;
    this.record = { header, events };
    this.#count = events.length;
    this.#lastSent = lastSent(events);
    this.#at = events.at(-1)?.at ?? 0;
    this.draft =
      draft === undefined || draft.after < this.#lastSent
        ? undefined
        : { text: draft.text, cursor: draft.cursor, at: draft.at };
    this.elapsedMs = Math.max(this.#at, draft?.at ?? 0);
    this.notices = [...this.#file.takeNotices(), ...(notice === undefined ? [] : [notice])];
  }

  append(events: readonly SessionEvent[]): void {
    this.#requireOpen();
    const at = events.reduce(notBefore, this.#at);
    this.#lock.confirm();
    this.#file.append(events.map((event, index) => encodeEvent(event, this.#count + 1 + index)).join(''));
    const sent = lastSent(events);
    if (sent > 0) this.#lastSent = this.#count + sent;
    this.#count += events.length;
    this.#at = at;
  }

  saveDraft(draft: SavedDraft): void {
    this.#requireOpen();
    this.#lock.confirm();
    attempt({ failed: 'the draft was not saved just now, it is still here', retry: 'and type on' }, () => {
      this.#file.ensureInPlace();
      writeDraft(this.#machine.files, this.#place, draft, this.#lastSent);
    });
  }

  saveTranscript(markdown: string): void {
    this.#requireOpen();
    this.#lock.confirm();
    const { transcript } = this.#place;
    attempt({ failed: `the transcript was not written (${transcript}); the session itself is saved` }, () =>
      replaceFile(this.#machine.files, transcript, new TextEncoder().encode(markdown)),
    );
  }

  /** What has been done about the session's files since the last call, for the user; such as after they were deleted. */
  takeNotices(): readonly string[] {
    return this.#file.takeNotices();
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#file.close();
    this.#lock.release();
  }

  #takeDraft() {
    try {
      return takeDraft(this.#machine.files, this.#place);
    } catch (error) {
      this.#file.close();
      throw error;
    }
  }

  #requireOpen(): void {
    if (this.#closed) throw new Error(`${this.id} is closed.`);
  }
}

/** A journal whose time goes back could not be read again, so it is never written. */
function notBefore(last: number, event: SessionEvent): number {
  if (!(event.at >= last && Number.isFinite(event.at))) {
    throw new RangeError(`${event.type} at ${event.at} after ${last}.`);
  }
  return event.at;
}

/** What a process that was killed left half-written. */
function removeTemporaries({ files, facts }: Machine, { folder }: Place): void {
  for (const name of files.names(folder)) {
    const maker = makerOfTemporary(name);
    if (maker === undefined || (maker !== facts.pid && facts.isAlive(maker))) continue;
    tryTo(() => files.unlink(`${folder}/${name}`));
  }
}
