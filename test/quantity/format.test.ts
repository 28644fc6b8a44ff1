import { describe, expect, test } from 'vitest';
import { calculate } from '../../src/quantity/calculate.ts';
import { convert } from '../../src/quantity/convert.ts';
import { BANDWIDTH, BYTES, COUNT, combined, type Dimension, MONEY, RATE, TIME } from '../../src/quantity/dimension.ts';
import { type FormatOptions, formatQuantity } from '../../src/quantity/format.ts';
import { quantity } from '../../src/quantity/quantity.ts';
import { fc } from '../harness/properties.ts';

const labels = (...entries: [string, number][]) => new Map(entries);
const PER_MONEY = combined(MONEY, TIME, -1);

test.each<[string, number, Dimension?, FormatOptions?]>([
  ['0', 0],
  ['1', 1],
  ['12.8', 12.8],
  ['1,825', 1_825],
  ['65,536', 65_536],
  ['123K', 123_456],
  ['1M', 999_999],
  ['1.67M', 1_666_666],
  ['10B', 1e10],
  ['3.52T', 62 ** 7],
  ['3.6e15', 3.6e15],
  ['0.0012', 0.0012],
  ['1.2e-5', 0.000012],
  ['-640', -640],
  ['0.999999', 1 - 1e-6],
  ['0.99999999999', 1 - 1e-11],
  ['0.9989', 0.999 * 0.9999],
  ['0.995', 0.995],
  ['0.988', 0.98765],
  ['1', 1 - 1e-15],
  ['1', 1],
  ['64 bytes', 64, BYTES],
  ['1 byte', 1, BYTES],
  ['1 KB', 999.9, BYTES],
  ['640 GB', 640e9, BYTES],
  ['4.32 PB', 4.32e15, BYTES],
  ['1,500 YB', 1.5e27, BYTES],
  ['2.5 GB/s', 2.5e9, BANDWIDTH],
  ['5 bytes/day', 5 / 86_400, BANDWIDTH],
  ['1.67M/s', 1.67e6, RATE],
  ['3/day', 3 / 86_400, RATE],
  ['0/s', 0, RATE],
  ['12 days', 12 * 86_400, TIME],
  ['1 day', 86_400, TIME],
  ['365 days', 365 * 86_400, TIME],
  ['5 years', 5 * 365 * 86_400, TIME],
  ['8.76 hours', 31_536, TIME],
  ['100 s', 100, TIME],
  ['2 min', 120, TIME],
  ['5 ms', 0.005, TIME],
  ['0 s', 0, TIME],
  ['$15M', 15e6, MONEY],
  ['$0.01', 0.01, MONEY],
  ['$12.5', 12.5, MONEY],
  ['-$5', -5, MONEY],
  ['$15M/month', 15e6 / (30 * 86_400), PER_MONEY],
  ['$0.023/GB', 0.023e-9, combined(MONEY, BYTES, -1)],
  ['$0.023/GB/month', 0.023e-9 / (30 * 86_400), combined(PER_MONEY, BYTES, -1)],
  ['1.6667M', 1_666_666, COUNT, { digits: 5 }],
  ['500 GB/day', 500e9 / 86_400, BANDWIDTH, { per: 'day' }],
  ['5 us', 5e-6, TIME, { ascii: true }],
])('shows %s', (shown, value, dimension = COUNT, options = {}) => {
  expect(formatQuantity(quantity(value, dimension), options)).toBe(shown);
});

test.each([
  ['1.67M requests/s', 1.67e6, RATE, labels(['request', 1])],
  ['1 policy', 1, COUNT, labels(['policy', 1])],
  ['3 policies', 3, COUNT, labels(['policy', 1])],
  ['2 people', 2, COUNT, labels(['person', 1])],
  ['12 GPU', 12, COUNT, labels(['GPU', 1])],
  ['5 requests/user', 5, COUNT, labels(['request', 1], ['user', -1])],
  ['10B', 1e10, COUNT, labels(['policy', 1], ['key', 1])],
  ['640 GB', 640e9, BYTES, labels(['policy', 1], ['key', 1])],
  ['40 bytes/row', 40, BYTES, labels(['row', -1])],
  ['5 active users', 5, COUNT, labels(['active user', 1])],
])('shows %s with what is counted', (shown, value, dimension, counted) => {
  expect(formatQuantity(quantity(value, dimension, counted))).toBe(shown);
});

