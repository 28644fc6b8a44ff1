import { describe, expect, test } from 'vitest';
import { calculate } from '../../src/quantity/calculate.ts';
import { FORMULAS } from '../../src/quantity/formulas.ts';

/** What the example of each formula comes to, worked out by hand in base units. */
const EXAMPLES: Readonly<Record<string, number>> = {
  'average-rate': 100e6 / 86_400,
  'daily-total': 200e6 / 86_400,
  'peak-rate': 300e6 / 86_400,
  'write-rate': 1_000,
  'read-rate': 9_000,
  storage: 500e6 * 30 * 1_000 * 3 * 1.2,
  'stored-size': 50e6 * 5_000 * 3,
  growth: 100e12 * 1.4 * 1.4 * 1.4,
  bandwidth: 1.67e6 * 1_500,
  'transfer-time': 1e12 / (10e9 / 8),
  // 10,000 / 700 = 14.3
  servers: 15,
  // 14.29 * 3 / 2 = 21.4
  'servers-with-spare': 22,
  // 42.35
  shards: 43,
  'cache-size': 200e6 * 500 * 0.2,
  concurrency: 167,
  // 0.001 * 365 * 24 hours
  downtime: 8.76 * 3_600,
};

describe('each ready-made formula', () => {
  test('has an example with a known result', () => {
    expect(FORMULAS.map(({ name }) => name).sort()).toEqual(Object.keys(EXAMPLES).sort());
  });

  test.each(FORMULAS.map((formula) => [formula.example, formula] as const))('%s', (example, { name, parameters }) => {
    const result = calculate(example);
    const expected = EXAMPLES[name] ?? Number.NaN;
    expect(result.ok && Math.abs(result.value.value / expected - 1)).toBeLessThan(1e-9);
    expect(calculate(`${name}()`)).toMatchObject({ fault: { message: expect.stringContaining(`${name} takes`) } });
    const tooMany = Array.from({ length: parameters.length + 1 }, () => '1').join(', ');
    expect(calculate(`${name}(${tooMany})`)).toMatchObject({
      fault: { message: expect.stringContaining(`${name} takes`) },
    });
  });

  test.each(FORMULAS.flatMap(({ parameters }) => parameters))(
    'takes $name with a default of its kind',
    ({ dimensions, otherwise, title }) => {
      expect(dimensions.length).toBeGreaterThan(0);
      expect(title).not.toBe('');
      if (otherwise === undefined) return;
      const result = calculate(otherwise);
      expect(result.ok && result.value.quantity.dimension).toEqual(dimensions[0]);
    },
  );
});

test.each([
  ['storage(500M/day, 1 KB, 30 days)', 15e12],
  ['storage(500M/day, 1 KB, 30 days, 3)', 45e12],
  ['2 * storage(500M/day, 1 KB, 30 days) / 3 TB', 10],
  ['Storage (500M/day, 1 KB, 30 days)', 15e12],
  ['downtime(99.9%, 30 days)', 0.001 * 30 * 86_400],
  ['servers(peak-rate(100M/day, 3), 1K/s, 70%)', 5],
])('%s is part of an expression', (text, value) => {
  const result = calculate(text);
  expect(result.ok && Math.abs(result.value.value / value - 1)).toBeLessThan(1e-9);
});

test('a name that was defined may be the name of a formula', () => {
  const storage = calculate('5 TB');
  if (!storage.ok) throw new Error(storage.fault.message);
  const scope = new Map([['storage', storage.value.quantity]]);
  expect(calculate('storage * 2', { scope })).toMatchObject({ value: { text: '10 TB' } });
  expect(calculate('storage(1/day, 1 KB, 30 days)', { scope })).toMatchObject({ value: { text: '30 KB' } });
});
