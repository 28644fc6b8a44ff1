import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type AssessedPoint, assess } from '../../src/assessment/assess.ts';

function point(...groups: readonly string[]): AssessedPoint {
  return { id: 'x', signals: { any: [[...groups]] } };
}

const judge = (sought: AssessedPoint, ...texts: readonly string[]) =>
  assess(
    [sought],
    texts.map((text) => ({ phase: 'design', text })),
  )[0];
const made = (quote: string) => ({ id: 'x', state: 'covered', evidence: [{ phase: 'design', quote }] });

const QUEUED = point('queue', 'click');
const ASYNC = point('@async', 'mail');
const CACHED = point('cache', 'session');
const STORED = point('database', 'order');

describe('what a shape says makes a point, and the quote is the line as it was typed', () => {
  test.each<[string, AssessedPoint, string, string]>([
    ['a message to a queue', QUEUED, 'api => clicks', 'api => clicks'],
    ['a queue that is read', QUEUED, 'api => clicks\n\nclicks -> counter', 'api => clicks'],
    ['a message', ASYNC, 'client -> api\n  api => mails: one each  \nmails -> sender', 'api => mails: one each'],
    ['a cache', CACHED, 'api -> [sessions]', 'api -> [sessions]'],
    ['a cache that is drawn as one elsewhere', CACHED, 'api -> sessions: get\nweb -> [sessions]', 'web -> [sessions]'],
    ['a store', STORED, 'So:\napi -> (orders)\nThat is all.', 'api -> (orders)'],
    ['a store below a title', STORED, '- Writes: api -> web -> (orders)', '- Writes: api -> web -> (orders)'],
    ['a store of Mermaid', STORED, 'flowchart LR\n  a[api] --> b[(orders)]', 'a[api] --> b[(orders)]'],
  ])('%s', (_, sought, text, quote) => {
    expect(judge(sought, text)).toEqual(made(quote));
  });

  test('as well as prose does', () => {
    expect(judge(QUEUED, 'The api puts each click on a queue.')?.state).toBe('covered');
    expect(judge(QUEUED, 'api -> clicks')?.state).toBe('missed');
    expect(judge(QUEUED, 'We store each click.', 'api => clicks')).toEqual(made('api => clicks'));
  });

  test('and what was said in words is quoted first', () => {
    const said = 'Each click goes through a queue.';
    expect(judge(QUEUED, 'api => clicks', said)?.evidence).toEqual([{ phase: 'design', quote: said }]);
  });

  test('a broken diagram says nothing', () => {
    expect(judge(QUEUED, 'api => clicks\napi -> (')?.state).toBe('missed');
  });
});

test('a point of a problem is made by a drawn queue', () => {
  const problem = fileURLToPath(new URL('../../problems/url-shortener.yaml', import.meta.url));
  const { points } = parse(readFileSync(problem, 'utf8')) as { points: readonly AssessedPoint[] };
  const text =
    'visitor -> redirect service -> [links]\nredirect service => click events -> aggregator -> (click counts)';
  const decisionOn = (drawn: string) =>
    assess(points, [{ phase: 'design', text: drawn }]).find(({ id }) => id === 'async-clicks');
  expect(decisionOn(text)).toMatchObject({
    state: 'covered',
    evidence: [{ quote: 'redirect service => click events -> aggregator -> (click counts)' }],
  });
  expect(decisionOn(text.replace('=>', '->'))?.state).toBe('missed');
});

test('thousands of drawings are read well before this test has to end', () => {
  const text = Array.from({ length: 2_000 }, (_, index) => `api ${index} => clicks ${index}\n\nThat is it.\n\n`).join(
    '',
  );
  expect(judge(QUEUED, text)?.state).toBe('covered');
});
