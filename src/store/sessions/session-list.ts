import type { SessionSummary } from '../../context.ts';
import { MachineError, SdiError } from '../../errors.ts';
import { decodeHeader } from '../../journal/decode.ts';
import { decodeLastEvent, isLastOfAll, lastLine } from '../../journal/summary.ts';
import type { SessionEvent } from '../../session/events.ts';
import type { SessionHeader } from '../../session/header.ts';
import { type Files, OPEN } from '../files.ts';
import { attempt, orOn } from '../machine-fault.ts';
import { withOpen } from '../whole-file.ts';
import { isSessionId, type Place, placeOf, requireFolder, sessionsFolder, sourceOf } from './place.ts';

/** Holds a header and, of most sessions, the last record. */
const WINDOW_BYTES = 4 * 1024;
const LONGEST_HEADER_BYTES = 64 * 1024;
const LINE_END = 0x0a;

/** The ids of all session folders, in no order; whatever else lies there is not sdi's. */
export function sessionIds(files: Files, home: string): readonly string[] {
  const folder = sessionsFolder(home);
  return attempt({ failed: `the sessions can't be listed (${folder})` }, () =>
    orOn(
      ['ENOENT'],
      () => files.names(folder),
      () => [],
    ),
  ).filter(isSessionId);
}

/** All sessions, newest first. Reads the head and the end of each journal only. */
export function listSessions(files: Files, home: string): readonly SessionSummary[] {
  return sessionIds(files, home)
    .map((id) => summarise(files, placeOf(home, id)))
    .map((summary) => ({ summary, startedMs: startedMs(summary) }))
    .sort((a, b) => b.startedMs - a.startedMs || (a.summary.id < b.summary.id ? 1 : -1))
    .map(({ summary }) => summary);
}

function summarise(files: Files, place: Place): SessionSummary {
  try {
    return attempt({ failed: `${place.id} can't be read (${place.journal})` }, () => {
      requireFolder(files, place);
      return withOpen(files, place.journal, OPEN.read | OPEN.noFollow | OPEN.noWait, (descriptor) => {
        const { size } = files.statusOf(descriptor);
        const { header, end } = readHeader(files, descriptor, place);
        const last = readLastEvent({ files, descriptor, size, headerEnd: end }, place);
        return { id: place.id, header, finished: isLastOfAll(last), elapsedMs: last?.at ?? 0 };
      });
    });
  } catch (error) {
    if (!(error instanceof SdiError)) throw error;
    return { id: place.id, fault: error.message };
  }
}

function readHeader(files: Files, descriptor: number, place: Place): { header: SessionHeader; end: number } {
  for (let length = WINDOW_BYTES; ; length *= 4) {
    const bytes = readAt(files, descriptor, 0, length);
    const end = bytes.indexOf(LINE_END);
    if (end !== -1) return { header: decodeHeader(bytes.subarray(0, end), sourceOf(place)), end };
    if (bytes.length < length || length >= LONGEST_HEADER_BYTES) {
      throw new MachineError(`${place.journal} ${bytes.length === 0 ? 'is empty' : 'has no whole header'}.`);
    }
  }
}

interface OpenJournal {
  readonly files: Files;
  readonly descriptor: number;
  readonly size: number;
  readonly headerEnd: number;
}

/** Undefined where there is nothing behind the header. The window grows until the whole line is in it. */
function readLastEvent(journal: OpenJournal, place: Place): SessionEvent | undefined {
  const { files, descriptor, size, headerEnd } = journal;
  for (let window = WINDOW_BYTES; ; window *= 4) {
    const start = Math.max(headerEnd, size - window);
    const line = lastLine(readAt(files, descriptor, start, size - start));
    if (line !== undefined) return decodeLastEvent(line, sourceOf(place));
    if (start === headerEnd) return undefined;
  }
}

function readAt(files: Files, descriptor: number, position: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let done = 0;
  while (done < length) {
    const count = files.read(descriptor, bytes, done, length - done, position + done);
    if (count === 0) break;
    done += count;
  }
  return bytes.subarray(0, done);
}

/** A session that can't be read stands where its id's date puts it. */
function startedMs(summary: SessionSummary): number {
  const started = 'header' in summary ? Date.parse(summary.header.startedAt) : Number.NaN;
  return Number.isNaN(started) ? Date.parse(summary.id.slice(0, 10)) || 0 : started;
}
