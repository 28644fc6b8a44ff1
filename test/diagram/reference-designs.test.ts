import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { componentsOf, drawnSentences } from '../../src/diagram/components.ts';
import { readDiagram } from '../../src/diagram/read-diagram.ts';
import { titledGraphs } from '../../src/diagram/sections.ts';
import { toMermaid } from '../../src/diagram/to-mermaid.ts';
import { toSvg } from '../../src/diagram/to-svg.ts';
import { toUnicode } from '../../src/diagram/to-unicode.ts';
import { edgeTexts, graphOf } from './samples.ts';

const folder = fileURLToPath(new URL('../../problems/', import.meta.url));
const problems = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => {
    const { reference } = parse(readFileSync(`${folder}${name}`, 'utf8')) as { reference: { diagram: string } };
    return { name, diagram: reference.diagram };
  });

test('there are reference designs', () => {
  expect(problems.length).toBeGreaterThan(2);
});

describe.each(problems)('the reference design of $name', ({ diagram }) => {
  test('is read without a fault and without a note', () => {
    expect(readDiagram(diagram)).toMatchObject({ notes: [] });
  });

  test('is drawn whole', () => {
    const graph = graphOf(diagram);
    expect(toUnicode(graph, { width: 240, ascii: false }).reason).toBeUndefined();
    expect(toSvg(graph, { title: 'Reference design' })).toBeDefined();
    expect(edgeTexts(graphOf(toMermaid(graph)))).toEqual(titledGraphs(graph).flatMap((each) => edgeTexts(each.graph)));
  });

  test('is drawn whole in a terminal of 80 columns', () => {
    for (const { title, graph } of titledGraphs(graphOf(diagram))) {
      expect(toUnicode(graph, { width: 76, ascii: false }).reason, title).toBeUndefined();
    }
  });
});

describe('what a diagram says', () => {
  test('is a sentence for each arrow and each group', () => {
    const text =
      'client -> api: HTTPS\napi => jobs -> worker\napi <-> vault\nregion eu: api, jobs\nworker -- disk\n(db) => jobs';
    expect(drawnSentences(graphOf(text))).toEqual([
      'client calls api: HTTPS',
      'api sends messages to jobs',
      'jobs feeds worker',
      'api and vault call each other',
      'worker is connected to disk',
      'db sends messages to jobs',
      'region eu holds api, jobs',
    ]);
  });

  test('is known for each component', () => {
    expect(componentsOf(graphOf('api -> (db)\n[cache]'))).toEqual([
      { label: 'api', shape: 'box', sentences: ['api calls db'] },
      { label: 'db', shape: 'store', sentences: ['api calls db'] },
      { label: 'cache', shape: 'cache', sentences: [] },
    ]);
  });
});
