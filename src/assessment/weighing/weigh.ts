import { decodeWeights, WEIGHT_STEP, type Weights } from '../../lexicon/weights.ts';
import type { Stretch } from '../polarity/polarity.ts';
import type { Corpus } from '../text/corpus.ts';
import type { Finding, Search } from '../windows.ts';
import { ClaimReader } from './claims.ts';
import { FeatureNumbers } from './feature-numbers.ts';
import { FeatureReader, type Features, type SoughtPoints } from './features.ts';

/**
 * A statement outside of the phase that asks for it must be that much clearer. Measured on the labelled answers that may be
 * tuned on: the same words often belong to another point there.
 */
const ELSEWHERE = 0.7;
/**
 * So must a clause by itself. Of statements that make their point alone, a third to a half do so in a row of three; with
 * clauses read by themselves two to three quarters do, and agreement on the labelled answers stays as it is.
 */
const IN_CLAUSE = 0.7;

/** What is weighed; where a point has a stage, it is expected in answers of that stage. */
export type WeighedPoints = readonly (SoughtPoints[number] & { readonly stage?: string | undefined })[];

/** The best sum of a point, and the sentences that it comes from. */
export interface Weighing {
  readonly score: number;
  readonly sentences: readonly number[];
  /** The same of single sentences. */
  readonly alone: Omit<Weighing, 'alone'>;
}

/** The best finding of each point that has weights: above 0 it is made, a little below it is unsure. */
export function weighPoints(search: Search, points: WeighedPoints, weights: Weights): ReadonlyMap<string, Finding> {
  const weighed = weighingsOf(search, points, weights);
  return new Map(
    weights.points.flatMap((id, place) => {
      const best = weighed[place];
      if (best === undefined || best.score < weights.unsureFrom) return [];
      // One of two that makes the point by itself is the better quote.
      const isOne = best.alone.score > best.score / 2 && best.sentences.includes(best.alone.sentences[0] ?? -1);
      const { score, sentences } = isOne ? best.alone : best;
      return [[id, { state: score > 0 ? 'covered' : 'unsure', sentences, weight: score }] as const];
    }),
  );
}

/**
 * By point, in the order of the weights: the best of all sentences and of all two that follow each other in a turn. The
 * weights of what is said add up, over the root of how much is said. What is all about a figure is made by the right one
 * only, and every point by words of which its signals know some and that are not set aside; a bare list of words makes nothing, and neither does a
 * question that the candidate leaves open.
 */
export function weighingsOf(search: Search, points: WeighedPoints, weights: Weights): readonly Weighing[] {
  const { sentences, answers } = search.corpus;
  const { partOf, count, parts } = partsOf(search);
  const byId = new Map(points.map((point) => [point.id, point]));
  const known = weights.points.flatMap((id) => byId.get(id) ?? []);
  const scales = scalesOf(weights, known);
  const features = scales.reader.parts(search, partOf, count);
  const kept = scales.reader.kept(search);
  const handicaps = new Map(answers.map(({ stages }) => [stages, handicapsOf(known, stages)]));
  const best = new BestWindows(scales);
  let before: Load | undefined;
  for (const [index, { turn, isQuestion }] of sentences.entries()) {
    const handicap = handicaps.get(answers[turn]?.stages) ?? [];
    const { first, claims } = parts[index] ?? NO_PARTS;
    const said = claims.map((_, place) => loadOf(scales, features[first + 1 + place] ?? [], undefined));
    const rest = loadOf(scales, features[first] ?? [], kept.get(index));
    const whole = said.reduce((all, each) => joined(scales, all, each), rest);
    const load = { ...whole, isWeak: isBare(search, sentences[index]) };
    const bond = before === undefined ? 'none' : bondOf(search.corpus, index);
    if (before !== undefined && bond !== 'none') {
      const both = loadBeside(scales, before, load);
      best.take([index - 1, index], bond === 'loose' ? { ...both, isWeak: true } : both, handicap);
    }
    if (!isQuestion) best.take([index], load, handicap);
    const inClause = claims.length === 0 ? [] : handicap.map((taken) => taken + IN_CLAUSE);
    for (const [place, claim] of claims.entries()) {
      const own = said[place];
      if (own !== undefined) best.take([index], { ...own, isWeak: isBare(search, claim) }, inClause);
    }
    before = load;
  }
  return best.weighings();
}

