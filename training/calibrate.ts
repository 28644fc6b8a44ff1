import { type Learned, learn, type Sample, scoreOf, seeded } from './learn.ts';

/** An example with what is needed to try a model on it that has not seen its voice. */
export interface Trial {
  readonly voice: string;
  readonly point: number;
  readonly isMade: boolean;
  readonly sample: Sample;
  /** The features of it and another one of its voice, as two neighbouring sentences have. */
  readonly beside: Int32Array;
}

/** Sentences of an interview that are about other points. */
const OTHERS = 40;
const INTERVIEWS = 800;
/** A single point has few trials: its own bar counts this much beside that of all. */
const OWN_SHARE = 0.7;
/** What a bar far from that of all must win to be taken. */
const DISTANCE_COST = 0.01;
const BARS = Array.from({ length: 81 }, (_, index) => -6 + index / 8);

interface Case {
  readonly score: number;
  readonly isMade: boolean;
}

/** What the bars are, and how they did on interviews put together from examples of voices that were left out. */
export interface Calibration {
  /** By point: the score from which it is made. */
  readonly bars: readonly number[];
  readonly accuracy: number;
}

/**
 * The score from which a point is made. A candidate says many things, and the best of them is what counts; so interviews are
 * put together from the examples of one voice and judged by a model that learned from the others.
 */
export function calibrate(trials: readonly Trial[], features: number, points: number): Calibration {
  const scores = scoresByVoice(trials, features, points);
  const random = seeded(99);
  const cases = Array.from({ length: points }, (_, point) => interviews(trials, scores, point, random));
  const common = best((bar) => mean(cases.map((each) => accuracy(each, bar))));
  const bars = cases.map((each) => {
    const own = best((bar) => accuracy(each, bar) - DISTANCE_COST * Math.abs(bar - common));
    return OWN_SHARE * own + (1 - OWN_SHARE) * common;
  });
  return { bars, accuracy: mean(cases.map((each, point) => accuracy(each, bars[point] ?? 0))) };
}

/** By trial and point: the better score of the example alone and beside another. */
function scoresByVoice(trials: readonly Trial[], features: number, points: number): readonly Float32Array[] {
  const voices = [...new Set(trials.map(({ voice }) => voice))];
  const models = new Map(
    voices.map((voice): [string, Learned] => {
      const others = trials.filter((trial) => trial.voice !== voice).map(({ sample }) => sample);
      return [voice, learn(others, features, points)];
    }),
  );
  return trials.map(({ voice, sample, beside }) => {
    const model = models.get(voice);
    return Float32Array.from({ length: points }, (_, point) =>
      model === undefined ? 0 : Math.max(scoreOf(model, sample.features, point), scoreOf(model, beside, point)),
    );
  });
}

/** Half of the candidates make the point; of the others, half speak of it. */
function interviews(
  trials: readonly Trial[],
  scores: readonly Float32Array[],
  point: number,
  random: () => number,
): readonly Case[] {
  const scoreAt = (index: number) => scores[index]?.[point] ?? 0;
  const own = trials.flatMap((trial, index) => (trial.point === point ? [{ ...trial, score: scoreAt(index) }] : []));
  const others = trials.flatMap((trial, index) =>
    trial.point === point || trial.sample.makes[point] === 1 || trial.sample.counts[point] === 0
      ? []
      : [scoreAt(index)],
  );
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
  return Array.from({ length: INTERVIEWS }, (_, interview) => {
    const isMade = interview % 2 === 0;
    const spokenOf = isMade || interview % 4 === 1;
    const around = Array.from({ length: OTHERS }, () => pick(others) ?? Number.NEGATIVE_INFINITY);
    const about = spokenOf
      ? [pick(own.filter((each) => each.isMade === isMade))?.score ?? Number.NEGATIVE_INFINITY]
      : [];
    return { isMade, score: Math.max(...around, ...about) };
  });
}

function accuracy(cases: readonly Case[], bar: number): number {
  return cases.filter(({ score, isMade }) => score > bar === isMade).length / cases.length;
}

function best(worth: (bar: number) => number): number {
  return BARS.reduce((found, bar) => (worth(bar) > worth(found) ? bar : found), BARS[0] ?? 0);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
