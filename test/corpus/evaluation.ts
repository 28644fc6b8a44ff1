import { type AssessedPoint, assess } from '../../src/assessment/assess.ts';
import type { Weights } from '../../src/lexicon/weights.ts';
import type { PointState } from '../../src/session/events.ts';
import type { Candidate, Label, LabelledSet } from './labelled-set.ts';
import { claimScore } from './word-overlap.ts';

export interface EvaluatedPoint extends AssessedPoint {
  readonly claim: string;
}

/** One label beside what was decided. */
export interface Judgement {
  readonly set: string;
  readonly candidate: string;
  readonly isStuffer: boolean;
  readonly point: string;
  readonly label: Label['label'];
  readonly labelQuote: string | undefined;
  readonly state: PointState;
  readonly quotes: readonly string[];
  /** Where a quote is no exact part of the answers: a fault. */
  readonly isForged: boolean;
  /** The share of the claim's words that the best sentence has: a baseline. */
  readonly overlap: number;
}

export interface Figures {
  readonly decisions: number;
  readonly accuracy: number;
  readonly kappa: number;
  readonly precision: number;
  readonly recall: number;
  readonly unsure: number;
  /** Share of what is labelled covered that is covered or unsure. */
  readonly seen: number;
  /** Share of the stuffer's partial points that is credited. */
  readonly stuffing: number;
  /** Share of the right credits whose quotes overlap the label's. */
  readonly carried: number;
}

/** Judges every candidate of a set. */
export function judge(
  name: string,
  set: LabelledSet,
  points: readonly EvaluatedPoint[],
  weights?: Weights,
): Judgement[] {
  return set.candidates.flatMap((candidate) => judgeCandidate(name, candidate, points, weights));
}

function judgeCandidate(
  set: string,
  candidate: Candidate,
  points: readonly EvaluatedPoint[],
  weights: Weights | undefined,
): Judgement[] {
  const answers = Object.entries(candidate.answers).map(([phase, text]) => ({ phase, text, stages: [phase] }));
  const decisions = new Map(assess(points, answers, weights).map((decision) => [decision.id, decision]));
  const isStuffer = /stuff/i.test(candidate.profile);
  return points.flatMap((point): Judgement[] => {
    const label = candidate.labels[point.id];
    const decision = decisions.get(point.id);
    if (label === undefined || decision === undefined) return [];
    const quotes = decision.evidence.map(({ quote }) => quote);
    const isForged = decision.evidence.some(
      ({ phase, quote }) => quote === '' || candidate.answers[phase]?.includes(quote) !== true,
    );
    const overlap = claimScore(point.claim, Object.values(candidate.answers));
    const { state } = decision;
    return [
      {
        set,
        candidate: candidate.id,
        isStuffer,
        point: point.id,
        label: label.label,
        labelQuote: label.quote,
        state,
        quotes,
        isForged,
        overlap,
      },
    ];
  });
}

type Credit = (judgement: Judgement) => boolean;

const isCredited: Credit = ({ state }) => state === 'covered';

/** The figures of judgements, by the matcher's own credit or by a baseline's. */
export function figuresOf(judgements: readonly Judgement[], credit: Credit = isCredited): Figures {
  const share = (among: readonly Judgement[], holds: Credit) =>
    among.length === 0 ? Number.NaN : among.filter(holds).length / among.length;
  const positive = judgements.filter(({ label }) => label === 'covered');
  const credited = judgements.filter(credit);
  const accuracy = share(judgements, (each) => credit(each) === (each.label === 'covered'));
  const said = credited.length / judgements.length;
  const true_ = positive.length / judgements.length;
  const chance = said * true_ + (1 - said) * (1 - true_);
  return {
    decisions: judgements.length,
    accuracy,
    kappa: chance === 1 ? 1 : (accuracy - chance) / (1 - chance),
    precision: share(credited, ({ label }) => label === 'covered'),
    recall: share(positive, credit),
    unsure: share(judgements, ({ state }) => state === 'unsure'),
    seen: share(positive, ({ state }) => state !== 'missed'),
    stuffing: share(
      judgements.filter(({ isStuffer, label }) => isStuffer && label === 'partial'),
      credit,
    ),
    carried: share(
      credited.filter(({ label }) => label === 'covered'),
      carriesPoint,
    ),
  };
}

function carriesPoint({ labelQuote, quotes }: Judgement): boolean {
  if (labelQuote === undefined) return false;
  return quotes.some(
    (quote) => quote.includes(labelQuote) || labelQuote.includes(quote) || sharedLength(quote, labelQuote) >= 15,
  );
}

/** The length of the longest end of one text that begins the other. */
function sharedLength(one: string, other: string): number {
  for (let length = Math.min(one.length, other.length); length > 0; length--) {
    if (one.endsWith(other.slice(0, length)) || other.endsWith(one.slice(0, length))) return length;
  }
  return 0;
}

/** The middle 95 % of `measure` over resampled candidates; the same for the same judgements. */
export function interval(
  judgements: readonly Judgement[],
  measure: (among: readonly Judgement[]) => number,
  rounds = 1000,
): [number, number] {
  const groups = [...byCandidate(judgements).values()];
  const random = seeded(20_261_122);
  const values = Array.from({ length: rounds }, () =>
    measure(groups.flatMap(() => groups[Math.floor(random() * groups.length)] ?? [])),
  )
    .filter((value) => !Number.isNaN(value))
    .sort((a, b) => a - b);
  return [
    values[Math.floor(values.length * 0.025)] ?? Number.NaN,
    values[Math.floor(values.length * 0.975)] ?? Number.NaN,
  ];
}

/** mulberry32 */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Word overlap with the claim at the threshold that suits these labels best: kinder to it than any use could be. */
export function bestOverlap(judgements: readonly Judgement[]): Credit {
  const thresholds = [...new Set(judgements.map(({ overlap }) => overlap))];
  let best = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (const threshold of thresholds) {
    const { kappa } = figuresOf(judgements, ({ overlap }) => overlap >= threshold);
    if (kappa > highest) [best, highest] = [threshold, kappa];
  }
  return ({ overlap }) => overlap >= best;
}

function byCandidate(judgements: readonly Judgement[]): Map<string, Judgement[]> {
  const groups = new Map<string, Judgement[]>();
  for (const judgement of judgements) {
    const key = `${judgement.set} ${judgement.candidate}`;
    groups.set(key, [...(groups.get(key) ?? []), judgement]);
  }
  return groups;
}
