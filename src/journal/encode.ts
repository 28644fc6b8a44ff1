import type { SessionEvent } from '../session/events.ts';
import type { SessionHeader } from '../session/header.ts';
import { sealLine } from './line.ts';

/** The version of the journal's format. A reader refuses a newer one; new event types do not need a new version. */
export const JOURNAL_VERSION = 1;

/** The first line of a journal, with its line end. */
export function encodeHeader(header: SessionHeader): string {
  return sealLine({ seq: 0, journal: JOURNAL_VERSION, header });
}

/** The line of the `seq`th event, from 1, with its line end. */
export function encodeEvent(event: SessionEvent, seq: number): string {
  const { at, type, ...rest } = event;
  // An unknown event has no more than its name here; the store never writes one that it has read.
  return event.type === 'unknown' ? sealLine({ seq, at, type: event.name }) : sealLine({ seq, at, type, ...rest });
}
