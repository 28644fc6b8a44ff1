import { decodeWeights, WEIGHT_STEP, type Weights } from '../../lexicon/weights.ts';
import type { Finding, Search } from '../windows.ts';
import { FeatureNumbers } from './feature-numbers.ts';
import { FeatureReader, type Features, type SoughtPoints } from './features.ts';

/** So far below 0 it is near enough to ask the candidate. */
const UNSURE_FROM = -1.2;

interface Best {
  score: number;
  sentences: readonly number[];
}

/**
 * The best finding of each point that has weights: in one sentence, or in two that follow each other in a turn. The weights
 * of what is said add up, over the root of how much is said; above 0 the point is made.
 */
export function weighPoints(search: Search, points: SoughtPoints, weights: Weights): ReadonlyMap<string, Finding> {
  const { sentences } = search.corpus;
  const scales = scalesOf(weights, points);
  const features = scales.reader.sentences(search);
  const best = weights.points.map((): Best => ({ score: UNSURE_FROM, sentences: [] }));
  const take = (window: readonly number[]) => {
    const said = scales.reader.together(window.map((index) => features[index] ?? []));
    const scores = scoresOf(said, scales);
    for (const [place, before] of best.entries()) {
      const score = scores[place] ?? Number.NEGATIVE_INFINITY;
      if (score < before.score) continue;
      // Of equal windows the shorter one is the better quote.
      if (score > before.score || window.length < before.sentences.length) {
        Object.assign(before, { score, sentences: window });
      }
    }
  };
  for (const [index, sentence] of sentences.entries()) {
    take([index]);
    if (sentences[index + 1]?.turn === sentence.turn) take([index, index + 1]);
  }
  return new Map(
    weights.points.flatMap((id, place): [string, Finding][] => {
      const { score, sentences: found } = best[place] ?? { score: UNSURE_FROM, sentences: [] };
      return found.length === 0
        ? []
        : [[id, { state: score > 0 ? 'covered' : 'unsure', sentences: found, weight: score }]];
    }),
  );
}

/** Weights made ready to add up, with what reads the features that have one. */
interface Scales {
  readonly bias: readonly number[];
  readonly shared: Int8Array;
  readonly own: Int8Array;
  readonly reader: FeatureReader;
}

const ready = new WeakMap<Weights, Scales>();

function scalesOf(weights: Weights, points: SoughtPoints): Scales {
  const known = ready.get(weights);
  if (known !== undefined) return known;
  const scales: Scales = {
    bias: weights.bias,
    shared: decodeWeights(weights.shared),
    own: decodeWeights(weights.own),
    reader: new FeatureReader(points, new FeatureNumbers(weights.features)),
  };
  ready.set(weights, scales);
  return scales;
}

function scoresOf(features: Features, { bias, shared, own }: Scales): Float64Array {
  const sums = new Float64Array(bias.length);
  let common = 0;
  let known = 0;
  for (const feature of features) {
    const sharedWeight = shared[feature];
    // Parts of alternatives that were too rare to learn of have a number, and no weight.
    if (sharedWeight === undefined) continue;
    known++;
    common += sharedWeight;
    const from = feature * bias.length;
    for (let place = 0; place < sums.length; place++) sums[place] = (sums[place] ?? 0) + (own[from + place] ?? 0);
  }
  const length = known === 0 ? 0 : WEIGHT_STEP / Math.sqrt(known);
  return sums.map((sum, place) => (bias[place] ?? 0) + (sum + common) * length);
}
