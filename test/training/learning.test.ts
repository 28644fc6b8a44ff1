import { describe, expect, test } from 'vitest';
import { calibrate, type Trial } from '../../training/calibrate.ts';
import { parseExamples } from '../../training/examples.ts';
import { learn, type Sample, scoreOf, seeded } from '../../training/learn.ts';

describe('examples', () => {
  test('have a point, a label, a voice, line breaks and other points', () => {
    const source = '## hot-key\n+ one key ⏎ is hot {shards, leases}\n- keys {x y}\n\n## shards\n! none\n';
    expect(parseExamples(source, 'notes.md')).toEqual([
      { point: 'hot-key', label: '+', text: 'one key\nis hot', also: ['shards', 'leases'], voice: 'notes' },
      { point: 'hot-key', label: '-', text: 'keys {x y}', also: [], voice: 'notes' },
      { point: 'shards', label: '!', text: 'none', also: [], voice: 'notes' },
    ]);
  });

  test.each([['+ before a heading'], ['## hot-key\nno mark'], ['## hot-key\n+']])(
    'a line that is none is told with its place: %j',
    (source) => {
      expect(() => parseExamples(source, 'notes.md')).toThrow(/^notes\.md:\d: no heading and no example/);
    },
  );
});

/** Point 0 is made by feature 0, point 1 by feature 1; feature 2 says nothing. */
function sample(features: readonly number[], makes: readonly [number, number]): Sample {
  return { features: Int32Array.from(features), makes: Uint8Array.from(makes), counts: Float32Array.from([1, 1]) };
}
const SAMPLES = Array.from({ length: 40 }, (_, index) =>
  index % 2 === 0 ? sample([0, 2], [1, 0]) : sample([1, 2], [0, 1]),
);

test('learning tells points apart by their features, the same every time', () => {
  const model = learn(SAMPLES, 3, 2);
  const score = (feature: number, point: number) => scoreOf(model, Int32Array.from([feature, 2]), point);
  expect(score(0, 0)).toBeGreaterThan(0);
  expect(score(1, 0)).toBeLessThan(0);
  expect(score(1, 1)).toBeGreaterThan(0);
  expect(learn(SAMPLES, 3, 2)).toEqual(model);
});

test('bars lie where interviews of voices that were left out are told apart', () => {
  const trials = SAMPLES.map((each, index): Trial => {
    const point = index % 2;
    return { voice: index < 20 ? 'one' : 'other', point, isMade: true, sample: each, beside: each.features };
  });
  // Each point is also spoken of without being made.
  const unmade = trials.map(
    (trial): Trial => ({ ...trial, isMade: false, sample: { ...sample([2], [0, 0]) }, beside: Int32Array.from([2]) }),
  );
  const { accuracy, bars } = calibrate([...trials, ...unmade], 3, 2);
  expect(bars).toHaveLength(2);
  expect(accuracy).toBeGreaterThan(0.95);
});

test('the generator of the order is the same everywhere', () => {
  const random = seeded(7);
  expect([random(), random(), random()].map((value) => Math.floor(value * 1000))).toEqual([238, 913, 612]);
});
