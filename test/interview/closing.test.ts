import { describe, expect, test } from 'vitest';
import { askCandidate, assessSitting } from '../../src/interview/closing.ts';
import { builtInPanel } from '../../src/interview/panel.ts';
import { planSession } from '../../src/interview/plan.ts';
import { Sitting } from '../../src/interview/sitting.ts';
import type { Intent } from '../../src/session/decide.ts';
import { problemLike, visitorCounter } from '../harness/catalogue.ts';
import { LEAVE, testContext, type World } from '../harness/context.ts';

/** Ten points, one weightier than the others. */
const points = Array.from({ length: 10 }, (_, index) => {
  const [once] = visitorCounter.points;
  if (once === undefined) throw new Error('the tests need a point');
  return {
    ...once,
    id: `point-${index}`,
    stage: 'design' as const,
    claim: `Makes claim ${index}.`,
    weight: index === 9 ? 3 : 1,
    signals: { any: [[`subject${index}`, `conclusion${index}`]] },
  };
});

async function ended(world: World = {}, first = '', phase?: string, before: readonly Intent[] = []) {
  const context = testContext({
    ...world,
    interactive: true,
    problems: [problemLike({ id: 'visitor-counter', points })],
  });
  const choice = {
    problem: 'visitor-counter',
    template: undefined,
    level: undefined,
    minutes: undefined,
    phase,
    seed: 1,
    folder: undefined,
  };
  const { header, ...opening } = await planSession({ ...choice, mode: 'interview', scripted: false }, context);
  const sitting = Sitting.start(context.store.sessions.create(header), builtInPanel(header, context), {
    type: 'open',
    ...opening,
  });
  for (const intent of before) sitting.apply(intent, 1);
  sitting.apply({ type: 'next', draft: first }, 1);
  sitting.apply({ type: 'next', draft: 'We decided on the counters.' }, 2);
  sitting.apply({ type: 'next', draft: '' }, 3);
  return { context, sitting };
}

function assessAsUnsure(sitting: Sitting): void {
  const unsure = points.map(
    ({ id }) => ({ id, state: 'unsure', evidence: [{ phase: 'design', quote: `on ${id}` }] }) as const,
  );
  sitting.apply({ type: 'assess', matcher: 1, points: unsure }, 3);
}

test('the assessment is stored with the version of the matcher', async () => {
  const { sitting } = await ended();
  assessSitting(sitting);
  expect(sitting.state.assessment?.matcher).toBeGreaterThan(0);
  expect(sitting.state.assessment?.points.map(({ id }) => id)).toEqual(points.map(({ id }) => id));
});

test('what was calculated and drawn is judged and stored with it', async () => {
  const { sitting } = await ended({}, 'total = 3 * 7 GB = 21 TB\n\nclient -> gateway -> ledger');
  assessSitting(sitting);
  const { estimates, drawings } = sitting.state.assessment ?? {};
  expect(estimates?.workings).toMatchObject([{ verdict: 'wrong', mistake: { slip: 'power-of-ten', ratio: 1_000 } }]);
  expect(drawings?.unexplained).toContain('ledger');
});

describe('what /calc worked out', () => {
  async function calculated(text: string, answer: string) {
    const { context, sitting } = await ended({}, '', undefined, [
      { type: 'calculate', text },
      { type: 'answer', text: answer },
    ]);
    assessSitting(sitting);
    return { context, state: sitting.state };
  }

  test('is held against the estimates as if it had been said', async () => {
    const { state } = await calculated('door events = 20M/day = 231/s', 'We count them.');
    expect(state.assessment?.estimates).toMatchObject({
      workings: [
        { text: 'door events = 20M/day = 231/s', verdict: 'agrees', estimate: { id: 'events', isWithin: true } },
      ],
      notWorkedOut: [],
    });
    expect(state.turns.filter(({ kind }) => kind === 'answer').map(({ text }) => text)).toContain('We count them.');
  });

  test.each(['door events = 20M/day = 231/s', 'so 20M / day = 230/s of them', 'door events = 231/s'])(
    'is held against them once where the answer %j has it too',
    async (answer) => {
      const { state } = await calculated('door events = 20M/day = 231/s', answer);
      expect(state.assessment?.estimates?.workings).toHaveLength(1);
    },
  );

  test('makes points, with the line as evidence', async () => {
    const { state } = await calculated('subject3 conclusion3 = 2 * 3 TB = 6 TB', 'We count them.');
    expect(state.assessment?.points.find(({ id }) => id === 'point-3')).toEqual({
      id: 'point-3',
      state: 'covered',
      evidence: [{ phase: 'requirements', quote: 'subject3 conclusion3 = 2 * 3 TB = 6 TB' }],
    });
  });
});

test('at most eight unsure points are put to the candidate, the weightiest first, and their word is stored', async () => {
  const { context, sitting } = await ended({ choices: ['Makes claim 9.', 'More numbers.', ''] });
  assessAsUnsure(sitting);
  await askCandidate(sitting, context);
  expect(context.asked[0]?.question).toContain('The others count as not made.');
  expect(context.asked[0]?.labels).toHaveLength(8);
  expect(context.asked[0]?.labels[0]).toBe('Makes claim 9.');
  expect(Object.entries(sitting.state.settled).filter(([, covered]) => covered)).toEqual([['point-9', true]]);
  expect(Object.keys(sitting.state.settled)).toHaveLength(8);
  expect(sitting.state.reflection).toEqual(['More numbers.']);
});

test('who leaves the questions has lost nothing: the rest stays unsure', async () => {
  const { context, sitting } = await ended({ choices: [LEAVE] });
  assessAsUnsure(sitting);
  await askCandidate(sitting, context);
  expect(sitting.state.settled).toEqual({});
  expect(sitting.state.ended).toBe(true);
});

test('of a phase that was not practised no point is put to the candidate', async () => {
  const { context, sitting } = await ended({ choices: [''] }, 'Counters.', 'requirements');
  assessAsUnsure(sitting);
  await askCandidate(sitting, context);
  expect(context.asked.map(({ question }) => question)).toEqual([
    expect.stringContaining('what would you do differently'),
  ]);
  expect(sitting.state.settled).toEqual({});
});

test('the reflection says how it ends, and takes two lines', async () => {
  const { context, sitting } = await ended({ choices: ['One.', 'Two.'] });
  sitting.apply({ type: 'assess', matcher: 1, points: [] }, 3);
  await askCandidate(sitting, context);
  expect(context.asked.map(({ question }) => question)).toEqual([
    '\nIn a line or two: what would you do differently next time?\nAn empty line ends it.\n> ',
    '> ',
  ]);
  expect(sitting.state.reflection).toEqual(['One.', 'Two.']);
});
