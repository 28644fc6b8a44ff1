import { describe, expect, test } from 'vitest';
import { BANDWIDTH, BYTES, MONEY, RATE, TIME } from '../../src/quantity/dimension.ts';
import { pluralOf, singularOf } from '../../src/quantity/units/labels.ts';
import { magnitudeOf } from '../../src/quantity/units/magnitudes.ts';
import { isTens, smallNumberOf } from '../../src/quantity/units/number-words.ts';
import { bytesIn, secondsIn, unitNames, unitOf } from '../../src/quantity/units/units.ts';
import { fc } from '../harness/properties.ts';

test.each([
  ['B', 1, BYTES],
  ['b', 1 / 8, BYTES],
  ['KB', 1e3, BYTES],
  ['kB', 1e3, BYTES],
  ['kb', 1e3, BYTES],
  ['Kb', 125, BYTES],
  ['kbit', 125, BYTES],
  ['Mbits', 125_000, BYTES],
  ['GiB', 1024 ** 3, BYTES],
  ['gib', 1024 ** 3, BYTES],
  ['Tebibytes', 1024 ** 4, BYTES],
  ['KByte', 1e3, BYTES],
  ['GBs', 1e9, BYTES],
  ['PB', 1e15, BYTES],
  ['gbps', 125e6, BANDWIDTH],
  ['Gbps', 125e6, BANDWIDTH],
  ['GBps', 1e9, BANDWIDTH],
  ['ms', 1e-3, TIME],
  ['Days', 86_400, TIME],
  ['hrs', 3_600, TIME],
  ['DAYS', 86_400, TIME],
  ['Yrs', 365 * 86_400, TIME],
  ['MS', 1e-3, TIME],
  ['Mo', 30 * 86_400, TIME],
  ['GBS', 1e9, BYTES],
  ['Gib', 1024 ** 3 / 8, BYTES],
  ['MiBps', 1024 ** 2, BANDWIDTH],
  ['Gibps', 1024 ** 3 / 8, BANDWIDTH],
  ['tpm', 1 / 60, RATE],
  ['rph', 1 / 3_600, RATE],
  ['KHz', 1e3, RATE],
  ['mo', 30 * 86_400, TIME],
  ['yr', 365 * 86_400, TIME],
  ['RPS', 1, RATE],
  ['kqps', 1e3, RATE],
  ['Mrps', 1e6, RATE],
  ['USD', 1, MONEY],
  ['cents', 0.01, MONEY],
])('%s is a unit', (word, value, dimension) => {
  expect(unitOf(word)).toMatchObject({ value, dimension });
});

test.each(['m', 'M', 'K', 'x', 'S', 'US', 'NS', 'DBS', 'users', '', 'constructor', '__proto__', 'as', 'is'])(
  '%j is none',
  (word) => {
    expect(unitOf(word)).toBeUndefined();
  },
);

test('spellings that mean two things carry a note', () => {
  expect(unitNames().filter((name) => unitOf(name)?.note !== undefined && /^[kKmM]/.test(name))).toEqual([
    ...['kb', 'Kb', 'kib', 'Kib', 'Ki'],
    ...['mb', 'Mb', 'mib', 'Mib', 'Mi'],
  ]);
});

test('prose means bytes by Gib, and has no binary units for a second', () => {
  expect(['Gib', 'GiB', 'gib', 'Gibs'].map(bytesIn)).toEqual(Array.from({ length: 4 }, () => 1024 ** 3));
  expect(['MiBps', 'Gibps'].map(bytesIn)).toEqual([undefined, undefined]);
});

test('readers of prose get seconds and bytes alone', () => {
  expect([secondsIn('minutes'), secondsIn('H'), secondsIn('GB'), secondsIn('rps')]).toEqual([
    60,
    3_600,
    undefined,
    undefined,
  ]);
  expect([bytesIn('MB'), bytesIn('Gbps'), bytesIn('days'), bytesIn('b')]).toEqual([1e6, 125e6, undefined, undefined]);
});

test.each([
  ['K', 1e3],
  ['million', 1e6],
  ['Billions', 1e9],
  ['bn', 1e9],
  ['T', 1e12],
  ['dozen', 12],
])('%s is a magnitude', (word, value) => {
  expect(magnitudeOf(word)).toBe(value);
});

test('numbers below a hundred have words', () => {
  expect(['zero', 'Seven', 'nineteen', 'ninety', 'hundred'].map(smallNumberOf)).toEqual([0, 7, 19, 90, undefined]);
  expect(['forty', 'four'].map(isTens)).toEqual([true, false]);
});

describe('a counted noun', () => {
  test.each([
    ['Policies', 'policy'],
    ['policy', 'policy'],
    ['boxes', 'box'],
    ['statuses', 'status'],
    ['status', 'status'],
    ['caches', 'cache'],
    ['batches', 'batch'],
    ['databases', 'database'],
    ['addresses', 'address'],
    ['clauses', 'clause'],
    ['people', 'person'],
    ['data', 'data'],
    ['GPUs', 'GPU'],
    ['reqs', 'request'],
    ['req', 'request'],
    ['series', 'series'],
    ['keys', 'key'],
  ])('%s is known as %s', (written, singular) => {
    expect(singularOf(written)).toBe(singular);
  });

  test('comes back from its plural', () => {
    const nouns = fc.constantFrom(
      'policy',
      'box',
      'status',
      'cache',
      'batch',
      'database',
      'address',
      'person',
      'GPU',
      'key',
      'query',
      'user',
      'movie',
      'index',
    );
    fc.assert(
      fc.property(nouns, (noun) => {
        expect(singularOf(pluralOf(noun))).toBe(noun);
      }),
    );
  });
});
