import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Graph } from '../../src/diagram/graph.ts';
import { toSvg } from '../../src/diagram/to-svg.ts';
import { graphOf, SAMPLES, sample } from './samples.ts';
import { edgesInSvg, labelsInSvg } from './svg-reading.ts';

const CHROMIUM = process.env.SDI_TEST_CHROMIUM ?? '/usr/bin/chromium';

function svgOf(graph: Graph): string {
  const svg = toSvg(graph, { title: 'A diagram' });
  if (svg === undefined) throw new Error('not drawn');
  return svg;
}

describe.each(SAMPLES)('$name', ({ text }) => {
  const graph = graphOf(text);
  const svg = svgOf(graph);

  test('has a line between the shapes of every edge', () => {
    const expected = graph.edges.map(({ from, to, style, heads }) => `${from} ${to} ${style} ${heads}`);
    expect(edgesInSvg(svg, graph).sort()).toEqual(expected.sort());
  });

  test('has every label', () => {
    const shown = labelsInSvg(svg).join('').replaceAll(' ', '');
    for (const { label } of [...graph.nodes, ...graph.edges, ...graph.groups]) {
      expect(shown).toContain((label ?? '').replaceAll(' ', ''));
    }
  });

  test('asks for nothing, and runs nothing', () => {
    expect(svg).not.toMatch(/<script|<image|<use|<foreignObject|@import|\bhref|url\(|\son\w+=|<a[\s>]/i);
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:/);
  });
});

test('a label can break out of nothing', () => {
  const hostile = '"><script>alert(1)</script><style>@import url(http://x)</style>';
  const nodes = [{ id: 'a', label: hostile.slice(0, 75), shape: 'box' }] as const;
  const edges = [{ from: 'a', to: 'a', style: 'call', heads: 'to', label: hostile }] as const;
  const groups = [{ id: 'g', label: ']]>&<b>', members: ['a'] }];
  const svg = toSvg({ kind: 'flow', nodes, edges, groups }, { title: '</title><script>' }) ?? '';
  expect(svg.match(/<(?!\/)[a-z]+/g)).toEqual(svg.match(/<(?:svg|title|desc|style|rect|g|text|path)\b/g));
  expect(svg.match(/<style>/g)).toHaveLength(1);
});

test('it says in words what it shows', () => {
  const svg = svgOf(graphOf('api -> (db): read\n(db) => events'));
  expect(svg).toContain('<title>A diagram</title>');
  expect(svg).toContain('<desc>api calls db: read. db sends messages to events.</desc>');
});

test('golden', async () => {
  await expect(svgOf(sample('read-path.txt'))).toMatchFileSnapshot('golden/read-path.svg');
});

test('in a browser every sample is drawn, light and dark, and nothing is asked for', { timeout: 120_000 }, async ({
  skip,
}) => {
  if (!existsSync(CHROMIUM)) {
    process.stderr.write(`SKIPPED: no browser at ${CHROMIUM} (SDI_TEST_CHROMIUM names another).\n`);
    skip();
  }
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    const requests: string[] = [];
    const errors: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('pageerror', (error) => errors.push(error.message));
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setContent(SAMPLES.map(({ text }) => svgOf(graphOf(text))).join(''));
      expect(await page.locator('svg').count()).toBe(SAMPLES.length);
      // Every label stands within its shape, as the browser draws it.
      expect(await page.evaluate(SPILLING)).toEqual([]);
    }
    // The page itself is set, not fetched; a request would tell that the counting works.
    expect(requests.filter((url) => url !== 'about:blank')).toEqual([]);
    expect(errors).toEqual([]);
    await page.evaluate("void (new Image().src = 'http://127.0.0.1:9/x')");
    await expect.poll(() => requests.length).toBe(1);
  } finally {
    await browser.close();
  }
});

/** Runs in the browser: the labels of components that are wider than their shapes. */
const SPILLING = `[...document.querySelectorAll('.sdi-diagram .node')].flatMap((node) => {
  const shape = node.querySelector('.shape').getBoundingClientRect();
  return [...node.querySelectorAll('text')].flatMap((text) => {
    const box = text.getBoundingClientRect();
    return box.left >= shape.left && box.right <= shape.right ? [] : [text.textContent];
  });
})`;
