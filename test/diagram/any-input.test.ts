import { describe, expect, test } from 'vitest';
import { componentsOf, drawnSentences } from '../../src/diagram/components.ts';
import type { Graph } from '../../src/diagram/graph.ts';
import { readDiagram } from '../../src/diagram/read-diagram.ts';
import { toList } from '../../src/diagram/to-list.ts';
import { toMermaid } from '../../src/diagram/to-mermaid.ts';
import { toSvg } from '../../src/diagram/to-svg.ts';
import { toUnicode } from '../../src/diagram/to-unicode.ts';
import { fc } from '../harness/properties.ts';
import { timesYardstick } from '../harness/speed.ts';
import { edgeTexts, graphOf, nodeTexts } from './samples.ts';

const scrap = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(' -> ', ' => ', '<->', ' <- ', '-->', '-', '=', '<', '>', ': ', ', ', ';', '\n'),
  },
  fc.constantFrom(
    '[',
    ']',
    '(',
    ')',
    '{',
    '}',
    '"',
    '|',
    '/',
    '\\',
    '&',
    '#',
    '%%',
    '`',
    '$',
    '~~~',
    '@{',
    ']]]',
    '(((',
  ),
  fc.constantFrom(
    'flowchart LR\n',
    'graph TD;',
    'sequenceDiagram\n',
    'subgraph x\n',
    'end\n',
    'click A "javascript:x"\n',
    '%%{init}%%\n',
    '---\n',
  ),
  fc.constantFrom(
    '<script>',
    'url(http://x)',
    '</svg>',
    '&lt;',
    '#quot;',
    '__proto__',
    'constructor',
    'region eu: ',
    '```mermaid\n',
    'alt x\n',
    'Note over a: b\n',
    '## x\n',
    '**',
    'region eu {\n',
  ),
  fc.constantFrom('\u001b[2J', '\u0000', '\u202e', '\ud800', '\u200b', '👩‍💻', '名前', 'é', '한국', '\r', '\t'),
  { weight: 3, arbitrary: fc.constantFrom('a', 'b', 'api', 'db', 'api (Go)', '1. x', '- y', 'Reads: ', '\n  ') },
  fc.string({ maxLength: 6 }),
);
const scraps = fc.array(scrap, { maxLength: 40 }).map((parts) => parts.join(''));

/** Anything that may be drawn, as a text in the notation. */
const drawing = fc
  .record({
    edges: fc.array(
      fc.record({
        from: fc.nat(11),
        to: fc.nat(11),
        arrow: fc.constantFrom('->', '->', '->', '=>', '<->', '<=>', '--', '<-'),
        label: fc.option(fc.constantFrom('x', 'read', 'a long label that wraps', '请求', 'HTTPS: 200')),
      }),
      { minLength: 1, maxLength: 22 },
    ),
    names: fc.constantFrom(['a', 'b'], ['api gateway', '订单'], ['service', 'n'], ['x', 'somewhat longer component']),
    shapes: fc.array(fc.constantFrom('', '[', '('), { minLength: 12, maxLength: 12 }),
    groups: fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 12, maxLength: 12 }),
    titles: fc.array(fc.option(fc.constantFrom('Reads', '写入'), { freq: 4 }), { minLength: 22, maxLength: 22 }),
  })
  .map(({ edges, names, shapes, groups, titles }) => {
    const name = (index: number) => `${names[index % 2] ?? ''} ${index}`;
    const shaped = (index: number) =>
      `${shapes[index] ?? ''}${name(index)}${{ '': '', '[': ']', '(': ')' }[shapes[index] ?? ''] ?? ''}`;
    const used = [...new Set(edges.flatMap(({ from, to }) => [from, to]))];
    return [
      ...edges.map(
        ({ from, to, arrow, label }, index) =>
          `${title(titles[index])}${shaped(from)} ${arrow} ${shaped(to)}${label === null ? '' : `: ${label}`}`,
      ),
      ...used.flatMap((index) => ((groups[index] ?? -1) < 0 ? [] : [`region r${groups[index] ?? 0}: ${name(index)}`])),
    ].join('\n');
  });

function title(text: string | null | undefined): string {
  return text === null || text === undefined ? '' : `${text}: `;
}

function outputs(graph: Graph): string[] {
  return [
    ...[false, true].flatMap((ascii) => toUnicode(graph, { width: 100, ascii }).rows ?? []),
    ...toList(graph, { width: 80, ascii: false }),
    ...toMermaid(graph).split('\n'),
    ...(toSvg(graph, { title: 'x' }) ?? '').split('\n'),
    ...componentsOf(graph).flatMap(({ label, sentences }) => [label, ...sentences]),
    ...drawnSentences(graph),
  ];
}

