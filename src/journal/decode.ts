import { MachineError } from '../errors.ts';
import type { SessionEvent } from '../session/events.ts';
import type { SessionHeader } from '../session/header.ts';
import { JOURNAL_VERSION } from './encode.ts';
import { findSealed, type LineFields, unsealLine } from './line.ts';
import { eventOf, headerOf } from './shape.ts';

/** Where a journal was read, for the messages about it. */
export interface JournalSource {
  readonly file: string;
  readonly session: string;
}

export interface Journal {
  readonly header: SessionHeader;
  /** The event at index i has the sequence number i + 1. */
  readonly events: readonly SessionEvent[];
  /** Length of all whole records. */
  readonly goodBytes: number;
  /** What stands behind them: the start of a record that was never acknowledged. */
  readonly tail: Uint8Array | undefined;
}

const LINE_END = 0x0a;
const NUL = 0x00;

/**
 * Reads a journal. A last line without its end is no damage but a write cut short, and comes back as `tail`. Throws
 * MachineError for everything else that is not exactly as it was written, and for a journal of a newer version.
 */
export function decodeJournal(bytes: Uint8Array, source: JournalSource): Journal {
  const headerEnd = bytes.indexOf(LINE_END);
  if (headerEnd === -1) throw withoutHeader(bytes, source);
  const header = decodeHeader(bytes.subarray(0, headerEnd), source);
  const events: SessionEvent[] = [];
  let start = headerEnd + 1;
  for (let end = bytes.indexOf(LINE_END, start); end !== -1; end = bytes.indexOf(LINE_END, start)) {
    const event = decodeEvent(bytes.subarray(start, end), events.length + 1, { ...source, offset: start });
    if (event.at < (events.at(-1)?.at ?? 0)) {
      throw damage({ ...source, offset: start }, 'the time goes back');
    }
    events.push(event);
    start = end + 1;
  }
  const tail = start === bytes.length ? undefined : bytes.subarray(start);
  if (tail !== undefined) refuseDamagedTail(tail, { ...source, offset: start });
  return { header, events, goodBytes: start, tail };
}

/** The header in a journal's first line (without its end). Throws as `decodeJournal` does. */
export function decodeHeader(line: Uint8Array, source: JournalSource): SessionHeader {
  const place = { ...source, offset: 0 };
  const fields = unsealLine(line);
  if (fields === undefined) throw damage(place, 'the header is not as it was written');
  refuseNewer(fields, source);
  const header = headerOf(fields);
  if (fields.seq !== 0 || fields.journal !== JOURNAL_VERSION || header === undefined) {
    throw damage(place, 'this is no header of a session');
  }
  return header;
}

/** Throws MachineError where the verified first line of a journal names a newer version. */
export function refuseNewer(fields: LineFields, { file }: JournalSource): void {
  if (typeof fields.journal !== 'number' || fields.journal <= JOURNAL_VERSION) return;
  const writer = (fields.header as { versions?: { sdi?: unknown } } | undefined)?.versions?.sdi;
  const sdi = typeof writer === 'string' ? `sdi ${writer}` : 'a newer sdi';
  throw new MachineError(
    `${file} was written by ${sdi} in version ${fields.journal} of the journal; this sdi reads version ${JOURNAL_VERSION}.`,
    { hint: `Update to ${sdi}${typeof writer === 'string' ? ' or newer' : ''}. The file has not been changed.` },
  );
}

interface Place extends JournalSource {
  /** In bytes from the start of the file. */
  readonly offset: number;
}

function decodeEvent(line: Uint8Array, seq: number, place: Place): SessionEvent {
  const fields = unsealLine(line);
  if (fields === undefined) throw damage(place, 'this record is not as it was written');
  if (fields.seq !== seq) throw damage(place, `record ${seq} is missing`);
  const event = eventOf(fields);
  if (event === undefined) {
    throw new MachineError(`${place.file}: the record at byte ${place.offset} is not one that this sdi can read.`, {
      hint: `A newer sdi may have written it: update. ${salvageHint(place)}`,
    });
  }
  return event;
}

/** A cut write leaves the start of a record. A whole one followed by something else, or a NUL, was damaged later. */
function refuseDamagedTail(tail: Uint8Array, place: Place): void {
  const record = findSealed(tail, 0);
  if (record !== undefined && record.end < tail.length) {
    throw damage({ ...place, offset: place.offset + record.end }, 'the end of this record is not as it was written');
  }
  if (tail.includes(NUL)) throw damage(place, 'the last record holds NUL bytes');
}

function withoutHeader(bytes: Uint8Array, source: JournalSource): MachineError {
  if (bytes.length > 0 && (bytes.includes(NUL) || findSealed(bytes, 0) !== undefined)) {
    return damage({ ...source, offset: 0 }, 'the header is not as it was written');
  }
  const state = bytes.length === 0 ? 'is empty' : `ends within its header, at byte ${bytes.length}`;
  return new MachineError(`${source.file} ${state}: the session was cut off before it began.`, {
    hint: 'No saved answer can have been in it; its folder can be deleted.',
  });
}

function damage(place: Place, what: string): MachineError {
  return new MachineError(`${place.file} is damaged at byte ${place.offset}: ${what}.`, { hint: salvageHint(place) });
}

function salvageHint({ session }: JournalSource): string {
  return `\`sdi doctor --salvage ${session}\` writes every record that can be read into a new session; this one stays as it is.`;
}
