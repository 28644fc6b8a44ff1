import { describe, expect, test } from 'vitest';
import { calculateLines } from '../../src/commands/calc-lines.ts';
import { calculate, readDefinition } from '../../src/quantity/calculate.ts';
import { ESTIMATE_GUIDE } from '../../src/quantity/guide.ts';
import { nameAt, nameKey, nameTable } from '../../src/quantity/notation/names.ts';
import { parseExpression } from '../../src/quantity/notation/parse.ts';
import { tokensOf } from '../../src/quantity/notation/tokens.ts';
import type { Quantity } from '../../src/quantity/quantity.ts';

test.each([
  ['peak = 100M/min', 'peak', '100M/min'],
  ['Hot  Links: 20M', 'hot links', '20M'],
  ['peak-rate := 5 * 3', 'peak-rate', '5 * 3'],
  ['rows_5y=100e6', 'rows_5y', '100e6'],
  ['  größe = 5 KB', 'größe', '5 KB'],
])('%j gives a value a name', (line, name, expression) => {
  const definition = readDefinition(line);
  expect(definition).toMatchObject({ name, expression });
  expect(line.slice(definition.offset)).toBe(expression);
});

test.each(['100M/min', '5 = 3', '= 3', 'a == 3', '5 users: 3', '', 'peak * 2 = 3', `${'a'.repeat(300)} = 3`])(
  '%j has no name',
  (line) => {
    expect(readDefinition(line)).toEqual({ expression: line, offset: 0 });
  },
);

test('lines build on one another', () => {
  const scope = new Map<string, Quantity>();
  const texts = ['peak = 100M/min', 'request size: 1 KB', 'bandwidth = peak * request size', 'bandwidth in Gbps'].map(
    (line) => {
      const { name, expression } = readDefinition(line);
      const result = calculate(expression, { scope });
      if (!result.ok) return result.fault.message;
      if (name !== undefined) scope.set(name, result.value.quantity);
      return result.value.text;
    },
  );
  expect(texts).toEqual(['1.67M/s', '1 KB', '1.67 GB/s', '13.33 Gbps']);
});

describe('names', () => {
  const find = (names: readonly string[], text: string) => nameAt(nameTable(names), tokensOf(text), 0);

  test.each<[string[], string, string | undefined]>([
    [['peak', 'peak-rate'], 'peak-rate * 2', 'peak-rate'],
    [['peak', 'peak-rate'], 'peak - rate', 'peak'],
    [['peak-rate'], 'peak - rate', undefined],
    [['hot', 'hot links'], 'hot links', 'hot links'],
    [['hot', 'hot links'], 'hot linkage', 'hot'],
    [['Top-10 Share'], 'top-10 share * 2', 'top-10 share'],
    [['writes per day'], 'writes per day / 2', 'writes per day'],
    [['toString'], 'tostring', 'tostring'],
    [[], 'constructor', undefined],
  ])('of %j the longest is found in %j', (names, text, key) => {
    expect(find(names, text)?.key).toBe(key);
  });

  test.each(['5 users', '', ' ', 'a*b', 'a -b', 'a-', '-a', '🙂'])('%j cannot be one', (name) => {
    expect(nameTable([name]).size).toBe(0);
  });

  test('differ by nothing but hyphens and letters', () => {
    expect([nameKey(' Hot   LINKS '), nameKey('hot-links')]).toEqual(['hot links', 'hot-links']);
  });

  test('that an expression uses are told, each once', () => {
    const names = nameTable(['peak-rate', 'size', 'unused']);
    const parsed = parseExpression('peak-rate * size + Peak-Rate * 3 * max(size, 2)', { names });
    expect(parsed.ok && parsed.value.names).toEqual(['peak-rate', 'size']);
  });
});

test('the guide can be worked out as it stands', () => {
  const { results, faults } = calculateLines(ESTIMATE_GUIDE.map(({ write }) => write).join('\n'));
  expect(faults).toEqual([]);
  expect(results.map(({ calculation }) => calculation.text)).toEqual([
    '1.67M/s',
    '5,000,000/s',
    '1 TB/day',
    '640 GB',
    '100 MB/s',
    '15 TB',
  ]);
});
