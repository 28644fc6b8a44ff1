import { dirname } from 'node:path';
import { decodeJournal, type Journal } from '../../journal/decode.ts';
import { type FileStatus, OPEN } from '../files.ts';
import { makeFolders } from '../home.ts';
import type { Machine } from '../machine.ts';
import { attempt, tryTo } from '../machine-fault.ts';
import {
  ensureMode,
  PRIVATE_FILE,
  readAll,
  readOwnFile,
  replaceFile,
  statusIfAny,
  syncFolder,
  writeAll,
  writeNewFile,
} from '../whole-file.ts';
import { asidePath, type Place, sourceOf } from './place.ts';

const UNSAVED = {
  failed: 'nothing was saved just now, what you typed is still here',
  retry: 'and send again',
} as const;

/** A journal that is open for writing by the holder of its session's lock. */
export class JournalFile {
  readonly journal: Journal;
  readonly #machine: Machine;
  readonly #place: Place;
  readonly #notices: string[] = [];
  /** All that is acknowledged, so that a journal deleted under our hands can be written anew. */
  readonly #chunks: Uint8Array[];
  #descriptor: number;
  #length: number;
  /** The file may hold more than `#length` bytes: a write failed, and so did taking it back. */
  #dirty = false;

  /** Repairs an unterminated last line. Throws MachineError where the journal can't be read, and changes nothing then. */
  constructor(machine: Machine, place: Place) {
    const { files } = machine;
    this.#machine = machine;
    this.#place = place;
    this.#descriptor = files.open(place.journal, OPEN.readWrite | OPEN.noFollow | OPEN.noWait);
    try {
      const bytes = readAll(files, this.#descriptor);
      this.journal = decodeJournal(bytes, sourceOf(place));
      this.#length = this.journal.goodBytes;
      this.#chunks = [bytes.subarray(0, this.#length)];
      ensureMode(files, this.#descriptor, PRIVATE_FILE);
      if (this.journal.tail !== undefined) this.#repair(this.journal.tail);
    } catch (error) {
      tryTo(() => files.close(this.#descriptor));
      throw error;
    }
  }

  /** What has been done about the files since the last call, for the user. */
  takeNotices(): readonly string[] {
    return this.#notices.splice(0);
  }

  /** Writes the whole journal anew where it is no longer as this process left it. */
  ensureInPlace(): void {
    if (!this.#isInPlace()) this.#writeAnew();
  }

  /** On disk when it returns; on failure the file ends where it did. */
  append(lines: string): void {
    const bytes = new TextEncoder().encode(lines);
    attempt(UNSAVED, () => {
      this.ensureInPlace();
      this.#takeBack();
      this.#dirty = true;
      try {
        writeAll(this.#machine.files, this.#descriptor, bytes, this.#length);
        this.#machine.files.syncData(this.#descriptor);
      } catch (error) {
        tryTo(() => this.#takeBack());
        throw error;
      }
    });
    this.#dirty = false;
    this.#chunks.push(bytes);
    this.#length += bytes.length;
  }

  close(): void {
    tryTo(() => this.#takeBack());
    tryTo(() => this.#machine.files.close(this.#descriptor));
  }

  #takeBack(): void {
    if (!this.#dirty) return;
    this.#machine.files.truncate(this.#descriptor, this.#length);
    this.#dirty = false;
  }

  #repair(tail: Uint8Array): void {
    const { files } = this.#machine;
    const aside = asidePath(files, this.#place, 'journal.tail');
    writeNewFile(files, aside, tail);
    syncFolder(files, this.#place.folder);
    files.truncate(this.#descriptor, this.#length);
    files.syncData(this.#descriptor);
    this.#notices.push(
      `The last record of ${this.#place.id} had been cut off before it was saved; the ${tail.length} bytes are kept in ${aside}.`,
    );
  }

  /** Whether the path still leads to the open file, at the length it was left with. An open file's inode is never reused. */
  #isInPlace(): boolean {
    const status = statusIfAny(this.#machine.files, this.#place.journal);
    return status !== undefined && this.#isOpenFile(status) && (this.#dirty || status.size === this.#length);
  }

  #isOpenFile({ inode, device }: FileStatus): boolean {
    const open = this.#machine.files.statusOf(this.#descriptor);
    return open.inode === inode && open.device === device;
  }

  /** Somebody deleted, replaced or changed the journal: what this process knows is written anew, theirs is kept aside. */
  #writeAnew(): void {
    const { files } = this.#machine;
    const { folder, journal } = this.#place;
    const everything = joined(this.#chunks);
    makeFolders(files, folder);
    const status = statusIfAny(files, journal);
    // A synchroniser may have put the same bytes back under another inode.
    if (status?.kind !== 'file' || !isEqual(readOwnFile(files, journal), everything)) {
      const aside = status === undefined ? undefined : asidePath(files, this.#place, 'journal.changed');
      if (aside !== undefined) files.rename(journal, aside);
      replaceFile(files, journal, everything);
      syncFolder(files, folder);
      syncFolder(files, dirname(folder));
      this.#notices.push(
        aside === undefined
          ? `${folder} had been deleted; everything said so far has been written there anew.`
          : `${journal} had been changed by another program. Everything said so far has been written there anew; the changed file is kept in ${aside}.`,
      );
    }
    const descriptor = files.open(journal, OPEN.readWrite | OPEN.noFollow);
    tryTo(() => files.close(this.#descriptor));
    this.#descriptor = descriptor;
    this.#dirty = false;
  }
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    all.set(chunk, offset);
    offset += chunk.length;
  }
  return all;
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
