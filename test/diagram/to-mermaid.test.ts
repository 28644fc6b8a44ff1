import { beforeAll, describe, expect, test } from 'vitest';
import { toMermaid } from '../../src/diagram/to-mermaid.ts';
import { type RealReading, realMermaid } from './real-mermaid.ts';
import { edgeTexts, graphOf, nodeTexts, SAMPLES } from './samples.ts';

let read: (text: string) => Promise<RealReading>;

beforeAll(async () => {
  read = await realMermaid();
}, 60_000);

/** The edges that Mermaid itself sees, by the labels of their ends. */
async function seenBy(text: string) {
  const { edges, labels } = await read(text);
  return edges.map(({ from, to, label }) => `${labels.get(from)} > ${labels.get(to)}: ${label}`);
}

function written(text: string) {
  const graph = graphOf(text);
  const labels = new Map(graph.nodes.map(({ id, label }) => [id, label]));
  return graph.edges.map(({ from, to, label = '' }) => `${labels.get(from)} > ${labels.get(to)}: ${label}`);
}

test('the parser of Mermaid refuses what is wrong', async () => {
  await expect(read('flowchart LR\n  A[x --> B')).rejects.toThrow();
});

describe.each(SAMPLES)('$name', ({ text }) => {
  test('Mermaid itself reads all its components and edges', async () => {
    const graph = graphOf(text);
    const { labels } = await read(toMermaid(graph));
    expect([...labels.values()].sort()).toEqual(graph.nodes.map(({ label }) => label).sort());
    expect(await seenBy(toMermaid(graph))).toEqual(written(text));
  });

  test('comes back as it was', () => {
    const graph = graphOf(text);
    const again = graphOf(toMermaid(graph));
    expect(edgeTexts(again)).toEqual(edgeTexts(graph));
    expect(nodeTexts(again).sort()).toEqual(nodeTexts(graph).sort());
  });
});

describe('labels that mean something to Mermaid', () => {
  test.each([
    'end',
    'graph',
    'subgraph',
    'click',
    'style x fill',
    'x"y',
    '<b>bold</b>',
    '<script>alert(1)</script>',
    '#quot;',
    '#35;',
    '&amp;',
    '`code`',
    '1. first',
    '2) second',
    '- item',
    '* item',
    '**bold** _it_',
    '%% comment',
    '%%{init: {}}%%',
    '$$x$$',
    'a\\nb',
    'o',
    'x',
    'href javascript:x',
    'url(http://example.org)',
    '__proto__',
    '名前; と',
    '👩‍💻',
    '||',
    'a | b',
  ])('%s', async (label) => {
    const nodes = [
      { id: 'a', label, shape: 'box' },
      { id: 'b', label: `${label} b`, shape: 'queue' },
    ] as const;
    const edges = [{ from: 'a', to: 'b', style: 'call', heads: 'to', label }] as const;
    for (const kind of ['flow', 'sequence'] as const) {
      const groups = kind === 'flow' ? [{ id: 'g', label, members: ['a'] }] : [];
      const text = toMermaid({ kind, nodes, edges, groups });
      expect(await seenBy(text)).toEqual([`${label} > ${label} b: ${label}`]);
      expect(edgeTexts(graphOf(text))).toEqual([`${label} -> ${label} b: ${label}`]);
    }
  });
});

test('frames and notes of a sequence go through', async () => {
  const text =
    'sequenceDiagram\nA->>B: x\nalt cache hit\nB-->>A: 301\nelse cache <miss>\npar\nB-xA: lost\nand\nNote right of A: 24 h\nend\nend\nloop\nNote over A,B: z\nend';
  const written = toMermaid(graphOf(text));
  const { marks, edges } = await read(written);
  expect(edges).toHaveLength(3);
  expect(marks).toEqual([
    'alt cache hit',
    'else cache <miss>',
    'par',
    'and',
    'note 24 h',
    'end',
    'end',
    'loop',
    'note z',
    'end',
  ]);
  expect(graphOf(written).marks?.map(({ word, text: said }) => `${word} ${said}`)).toEqual(
    graphOf(text).marks?.map(({ word, text: said }) => `${word} ${said}`),
  );
  expect(written).toContain('n2-xn1: lost');
});

test('a group within a group stands in it', async () => {
  const text =
    'flowchart LR\nsubgraph EU\nsubgraph AZ1\nA\nend\nB\nend\nsubgraph X\nsubgraph Y\nC\nend\nend\nA --> B --> C';
  const written = toMermaid(graphOf(text));
  expect(written.match(/subgraph .*/g)).toEqual(['subgraph g1["EU"]', 'subgraph g2["AZ1"]', 'subgraph g3["X / Y"]']);
  expect(await seenBy(written)).toHaveLength(2);
  expect(graphOf(written).groups.map(({ label }) => label)).toEqual(graphOf(text).groups.map(({ label }) => label));
});

test('shapes and kinds of arrows', () => {
  expect(toMermaid(graphOf('client -> api: HTTPS\napi -> [cache], (orders db)\napi => jobs\ngroup x: api, jobs'))).toBe(
    [
      'flowchart LR',
      '  subgraph g1["x"]',
      '    n2["api"]',
      '    n5[/"jobs"/]',
      '  end',
      '  n1(["client"])',
      '  n3{{"cache"}}',
      '  n4[("orders db")]',
      '  n1 -->|"HTTPS"| n2',
      '  n2 --> n3',
      '  n2 --> n4',
      '  n2 -.-> n5',
      '',
    ].join('\n'),
  );
});
