import { describe, expect, test } from 'vitest';
import { MachineError } from '../../src/errors.ts';
import { decodeJournal } from '../../src/journal/decode.ts';
import { encodeEvent } from '../../src/journal/encode.ts';
import { sealLine } from '../../src/journal/line.ts';
import type { SessionEvent, SessionEventBody } from '../../src/session/events.ts';
import { fc } from '../harness/properties.ts';
import { bytesOf, linesOf, sampleEvents, sampleHeader } from './sample.ts';

const source = { file: '/home/a/journal.jsonl', session: '2026-11-22-chat' };
const decode = (bytes: Uint8Array) => decodeJournal(bytes, source);

/** All that a string can hold, lone surrogates too. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
);
const phase = fc.constantFrom('design', 'capacity');
const anyBody: fc.Arbitrary<SessionEventBody> = fc.oneof(
  fc.record({
    type: fc.constant('said' as const),
    speaker: fc.constant('candidate' as const),
    kind: fc.constantFrom('answer' as const, 'ask' as const),
    phase,
    text: anyText,
  }),
  fc.record({
    type: fc.constant('said' as const),
    speaker: fc.constant('interviewer' as const),
    kind: fc.constantFrom('fact' as const, 'nudge' as const),
    phase,
    text: anyText,
    about: anyText,
  }),
  fc.record({ type: fc.constant('noted' as const), phase, text: anyText }),
  fc.record({
    type: fc.constant('phase-ended' as const),
    phase,
    by: fc.constantFrom('next' as const, 'time' as const),
  }),
  fc.record({ type: fc.constant('withdrawn' as const), turn: fc.nat() }),
  fc.record({ type: fc.constant('continued' as const), awayMs: fc.nat() }),
  fc.constantFrom<SessionEventBody>(
    { type: 'continued' },
    { type: 'resumed' },
    { type: 'ended' },
    { type: 'paused', reason: 'slept' },
    { type: 'left', by: 'hangup' },
    { type: 'went-back', phase: 'x' },
  ),
  fc.string().map((name) => ({ type: 'unknown' as const, name: `new:${name}` })),
);
const anyEvents = fc.array(fc.tuple(anyBody, fc.nat({ max: 10_000 }))).map((pairs) => {
  let at = 0;
  return pairs.map(([body, step]): SessionEvent => {
    at += step;
    return { ...body, at };
  });
});

describe('a whole journal', () => {
  test('comes back as it was written', () => {
    const bytes = bytesOf(...linesOf(sampleEvents));
    expect(decode(bytes)).toEqual({
      header: sampleHeader,
      events: sampleEvents,
      goodBytes: bytes.length,
      tail: undefined,
    });
  });

  test('comes back with what was judged of estimates and diagrams', () => {
    const assessed: SessionEvent = {
      type: 'assessed',
      at: 9_000,
      matcher: 1,
      points: [],
      estimates: {
        workings: [
          {
            text: '5 GB = 5 GB/s',
            result: '5 GB',
            verdict: 'wrong',
            mistake: {
              stated: '5 GB/s',
              result: '5 GB',
              slip: 'dimension',
              measures: { result: 'bytes', stated: 'bandwidth' },
            },
            notes: ['as told'],
            estimate: { id: 'peak', isWithin: false },
          },
        ],
        unused: [],
        notWorkedOut: ['storage'],
      },
      drawings: { unexplained: ['cache'], undrawn: [] },
    };
    expect(decode(bytesOf(...linesOf([...sampleEvents, assessed]))).events.at(-1)).toEqual(assessed);
    const broken = { ...assessed, estimates: { workings: [{ text: 5 }], unused: [], notWorkedOut: [] } };
    const lines = linesOf([...sampleEvents, broken as never]);
    expect(() => decode(bytesOf(...lines))).toThrow(MachineError);
  });

  test('comes back for any events, with any text that a string can hold', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        expect(decode(bytesOf(...linesOf(events))).events).toEqual(events);
      }),
      { numRuns: 300 },
    );
  });

  test('is valid JSON on each line, with the checksum first', () => {
    for (const line of linesOf(sampleEvents)) {
      expect(line).toMatch(/^\{"crc":"[0-9a-f]{8}","seq":\d+,/);
      expect(line.indexOf('\n')).toBe(line.length - 1);
      expect(() => JSON.parse(line)).not.toThrow();
    }
  });

  test('has a line that is fixed for ever', () => {
    expect(
      encodeEvent({ type: 'said', speaker: 'candidate', kind: 'answer', phase: 'design', text: 'é\n', at: 5 }, 3),
    ).toBe(
      '{"crc":"937ca8df","seq":3,"at":5,"type":"said","speaker":"candidate","kind":"answer","phase":"design","text":"é\\n"}\n',
    );
  });

  test('keeps an event of a type that this sdi does not know by its name', () => {
    const line = sealLine({ seq: 1, at: 4, type: 'graded', score: 3 });
    expect(decode(bytesOf(...linesOf([]), line)).events).toEqual([{ type: 'unknown', name: 'graded', at: 4 }]);
  });
});

describe('a journal that is not as sdi writes it', () => {
  const [header = ''] = linesOf([]);
  test.each<[string, string, RegExp]>([
    ['a number is missing', sealLine({ seq: 2, at: 0, type: 'ended' }), /record 1 is missing/],
    ['the time goes back', sealLine({ seq: 1, at: -1, type: 'ended' }), /not one that this sdi can read/],
    ['a field is missing', sealLine({ seq: 1, at: 0, type: 'noted', phase: 'x' }), /not one that this sdi can read/],
    [
      'a word is none of its list',
      sealLine({ seq: 1, at: 0, type: 'left', by: 'magic' }),
      /not one that this sdi can read/,
    ],
    [
      'the checksum is in capitals',
      encodeEvent({ type: 'noted', phase: 'x', text: 'b', at: 0 }, 1).replace(/"crc":"\w+"/, (crc) =>
        crc.toUpperCase(),
      ),
      /not as it was written/,
    ],
    ['a line is empty', '\n', /not as it was written/],
    ['two headers follow each other', header, /record 1 is missing/],
  ])('is refused where %s', (_, line, message) => {
    expect(() => decode(bytesOf(header, line))).toThrow(message);
    expect(() => decode(bytesOf(header, line))).toThrow(MachineError);
  });

  test('is refused where the time of a record is before the last one', () => {
    const lines = [sealLine({ seq: 1, at: 9, type: 'resumed' }), sealLine({ seq: 2, at: 8, type: 'ended' })];
    expect(() => decode(bytesOf(header, ...lines))).toThrow(/the time goes back/);
  });

  test('is refused for a newer version, saying which sdi is needed', () => {
    const newer = sealLine({ seq: 0, journal: 2, header: { versions: { sdi: '3.1.0' } } });
    expect(() => decode(bytesOf(newer, 'whatever'))).toThrow(/written by sdi 3\.1\.0 in version 2.*reads version 1/);
  });

  test('is told to hold nothing where it is empty or ends within its header', () => {
    expect(() => decode(new Uint8Array())).toThrow(/is empty: the session was cut off before it began/);
    expect(() => decode(bytesOf(header.slice(0, 40)))).toThrow(/ends within its header, at byte 40/);
  });
});
