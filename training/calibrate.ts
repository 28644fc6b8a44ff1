import { searchOf } from '../src/assessment/assess.ts';
import { type WeighedPoints, weighingsOf } from '../src/assessment/weighing/weigh.ts';
import type { Weights } from '../src/lexicon/weights.ts';
import type { Candidate, LabelledSet } from '../test/corpus/labelled-set.ts';

/** The sum of a point in the answers of a candidate that the weights have not seen, and its label. */
export interface Trial {
  readonly score: number;
  readonly isMade: boolean;
}

export interface Calibration {
  /** The sum from which a point is made. */
  readonly bar: number;
  /** How far below the bar it is unsure; negative. */
  readonly unsureFrom: number;
  /** At the bar. */
  readonly kappa: number;
}

/** At most this share of all decisions is left to the candidate. */
const UNSURE_SHARE = 0.11;
/** Bars that do so little worse than the best are as good; the highest is taken, since what it leaves out is unsure, and credits the opposite of a claim least. */
const AS_GOOD = 0.02;

/** The answers of a set as weights judge them that were learned without it. */
export function trialsOf({ candidates }: LabelledSet, points: WeighedPoints, weights: Weights): Trial[] {
  return candidates.flatMap((candidate) => {
    const scores = weighingsOf(searchOf(answersOf(candidate)), points, weights);
    return weights.points.flatMap((id, place) => {
      const label = candidate.labels[id];
      return label === undefined
        ? []
        : [{ score: scores[place]?.score ?? Number.NEGATIVE_INFINITY, isMade: label.label === 'covered' }];
    });
  });
}

function answersOf({ answers }: Candidate) {
  return Object.entries(answers).map(([stage, text]) => ({ phase: stage, text, stages: [stage] }));
}

/** The bar that agrees best with the labels, and what is left below it for the candidate to decide. */
export function calibrate(trials: readonly Trial[]): Calibration {
  const scores = trials.map(({ score }) => score).sort((one, other) => other - one);
  const bars = [...new Set(scores)].filter(Number.isFinite);
  const agreed = bars.map((bar) => ({ bar, kappa: kappaAt(trials, bar) }));
  const best = Math.max(...agreed.map((each) => each.kappa));
  const { bar, kappa } = agreed.find((each) => each.kappa >= best - AS_GOOD) ?? { bar: 0, kappa: 0 };
  const below = scores.filter((score) => score <= bar);
  const last = below[Math.floor(UNSURE_SHARE * trials.length)] ?? bar;
  return { bar, unsureFrom: Math.min(0, (Number.isFinite(last) ? last : bar) - bar), kappa };
}

/** Cohen's kappa between the labels and what is above the bar. */
function kappaAt(trials: readonly Trial[], bar: number): number {
  const share = (holds: (trial: Trial) => boolean) => trials.filter(holds).length / trials.length;
  const said = share(({ score }) => score > bar);
  const made = share(({ isMade }) => isMade);
  const chance = said * made + (1 - said) * (1 - made);
  return (share(({ score, isMade }) => score > bar === isMade) - chance) / (1 - chance);
}
