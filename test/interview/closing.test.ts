import { expect, test } from 'vitest';
import { askCandidate, assessSitting } from '../../src/interview/closing.ts';
import { builtInPanel } from '../../src/interview/panel.ts';
import { planSession } from '../../src/interview/plan.ts';
import { Sitting } from '../../src/interview/sitting.ts';
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

async function ended(world: World = {}, first = '') {
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
    phase: undefined,
    seed: 1,
    folder: undefined,
  };
  const { header, ...opening } = await planSession({ ...choice, mode: 'interview', scripted: false }, context);
  const sitting = Sitting.start(context.store.sessions.create(header), builtInPanel(header, context), {
    type: 'open',
    ...opening,
  });
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

test('at most eight unsure points are put to the candidate, the weightiest first, and their word is stored', async () => {
  const { context, sitting } = await ended({ choices: ['Makes claim 9.', 'More numbers.', ''] });
  assessAsUnsure(sitting);
  await askCandidate(sitting, context);
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
