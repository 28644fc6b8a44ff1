import { describe, expect, test } from 'vitest';
import type { Graph } from '../../src/diagram/graph.ts';
import { toList } from '../../src/diagram/to-list.ts';
import { toUnicode } from '../../src/diagram/to-unicode.ts';
import { width } from '../../src/text/width.ts';
import { graphOf, SAMPLES, sample } from './samples.ts';

const WIDTHS = [80, 120, 200];
/** What is not in any picture of ASCII characters, unless it is in a label. */
const NOT_ASCII = /[^\x20-\x7e]/gu;

const without = (rows: readonly string[], { nodes, edges, groups }: Graph) => {
  const labels = [...nodes, ...edges, ...groups].map(({ label }) => label ?? '').join('');
  return rows.join('').replaceAll(NOT_ASCII, (character) => (labels.includes(character) ? '' : character));
};

test('there are twenty samples, up to 25 components', () => {
  expect(SAMPLES).toHaveLength(20);
  expect(Math.max(...SAMPLES.map(({ text }) => graphOf(text).nodes.length))).toBeGreaterThan(22);
});

describe.each(SAMPLES)('$name', ({ text }) => {
  const graph = graphOf(text);

  test.each(WIDTHS)('is drawn with all its edges in %i columns, or told to be too wide', (columns) => {
    for (const ascii of [false, true]) {
      const { rows, reason } = toUnicode(graph, { width: columns, ascii });
      // `incomplete` is what the reading back of the rows gives where an edge is missing.
      expect(reason).not.toBe('incomplete');
      expect(Math.max(0, ...(rows ?? []).map(width))).toBeLessThanOrEqual(columns);
      expect(rows?.some((row) => row.endsWith(' '))).not.toBe(true);
    }
  });

  test('fits 200 columns', () => {
    expect(toUnicode(graph, { width: 200, ascii: false }).reason).toBeUndefined();
  });

  test('has frames of ASCII characters where they are asked for', () => {
    const { rows = [] } = toUnicode(graph, { width: 200, ascii: true });
    expect(without(rows, graph)).not.toMatch(/[^\x20-\x7e]/u);
  });

  test('reads as a list of ASCII characters where they are asked for', () => {
    expect(without(toList(graph, { width: 60, ascii: true }), graph)).not.toMatch(/[^\x20-\x7e]/u);
  });

  test('reads as a list that names every component and label', () => {
    const list = toList(graph, { width: 60, ascii: false });
    const flat = list
      .map((row) => row.trim())
      .join(' ')
      .replaceAll(' ', '');
    for (const { label } of [...graph.nodes, ...graph.edges, ...graph.groups]) {
      expect(flat).toContain((label ?? '').replaceAll(' ', ''));
    }
    expect(Math.max(...list.map(width))).toBeLessThanOrEqual(60);
  });
});

describe('a picture is not tried', () => {
  test('in fewer columns than its longest word', () => {
    expect(toUnicode(graphOf('a -> somethinglong'), { width: 10, ascii: false }).reason).toBe('too wide');
  });

  test('for more than anybody can follow', () => {
    const text = Array.from({ length: 90 }, (_, index) => `n${index} -> n${index + 1}`).join('\n');
    expect(toUnicode(graphOf(text), { width: 1_000, ascii: false }).reason).toBe('too wide');
  });
});

describe('a sequence', () => {
  const ten = `sequenceDiagram\n${[...'ABCDEFGHI'].map((from, at) => `${from}->>${'BCDEFGHIJ'[at]}: x`).join('\n')}`;
  const rowsOf = (text: string, columns: number, ascii = false) =>
    toUnicode(graphOf(text), { width: columns, ascii }).rows;

  test('comes closer together where it must', () => {
    expect(rowsOf(ten, 80)).toBeDefined();
    expect(rowsOf(ten, 40)).toBeDefined();
    expect(rowsOf(ten, 30)).toBeUndefined();
  });

  test('breaks no words while there is room, and each gap takes what it needs', () => {
    const text =
      'sequenceDiagram\na->>b: POST /api/v1/orders\nb->>c: x\nc->>d: insert token_bucket now\na->>d: forward the request to it';
    const shown = rowsOf(text, 50)?.join('\n');
    for (const word of ['/api/v1/orders', 'token_bucket', 'forward the request to it']) expect(shown).toContain(word);
  });

  test.each([false, true])('shows frames, notes and what is lost (ASCII: %s)', (ascii) => {
    const text =
      'sequenceDiagram\nU->>A: GET\nalt cache-hit\nA-->>U: 301\nelse\nopt x\nNote over U,A: 24 h\nend\nU-xA: lost\nend';
    const graph = graphOf(text);
    for (const columns of [20, 80]) {
      const rows = rowsOf(text, columns, ascii) ?? [];
      const shown = rows.map((row) =>
        row
          .replaceAll(/[┊┈~:]/g, ' ')
          .trim()
          .replaceAll(/\s+/g, ' '),
      );
      for (const mark of ['alt cache-hit', 'else', 'opt x', 'end']) expect(shown).toContain(mark);
      expect(rows.join('\n')).toMatch(/[─-][×x]/);
    }
    expect(toList(graph, { width: 60, ascii })).toEqual([
      '1. U calls A: GET',
      'alt cache-hit',
      '  2. A replies to U: 301',
      'else',
      '  opt x',
      '    Note over U, A: 24 h',
      '  end',
      '  3. U calls A: lost (lost)',
      'end',
    ]);
  });
});

describe('golden pictures', () => {
  test.each([
    ['read-path.txt', 80, false],
    ['read-path.txt', 40, true],
    ['regions.txt', 80, false],
    ['cjk.txt', 80, false],
    ['self-loops.txt', 40, false],
    ['cycle.txt', 40, true],
    ['every-arrow.txt', 100, false],
    ['duplicates.txt', 80, false],
    ['flowchart.mmd', 80, false],
    ['sequence.mmd', 80, false],
    ['sequence.mmd', 80, true],
    ['news-feed.txt', 120, false],
    ['payments.txt', 120, true],
  ])('%s in %i columns', async (name, columns, ascii) => {
    const { rows = [] } = toUnicode(sample(name), { width: columns, ascii });
    await expect(`${rows.join('\n')}\n`).toMatchFileSnapshot(`golden/${name}-${columns}${ascii ? '-ascii' : ''}.txt`);
  });

  test.each(['news-feed.txt', 'sequence.mmd', 'every-arrow.txt'])('%s as a list', async (name) => {
    await expect(`${toList(sample(name), { width: 72, ascii: false }).join('\n')}\n`).toMatchFileSnapshot(
      `golden/${name}-list.txt`,
    );
  });
});