describe('whatever is typed', () => {
  test('gives a graph, or faults with a place in the text; and nothing that a terminal obeys', () => {
    fc.assert(
      fc.property(scraps, (text) => {
        const { graph, faults } = readDiagram(text);
        const lines = text.split(/\r\n|\r|\n/);
        for (const { line, column, message, hint } of faults ?? []) {
          expect(line).toBeGreaterThan(0);
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(column).toBeGreaterThan(0);
          expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
          expect(message).not.toBe('');
          expect(hint).not.toBe('');
        }
        if (graph === undefined) expect(faults?.length).toBeGreaterThan(0);
        else expect(outputs(graph).join('')).not.toMatch(/[\p{Cc}\p{Cs}\u202e\u200b]/u);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['dashes', '-'.repeat(10_000)],
    ['dashes of two kinds', '-–'.repeat(5_000)],
    ['angles', '<'.repeat(10_000)],
    ['bars behind arrows', 'a->|'.repeat(2_500)],
    ['brackets', '['.repeat(10_000)],
    ['closing brackets', ']'.repeat(10_000)],
    ['quotes', `flowchart LR\nA[${'"'.repeat(10_000)}`],
    ['arrows', 'a->'.repeat(3_000)],
    ['commas', `${'a,'.repeat(5_000)}b->${'c,'.repeat(5_000)}d`],
    ['spaces behind a group word', `region${' '.repeat(10_000)}`],
    ['cut links', `flowchart LR\n${'A--'.repeat(3_000)}`],
    ['dotted links', `flowchart LR\nA${'-.'.repeat(5_000)}`],
    ['colons', ':'.repeat(10_000)],
    ['messages', `sequenceDiagram\n${'a-'.repeat(5_000)}`],
    ['participants', `sequenceDiagram\nparticipant ${'a '.repeat(5_000)}`],
    ['titles', 'a:\n'.repeat(3_300)],
    ['titles with arrows', 'a: b->\n'.repeat(1_200)],
    ['notes', `a->${'a ('.repeat(2_500)}${')'.repeat(2_500)}`],
    ['noted names', Array.from({ length: 490 }, (_, index) => `w (${index}) -> x`).join('\n')],
    ['branches', `${'a '.repeat(3_000)}->\n${'  -> b\n'.repeat(500)}`],
    ['quotes of names', `${'"'.repeat(5_000)}a${'"a" '.repeat(1_000)}`],
    ['opening quotes', '“'.repeat(10_000)],
    ['arrows with texts', `${'a -- b '.repeat(1_400)}`],
    ['dashes in names', `${'a - '.repeat(2_500)}b -> c`],
    ['bars and dashes', `|${'|-'.repeat(5_000)}x`],
    ['bars', `${'|'.repeat(9_999)}x`],
    ['brackets of Mermaid', 'a['.repeat(5_000)],
    ['bold', '**a:'.repeat(2_500)],
    ['braces', '{a,'.repeat(3_000)],
    ['emphasis', `${'*a'.repeat(5_000)} -> b`],
    ['hashes', `## ${'# '.repeat(5_000)}a`],
    ['lines that go on', `a ->\n${'  b ->\n'.repeat(1_200)}`],
    ['groups in groups', Array.from({ length: 100 }, (_, depth) => `${' '.repeat(depth)}region r:`).join('\n')],
    ['fences', '```\na -> b\n'.repeat(900)],
    ['frames', `sequenceDiagram\n${'alt a\n'.repeat(1_500)}`],
    ['entities', `flowchart LR\nA[${'#a;'.repeat(3_000)}]`],
  ])('10,000 characters of %s take no long time', (_, text) => {
    expect(timesYardstick(() => readDiagram(text), 12)).toBeLessThan(12);
  });
});

describe('whatever is drawn', () => {
  test('is there with all its edges, in every picture', () => {
    fc.assert(
      fc.property(drawing, fc.constantFrom(60, 80, 120, 1_000), fc.boolean(), (text, width, ascii) => {
        const graph = graphOf(text);
        expect(toUnicode(graph, { width, ascii }).reason).not.toBe('incomplete');
        expect(toSvg(graph, { title: 'x' })).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
      }),
      { numRuns: 100 },
    );
  });

  test('comes back from Mermaid as it was', () => {
    fc.assert(
      fc.property(drawing, (text) => {
        const graph = graphOf(text.replaceAll(/^(?:Reads|写入): /gm, ''));
        const again = graphOf(toMermaid(graph));
        expect(edgeTexts(again).sort()).toEqual(edgeTexts(graph).sort());
        expect(nodeTexts(again).map(plain).sort()).toEqual(nodeTexts(graph).map(plain).sort());
        expect(again.groups.map(({ label }) => label)).toEqual(graph.groups.map(({ label }) => label));
      }),
      { numRuns: 200 },
    );
  });
});

/** An actor keeps its shape; that a box is one by its name is decided anew. */
function plain(text: string): string {
  return text.replace(/\?$/, '');
}
