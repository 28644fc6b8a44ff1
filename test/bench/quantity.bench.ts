import { mkdirSync, writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { calculateLines } from '../../src/commands/calc-lines.ts';
import { calculate } from '../../src/quantity/calculate.ts';
import { readWorksheet } from '../../src/quantity/worksheet/worksheet.ts';

const EXPRESSIONS = [
  '100M/min * 1KB * 30 days',
  '10k policies * 1M keys * 64 bytes',
  '640 GB / 50 GB',
  '5 requests per user per day * 100M users',
  '(1 - 3 nines) * 1 year',
  'storage(500M/day, 1 KB, 30 days, 3, 20%)',
  '1.67M/s * (1KB + 0.5KB) in Gbps',
  'ceil(1.8 TB / 42.5 GB)',
  '$0.01 * 500M/day * 10%',
  'ten million users * 2 KB each',
];
const ROUNDS = 21;

function median(measure: () => void): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    measure();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN;
}

test('the estimate notation', () => {
  const cold = performance.now();
  for (const text of EXPRESSIONS) calculate(text);
  const first = performance.now() - cold;
  const thousand = median(() => {
    for (let index = 0; index < 1_000; index++) calculate(EXPRESSIONS[index % EXPRESSIONS.length] ?? '');
  });
  const answer = EXPRESSIONS.map((text, index) => `value ${index} = ${text} = 5 GB, which is a lot`).join('\n');
  const worksheet = median(() => readWorksheet(answer));
  const lines = Array.from({ length: 10_000 }, (_, index) => `step ${index} = ${index} * 3 GB`).join('\n');
  const named = median(() => calculateLines(lines));
  const table = [
    '| what | measured | mark |',
    '|---|---|---|',
    `| 1,000 expressions | ${thousand.toFixed(1)} ms | ≤ 50 |`,
    `| the first ${EXPRESSIONS.length} expressions of a process | ${first.toFixed(1)} ms | reported |`,
    `| an answer with ${EXPRESSIONS.length} lines of working | ${worksheet.toFixed(1)} ms | reported |`,
    `| 10,000 named lines of \`sdi calc\` | ${named.toFixed(0)} ms | reported |`,
  ].join('\n');
  mkdirSync('.reports', { recursive: true });
  writeFileSync('.reports/bench-quantity.md', `${table}\n`);
  process.stdout.write(`\n${table}\n`);
});
