import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'vitest';
import { parse } from 'yaml';
import type { Graph } from '../../src/diagram/graph.ts';
import { readDiagram } from '../../src/diagram/read-diagram.ts';
import { toSvg } from '../../src/diagram/to-svg.ts';
import { toUnicode } from '../../src/diagram/to-unicode.ts';

const ROUNDS = 21;
const problem = fileURLToPath(new URL('../../problems/url-shortener.yaml', import.meta.url));
const { reference } = parse(readFileSync(problem, 'utf8')) as { reference: { diagram: string } };

function graph(): Graph {
  const reading = readDiagram(reference.diagram);
  if (reading.graph === undefined) throw new Error('The reference design has faults.');
  return reading.graph;
}

function median(measure: () => void): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    measure();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN;
}

test('the diagram notation', () => {
  const cold = performance.now();
  toUnicode(graph(), { width: 120, ascii: false });
  const first = performance.now() - cold;
  const narrow = median(() => toUnicode(graph(), { width: 80, ascii: false }));
  const wide = median(() => toUnicode(graph(), { width: 120, ascii: false }));
  const svg = median(() => toSvg(graph(), { title: 'Reference design' }));
  const { nodes, edges } = graph();
  const what = `${nodes.length} components and ${edges.length} arrows`;
  const table = [
    '| what | measured | mark |',
    '|---|---|---|',
    `| ${what} in Unicode, 120 columns | ${wide.toFixed(0)} ms | ≤ 60 |`,
    `| the same in 80 columns | ${narrow.toFixed(0)} ms | reported |`,
    `| the same, the first picture of a process | ${first.toFixed(0)} ms | reported |`,
    `| the same as SVG | ${svg.toFixed(0)} ms | reported |`,
  ].join('\n');
  mkdirSync('.reports', { recursive: true });
  writeFileSync('.reports/bench-diagram.md', `${table}\n`);
  process.stdout.write(`\n${table}\n`);
});
