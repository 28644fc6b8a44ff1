import { describe, expect, test } from 'vitest';
import { compileSignals } from '../../src/assessment/compiled-signals.ts';
import { calibrate, type Trial } from '../../training/calibrate.ts';
import { parseExamples } from '../../training/examples.ts';
import { learn, type Sample } from '../../training/learn.ts';
import { minimize } from '../../training/minimize.ts';
import { readSamples } from '../../training/samples.ts';

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
  const { bias, weights } = learn(SAMPLES, 3, 2);
  const score = (feature: number, point: number) =>
    (bias[point] ?? 0) + ((weights[feature * 2 + point] ?? 0) + (weights[2 * 2 + point] ?? 0)) / Math.sqrt(2);
  expect(score(0, 0)).toBeGreaterThan(0);
  expect(score(1, 0)).toBeLessThan(0);
  expect(score(1, 1)).toBeGreaterThan(0);
  expect(learn(SAMPLES, 3, 2)).toEqual({ bias, weights });
});

test('the minimum of a narrow valley is found', () => {
  // Rosenbrock's function, lowest at (1, 1).
  const valley = {
    at([x = 0, y = 0]: Float64Array, gradient: Float64Array) {
      gradient.set([-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)]);
      return (1 - x) ** 2 + 100 * (y - x * x) ** 2;
    },
  };
  const [x, y] = minimize(valley, Float64Array.from([-1.2, 1]), 60);
  expect(x).toBeCloseTo(1, 4);
  expect(y).toBeCloseTo(1, 4);
});

describe('samples', () => {
  const points = ['cached', 'queued'].map((id) => ({ id, signals: compileSignals({ any: [[id]] }) }));
  const examples = Array.from({ length: 5 }, () =>
    parseExamples('## cached\n+ a cache in front {queued}\n', 'a.md'),
  ).flat();
  const candidate = {
    id: 'x',
    profile: '',
    answers: { design: 'A cache in front. A queue behind. It is late.' },
    labels: {
      cached: { label: 'covered', quote: 'A cache in front' },
      queued: { label: 'partial', quote: 'A queue behind' },
    },
  } as const;
  const { names, ofExamples, ofSets } = readSamples(points, examples, [{ problem: 'any', candidates: [candidate] }]);

  test('an example makes its point, and the others that it names', () => {
    expect([...(ofExamples[0]?.makes ?? [])]).toEqual([1, 1]);
    expect([...(ofExamples[0]?.counts ?? [])]).toEqual([1, 0.5]);
    expect([...(ofExamples[0]?.features ?? [])].map((feature) => names[feature])).toContain('cach');
  });

  test('of a labelled answer, the quote teaches most and the rest of a point that is made nothing', () => {
    const taught = (ofSets[0] ?? []).map(({ makes, counts }) =>
      [...counts].map((count, place) => [makes[place], Math.round(count * 10) / 10]),
    );
    // Each sentence, and each with the next.
    expect(taught).toEqual([
      [
        [1, 1],
        [0, 0.3],
      ],
      [
        [1, 1],
        [0, 1],
      ],
      [
        [0, 0],
        [0, 1],
      ],
      [
        [0, 0],
        [0, 1],
      ],
      [
        [0, 0],
        [0, 0.3],
      ],
    ]);
  });
});

test('the bar lies where labels are agreed with, and a share below it is unsure', () => {
  const trials = Array.from({ length: 100 }, (_, index): Trial => ({ score: index / 10, isMade: index >= 60 }));
  const { bar, unsureFrom, kappa } = calibrate(trials);
  expect(kappa).toBe(1);
  expect(bar).toBeCloseTo(5.9, 1);
  const unsure = trials.filter(({ score }) => score <= bar && score >= bar + unsureFrom).length;
  expect(unsure).toBeGreaterThanOrEqual(10);
  expect(unsure).toBeLessThanOrEqual(13);
});
