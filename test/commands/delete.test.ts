import { expect, test } from 'vitest';
import { type DeleteOptions, runDelete } from '../../src/commands/delete.ts';
import { EXIT } from '../../src/errors.ts';
import { testContext, type World } from '../harness/context.ts';
import { fullRecord, recordLike } from '../harness/sessions.ts';

const sessions = [
  fullRecord(),
  recordLike({ session: '2026-11-22-visitor-counter' }),
  { id: 'broken', fault: 'no header' },
];

function deleting(options: DeleteOptions, world: World = {}) {
  const context = testContext({ sessions, ...world });
  return { context, exitCode: runDelete(options, context), left: () => [...context.store.stored.keys()] };
}

test('names what goes, asks, and deletes it', async () => {
  const { context, exitCode, left } = deleting({ sessions: ['2026-11-20'] }, { interactive: true, choices: [true] });
  expect(await exitCode).toBe(EXIT.done);
  expect(context.asked).toEqual([{ question: 'Delete this session for good?', labels: [] }]);
  expect(context.printed.out).toBe('');
  expect(context.printed.err).toBe(
    [
      '  Session                     Date              Problem            Min  State',
      '  2026-11-20-visitor-counter  2026-11-20 09:30  Visitor counter  18/30  finished',
      'Deleted 2026-11-20-visitor-counter',
      '',
    ].join('\n'),
  );
  expect(left()).toEqual(['2026-11-22-visitor-counter', 'broken']);
});

test('a no deletes nothing', async () => {
  const { context, exitCode, left } = deleting(
    { sessions: ['2026-11-20', 'broken'] },
    { interactive: true, choices: [false] },
  );
  expect(await exitCode).toBe(EXIT.done);
  expect(context.asked[0]?.question).toBe('Delete these 2 sessions for good?');
  expect(context.printed.err).toMatch(/Nothing was deleted\.\n$/);
  expect(left()).toHaveLength(3);
});

test('--yes asks nothing and takes a damaged session too', async () => {
  const { context, exitCode, left } = deleting({ sessions: ['broken', 'broken', '2026-11-22'], yes: true });
  expect(await exitCode).toBe(EXIT.done);
  expect(context.printed.err).toBe('Deleted broken\nDeleted 2026-11-22-visitor-counter\n');
  expect(left()).toEqual(['2026-11-20-visitor-counter']);
});

test('without a terminal it wants --yes', async () => {
  const { exitCode, left } = deleting({ sessions: ['broken'] });
  await expect(exitCode).rejects.toMatchObject({
    exitCode: EXIT.usage,
    hint: 'Give --yes to delete without a question.',
  });
  expect(left()).toHaveLength(3);
});

test.each(['../x', '/etc/x', 'con', 'nothing', 'a\0b'])('one unknown name, %j, keeps all', async (name) => {
  const { exitCode, left } = deleting({ sessions: ['broken', name], yes: true });
  await expect(exitCode).rejects.toMatchObject({ exitCode: EXIT.usage });
  expect(left()).toHaveLength(3);
});
