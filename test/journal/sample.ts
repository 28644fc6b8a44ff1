import { encodeEvent, encodeHeader } from '../../src/journal/encode.ts';
import type { SessionEvent } from '../../src/session/events.ts';
import type { SessionHeader } from '../../src/session/header.ts';

export const sampleHeader: SessionHeader = {
  session: '2026-11-22-chat',
  startedAt: '2026-11-22T14:00:00+01:00',
  timeZone: 'Europe/Berlin',
  versions: { sdi: '0.1.0', node: '20.20.2' },
  problem: { id: 'chat', title: 'Chat “with” 日本語', version: '1.0.0', hash: 'ab'.repeat(32) },
  template: { id: 'l6', title: 'L6' },
  level: 'L6',
  mode: 'interview',
  minutes: 60,
  seed: 7,
  scripted: false,
};

/** What a journal relies on of a problem, and no more: these tests flip each of its bits. */
const problem = {
  id: 'chat',
  title: 'Chat',
  level: 'L6',
  version: '1.0.0',
  statement: 'Design it.',
  facts: [],
  points: [],
};

export const sampleEvents: readonly SessionEvent[] = [
  {
    type: 'opened',
    at: 0,
    phases: [{ id: 'design', title: 'Design', stages: ['design'], budgetMinutes: 60, objective: 'o', question: 'q' }],
    problem,
  } as unknown as SessionEvent,
  { type: 'phase-opened', phase: 'design', at: 0 },
  { type: 'said', speaker: 'interviewer', kind: 'question', phase: 'design', text: 'What do you store?', at: 1 },
  {
    type: 'said',
    speaker: 'candidate',
    kind: 'answer',
    phase: 'design',
    text: 'Größe: 🧑‍🚀 ≈ 4 KB\n日本語 \ud800',
    at: 2500,
  },
  { type: 'noted', phase: 'design', text: '', at: 2500 },
  { type: 'left', by: 'quit', at: 9000 },
];

/** The lines of a journal, the header first. */
export function linesOf(events: readonly SessionEvent[], header = sampleHeader): string[] {
  return [encodeHeader(header), ...events.map((event, index) => encodeEvent(event, index + 1))];
}

export function bytesOf(...lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(lines.join(''));
}

/** Where each line starts, in bytes, and the end of the last. */
export function boundsOf(lines: readonly string[]): number[] {
  const bounds = [0];
  for (const line of lines) bounds.push((bounds.at(-1) ?? 0) + bytesOf(line).length);
  return bounds;
}
