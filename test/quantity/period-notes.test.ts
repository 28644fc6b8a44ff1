import { expect, test } from 'vitest';
import { calculate } from '../../src/quantity/calculate.ts';

function notesOf(text: string): string[] {
  const found = calculate(text);
  return found.ok ? found.value.notes.map(({ message }) => message) : [];
}

test.each([
  ['500M/day / 86400', '"500M/day" has its unit of time, so "/ 86400" divides once more'],
  ['200M * 5 reads per day / 86,400', '"5 reads per day" has its unit of time, so "/ 86,400" divides once more'],
  ['$5/hour * 24', '"24" has no unit of time, so the result is still a rate'],
  ['1000/s * 1 KB * 86400', '"86400" has no unit of time, so the result is still a rate'],
])('%s is told what it does with time', (text, message) => {
  expect(notesOf(text)).toEqual([message]);
});

test.each([
  '100M/min * 1KB * 30 days',
  '$5/hour * 24 hours * 30',
  '500M / 86400',
  '10K rps * 3',
  '10K rps / 60',
  '100/s * 60 servers',
  '1 day / 86400',
])('%s needs no note', (text) => {
  expect(notesOf(text)).toEqual([]);
});
