import { describe, expect, test } from 'vitest';
import { routeChannel } from '../../src/diagram/layout/channel.ts';
import { crossings } from '../../src/diagram/layout/crossings.ts';
import { fitPicture } from '../../src/diagram/layout/fit.ts';
import { networkSimplex } from '../../src/diagram/layout/network-simplex.ts';
import type { Box } from '../../src/diagram/layout/picture.ts';
import type { Span } from '../../src/diagram/layout/span-graph.ts';
import { fc } from '../harness/properties.ts';
import { graphOf, SAMPLES } from './samples.ts';

const costOf = (positions: readonly number[], spans: readonly Span[]) =>
  spans.reduce((sum, { from, to, weight }) => sum + weight * ((positions[to] ?? 0) - (positions[from] ?? 0)), 0);

const isKept = (positions: readonly number[], spans: readonly Span[]) =>
  spans.every(({ from, to, least }) => (positions[to] ?? 0) - (positions[from] ?? 0) >= least);

/** Every way to place `count` nodes on 0 to `most`. */
function* placements(count: number, most: number): Iterable<number[]> {
  const total = (most + 1) ** count;
  for (let code = 0; code < total; code++) {
    yield Array.from({ length: count }, (_, node) => Math.floor(code / (most + 1) ** node) % (most + 1));
  }
}

describe('positions', () => {
  const spans = fc.array(
    fc.record({ from: fc.nat(3), to: fc.nat(3), least: fc.integer({ min: 0, max: 2 }), weight: fc.nat(5) }),
    { minLength: 1, maxLength: 7 },
  );

  test('keep every least length at the lowest cost there is', () => {
    fc.assert(
      fc.property(spans, (drawn) => {
        const forward = drawn.filter(({ from, to }) => from < to);
        const found = networkSimplex(4, forward);
        expect(isKept(found, forward)).toBe(true);
        let best = Number.POSITIVE_INFINITY;
        for (const positions of placements(4, 6)) {
          if (isKept(positions, forward)) best = Math.min(best, costOf(positions, forward));
        }
        expect(costOf(found, forward)).toBe(best);
      }),
      { numRuns: 60 },
    );
  });

  test('begin with 0, and none is no problem', () => {
    expect(networkSimplex(0, [])).toEqual([]);
    expect(networkSimplex(2, [{ from: 1, to: 0, least: 4, weight: 1 }])).toEqual([4, 0]);
    expect(networkSimplex(2, [])).toEqual([0, 0]);
  });
});

describe('crossings', () => {
  test.each([
    [[[0], [1]], 0],
    [[[1], [0]], 1],
    [
      [
        [0, 1],
        [0, 1],
      ],
      1,
    ],
    [[[2], [1], [0]], 3],
    [[[], [0]], 0],
  ])('%j have %i', (targets, count) => {
    expect(crossings(targets)).toBe(count);
  });
});

describe('a channel', () => {
  const route = (nets: readonly (readonly [number, readonly number[]])[]) =>
    routeChannel(
      nets.map(([top, bottoms], index) => ({ tree: `${index}`, top, bottoms })),
      { apart: 2, taken: new Set() },
    );

  test('needs no track for what goes straight', () => {
    expect(
      route([
        [1, [1]],
        [5, [5, 5]],
      ]),
    ).toMatchObject({ tracks: 0 });
  });

  test('has one track for lines that do not meet', () => {
    expect(
      route([
        [0, [4]],
        [8, [12]],
      ]),
    ).toMatchObject({ tracks: 1, crossings: [{ tracks: [0] }, { tracks: [0] }] });
  });

  test('puts the line that comes from above another ones end above it', () => {
    expect(
      route([
        [0, [6]],
        [6, [12]],
      ]).crossings,
    ).toMatchObject([{ tracks: [1] }, { tracks: [0] }]);
  });

  test('makes a step where two lines change places', () => {
    const { crossings: found, tracks } = route([
      [0, [6]],
      [6, [0]],
    ]);
    expect(tracks).toBe(3);
    expect(found.filter(({ step }) => step !== undefined)).toHaveLength(1);
  });
});

describe.each(SAMPLES)('$name', ({ text }) => {
  test.each([80, 140])('keeps boxes, labels and groups apart in %i columns', (width) => {
    const graph = graphOf(text);
    const picture = fitPicture(graph, width);
    if (picture === undefined) {
      expect(width).toBe(80);
      return;
    }
    const labels = picture.edges.flatMap(({ label }) => (label === undefined ? [] : [label]));
    expect(overlaps([...picture.nodes, ...labels])).toEqual([]);
    expect(overlaps(picture.groups)).toEqual([]);
    picture.groups.forEach((group, index) => {
      const members = new Set(graph.groups[index]?.members);
      for (const node of picture.nodes) expect(isWithin(node, group)).toBe(members.has(node.node.id));
    });
  });
});

function overlaps(boxes: readonly Box[]): (readonly [Box, Box])[] {
  return boxes.flatMap((a, index) => boxes.slice(index + 1).flatMap((b) => (doOverlap(a, b) ? [[a, b] as const] : [])));
}

function doOverlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function isWithin(inner: Box, outer: Box): boolean {
  return doOverlap(inner, outer);
}
