import { describe, expect, test } from 'vitest';
import { debriefOf } from '../../src/assessment/debrief.ts';
import type { Problem } from '../../src/catalogue/schema.ts';
import type { PointDecision, PointState, SessionEvent } from '../../src/session/events.ts';
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
  said: readonly SessionEvent[] = [],
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
    ...said,
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

  test('says of each criterion what was seen, and leaves to the candidate what only they can say', () => {
    const [group] = debrief({ a: 'covered', b: 'covered', c: 'missed' }, points).criteria;
    expect(group?.items).toEqual([
      { text: 'Data is sound.', seen: 'Covered: 2 of 3 points of data, all but c.' },
      {
        text: 'In time.',
        seen: 'In time and used: none of 3 phases; Requirements (nothing sent); Design, Trade-offs (not reached).',
      },
      { text: 'Clear.', seen: 'Yours to say.' },
    ]);
  });

  test('finds a strength only where there were points enough to tell', () => {
    const all = { a: 'covered', b: 'covered', c: 'covered' } as const;
    expect(debrief(all, points).strengths).toEqual([{ name: 'data', covered: 3, of: 3 }]);
    expect(debrief(all, points.slice(0, 2)).strengths).toEqual([]);
  });

  test('says after how many hints a point was made', () => {
    const hint = (about?: string) =>
      ({
        type: 'said',
        at: 2,
        speaker: 'interviewer',
        kind: 'hint',
        phase: 'design',
        text: 'x',
        ...(about && { about }),
      }) as const;
    const result = debrief({ a: 'unsure', b: 'unsure', c: 'covered' }, points, { a: true, b: false }, [
      hint('a'),
      hint('a'),
      hint('b'),
      hint(),
    ]);
    expect(result.results.map(({ hints }) => hints)).toEqual([2, 1, 0, 0]);
    const notes = debriefBlocks(result, header).flatMap((block) =>
      block.type === 'point' ? [[block.claim, block.note]] : [],
    );
    expect(notes).toEqual([
      ['Speaks of a.', 'by your own word, after 2 hints'],
      ['Speaks of c.', ''],
      ['Speaks of b.', 'after 1 hint'],
    ]);
  });

  test('counts no hint that came after the words that made the point', () => {
    const said = { type: 'said', at: 2, phase: 'design' } as const;
    const hint = { ...said, speaker: 'interviewer', kind: 'hint', about: 'a', text: 'x' } as const;
    const answer = (text: string) => ({ ...said, speaker: 'candidate', kind: 'answer', text }) as const;
    const hintsOn = (...events: readonly SessionEvent[]) =>
      debrief({ a: 'covered', b: 'missed' }, points, {}, events).results[0]?.hints;
    expect(hintsOn(hint, answer('I speak about a.'), hint, answer('As I said, about a.'))).toBe(1);
    expect(hintsOn(answer('I speak about a.'), hint)).toBe(0);
    expect(hintsOn(answer('Of nothing.'), hint, hint)).toBe(2);
  });

  test('gives model answers to the three weightiest missed points at once, and to all of them in a review', () => {
    const many = ['a', 'b', 'c', 'd', 'e'].map((id, index) => point(id, { weight: index === 3 ? 3 : 1 }));
    const result = debrief(Object.fromEntries(many.map(({ id }) => [id, 'missed'])), many);
    const answered = (options = {}) =>
      debriefBlocks(result, header, options).flatMap((block) => (block.type === 'point' ? block.claim : []));
    expect(answered()).toEqual(['d', 'a', 'b', 'c', 'e'].map((id) => `Speaks of ${id}.`));
    expect(answered({ brief: true })).toEqual(['d', 'a', 'b'].map((id) => `Speaks of ${id}.`));
    expect(debriefBlocks(result, header, { brief: true })).toContainEqual({
      type: 'lines',
      lines: [
        `Also missed; sdi review ${header.session} has what a good answer says:`,
        '- Speaks of c.',
        '- Speaks of e.',
      ],
    });
  });

  test('names the weightiest of what is open, and the command that practises it at this level', () => {
    const result = debrief({ a: 'missed', b: 'missed', c: 'missed' }, [...points, point('long-name', { weight: 3 })]);
    const commands = (of: typeof result) =>
      debriefBlocks(of, header)
        .flatMap((block) => (block.type === 'lines' ? block.lines : []))
        .filter((text) => text.includes('sdi practice'));
    expect(commands(result)).toEqual([
      '- deep-dive: sdi practice visitor-counter --template small --phase design (3 open, such as b and long name)',
      '- scaling: sdi practice visitor-counter --template small --phase design (1 open: c)',
    ]);
    expect(commands({ ...result, isOwnLevel: false })[1]).toContain('visitor-counter --level L6 ');
  });

  test('tells what changed, and what a good answer to it holds', () => {
    const twist = {
      type: 'said',
      at: 2,
      speaker: 'interviewer',
      kind: 'twist',
      phase: 'design',
      text: 'Now groups.',
      about: 'groups',
    } as const;
    const result = debrief({ a: 'covered' }, points, {}, [twist]);
    expect(result.twist).toEqual({
      id: 'groups',
      change: 'Doors now count groups of people.',
      wants: ['A number in the event'],
    });
    expect(debriefBlocks(result, header)).toEqual(
      expect.arrayContaining([
        { type: 'heading', text: 'What changed' },
        { type: 'lines', lines: ['Doors now count groups of people.'] },
        {
          type: 'lines',
          lines: ['A good answer to it holds these; sdi does not judge it:', '- A number in the event'],
        },
      ]),
    );
    expect(debrief({ a: 'covered' }, points).twist).toBeUndefined();
  });

  test('tells what was asked: facts told, facts that were only offered, and questions without an answer', () => {
    const reply = { type: 'said', at: 2, speaker: 'interviewer', phase: 'requirements', text: '' } as const;
    const result = debrief({ a: 'covered' }, points, {}, [
      { ...reply, kind: 'choices', about: 'museums visitors' },
      { ...reply, kind: 'assume', about: 'Who pays?\nHow large is the team?' },
      { ...reply, kind: 'assume', about: 'who pays' },
      { ...reply, speaker: 'candidate', kind: 'ask', text: 'Is it raining?' },
      { ...reply, kind: 'assume', about: 'Is it raining?' },
      { type: 'withdrawn', at: 3, turn: 4 },
    ]);
    expect(debriefBlocks(result, header)).toContainEqual({
      type: 'lines',
      lines: [
        'Asked for: Number of museums.',
        'Offered, and not taken up: Visitors a day.',
        'Asked, and I had nothing on it: "who pays", "How large is the team?".',
      ],
    });
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
