import { expect, test } from 'vitest';
import { runShow, type ShowOptions } from '../../src/commands/show.ts';
import { EXIT } from '../../src/errors.ts';
import { problemLike, visitorCounter } from '../harness/catalogue.ts';
import { testContext, type World } from '../harness/context.ts';

async function show(options: Partial<ShowOptions>, world: World = {}) {
  const context = testContext(world);
  const exitCode = await runShow({ problem: 'visitor-counter', ...options }, context);
  return { exitCode, ...context.printed };
}

const HEAD = ['id', 'title', 'ladder', 'level', 'version', 'updated', 'difficulty', 'category'];
const HEAD_REST = ['companies', 'tags', 'minutes', 'statement'];
/** How sdi looks for a fact and a point; shown to nobody. */
const MACHINERY = ['asks', 'signals', 'hints'];

/** Every text of some words in the problem but those of its head. */
function solutionTexts(): string[] {
  const texts: string[] = [];
  const collect = (value: unknown, hidden: readonly string[]) => {
    if (typeof value === 'string') texts.push(value);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, each] of Object.entries(value)) if (!hidden.includes(key)) collect(each, MACHINERY);
  };
  collect(visitorCounter, [...HEAD, ...HEAD_REST, 'learning']);
  return texts.filter((text) => text.includes(' '));
}

test('shows the statement and what kind of problem it is', async () => {
  const { exitCode, out, err } = await show({});
  expect(exitCode).toBe(EXIT.done);
  expect(out).toBe(`Visitor counter

  Problem: visitor-counter
  Level: L6 (Amazon)
  Difficulty: easy
  Category: counting
  Minutes: 30, and 5 to read
  Tags: counter, cache
  Asked at: Initech (made up for tests)
  Version: 1.0.0, 2026-01-01

  Design a counter of visitors.

  Every museum shows the number of people inside.
`);
  expect(err).toContain('--solution');
});

test('gives nothing away without --solution, nor in its JSON', async () => {
  const { out } = await show({});
  const { out: json } = await show({ json: true });
  for (const text of solutionTexts()) {
    expect(out).not.toContain(text);
    expect(json).not.toContain(JSON.stringify(text).slice(1, -1));
  }
});

test('has ASCII frames where the terminal shows no others', async () => {
  const world = { interactive: true, environment: { TERM: 'dumb' } };
  const { out } = await show({ solution: true }, world);
  const { out: framed } = await show({ solution: true });
  expect(framed).toMatch(/[│─]/);
  expect(out).not.toMatch(/[\u2500-\u257f▶▼]/);
});

test('shows everything with --solution', async () => {
  const { out, err } = await show({ solution: true }, { columns: 400 });
  const oneLine = out.replaceAll(/\s+/g, ' ');
  // The diagram is drawn.
  const told = solutionTexts().filter((text) => text !== visitorCounter.reference.diagram);
  for (const text of told) expect(oneLine).toContain(text.replaceAll(/\s+/g, ' '));
  expect(err).toBe('');
});

test('reads as a page with headings', async () => {
  const { out } = await show({ solution: true });
  await expect(out).toMatchFileSnapshot('golden/show-solution.txt');
});

test('no line of it is wider than the terminal', async () => {
  const { out } = await show({ solution: true }, { columns: 60 });
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThan(60);
});

test('JSON has the head, and with --solution the rest without the signals', async () => {
  const head = JSON.parse((await show({ json: true })).out);
  expect(Object.keys(head)).toEqual(['schemaVersion', ...HEAD, ...HEAD_REST]);
  const { out } = await show({ json: true, solution: true });
  const all = JSON.parse(out);
  expect(all).toMatchObject(head);
  expect(all.capacity).toEqual({
    inputs: [
      {
        id: 'visitors',
        title: 'Visitors a day',
        value: 10_000_000 / 86_400,
        unit: '/second',
        text: '10M/day',
        because: null,
      },
    ],
    estimates: [
      {
        id: 'events',
        title: 'Door events per second',
        formula: 'visitors * 2',
        value: 20_000_000 / 86_400,
        unit: '/second',
        text: '231/s',
        factor: 2,
        because: 'Each visitor enters and leaves.',
      },
    ],
  });
  expect(out).not.toContain('signals');
});

test('an L7 problem shows its platform sections', async () => {
  const platform = {
    strategy: { market: 'm1', value: 'm2', vision: 'm3', organisation: 'm4' },
    tenancy: { isolation: 'm5', resources: 'm6', distribution: 'm7' },
    developers: { selfService: 'm8', tools: 'm9', ecosystem: 'm10' },
    data: { consistency: 'm11', governance: 'm12', analytics: 'm13' },
    compliance: { frameworks: ['m14'], controls: 'm15', threats: 'm16' },
    serviceLevels: [{ name: 'm17', target: 'm18' }],
    evolution: { innovation: 'm19', ecosystem: 'm20', migration: 'm21', measures: ['m22'] },
  };
  const { out } = await show({ solution: true }, { problems: [problemLike({ id: 'visitor-counter', platform })] });
  for (let index = 1; index <= 22; index++) expect(out).toContain(`m${index}`);
});

test.each(['nothing', '../visitor-counter', '/etc/passwd', 'con', 'a\0b', 'x'.repeat(300)])(
  'refuses the id %j',
  async (problem) => {
    await expect(show({ problem })).rejects.toMatchObject({ exitCode: EXIT.usage });
  },
);
