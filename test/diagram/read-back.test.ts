import { describe, expect, test } from 'vitest';
import type { Edge, Graph } from '../../src/diagram/graph.ts';
import { fitPicture } from '../../src/diagram/layout/fit.ts';
import type { Picture } from '../../src/diagram/layout/picture.ts';
import { UNICODE } from '../../src/diagram/picture/glyphs.ts';
import { paint } from '../../src/diagram/picture/paint.ts';
import { showsAll } from '../../src/diagram/to-unicode.ts';
import { graphOf, sample } from './samples.ts';

function pictureOf(graph: Graph): Picture {
  const picture = fitPicture(graph, 200);
  if (picture === undefined) throw new Error('too wide');
  return picture;
}

const painted = (graph: Graph) => ({ graph, picture: pictureOf(graph), glyphs: UNICODE });

/** Each row with one of its characters replaced, for every character that makes up a line or a text. */
function* damaged(rows: readonly string[], replacement: string): Iterable<string[]> {
  for (const [y, row] of rows.entries()) {
    for (const [x, character] of [...row].entries()) {
      if (!/[│─╌╎▶▼▲◀▷▽a-z]/.test(character)) continue;
      yield rows.with(y, [...row].with(x, replacement).join(''));
    }
  }
}

describe('a picture counts as incomplete', () => {
  test.each([
    ['an arrow', (edges: readonly Edge[]) => edges.slice(1)],
    ['the direction of an arrow', ([first, ...rest]: readonly Edge[]) => [turned(first), ...rest]],
    ['a label', ([first, ...rest]: readonly Edge[]) => [{ ...only(first), label: 'wrong' }, ...rest]],
    [
      'the kind of an arrow',
      ([first, ...rest]: readonly Edge[]) => [{ ...only(first), style: 'message' as const }, ...rest],
    ],
    ['a head', ([first, ...rest]: readonly Edge[]) => [{ ...only(first), heads: 'both' as const }, ...rest]],
  ])('when it lacks %s of what was written', (_, change) => {
    const graph = sample('read-path.txt');
    const wrong = { ...graph, edges: change(graph.edges) };
    const rows = paint(pictureOf(wrong), UNICODE);
    expect(showsAll({ rows, ...painted(graph) })).toBe(false);
    expect(showsAll({ rows: paint(pictureOf(graph), UNICODE), ...painted(graph) })).toBe(true);
  });

  test('when a line is broken anywhere, or a letter lost', () => {
    const graph = graphOf('a -> (bee): say\na => [cee]\n(bee) <-> [cee]');
    const subject = painted(graph);
    const rows = paint(subject.picture, UNICODE);
    const frames = frameCells(subject.picture);
    for (const [index, broken] of [...damaged(rows, ' ')].entries()) {
      const isFrame = frames.has(changed(rows, broken));
      if (!isFrame) expect(showsAll({ rows: broken, ...subject }), `${index}\n${broken.join('\n')}`).toBe(false);
    }
  });

  test('when a sequence loses a message, or has them in another order', () => {
    const graph = sample('sequence.mmd');
    const subject = painted(graph);
    const rows = paint(subject.picture, UNICODE);
    const lines = rows.flatMap((row, y) => (/[▶◀▷◁]/.test(row) ? [y] : []));
    expect(showsAll({ rows, ...subject })).toBe(true);
    for (const y of lines) expect(showsAll({ rows: rows.with(y, ''), ...subject })).toBe(false);
    const [first = 0, second = 0] = lines;
    const swapped = rows.with(first, rows[second] ?? '').with(second, rows[first] ?? '');
    expect(showsAll({ rows: swapped, ...subject })).toBe(false);
  });
});

function only(edge: Edge | undefined): Edge {
  if (edge === undefined) throw new Error('no edge');
  return edge;
}

function turned(edge: Edge | undefined): Edge {
  const { from, to, ...rest } = only(edge);
  return { ...rest, from: to, to: from };
}

/** Which cell differs, as `column row`. */
function changed(before: readonly string[], after: readonly string[]): string {
  const y = before.findIndex((row, index) => row !== after[index]);
  const x = [...(before[y] ?? '')].findIndex((character, index) => character !== [...(after[y] ?? '')][index]);
  return `${x} ${y}`;
}

/** The cells of frames: a gap in one hides nothing. */
function frameCells({ nodes }: Picture): Set<string> {
  return new Set(
    nodes.flatMap(({ x, y, width, height }) => {
      const columns = Array.from({ length: width }, (_, at) => [`${x + at} ${y}`, `${x + at} ${y + height - 1}`]);
      const rows = Array.from({ length: height }, (_, at) => [`${x} ${y + at}`, `${x + width - 1} ${y + at}`]);
      return [...columns, ...rows].flat();
    }),
  );
}