/** By point: what is taken off in an answer of these stages. */
function handicapsOf(points: WeighedPoints, stages: readonly string[] | undefined): readonly number[] {
  return points.map(({ stage }) => {
    const isElsewhere = stage !== undefined && stages !== undefined && !stages.includes(stage);
    return isElsewhere ? ELSEWHERE : 0;
  });
}

/**
 * Whether a sentence says something together with the one before it. A question counts with its answer: what stands behind
 * it on the same line, unless that is a no; on the next line it may be one.
 */
function bondOf({ sentences, answers }: Corpus, index: number): 'close' | 'loose' | 'none' {
  const sentence = sentences[index];
  const before = sentences[index - 1];
  if (sentence === undefined || before?.turn !== sentence.turn || sentence.isQuestion) return 'none';
  if (!before.isQuestion) return 'close';
  const text = answers[sentence.turn]?.text ?? '';
  if (/^no(?:t|pe|ne|body|thing)?\b/i.test(text.slice(sentence.start, sentence.end))) return 'none';
  return text.slice(before.end, sentence.start).includes('\n') ? 'loose' : 'close';
}

/** What of a sentence is read by itself. */
interface Parts {
  /** The part of what stands in no claim; behind it comes a part for each claim. */
  readonly first: number;
  readonly claims: readonly Stretch[];
}

const NO_PARTS: Parts = { first: -1, claims: [] };

/** The part of each word, how many parts there are, and those of each sentence. */
function partsOf(search: Search): { partOf: readonly number[]; count: number; parts: readonly Parts[] } {
  const { sentences, words } = search.corpus;
  const reader = new ClaimReader(search);
  const partOf = new Array<number>(words.length).fill(0);
  let count = 0;
  const parts = sentences.map(({ from, to }, index) => {
    const own = { first: count, claims: reader.of(index) };
    partOf.fill(count++, from, to);
    for (const claim of own.claims) partOf.fill(count++, claim.from, claim.to);
    return own;
  });
  return { partOf, count, parts };
}

function isBare({ bare }: Search, { from, to }: Stretch = { from: 0, to: 0 }): boolean {
  for (let at = from; at < to; at++) if (!bare[at]) return false;
  return true;
}

/** What of a point's signals stands in a window: anything, and the right figure. */
const Held = { signal: 1, figure: 2 } as const;

/** The features of a window, and what they say of each point: whole steps of weight. */
interface Load {
  readonly features: Features;
  readonly sums: Int32Array;
  /** How many of the features have weights. */
  readonly count: number;
  /** By point: whether what it cannot do without is there, as bits of `Held`. */
  readonly held: Uint8Array;
  /** Nothing but words in a row, or it may be only asked: unsure at most. */
  readonly isWeak: boolean;
}

/** `kept` are the features that count as there, where some of the sentence is set aside. */
function loadOf(scales: Scales, sentence: Features, kept: Features | undefined): Said {
  const features = scales.reader.together([sentence]);
  const sums = new Int32Array(scales.bias.length);
  const count = addUp(features, scales, sums, 1);
  const held = new Uint8Array(scales.bias.length);
  for (const feature of kept ?? features) {
    const place = scales.pointOf[feature] ?? -1;
    if (place >= 0) held[place] = (held[place] ?? 0) | (scales.holds[feature] ?? 0);
  }
  return { features, sums, count, held };
}

/** Two neighbours as one. */
function loadBeside(scales: Scales, before: Load, load: Load): Omit<Load, 'features'> {
  const { sums, count, held } = summed(scales, before, load);
  return { sums, count, held, isWeak: before.isWeak && load.isWeak };
}

/** The same of parts of a sentence, to be read on. */
function joined(scales: Scales, before: Said, load: Said): Said {
  const { sums, count, held, doubled, added } = summed(scales, before, load);
  const own = doubled.length === 0 ? load.features : load.features.filter((feature) => !doubled.includes(feature));
  return { sums, count, held, features: [...before.features, ...own, ...added] };
}

type Said = Omit<Load, 'isWeak'>;

