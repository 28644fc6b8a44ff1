import { describe, expect, test } from 'vitest';
import { titledGraphs } from '../../src/diagram/sections.ts';
import { toList } from '../../src/diagram/to-list.ts';
import { toMermaid } from '../../src/diagram/to-mermaid.ts';
import { toSvg } from '../../src/diagram/to-svg.ts';
import { toUnicode } from '../../src/diagram/to-unicode.ts';
import { edgeTexts, graphOf, nodeTexts } from './samples.ts';

const PATHS = `client -> lb
Read path: client -> api -> [cache]
Write path:
client -> api => events -> (orders)
region eu: api, cache, orders`;
const graph = graphOf(PATHS);

test('a graph is the diagrams that its titles make of it', () => {
  const shown = titledGraphs(graph).map((each) => [
    each.title,
    edgeTexts(each.graph),
    each.graph.groups.map(({ members }) => members),
  ]);
  expect(shown).toEqual([
    [undefined, ['client -> lb'], []],
    ['Read path', ['client -> api', 'api -> cache'], [['api', 'cache']]],
    ['Write path', ['client -> api', 'api => events', 'events -> orders'], [['api', 'orders']]],
  ]);
  expect(titledGraphs(graphOf('a -> b'))).toEqual([{ title: undefined, graph: graphOf('a -> b') }]);
});

describe('in a terminal', () => {
  test('each picture stands below its title', () => {
    const { rows = [] } = toUnicode(graph, { width: 60, ascii: false });
    const text = rows.join('\n');
    expect(text).toMatch(/^ *[┌╭][\s\S]*\n\nRead path\n\n[\s\S]*\n\nWrite path\n\n/);
    expect(text.match(/│ api +[│├]/g)).toHaveLength(2);
    expect(text.match(/region eu/g)).toHaveLength(2);
  });

  test('what does not fit is told in words below its title, and what fits is drawn', () => {
    const long = graphOf('Short: a -> b\nLong: averylongcomponentname -> anotherverylongcomponentname: somethinglong');
    const { rows = [] } = toUnicode(long, { width: 14, ascii: true });
    expect(rows.join('\n')).toMatch(/^Short\n\n[\s\S]*\| a \+[\s\S]*\n\nLong\n\naverylong/);
    const none = graphOf('Long: averylongcomponentname -> anotherverylongcomponentname');
    expect(toUnicode(none, { width: 12, ascii: true })).toEqual({ reason: 'too wide' });
  });

  test('a long title is wrapped', () => {
    const { rows = [] } = toUnicode(graphOf('what happens when somebody reads: a -> b'), { width: 20, ascii: false });
    expect(rows.slice(0, 3)).toEqual(['what happens when', 'somebody reads', '']);
  });
});

test('in words each title stands above what it holds', () => {
  expect(toList(graph, { width: 60, ascii: false }).join('\n')).toBe(
    [
      'client calls lb',
      '',
      'Read path',
      '  client calls api',
      '  region eu: api, [cache]',
      '    api calls [cache]',
      '',
      'Write path',
      '  client calls api',
      '  events feeds (orders)',
      '  region eu: api, (orders)',
      '    api sends to events',
    ].join('\n'),
  );
});

test('in Mermaid each title is a subgraph', () => {
  const mermaid = toMermaid(graph);
  expect(mermaid).toMatch(
    /subgraph s1\["Read path"\][\s\S]*subgraph g1\["region eu"\][\s\S]*subgraph s2\["Write path"\]/,
  );
  const again = graphOf(mermaid);
  expect(edgeTexts(again)).toEqual(titledGraphs(graph).flatMap((each) => edgeTexts(each.graph)));
  expect(nodeTexts(again)).toHaveLength(9);
});

test('in SVG each picture stands below its title, and none over another', () => {
  const svg = toSvg(graph, { title: 'Shop' }) ?? '';
  expect(svg).toContain('<title>Shop</title>');
  const places = [...svg.matchAll(/<text class="title" x="16" y="([\d.]+)">([^<]*)</g)].map(([, y, text]) => [
    text,
    Number(y),
  ]);
  expect(places.map(([text]) => text)).toEqual(['Read path', 'Write path']);
  const height = Number(/height="(\d+)"/.exec(svg)?.[1]);
  const tops = [...svg.matchAll(/<g class="picture" transform="translate\(16 ([\d.]+)\)"/g)].map(([, y]) => Number(y));
  expect(tops).toHaveLength(3);
  expect([...tops].sort((a, b) => a - b)).toEqual(tops);
  expect(Math.max(...tops)).toBeLessThan(height);
});

test('the title of a Mermaid file is its title', () => {
  expect(
    titledGraphs(graphOf('---\ntitle: "Read path"\n---\nflowchart LR\n a --> b')).map(({ title }) => title),
  ).toEqual(['Read path']);
  expect(graphOf('sequenceDiagram\ntitle: Sign in\na->>b: x').sections).toMatchObject([{ title: 'Sign in' }]);
  expect(graphOf('---\nconfig: {}\n---\nflowchart LR\n a --> b').sections).toBeUndefined();
});
