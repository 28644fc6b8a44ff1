import { decodeWeights, WEIGHT_STEP, type Weights } from '../../lexicon/weights.ts';
import type { Finding, Search } from '../windows.ts';
import { FeatureNumbers } from './feature-numbers.ts';
import { FeatureReader, type Features, type SoughtPoints } from './features.ts';

/** So far below 0 it is near enough to ask the candidate. */
const UNSURE_FROM = -1.1;

/**
 * The best finding of each point that has weights: in one sentence, or in two that follow each other in a turn. The weights
 * of what is said add up, over the root of how much is said; above 0 the point is made.
 */
export function weighPoints(search: Search, points: SoughtPoints, weights: Weights): ReadonlyMap<string, Finding> {
  const { sentences } = search.corpus;
  const scales = scalesOf(weights, points);
  const features = scales.reader.sentences(search);
  const best = new BestWindows(scales);
  for (const [index, sentence] of sentences.entries()) {
    best.take([index], features);
    if (sentences[index + 1]?.turn === sentence.turn) best.take([index, index + 1], features);
  }
  return new Map(weights.points.flatMap((id, place) => best.findingOf(place).map((finding) => [id, finding] as const)));
}

/** The window with the highest score of each point; nothing is made anew for a window but where it wins. */
class BestWindows {
  readonly #scales: Scales;
  readonly #scores: Float64Array;
  readonly #best: Float64Array;
  readonly #windows: (readonly number[] | undefined)[];

  constructor(scales: Scales) {
    this.#scales = scales;
    this.#scores = new Float64Array(scales.bias.length);
    this.#best = new Float64Array(scales.bias.length).fill(UNSURE_FROM);
    this.#windows = scales.bias.map(() => undefined);
  }

  take(window: readonly number[], features: readonly Features[]): void {
    const said = this.#scales.reader.together(window.map((index) => features[index] ?? []));
    addUp(said, this.#scales, this.#scores);
    for (let place = 0; place < this.#scores.length; place++) {
      const score = this.#scores[place] ?? 0;
      const before = this.#best[place] ?? 0;
      // Of equal windows the shorter one is the better quote.
      if (score < before || (score === before && window.length >= (this.#windows[place]?.length ?? 0))) continue;
      this.#best[place] = score;
      this.#windows[place] = window;
    }
  }

  /** Empty where no window is near enough. */
  findingOf(place: number): readonly Finding[] {
    const sentences = this.#windows[place];
    const weight = this.#best[place] ?? 0;
    return sentences === undefined ? [] : [{ state: weight > 0 ? 'covered' : 'unsure', sentences, weight }];
  }
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

/** Writes the score of each point into `scores`. */
function addUp(features: Features, { bias, shared, own }: Scales, scores: Float64Array): void {
  scores.fill(0);
  let common = 0;
  let known = 0;
  for (const feature of features) {
    const sharedWeight = shared[feature];
    // Parts of alternatives that were too rare to learn of have a number, and no weight.
    if (sharedWeight === undefined) continue;
    known++;
    common += sharedWeight;
    const from = feature * scores.length;
    for (let place = 0; place < scores.length; place++) scores[place] = (scores[place] ?? 0) + (own[from + place] ?? 0);
  }
  const length = known === 0 ? 0 : WEIGHT_STEP / Math.sqrt(known);
  for (let place = 0; place < scores.length; place++) {
    scores[place] = (bias[place] ?? 0) + ((scores[place] ?? 0) + common) * length;
  }
}
