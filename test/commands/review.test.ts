import { expect, test } from 'vitest';
import { type ReviewOptions, runReview } from '../../src/commands/review.ts';
import { EXIT } from '../../src/errors.ts';
import { LEAVE, testContext, type World } from '../harness/context.ts';
import { answered, at, fullRecord, recordLike } from '../harness/sessions.ts';

const sessions = [
  fullRecord(),
  { id: '2026-11-21-broken', fault: 'journal.jsonl is damaged at byte 120' },
  recordLike(
    { session: '2026-11-22-visitor-counter', startedAt: '2026-11-22T10:00:00Z' },
    at(4, answered('requirements', 'the second attempt')),
  ),
];

async function review(options: ReviewOptions, world: World = {}) {
  const context = testContext({ sessions, ...world });
  const exitCode = await runReview(options, context);
  return { exitCode, asked: context.asked, ...context.printed };
}

const ROWS = [
  '2026-11-22-visitor-counter  2026-11-22 10:00  Visitor counter                        4/30  unfinished',
  '2026-11-21-broken                             journal.jsonl is damaged at byte 120         unreadable',
  '2026-11-20-visitor-counter  2026-11-20 09:30  Visitor counter                       18/30  finished',
];

test('lists all sessions where nobody can choose, an unreadable one with its fault', async () => {
  const header = 'Session                     Date              Problem                                 Min  State';
  expect(await review({})).toMatchObject({ exitCode: EXIT.done, out: [header, ...ROWS, ''].join('\n'), err: '' });
});

test('what was drawn has ASCII frames where the terminal shows no others', async () => {
  const drawn = recordLike({ session: 'drawn' }, at(4, answered('requirements', 'client -> api')));
  const world = { sessions: [drawn], interactive: true, environment: { LC_ALL: 'C' } };
  const { out } = await review({ session: 'drawn' }, world);
  expect(out).toContain('| client +');
});

test('lets one be chosen at a terminal, newest first', async () => {
  const { out, asked } = await review({}, { interactive: true, columns: 120, choices: ['2026-11-20-visitor-counter'] });
  expect(asked).toEqual([{ question: 'Which session?', labels: ROWS }]);
  expect(out).toContain('Exactness, for 5 s.');
});

test('leaving the menu leaves', async () => {
  await expect(review({}, { interactive: true, choices: [LEAVE] })).rejects.toMatchObject({
    exitCode: EXIT.interrupted,
  });
});

test.each(['last', '2026-11-22', '2026-11-22-visitor-counter'])('shows the transcript of %s', async (session) => {
  const { exitCode, out } = await review({ session });
  expect(exitCode).toBe(EXIT.done);
  expect(out).toContain('the second attempt');
});

test('shows a transcript as JSON', async () => {
  const { out } = await review({ session: '2026-11-20', json: true });
  expect(JSON.parse(out)).toMatchObject({ schemaVersion: 1, session: '2026-11-20-visitor-counter', finished: true });
});

test('lists sessions as JSON and never asks then', async () => {
  const { out } = await review({ json: true }, { interactive: true });
  expect(JSON.parse(out)).toMatchObject({
    schemaVersion: 1,
    sessions: [
      { session: '2026-11-22-visitor-counter', finished: false, elapsedMs: 240_000, minutes: 30 },
      { session: '2026-11-21-broken', fault: 'journal.jsonl is damaged at byte 120' },
      { session: '2026-11-20-visitor-counter', finished: true },
    ],
  });
});

test('an unreadable session tells what to do', async () => {
  await expect(review({ session: '2026-11-21-broken' })).rejects.toMatchObject({
    exitCode: EXIT.machine,
    hint: expect.stringContaining('--salvage'),
  });
});

test('without sessions it says how to begin', async () => {
  expect(await review({}, { sessions: [] })).toMatchObject({
    exitCode: EXIT.done,
    out: '',
    err: 'There are no sessions yet. sdi practice starts one.\n',
  });
});

test.each(['nothing', '../x', '/etc/x', 'a\0b', ''])('refuses the session %j', async (session) => {
  await expect(review({ session })).rejects.toMatchObject({ exitCode: EXIT.usage });
});
