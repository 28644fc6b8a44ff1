import { expect, test } from 'vitest';
import { criteriaOf, type JudgedPoint } from '../../src/assessment/criteria.ts';
import type { EstimatesReport } from '../../src/assessment/estimates.ts';
import type { SessionEvent } from '../../src/session/events.ts';
import type { SessionHeader } from '../../src/session/header.ts';
import { reduce } from '../../src/session/reduce.ts';
import { initialState } from '../../src/session/state.ts';
import { problemLike, visitorCounter } from '../harness/catalogue.ts';
import { header, minutes, phases } from '../session/sessions.ts';

type Seen = Parameters<typeof criteriaOf>[0][number]['items'][number]['seen'];

const [once] = visitorCounter.points;

/** Points of one kind: `yes` are covered, the others open; `weight` falls from left to right. */
function points(kind: string, text: string, stage = 'design'): JudgedPoint[] {
  if (once === undefined) throw new Error('the tests need a point');
  return text.split(' ').map((name, index) => ({
    point: {
      ...once,
      id: `${kind}-${name.replace('!', '')}`,
      competency: kind as 'data',
      stage: stage as 'design',
      weight: index === 0 ? 3 : 1,
    },
    standing: name.endsWith('!') ? 'covered' : 'missed',
  }));
}

interface World {
  readonly judged?: readonly JudgedPoint[];
  readonly estimates?: EstimatesReport;
  readonly events?: readonly SessionEvent[];
  readonly header?: Partial<SessionHeader>;
  readonly played?: typeof phases;
}

function seenBy(seen: Seen, { judged = [], estimates, events = [], played = phases, ...world }: World): string {
  const opened = { type: 'opened', at: 0, phases: played, problem: problemLike({ id: 'visitor-counter' }) } as const;
  const state = [opened, ...events].reduce(reduce, initialState({ ...header, ...world.header }));
  const groups = criteriaOf([{ group: 'Technical', items: [{ id: 'it', text: 'It is good.', seen }] }], {
    judged,
    estimates,
    state,
  });
  return groups[0]?.items[0]?.seen ?? '';
}

test('what only the candidate can say is left to them', () => {
  expect(seenBy({ by: 'own-word' }, {})).toBe('Yours to say.');
});

test.each([
  ['a! b! c!', 'Covered: all 3 points of data (data a, data b, data c).'],
  ['a! b! c d!', 'Covered: 3 of 4 points of data, all but data c.'],
  ['a b! c d', 'Covered: 1 of 4 points of data (data b).'],
  ['a b c', 'Covered: none of 3 points of data.'],
  ['a! b! c! d! e! f!', 'Covered: all 6 points of data (data a, data b, data c, data d and 2 more).'],
  ['a! b!', 'Yours to say: only 2 points of data to go by.'],
  ['a!', 'Yours to say: only 1 point of data to go by.'],
])('a competency is seen by the points %s', (text, said) => {
  expect(seenBy({ by: 'competency', competency: 'data' }, { judged: points('data', text) })).toBe(said);
});

test('a competency that no point is of is left to the candidate', () => {
  const said = 'Yours to say: no points of security to go by.';
  expect(seenBy({ by: 'competency', competency: 'security' }, { judged: points('data', 'a b c') })).toBe(said);
});

/** A session of three phases of 5, 10 and 15 minutes: how long each lasted, and whether something was sent in it. */
function played(...lengths: readonly (readonly [minutes: number, answer: string])[]): SessionEvent[] {
  let at = 0;
  const events = lengths.flatMap(([length, text], index): SessionEvent[] => {
    const phase = phases[index]?.id ?? '';
    const said = { type: 'said', speaker: 'candidate', kind: 'answer', phase, text } as const;
    const opened = { type: 'phase-opened', at, phase } as const;
    at += minutes(length);
    return [opened, ...(text === '' ? [] : [{ ...said, at }]), { type: 'phase-ended', at, phase, by: 'next' }];
  });
  return [...events, { type: 'ended', at }];
}

const designed = points('data', 'a! b! c', 'design');

