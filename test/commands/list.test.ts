import { expect, test } from 'vitest';
import { type ListOptions, runList } from '../../src/commands/list.ts';
import { EXIT } from '../../src/errors.ts';
import { problemLike, visitorCounter } from '../harness/catalogue.ts';
import { testContext, type World } from '../harness/context.ts';
import { answered, at, fullRecord, recordLike } from '../harness/sessions.ts';

const problems = [
  visitorCounter,
  problemLike({
    id: 'ad-exchange',
    title: 'Ad exchange',
    level: 'L7',
    difficulty: 'expert',
    category: 'bidding',
    tags: ['auction', 'latency'],
    companies: [],
  }),
  problemLike({
    id: 'key-value-store',
    title: 'Key-value store',
    difficulty: 'hard',
    category: 'storage',
    tags: ['cache'],
  }),
];
const sessions = [
  fullRecord(),
  recordLike({ session: 'b', startedAt: '2026-11-21T10:00:00Z' }, at(1, answered('design', 'x'))),
  recordLike({ session: 'c', startedAt: '2026-11-21T11:00:00Z', scripted: true }),
  recordLike({ session: 'd', problem: { ...fullRecord().header.problem, id: 'ad-exchange' } }),
];

async function list(options: ListOptions, world: World = {}) {
  const context = testContext({ problems, sessions, ...world });
  const exitCode = await runList(options, context);
  return { exitCode, ...context.printed };
}

async function listed(options: ListOptions, world: World = {}): Promise<string[]> {
  const { out } = await list({ ...options, json: true }, world);
  return JSON.parse(out).problems.map((problem: { id: string }) => problem.id);
}

test('shows each problem with what was practised', async () => {
  expect(await list({}, { columns: 80, interactive: true })).toEqual({
    exitCode: EXIT.done,
    err: '',
    out: [
      'Problem          Title            Level  Difficulty  Min  Tried  Last',
      'key-value-store  Key-value store  L6     hard         30',
      'visitor-counter  Visitor counter  L6     easy         30      2  1 day ago',
      'ad-exchange      Ad exchange      L7     expert       30      1  2 days ago',
      '',
    ].join('\n'),
  });
});

test('shows tags where there is room, and in a file', async () => {
  expect((await list({}, { columns: 120, interactive: true })).out).toContain('auction latency');
  expect((await list({}, { columns: 80, interactive: false })).out).toContain('auction latency');
});

test('says nothing of practice before there was any', async () => {
  const { out } = await list({}, { sessions: [], columns: 80, interactive: true });
  expect(out.split('\n')[0]).toBe('Problem          Title            Level  Difficulty  Min  Tags');
});

test('tells that problems of another level can be practised at the one that was asked for', async () => {
  const { out, err } = await list({ level: 'L7' }, { problems: [visitorCounter], sessions: [] });
  expect(out).toBe('');
  expect(err).toBe('No problem is made for L7, and each can be practised at it: sdi practice <problem> --level L7\n');
  const other = await list({ level: 'L7', search: 'none' }, { problems: [visitorCounter], sessions: [] });
  expect(other.err).toBe('No problem is like that. sdi list shows all.\n');
});

test.each([
  [80, 'Problem              Title             Level  Difficulty  Min  Tried  Last'],
  [70, 'Problem              Level  Difficulty  Min  Tried  Last'],
  [60, 'Problem              Level  Min  Tried  Last'],
])('in %i columns each problem is one line', async (columns, head) => {
  const long = problemLike({
    id: 'notification-system',
    title: 'Notification system',
    tags: ['messaging', 'multi-channel-x'.repeat(3)],
  });
  const practised = recordLike({
    session: 'e',
    problem: { ...fullRecord().header.problem, id: 'notification-system' },
  });
  const { out } = await list({}, { problems: [long], sessions: [practised], columns, interactive: true });
  expect(out.split('\n')[0]).toBe(head);
  for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(columns);
});

test('a long title never makes the table wider than the terminal', async () => {
  const long = problemLike({ id: 'long', title: 'A very long title, '.repeat(10) });
  for (const columns of [80, 120]) {
    const { out } = await list({}, { problems: [long], columns, interactive: true });
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBe(columns);
  }
});

test.each<[ListOptions, string[]]>([
  [{}, ['key-value-store', 'visitor-counter', 'ad-exchange']],
  [{ level: 'l7' }, ['ad-exchange']],
  [{ category: 'storage' }, ['key-value-store']],
  [{ tag: ['cache'] }, ['key-value-store', 'visitor-counter']],
  [{ tag: ['cache', 'counter'] }, ['visitor-counter']],
  [{ difficulty: 'expert' }, ['ad-exchange']],
  [{ company: 'initech' }, ['key-value-store', 'visitor-counter']],
  [{ status: 'new' }, ['key-value-store']],
  [{ status: 'started' }, ['ad-exchange']],
  [{ status: 'done' }, ['visitor-counter']],
  [{ search: 'KEY store' }, ['key-value-store']],
  [{ search: 'cache', level: 'L7' }, []],
  [{ sort: 'title' }, ['ad-exchange', 'key-value-store', 'visitor-counter']],
  [{ sort: 'difficulty' }, ['visitor-counter', 'key-value-store', 'ad-exchange']],
  [{ sort: 'category' }, ['ad-exchange', 'visitor-counter', 'key-value-store']],
  [{ sort: 'last' }, ['visitor-counter', 'ad-exchange', 'key-value-store']],
])('%j lists %j', async (options, ids) => {
  expect(await listed(options)).toEqual(ids);
});

test.each<[ListOptions, string, string | undefined]>([
  [{ level: 'L5' }, 'There is no level "L5".', 'Did you mean L6 or L7?'],
  [{ tag: ['cach'] }, 'There is no tag "cach".', 'Did you mean cache?'],
  [{ status: 'finished' }, 'There is no status "finished".', 'There is new, started, done.'],
  [{ sort: 'levels' }, 'There is no order "levels".', 'Did you mean level?'],
  [{ category: '\x1b[2J' }, 'There is no category "\\u001b[2J".', 'There is bidding, counting, storage.'],
])('%j is refused: %s', async (options, message, hint) => {
  await expect(list(options)).rejects.toMatchObject({ exitCode: EXIT.usage, message, hint });
});

test('no match is a friendly line, and an empty list in JSON', async () => {
  expect(await list({ search: 'zzz' })).toEqual({
    exitCode: EXIT.done,
    out: '',
    err: 'No problem is like that. sdi list shows all.\n',
  });
  expect(await list({ search: 'zzz', json: true })).toMatchObject({
    out: '{\n  "schemaVersion": 1,\n  "problems": []\n}\n',
  });
});

test('JSON has the documented fields', async () => {
  const { out } = await list({ json: true, status: 'done' });
  expect(JSON.parse(out)).toEqual({
    schemaVersion: 1,
    problems: [
      {
        id: 'visitor-counter',
        title: 'Visitor counter',
        level: 'L6',
        difficulty: 'easy',
        category: 'counting',
        tags: ['counter', 'cache'],
        companies: ['Initech'],
        minutes: 30,
        version: '1.0.0',
        origin: 'built-in',
        attempts: 2,
        finished: 1,
        lastPractisedAt: '2026-11-21T10:00:00Z',
      },
    ],
  });
});

test('a session that cannot be read hides nothing', async () => {
  const broken = [...sessions, { id: 'broken', fault: 'no header' }];
  expect((await list({}, { sessions: broken })).out).toBe((await list({})).out);
});
