import type { SessionEvent } from '../session/events.ts';
import { sealLine, unsealLine } from './line.ts';

/** A draft as it stands on disk. */
export interface DraftRecord {
  readonly at: number;
  readonly cursor: number;
  readonly text: string;
  /** The sequence number of the candidate's last turn when it was saved; 0 before the first. */
  readonly after: number;
}

/** One sealed line, as in the journal. */
export function encodeDraft({ at, cursor, text, after }: DraftRecord): string {
  return sealLine({ at, cursor, text, after });
}

/** Undefined where a byte of it is not as it was written. */
export function decodeDraft(bytes: Uint8Array): DraftRecord | undefined {
  const lineEnd = bytes.length - 1;
  const fields = bytes[lineEnd] === 0x0a ? unsealLine(bytes.subarray(0, lineEnd)) : undefined;
  if (fields === undefined) return undefined;
  const { at, cursor, text, after } = fields;
  const numbers = [at, cursor, after];
  if (typeof text !== 'string' || !numbers.every((value) => Number.isFinite(value))) return undefined;
  return { at: Number(at), cursor: Number(cursor), text, after: Number(after) };
}

/** The sequence number of the last turn that the candidate sent; 0 where there is none. */
export function lastSent(events: readonly SessionEvent[]): number {
  return events.findLastIndex((event) => event.type === 'said' && event.speaker === 'candidate') + 1;
}