const DIMENSIONS = [
  COUNT,
  BYTES,
  TIME,
  MONEY,
  RATE,
  BANDWIDTH,
  PER_MONEY,
  combined(MONEY, BYTES, -1),
  combined(BYTES, TIME),
  combined(TIME, TIME),
  combined(TIME, BYTES, -1),
];
const values = fc
  .tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.integer({ min: -9, max: 12 }))
  .map(([digits, power]) => digits * 10 ** power);

/** The value of a text that has to be right. */
function valueRead(text: string): { value: number; dimension: Dimension } {
  const result = calculate(text);
  if (!result.ok) throw new Error(`${text}: ${result.fault.message}`);
  return result.value.quantity;
}

describe('what is shown', () => {
  test('reads back as the same value within its digits', () => {
    fc.assert(
      fc.property(
        values,
        fc.constantFrom(...DIMENSIONS),
        fc.integer({ min: 2, max: 9 }),
        (value, dimension, digits) => {
          const read = valueRead(formatQuantity(quantity(value, dimension), { digits }));
          expect(read.dimension).toEqual(dimension);
          const isMoney = dimension.dollars === 1;
          const slack = Math.abs(value) * 10 ** (1 - digits) + (isMoney ? Math.abs(value) * 0.005 : 0);
          expect(Math.abs(read.value - value)).toBeLessThanOrEqual(slack);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  test('reads back with its label', () => {
    const words = fc.constantFrom(
      'request',
      'policy',
      'status',
      'cache',
      'box',
      'active user',
      'round-trip',
      'GPU',
      'address',
      'query',
    );
    fc.assert(
      fc.property(values, words, (value, word) => {
        const text = formatQuantity(quantity(value, RATE, labels([word, 1])));
        const result = calculate(text);
        expect(result.ok && [...result.value.quantity.labels]).toEqual([[word, 1]]);
      }),
    );
  });

  test('is ASCII where that is asked for', () => {
    fc.assert(
      fc.property(values, fc.constantFrom(...DIMENSIONS), (value, dimension) => {
        expect(formatQuantity(quantity(value, dimension), { ascii: true })).toMatch(/^[ -~]*$/);
      }),
    );
  });
});

describe('arithmetic', () => {
  const literals = fc
    .tuple(fc.integer({ min: 1, max: 999 }), fc.constantFrom('GB', 'KiB', 'Mbit', 'bytes'))
    .map(([number, unit]) => `${number} ${unit}`);

  test('adds and multiplies in either order', () => {
    fc.assert(
      fc.property(literals, literals, (a, b) => {
        expect(valueRead(`${a} + ${b}`).value).toBe(valueRead(`${b} + ${a}`).value);
        expect(valueRead(`${a} * ${b}`)).toEqual(valueRead(`${b} * ${a}`));
      }),
    );
  });

  test('gives back what it multiplied by', () => {
    fc.assert(
      fc.property(literals, fc.integer({ min: 1, max: 1_000_000 }), (a, factor) => {
        const { value } = valueRead(`${a} * ${factor} / ${factor}`);
        expect(Math.abs(value / valueRead(a).value - 1)).toBeLessThan(1e-12);
      }),
    );
  });

  test('converts there and back', () => {
    const units = fc.constantFrom('KB', 'MiB', 'GB', 'TiB', 'Gbit', 'bytes', 'kilobytes');
    fc.assert(
      fc.property(literals, units, (text, unit) => {
        const result = convert(quantity(valueRead(text).value, BYTES), unit);
        if (!result.ok) throw new Error(result.fault.message);
        const back = valueRead(`${result.value.value.toExponential()} ${unit}`);
        expect(Math.abs(back.value / valueRead(text).value - 1)).toBeLessThan(1e-12);
      }),
    );
  });
});
