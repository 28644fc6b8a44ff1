import { describe, expect, test } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import { decodeWeights, encodeWeights, WEIGHT_STEP, type Weights } from '../../src/lexicon/weights.ts';

const cached = { id: 'cached', signals: { any: [['cache|fri*|door', 'read*']] } };
const queued = { id: 'queued', signals: { any: [['queue']] } };
const POINTS = [cached, queued];

/** A feature and what it says of both points. */
function weightsOf(weights: Readonly<Record<string, readonly [number, number]>>): Weights {
  return {
    learnedFrom: 'test',
    points: ['cached', 'queued'],
    bias: [-1, -1],
    unsureFrom: -1.1,
    features: Object.keys(weights),
    weights: encodeWeights(Object.values(weights).flat()),
  };
}

const said = (text: string) => [{ phase: 'design', text }];
const stateOf = (text: string, weights?: Weights) => assess(POINTS, said(text), weights)[0];

test('a point with weights is made where its words weigh enough, with the sentence as evidence', () => {
  const weights = weightsOf({ fridg: [4, 0] });
  expect(stateOf('First this. We keep it in the fridge. Then that.', weights)).toEqual({
    id: 'cached',
    state: 'covered',
    evidence: [{ phase: 'design', quote: 'We keep it in the fridge.' }],
  });
  expect(stateOf('We keep it in the cupboard.', weights)?.state).toBe('unsure');
});

test('without weights the signals decide, and so they do for points that weights do not know', () => {
  expect(stateOf('The cache takes the reads.')?.state).toBe('covered');
  const one = { ...weightsOf({}), points: ['queued'], bias: [-9], features: [], weights: '' };
  const states = assess(
    POINTS,
    said('The cache takes the reads. A queue in front of it takes all of the writes there are.'),
    one,
  ).map(({ state }) => state);
  expect(states).toEqual(['covered', 'missed']);
});

test.each([
  'In v2 the cache takes the reads from the fridge.',
  'The cache takes the reads. The fridge is near it. We decided against it.',
  'Out of scope: reads from a cache, or a fridge.',
])('what is set aside is unsure at most: %s', (text) => {
  expect(stateOf(text, weightsOf({ fridg: [9, 0] }))?.state).not.toBe('covered');
});

test('what is set aside does not take its neighbour with it', () => {
  const weights = weightsOf({ fridg: [9, 0] });
  expect(stateOf('In v2 there is a second one. The fridge is a cache for reads.', weights)?.state).toBe('covered');
});

test('two neighbouring sentences may make a point together', () => {
  const weights = weightsOf({ fridg: [0.9, 0], door: [0.9, 0] });
  const decision = stateOf('It stands by the door. The fridge, that is.', weights);
  expect(decision).toMatchObject({
    state: 'covered',
    evidence: [{ quote: 'It stands by the door.' }, { quote: 'The fridge, that is.' }],
  });
});

test('of two sentences the one that makes the point by itself is the evidence', () => {
  const weights = weightsOf({ fridg: [4, 0], door: [4, 0] });
  expect(stateOf('It is in the hall. The fridge stands by the door. It hums.', weights)?.evidence).toEqual([
    { phase: 'design', quote: 'The fridge stands by the door.' },
  ]);
});

describe('a clause of a sentence that makes several claims', () => {
  const known = 'hall lamp cellar cold wall floor'.split(' ');
  const others = Object.fromEntries(known.map((word): [string, readonly [number, number]] => [word, [0, 0]]));
  const weights = { ...weightsOf({ fridg: [2.4, 0], '-fridg': [-2.4, 0], ...others }), unsureFrom: -0.05 };
  test.each([
    ['the hall has a lamp, the cellar is cold, the fridge keeps food, the wall meets the floor', 'covered'],
    ['Rooms: the hall has a lamp, the cellar is cold, the fridge keeps food, a wall on the floor', 'covered'],
    ['the hall has a lamp, the cellar is cold, no fridge keeps food, the wall meets the floor', 'missed'],
    ['the hall has a lamp, the cellar is cold, the fridge keeps food, which I refuse, the wall, the floor', 'missed'],
    ['the hall has a lamp, the cellar is cold, if the fridge keeps food, the wall meets the floor', 'missed'],
    ['hall, lamp, cellar, cold, fridge, wall, floor', 'missed'],
    ['the hall has a lamp, the cellar is cold, the fridge keeps food, does the wall meet the floor?', 'missed'],
  ])('%s: %s', (text, state) => {
    expect(stateOf(text, weights)?.state).toBe(state);
  });
});