function summed(scales: Scales, before: Said, load: Said) {
  const { doubled, added } = scales.reader.beside(before.features, load.features);
  const sums = load.sums.slice();
  const held = load.held.slice();
  for (let place = 0; place < sums.length; place++) {
    sums[place] = (sums[place] ?? 0) + (before.sums[place] ?? 0);
    held[place] = (held[place] ?? 0) | (before.held[place] ?? 0);
  }
  const count = before.count + load.count + addUp(added, scales, sums, 1) - addUp(doubled, scales, sums, -1);
  return { sums, held, count, doubled, added };
}

/** Adds the weights of features to the sums by point, `sign` times; gives how many have one. */
function addUp(features: Features, { weights }: Scales, sums: Int32Array, sign: 1 | -1): number {
  const points = sums.length;
  const size = weights.length / points;
  let count = 0;
  for (const feature of features) {
    // Parts of alternatives that were too rare to learn of have a number, and no weight.
    if (feature >= size) continue;
    count++;
    const from = feature * points;
    for (let place = 0; place < points; place++) sums[place] = (sums[place] ?? 0) + sign * (weights[from + place] ?? 0);
  }
  return count;
}

/** The windows with the highest score of each point, of one sentence and of any number. */
class BestWindows {
  readonly #scales: Scales;
  readonly #any: Best[];
  readonly #alone: Best[];

  constructor(scales: Scales) {
    this.#scales = scales;
    this.#any = scales.bias.map(() => NOTHING);
    this.#alone = scales.bias.map(() => NOTHING);
  }

  take(
    sentences: readonly number[],
    { sums, count, held, isWeak }: Omit<Load, 'features'>,
    handicap: readonly number[],
  ): void {
    const { bias, needed, unsure } = this.#scales;
    const length = count === 0 ? 0 : WEIGHT_STEP / Math.sqrt(count);
    const lists = sentences.length === 1 ? [this.#alone, this.#any] : [this.#any];
    for (let place = 0; place < sums.length; place++) {
      let score = (bias[place] ?? 0) + (sums[place] ?? 0) * length - (handicap[place] ?? 0);
      const lacks = (needed[place] ?? 0) & ~(held[place] ?? 0);
      if (isWeak || lacks !== 0) score = Math.min(score, unsure);
      for (const list of lists) {
        const known = list[place] ?? NOTHING;
        // Of equal windows the shorter one is the better quote.
        if (score < known.score || (score === known.score && sentences.length >= known.sentences.length)) continue;
        list[place] = { score, sentences };
      }
    }
  }

  weighings(): readonly Weighing[] {
    return this.#any.map((best, place) => ({ ...best, alone: this.#alone[place] ?? NOTHING }));
  }
}

type Best = Omit<Weighing, 'alone'>;

const NOTHING: Best = { score: Number.NEGATIVE_INFINITY, sentences: [] };

/** Weights made ready to add up, with what reads the features that have one. */
interface Scales {
  readonly bias: readonly number[];
  readonly weights: Int8Array;
  /** By point: what it cannot do without, as bits of `Held`. */
  readonly needed: Uint8Array;
  /** By feature: the place of the point of whose signals it is, or -1, and what it says to be there. */
  readonly pointOf: Int16Array;
  readonly holds: Uint8Array;
  /** A sum that is unsure. */
  readonly unsure: number;
  readonly reader: FeatureReader;
}

const ready = new WeakMap<Weights, Scales>();

function scalesOf(weights: Weights, points: SoughtPoints): Scales {
  const known = ready.get(weights);
  if (known !== undefined) return known;
  const reader = new FeatureReader(points, new FeatureNumbers(weights.features));
  const size = Math.max(0, ...reader.signals.flat()) + 1;
  const pointOf = new Int16Array(size).fill(-1);
  const holds = new Uint8Array(size);
  const needed = new Uint8Array(weights.points.length).fill(Held.signal);
  const hold = (place: number, feature: number, bit: number) => {
    pointOf[feature] = place;
    holds[feature] = (holds[feature] ?? 0) | bit;
  };
  for (const [place, features] of reader.signals.entries()) {
    for (const feature of features) hold(place, feature, Held.signal);
  }
  for (const [place, features] of reader.figures) {
    needed[place] = Held.signal | Held.figure;
    for (const feature of features) hold(place, feature, Held.figure);
  }
  const scales: Scales = {
    bias: weights.bias,
    weights: decodeWeights(weights.weights),
    needed,
    pointOf,
    holds,
    unsure: weights.unsureFrom / 2,
    reader,
  };
  ready.set(weights, scales);
  return scales;
}
