import { expect, test } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import { decodeWeights, encodeWeights, WEIGHT_STEP, type Weights } from '../../src/lexicon/weights.ts';

const cached = { id: 'cached', signals: { any: [['cache', 'read*']] } };
const queued = { id: 'queued', signals: { any: [['queue']] } };
const POINTS = [cached, queued];

/** `own`: a feature and what it says of both points. */
function weightsOf(
  own: Readonly<Record<string, readonly [number, number]>>,
  shared: Readonly<Record<string, number>> = {},
): Weights {
  const features = [...new Set([...Object.keys(own), ...Object.keys(shared)])];
  return {
    learnedFrom: 'test',
    points: ['cached', 'queued'],
    bias: [-1, -1],
    features,
    shared: encodeWeights(features.map((feature) => shared[feature] ?? 0)),
    own: encodeWeights(features.flatMap((feature) => own[feature] ?? [0, 0])),
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
  const one = { ...weightsOf({}), points: ['queued'], bias: [-9], features: [], shared: '', own: '' };
  const states = assess(
    POINTS,
    said('The cache takes the reads. A queue in front of it takes all of the writes there are.'),
    one,
  ).map(({ state }) => state);
  expect(states).toEqual(['covered', 'missed']);
});

test('a signal that holds in a few plain words makes the point, whatever the words weigh', () => {
  expect(stateOf('The cache takes the reads.', weightsOf({}))?.state).toBe('covered');
  expect(stateOf('The cache, as far as I can see for now, takes the reads.', weightsOf({}))?.state).not.toBe('covered');
});

test('two neighbouring sentences may make a point together', () => {
  const weights = weightsOf({ fridg: [2.5, 0], door: [2.5, 0] });
  const decision = stateOf('It stands by the door. The fridge, that is.', weights);
  expect(decision).toMatchObject({
    state: 'covered',
    evidence: [{ quote: 'It stands by the door.' }, { quote: 'The fridge, that is.' }],
  });
});

test('what is turned down is another feature than what is said', () => {
  const weights = weightsOf({ fridg: [4, 0], '-fridg': [-4, 0] });
  expect(stateOf('We use a fridge.', weights)?.state).toBe('covered');
  expect(stateOf('We need no fridge.', weights)?.state).toBe('missed');
});

test('a whole alternative of the signals is a feature, and a class and a quantity are', () => {
  const weights = weightsOf({ 'cached/0': [6, 0], 'time:': [0, 6] });
  const states = assess(POINTS, said('The cache takes the reads.\n\nIt takes 20 ms.'), weights).map(
    ({ state }) => state,
  );
  expect(states).toEqual(['covered', 'covered']);
});

test('shared weights count for every point', () => {
  const weights = weightsOf({}, { must: 4 });
  const states = assess(POINTS, said('This must be.'), weights).map(({ state }) => state);
  expect(states).toEqual(['covered', 'covered']);
});

test('weights survive being written, to within a step', () => {
  const weights = [0, 0.04, 1, -1, 12.7, -12.7, 99];
  const read = [...decodeWeights(encodeWeights(weights))].map((steps) => steps * WEIGHT_STEP);
  expect(read.map((weight) => Number(weight.toFixed(1)))).toEqual([0, 0, 1, -1, 12.7, -12.7, 12.7]);
});
