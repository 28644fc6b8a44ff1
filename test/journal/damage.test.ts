import { describe, expect, test } from 'vitest';
import { MachineError } from '../../src/errors.ts';
import { decodeJournal } from '../../src/journal/decode.ts';
import { sealLine } from '../../src/journal/line.ts';
import { encodeSalvage, salvageJournal } from '../../src/journal/salvage.ts';
import type { SessionEvent } from '../../src/session/events.ts';
import { boundsOf, bytesOf, linesOf, sampleEvents, sampleHeader } from './sample.ts';

const source = { file: '/home/a/journal.jsonl', session: '2026-11-22-chat' };
const lines = linesOf(sampleEvents);
const whole = bytesOf(...lines);
const bounds = boundsOf(lines);
const NUL_BYTES = 512;

/** Decodes; a MachineError becomes a value, anything else fails the test. */
function outcome(bytes: Uint8Array) {
  try {
    return decodeJournal(bytes, source);
  } catch (error) {
    if (error instanceof MachineError) return error;
    throw error;
  }
}

function salvaged(bytes: Uint8Array): readonly SessionEvent[] {
  const salvage = salvageJournal(bytes, source);
  const again = decodeJournal(bytesOf(encodeSalvage(salvage, '2026-11-22-chat-salvaged')), source);
  expect(again.header.session).toBe('2026-11-22-chat-salvaged');
  return again.events;
}

/** The events whose records, without their line ends, lie outside of `from` to `to`. */
function eventsOutside(from: number, to: number): readonly SessionEvent[] {
  return sampleEvents.filter((_, index) => {
    const [start = 0, end = 0] = bounds.slice(index + 1, index + 3);
    return to <= start || from >= end - 1;
  });
}

describe('a journal cut at any byte', () => {
  test('gives exactly the records before the cut, and the tail', () => {
    const headerEnd = bounds[1] ?? 0;
    for (let cut = headerEnd; cut <= whole.length; cut++) {
      const good = bounds.findLast((bound) => bound <= cut) ?? 0;
      const tail = cut === good ? undefined : whole.subarray(good, cut);
      const expected = {
        header: sampleHeader,
        events: sampleEvents.slice(0, bounds.indexOf(good) - 1),
        goodBytes: good,
        tail,
      };
      expect(outcome(whole.subarray(0, cut))).toEqual(expected);
    }
  });

  test('is told to have no header where the cut is within it', () => {
    for (let cut = 0; cut < (bounds[1] ?? 0) - 1; cut++) {
      expect(outcome(whole.subarray(0, cut))).toMatchObject({ message: expect.stringContaining('before it began') });
    }
  });
});

describe('a journal with one bit flipped, at every bit', () => {
  test('never gives a value, and names the file, the byte and the way to salvage', () => {
    for (let at = 0; at < whole.length; at++) {
      const damagedLine = bounds.findLast((bound) => bound <= at) ?? 0;
      for (let bit = 0; bit < 8; bit++) {
        const error = outcome(flipped(at, bit));
        expect(error).toBeInstanceOf(MachineError);
        if (!(error instanceof MachineError)) continue;
        const offset = Number(/journal\.jsonl is damaged at byte (\d+): /.exec(error.message)?.[1]);
        expect(offset).toBeGreaterThanOrEqual(damagedLine);
        expect(offset).toBeLessThanOrEqual(at);
        expect(error.hint).toContain('sdi doctor --salvage 2026-11-22-chat');
      }
    }
  });

  test('gives up no other record to salvage, and none where only a line end is hit', () => {
    for (let at = 0; at < whole.length; at++) {
      for (let bit = 0; bit < 8; bit++) {
        expect(salvaged(flipped(at, bit))).toEqual(eventsOutside(at, at + 1));
      }
    }
  });

  test('still repairs a cut write, unless the flip makes a line end or a NUL of it', () => {
    const start = bounds.at(-2) ?? 0;
    const cut = whole.subarray(0, start + 30);
    for (let at = start; at < cut.length; at++) {
      for (let bit = 0; bit < 8; bit++) {
        const result = outcome(flipped(at, bit).subarray(0, cut.length));
        if (result instanceof MachineError) expect([0x00, 0x0a]).toContain((whole[at] ?? 0) ^ (1 << bit));
        else expect(result.events).toEqual(sampleEvents.slice(0, -1));
      }
    }
  });

  function flipped(at: number, bit: number): Uint8Array {
    const bytes = whole.slice();
    bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
    return bytes;
  }
});

describe('a journal with 512 bytes of NUL, at every offset', () => {
  function blotted(from: number): Uint8Array {
    return whole.slice().fill(0, from, from + NUL_BYTES);
  }

  test('never gives a value', () => {
    for (let from = 0; from < whole.length; from++) expect(outcome(blotted(from))).toBeInstanceOf(MachineError);
  });

  test('gives every record that was not hit to salvage', () => {
    for (let from = 0; from < whole.length; from++) {
      const expected = eventsOutside(from, from + NUL_BYTES);
      const headerLeft = from >= (bounds[1] ?? 0) - 1;
      if (expected.length === 0 && !headerLeft) {
        expect(() => salvaged(blotted(from))).toThrow(MachineError);
      } else {
        expect(salvaged(blotted(from))).toEqual(expected);
      }
    }
  });
});

describe('salvage', () => {
  test('counts what is lost: the header, records in between, and what is left of the end', () => {
    const lost = (...kept: string[]) => salvageJournal(bytesOf(...kept), source).lost;
    const [header = '', first = '', second = '', third = ''] = lines;
    expect(lost(header, first, second)).toBe(0);
    expect(lost(first, second)).toBe(1);
    expect(lost(header, first, third)).toBe(1);
    expect(lost(header, first, second.slice(0, 20))).toBe(1);
    expect(lost(header, first, second.slice(0, 20), '\n', third.slice(1))).toBe(2);
  });

  test('makes a header of the id and the opening where the old one is gone, and says what is not known', () => {
    const { header } = salvageJournal(bytesOf(...lines.slice(1)), source);
    expect(header).toMatchObject({
      session: '2026-11-22-chat',
      startedAt: '2026-11-22T00:00:00Z',
      versions: { sdi: 'unknown', node: 'unknown' },
      problem: { id: 'chat', title: 'Chat', version: '1.0.0' },
      minutes: 60,
      level: 'L6',
    });
  });

  test('keeps the fields of an event that this sdi does not know', () => {
    const bytes = bytesOf(lines[0] ?? '', sealLine({ seq: 4, at: 1, type: 'graded', score: 3 }));
    expect(encodeSalvage(salvageJournal(bytes, source), 's')).toContain('"seq":1,"at":1,"type":"graded","score":3}');
  });

  test('refuses a journal of a newer version', () => {
    expect(() => salvageJournal(bytesOf(sealLine({ seq: 0, journal: 2, header: {} })), source)).toThrow(/version 2/);
  });
});
