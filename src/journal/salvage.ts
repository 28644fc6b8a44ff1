import { MachineError } from '../errors.ts';
import type { SessionEvent } from '../session/events.ts';
import type { SessionHeader } from '../session/header.ts';
import { type JournalSource, refuseNewer } from './decode.ts';
import { JOURNAL_VERSION } from './encode.ts';
import { findSealed, type LineFields, sealLine } from './line.ts';
import { eventOf, headerOf } from './shape.ts';

const LINE_END = 0x0a;

export interface Salvage {
  readonly header: SessionHeader;
  /** The records that verify, in order, with their numbers as they were. */
  readonly records: readonly SalvagedRecord[];
  /** Records of which nothing or too little is left; the header counts as one. */
  readonly lost: number;
}

interface SalvagedRecord {
  readonly seq: number;
  readonly event: SessionEvent;
  /** As it was written, so that an event of a newer sdi keeps what this one cannot read. */
  readonly fields: LineFields;
}

/** What can still be read of a journal, wherever its damage is. Throws MachineError where that is nothing. */
export function salvageJournal(bytes: Uint8Array, source: JournalSource): Salvage {
  const records: SalvagedRecord[] = [];
  let header: SessionHeader | undefined;
  let end = 0;
  for (let found = findSealed(bytes, 0); found !== undefined; found = findSealed(bytes, found.end)) {
    end = found.end;
    if (found.fields.seq === 0) {
      refuseNewer(found.fields, source);
      header ??= headerOf(found.fields);
      continue;
    }
    const record = follow(found.fields, records.at(-1));
    if (record !== undefined) records.push(record);
  }
  if (header === undefined && records.length === 0) {
    throw new MachineError(`${source.file} holds no record that can be read.`, {
      hint: 'Nothing was written, and the file stays as it is.',
    });
  }
  const gaps = (records.at(-1)?.seq ?? 0) - records.length;
  const lost = gaps + (header === undefined ? 1 : 0) + countLines(bytes.subarray(end));
  return { header: header ?? guessHeader(source.session, records), records, lost };
}

/** All the lines of a journal made of what was salvaged, renumbered, under another session id. */
export function encodeSalvage({ header, records }: Salvage, session: string): string {
  const events = records.map(({ fields: { crc: _crc, seq: _seq, ...rest } }, index) =>
    sealLine({ seq: index + 1, ...rest }),
  );
  return [sealLine({ seq: 0, journal: JOURNAL_VERSION, header: { ...header, session } }), ...events].join('');
}

/** A record counts where a journal could go on with it: numbers rise and time does not go back. */
function follow(fields: LineFields, last: SalvagedRecord | undefined): SalvagedRecord | undefined {
  const event = eventOf(fields);
  const { seq } = fields;
  if (event === undefined || typeof seq !== 'number' || !Number.isSafeInteger(seq)) return undefined;
  return seq > (last?.seq ?? 0) && event.at >= (last?.event.at ?? 0) ? { seq, event, fields } : undefined;
}

/** Lines behind the last record, whose own line end is not one. */
function countLines(behind: Uint8Array): number {
  const rest = behind.subarray(1);
  const ends = rest.filter((byte) => byte === LINE_END).length;
  return ends + (rest.length > 0 && rest.at(-1) !== LINE_END ? 1 : 0);
}

/** What the folder's name and the opening still tell; the rest says that it is not known. */
function guessHeader(session: string, records: readonly SalvagedRecord[]): SessionHeader {
  const opened = records.map(({ event }) => event).find((event) => event.type === 'opened');
  const id = opened?.problem.id ?? session.replace(/^\d{4}-\d\d-\d\d-/, '');
  return {
    session,
    startedAt: `${session.slice(0, 10)}T00:00:00Z`,
    timeZone: 'UTC',
    versions: { sdi: 'unknown', node: 'unknown' },
    problem: {
      id,
      title: opened?.problem.title ?? id,
      version: opened?.problem.version ?? 'unknown',
      hash: 'unknown',
    },
    template: { id: 'unknown', title: 'Unknown template' },
    level: opened?.problem.level ?? 'L6',
    mode: 'interview',
    minutes: opened?.phases.reduce((sum, phase) => sum + phase.budgetMinutes, 0) ?? 0,
    seed: 0,
    scripted: false,
  };
}
