import { describe, expect, test } from 'vitest';
import { calculateLines } from '../../src/commands/calc-lines.ts';
import { readWorksheet } from '../../src/quantity/worksheet/worksheet.ts';
import { countWork } from '../harness/work.ts';

const repeated = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

/** Lines of which each could cost as much as all lines above it. */
const LINES: readonly (readonly [what: string, line: (index: number) => string])[] = [
  ['names', (index) => `name${index} = ${index} * 3 GB`],
  ['names that begin alike', (index) => `hot link ${index} = ${index} * 3 GB`],
  ['names with hyphens that begin alike', (index) => `peak-${index} = 100M/day * ${index}`],
  ['a name that every line uses and gives anew', () => 'total = 1 GB + 2 GB'],
  ['names that build on the one above', (index) => `n${index} = ${index === 0 ? '1 GB' : `n${index - 1} + 1 GB`}`],
  ['lines without a name', (index) => `${index} * 3 GB`],
  ['faults', (index) => `name${index} = 5 GB + ${index} days`],
  ['names that are not known', (index) => `name${index} = 3 * mane${index}`],
  ['uses of a line with a fault', (index) => `n${index} = ${index === 0 ? '5 GB + 3 days' : `n${index - 1} * 2`}`],
];

const WORKING: readonly (readonly [what: string, line: (index: number) => string])[] = [
  ...LINES,
  ['results', (index) => `value ${index} = ${index} * 3 GB = ${index * 3} GB`],
  ['results of the same name', (index) => `total = ${index} * 3 GB = ${index * 3} GB`],
  ['steps that go on', (index) => `a${index} = 2 * 3 GB = 6 GB, x 3 = 18 GB, x 2 = 36 GB`],
  ['rows of a table', (index) => `| value ${index} | ${index} * 3 GB | ${index * 3} GB |`],
  ['names given with a colon', (index) => `rate ${index}: ${index}K/s`],
  ['comparisons', (index) => `${index} * 3 GB = ${index * 3} GB < 5 TB < 2 * 3 TB = 6 TB`],
  ['remarks', (index) => `a = 2 * ${index} GB (x3) = 6 GB (y = 4 * 5)`],
  ['sums in doubt', (index) => `${index}B * 2B * 3B = 7M = ${index}B * 1B * 1B = 5M`],
  ['numbers that mean nothing', (index) => `${index}m 5m 5m 5m`],
  ['prose', (index) => `For item ${index}: we shard by the key = value pair, and a replica is -> kept`],
];

/** Work at twice the lines over the work at once. */
function growth(read: (text: string) => unknown, line: (index: number) => string): number {
  const [few, many] = [200, 400].map((count) => {
    const text = repeated(count, line);
    return countWork(() => read(text));
  });
  return (many ?? 0) / (few ?? 1);
}

describe('twice the lines are twice the work', () => {
  test.each(LINES)('of sdi calc, for %s', (_, line) => {
    expect(growth((text) => calculateLines(text), line)).toBeLessThan(2.1);
  });

  test.each(WORKING)('in an answer, for %s', (_, line) => {
    expect(growth((text) => readWorksheet(text, { laterText: text }), line)).toBeLessThan(2.1);
  });
});

test('a sum in doubt is not read in every way for ever', () => {
  const doubtful = repeated(6_000, () => '1B * 2B * 3B = 7M = 1B * 1B * 1B = 5M');
  const plain = repeated(6_000, () => '1K * 2K * 3K = 7M = 1K * 1K * 1K = 5M');
  expect(countWork(() => readWorksheet(doubtful)) / countWork(() => readWorksheet(plain))).toBeLessThan(3);
});

test('numbers that cannot be read are not looked at for ever', () => {
  const [read, refused] = ['5', '5m'].map((number) => {
    const text = `total = 5 GB * 3 = 15 GB\nend = 3 * 4 = 12\n${`${number} `.repeat(30_000)}`;
    return countWork(() => readWorksheet(text));
  });
  expect((refused ?? 0) / (read ?? 1)).toBeLessThan(3);
});
