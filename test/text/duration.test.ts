import { expect, test } from 'vitest';
import { dateText } from '../../src/text/date.ts';
import { agoText, clockText, minutesText, stampText } from '../../src/text/duration.ts';

test.each([
  [252_000, '04:12'],
  [1000, '00:01'],
  [1, '00:01'],
  [0, '00:00'],
  [-1, '00:00'],
  [-999, '00:00'],
  [-1000, '+00:01'],
  [-30_000, '+00:30'],
  [4_440_000, '74:00'],
])('a countdown at %i ms shows %s', (ms, text) => {
  expect(clockText(ms)).toBe(text);
});

test('a countdown shows each second for a second', () => {
  const shown = Array.from({ length: 40 }, (_, index) => clockText(2000 - index * 100));
  const counts = new Map<string, number>();
  for (const text of shown) counts.set(text, (counts.get(text) ?? 0) + 1);
  expect([...counts]).toEqual([
    ['00:02', 10],
    ['00:01', 10],
    ['00:00', 10],
    ['+00:01', 10],
  ]);
});

test.each([
  [72_999, '01:12'],
  [0, '00:00'],
  [-5, '00:00'],
])('a stopwatch at %i ms shows %s', (ms, text) => {
  expect(stampText(ms)).toBe(text);
});

test.each([
  [0, '0 min'],
  [1, '<1 min'],
  [29_999, '<1 min'],
  [30_000, '1 min'],
  [12 * 60_000 + 29_000, '12 min'],
])('%i ms are %s', (ms, text) => {
  expect(minutesText(ms)).toBe(text);
});

const DAY = 24 * 60 * 60_000;
test.each([
  [0, 'just now'],
  [-DAY, 'just now'],
  [59_999, 'just now'],
  [60_000, '1 minute ago'],
  [5 * 60 * 60_000, '5 hours ago'],
  [3 * DAY + 5, '3 days ago'],
  [400 * DAY, '1 year ago'],
  [Number.NaN, ''],
])('%d ms back is "%s"', (ms, text) => {
  expect(agoText(1_000 * DAY - ms, 1_000 * DAY)).toBe(text);
});

test.each([
  ['2026-11-22T13:05:59+01:00', '22 November 2026, 13:05'],
  ['2026-01-02T00:00:00Z', '2 January 2026, 00:00'],
  ['2026-11-22T13:05:59-11:00', '22 November 2026, 13:05'],
  ['soon', 'soon'],
])('%s reads %s', (iso, text) => {
  expect(dateText(iso)).toBe(text);
});
