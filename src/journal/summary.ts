import { MachineError } from '../errors.ts';
import type { SessionEvent } from '../session/events.ts';
import type { JournalSource } from './decode.ts';
import { unsealLine } from './line.ts';
import { eventOf } from './shape.ts';

const LINE_END = 0x0a;

/** The event types that a finished session ends with. */
const LAST_TYPES: ReadonlySet<string> = new Set(['ended', 'assessed', 'settled', 'reflected']);

/**
 * The last whole line in the end of a journal; an unterminated one behind it is left aside. Undefined where the line
 * starts before `bytes` do.
 */
export function lastLine(bytes: Uint8Array): Uint8Array | undefined {
  const end = bytes.lastIndexOf(LINE_END);
  if (end <= 0) return undefined;
  const before = bytes.lastIndexOf(LINE_END, end - 1);
  return before === -1 ? undefined : bytes.subarray(before + 1, end);
}

/** The event in a journal's last line. Throws MachineError where it is not as it was written. */
export function decodeLastEvent(line: Uint8Array, { file, session }: JournalSource): SessionEvent {
  const fields = unsealLine(line);
  const event = fields === undefined ? undefined : eventOf(fields);
  if (event !== undefined) return event;
  throw new MachineError(`${file} is damaged in its last record.`, {
    hint: `See \`sdi doctor --salvage ${session}\`.`,
  });
}

/** Whether a session whose last event this is has come to its end. */
export function isLastOfAll(event: SessionEvent | undefined): boolean {
  return event !== undefined && LAST_TYPES.has(event.type);
}