test.each([
  ['used', played([5, 'x'], [10, 'x'], [15, 'x']), 'In time and used: all 3 phases.'],
  ['a tenth over', played([5.5, 'x'], [10, 'x'], [15, 'x']), 'In time and used: all 3 phases.'],
  ['too long', played([7, 'x'], [10, 'x'], [15, 'x']), 'In time and used: 2 of 3 phases; Requirements (02:00 over).'],
  [
    'quick, with most of its points',
    played([5, 'x'], [1, 'x'], [15, 'x']),
    'In time and used: all 3 phases; in less than half the time given: Design.',
  ],
  [
    'rushed through',
    played([0, 'x'], [0, 'x'], [1, 'x']),
    'In time and used: 1 of 3 phases; Requirements (left after 00:00); Trade-offs (left after 01:00); in less than half the time given: Design.',
  ],
  [
    'skipped and cut off',
    played([5, ''], [10, 'x']),
    'In time and used: 1 of 3 phases; Requirements (nothing sent); Trade-offs (not reached).',
  ],
])('time is held against the phases, %s', (_, events, said) => {
  expect(seenBy({ by: 'timing' }, { events, judged: designed })).toBe(said);
});

test('a phase that was left early says how little of it was covered', () => {
  const judged = points('data', 'a! b c', 'design');
  expect(seenBy({ by: 'timing' }, { events: played([5, 'x'], [4, 'x'], [15, 'x']), judged })).toBe(
    'In time and used: 2 of 3 phases; Design (left after 04:00 with 1 of 3 points).',
  );
});

test('where no time passed by there is no timing to speak of', () => {
  const events = played([0, 'x'], [0, 'x'], [0, 'x']);
  expect(seenBy({ by: 'timing' }, { events, header: { scripted: true } })).toBe(
    'Yours to say: the answers came from a file without minutes.',
  );
});

test('of a single phase only what it can show is told', () => {
  const state = [
    {
      type: 'opened',
      at: 0,
      phases: phases.slice(0, 1),
      problem: problemLike({ id: 'visitor-counter' }),
    } as const,
    ...played([5, 'x']),
  ].reduce(reduce, initialState(header));
  const item = (id: string, seen: Seen) => ({ id, text: `It is ${id}.`, seen });
  const criteria = [
    {
      group: 'Technical',
      items: [
        item('sound', { by: 'competency', competency: 'data' }),
        item('safe', { by: 'competency', competency: 'security' }),
        item('right', { by: 'estimates' }),
      ],
    },
    { group: 'Conduct', items: [item('in time', { by: 'timing' }), item('clear', { by: 'own-word' })] },
  ];
  expect(criteriaOf(criteria, { judged: points('data', 'a! b! c'), estimates: undefined, state })).toEqual([
    { group: 'Technical', items: [{ text: 'It is sound.', seen: 'Covered: 2 of 3 points of data, all but data c.' }] },
  ]);
});

const working = { text: 'a = 1', result: '1', verdict: undefined, message: undefined, notes: [], estimate: undefined };
const held = (isWithin: boolean, verdict?: 'wrong') => ({
  ...working,
  verdict,
  estimate: { id: 'x', title: 'X', text: '1', isWithin },
});

test.each([
  [[held(true), held(true), held(true)], "Right and near the problem's own: all 3 results."],
  [[held(true), held(false), held(true, 'wrong')], "Right and near the problem's own: 1 of 3 results."],
  [
    [held(true), held(true), held(true), { ...working, verdict: 'wrong' as const }, working],
    "Right and near the problem's own: all 3 results; 1 more does not come out as written.",
  ],
  [[held(true), held(true), working], "Yours to say: only 2 results to hold against the problem's own."],
  [[], "Yours to say: no results to hold against the problem's own."],
])('estimates are seen by results that the problem has too', (workings, said) => {
  expect(seenBy({ by: 'estimates' }, { estimates: { workings, unused: [], notWorkedOut: [] } })).toBe(said);
});

test('where no phase asked for estimates they are left to the candidate', () => {
  expect(seenBy({ by: 'estimates' }, {})).toBe('Yours to say: no phase of this session was about capacity.');
});
