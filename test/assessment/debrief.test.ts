import { describe, expect, test } from 'vitest';
import { debriefOf } from '../../src/assessment/debrief.ts';
import type { Problem } from '../../src/catalogue/schema.ts';
import type { PointDecision, PointState } from '../../src/session/events.ts';
import { reduce } from '../../src/session/reduce.ts';
import { initialState } from '../../src/session/state.ts';
import { debriefBlocks } from '../../src/transcript/debrief-blocks.ts';
import { problemLike, visitorCounter } from '../harness/catalogue.ts';
import { header, phases } from '../session/sessions.ts';

const [once] = visitorCounter.points;

function point(id: string, changes: Partial<Problem['points'][number]> = {}): Problem['points'][number] {
  if (once === undefined) throw new Error('the tests need a point');
  return { ...once, id, claim: `Speaks of ${id}.`, bar: 'L6', weight: 2, ...changes };
}

const criteria = [
  {
    group: 'Technical',
    items: [
      { id: 'data', text: 'Data is sound.', seen: { by: 'competency', competency: 'data' } },
      { id: 'time', text: 'In time.', seen: { by: 'timing' } },
      { id: 'voice', text: 'Clear.', seen: { by: 'own-word' } },
    ],
  },
] as const;

function debrief(
  states: Readonly<Record<string, PointState>>,
  points: Problem['points'],
  settled: Record<string, boolean> = {},
) {
  const problem = problemLike({ id: 'visitor-counter', points });
  const decisions: PointDecision[] = Object.entries(states).map(([id, state]) => ({
    id,
    state,
    evidence: state === 'missed' ? [] : [{ phase: 'design', quote: `about ${id}` }],
  }));
  const played = phases.map((phase) =>
    phase.id === 'design' ? { ...phase, stages: ['design', 'deep-dive', 'scaling'] as const } : phase,
  );
  const opened = {
    type: 'opened',
    at: 0,
    phases: played,
    problem,
    criteria: structuredClone(criteria) as never,
  } as const;
  const state = [
    opened,
    { type: 'phase-opened', at: 0, phase: 'requirements' } as const,
    {
      type: 'said',
      at: 1,
      speaker: 'interviewer',
      kind: 'fact',
      about: 'museums',
      phase: 'requirements',
      text: '1,000',
    } as const,
    { type: 'phase-ended', at: 60_000, phase: 'requirements', by: 'next' } as const,
    { type: 'ended', at: 60_000 } as const,
    { type: 'assessed', at: 60_000, matcher: 1, points: decisions } as const,
    ...Object.entries(settled).map(([id, covered]) => ({ type: 'settled', at: 60_000, point: id, covered }) as const),
    { type: 'reflected', at: 60_000, text: 'More numbers.' } as const,
  ].reduce(reduce, initialState(header));
  const result = debriefOf(state);
  if (result === undefined) throw new Error('there is no debrief');
  return result;
}

describe('the debrief', () => {
  const points = [
    point('a'),
    point('b', { weight: 3 }),
    point('c', { stage: 'scaling' }),
    point('d', { bar: 'L7' }),
    // No phase of the session covers this stage, so it is not spoken of.
    point('e', { stage: 'evolution' }),
  ];

  test('counts covered points and never an unsure one', () => {
    const { results, stages } = debrief({ a: 'covered', b: 'unsure', c: 'missed', d: 'missed' }, points);
    expect(results.map(({ point: { id }, standing }) => [id, standing])).toEqual([
      ['a', 'covered'],
      ['b', 'unsure'],
      ['c', 'missed'],
      ['d', 'beyond'],
    ]);
    expect(stages).toEqual([
      { name: 'deep-dive', covered: 1, of: 2 },
      { name: 'scaling', covered: 0, of: 1 },
    ]);
  });

  test('takes the candidate’s word on what it is unsure of, and says so', () => {
    const { results } = debrief({ a: 'unsure', b: 'unsure', c: 'missed' }, points, { a: true, b: false });
    expect(results.slice(0, 2).map(({ standing, isOwnWord }) => [standing, isOwnWord])).toEqual([
      ['covered', true],
      ['missed', true],
    ]);
  });

  test('says of each criterion how it is seen, and leaves to the candidate what only they can say', () => {
    const [group] = debrief({ a: 'covered', b: 'covered', c: 'missed' }, points).criteria;
    expect(group?.items).toEqual([
      { text: 'Data is sound.', sight: 'seen in part', by: '2 of 3 points of data' },
      { text: 'In time.', sight: 'not seen', by: '1 of 3 phases in time' },
      { text: 'Clear.', sight: 'yours to say', by: 'only you can say' },
    ]);
  });

  test('names what to practise next by missed weight, and what was never asked', () => {
    const { practise, asked, neverAsked, reflection } = debrief({ a: 'missed', b: 'missed', c: 'missed' }, points);
    expect(practise.map(({ stage, missed }) => [stage, missed.length])).toEqual([
      ['deep-dive', 2],
      ['scaling', 1],
    ]);
    expect([asked, neverAsked]).toEqual([['Number of museums'], ['Visitors a day']]);
    expect(reflection).toEqual(['More numbers.']);
  });

  test('is not made without an assessment', () => {
    expect(debriefOf(initialState(header))).toBeUndefined();
  });
});

test('estimates and diagrams are told as they were judged, whatever this version makes of the answers', () => {
  const estimate = {
    id: 'peak-rate',
    title: 'Peak visits a second',
    formula: 'given',
    unit: '/s',
    value: 1.67e6,
    text: '1.67M/s',
    factor: 2,
    because: 'It matters.',
  };
  const problem = problemLike({
    id: 'visitor-counter',
    points: [point('a')],
    capacity: { inputs: [], estimates: [estimate] },
  } as never);
  const state = [
    { type: 'opened', at: 0, phases, problem } as const,
    { type: 'phase-opened', at: 0, phase: 'requirements' } as const,
    { type: 'ended', at: 1 } as const,
    {
      type: 'assessed',
      at: 1,
      matcher: 1,
      points: [],
      estimates: {
        workings: [
          {
            text: 'a = 2 * 3 TB = 6 PB',
            result: '6 TB',
            verdict: 'wrong',
            mistake: { stated: '6 PB', result: '6 TB', slip: 'power-of-ten', ratio: 1_000 },
            notes: [],
          },
          {
            text: 'peak = 1.67M/s',
            result: '1.67M/s',
            notes: [],
            estimate: { id: 'peak-rate', isWithin: true },
          },
        ],
        unused: ['b = 7 GB'],
        notWorkedOut: [],
      },
      drawings: { unexplained: ['edge cache'], undrawn: [] },
    } as const,
  ].reduce(reduce, initialState(header));
  const result = debriefOf(state);
  if (result === undefined) throw new Error('there is no debrief');
  const told = JSON.stringify(debriefBlocks(result, header));
  expect(told).toContain('you wrote 6 PB, the expression gives 6 TB: 1,000 times less');
  expect(told).toContain('peak = 1.67M/s: it comes to 1.67M/s, near my 1.67M/s (Peak visits a second)');
  expect(told).toContain('b = 7 GB');
  expect(told).toContain('Drawn and never explained: edge cache');
});