describe('a question', () => {
  const weights = { ...weightsOf({ fridg: [4, 0] }), unsureFrom: -0.9 };
  test.each([
    ['Do we keep it in the fridge?', 'missed'],
    ['Is it cold? Do we keep it in the fridge?', 'missed'],
    ['We sell food. Do we keep it in the fridge?', 'missed'],
    ['Do we keep it in the fridge? No, in the cellar.', 'missed'],
    ['Do we keep it in the fridge? Yes, all of it.', 'covered'],
    ['Do we keep it in the fridge?\nWe open at nine.', 'unsure'],
    ['Where is it? We keep it in the fridge.', 'covered'],
  ])('%s: %s', (text, state) => {
    expect(stateOf(text, weights)?.state).toBe(state);
  });
});

test('an example that has a shape makes its point, whatever its words weigh', () => {
  const rollout = {
    id: 'cached',
    signals: { any: [[{ shape: 'growing-percentages' }, { optional: 'policy' }]] },
  } as const;
  const judged = (text: string) => assess([rollout], said(text), { ...weightsOf({}), points: ['cached'] })[0]?.state;
  expect(judged('1% -> 5% -> 25% -> 100%')).toBe('covered');
  expect(judged('100% -> 25%')).not.toBe('covered');
});

test('what is turned down is another feature than what is said', () => {
  const weights = weightsOf({ fridg: [4, 0], '-fridg': [-4, 0] });
  expect(stateOf('We use a fridge.', weights)?.state).toBe('covered');
  expect(stateOf('We need no fridge.', weights)?.state).toBe('missed');
});

test('a whole alternative of the signals is a feature, and a class and a quantity are', () => {
  const weights = weightsOf({ 'cached/0': [6, 0], 'time:': [0, 6] });
  const states = assess(POINTS, said('The cache takes the reads.\n\nIt queues for 20 ms.'), weights).map(
    ({ state }) => state,
  );
  expect(states).toEqual(['covered', 'covered']);
});

test('pieces of words are features, so that a slip or another form shares something', () => {
  const weights = weightsOf({ '~frid': [3, 0], '~idge': [3, 0] });
  expect(stateOf('We keep it in the frigde.', weights)?.state).not.toBe('covered');
  expect(stateOf('We keep it in mini_fridges.', weights)?.state).toBe('covered');
});

test('outside of the phase that asks for it, a statement must be clearer', () => {
  const weights = weightsOf({ fridg: [1.5, 0] });
  const points = POINTS.map((point) => ({ ...point, stage: 'design' }));
  const judged = (stages: readonly string[]) =>
    assess(points, [{ phase: 'any', stages, text: 'It is a fridge.' }], weights)[0]?.state;
  expect(judged(['design'])).toBe('covered');
  expect(judged(['capacity'])).toBe('unsure');
  expect(judged(['capacity', 'design'])).toBe('covered');
});

test('words of which the signals know none make nothing', () => {
  const weights = weightsOf({ lamp: [9, 0] });
  expect(stateOf('It is a lamp.', weights)?.state).toBe('unsure');
  expect(stateOf('It is a lamp by the door.', weights)?.state).toBe('covered');
});

test('a bare list of words makes nothing', () => {
  const weights = weightsOf({ fridg: [9, 0] });
  expect(stateOf('fridges, cupboards, shelves, drawers', weights)?.state).toBe('unsure');
});

test('a point that is all about a figure is made by the right one only', () => {
  const fast = { id: 'cached', signals: { any: [['latency', { number: { value: 10, unit: 'ms', factor: 2 } }]] } };
  const weights = weightsOf({ '@latency': [9, 0] });
  const judged = (text: string) => assess([fast, queued], said(text), weights)[0]?.state;
  expect(judged('The latency is 12 ms.')).toBe('covered');
  expect(judged('The latency is 150 ms.')).toBe('unsure');
});

test('weights survive being written, to within a step', () => {
  const weights = [0, 0.04, 1, -1, 12.7, -12.7, 99];
  const read = [...decodeWeights(encodeWeights(weights))].map((steps) => steps * WEIGHT_STEP);
  expect(read.map((weight) => Number(weight.toFixed(1)))).toEqual([0, 0, 1, -1, 12.7, -12.7, 12.7]);
});
