import type { Signals } from '../lexicon/signal.ts';
import type { Weights } from '../lexicon/weights.ts';
import type { Evidence, PointDecision } from '../session/events.ts';
import { type CompiledSignals, compileSignals } from './compiled-signals.ts';
import { drawnAnswers } from './drawn.ts';
import { OccurrenceFinder } from './occurrences.ts';
import { PolarityReader } from './polarity/polarity.ts';
import { bareWords } from './text/bareness.ts';
import { type Answer, type Corpus, readCorpus } from './text/corpus.ts';
import { stemOf } from './text/stem.ts';
import { weighPoints } from './weighing/weigh.ts';
import { type Finding, findAlternative, type Search } from './windows.ts';

/** Changes whenever the same answers may be judged in another way. */
export const MATCHER_VERSION = 5;

/** What is judged: a point of a problem will do. */
export interface AssessedPoint {
  readonly id: string;
  readonly signals: Signals;
  /** Where it is expected, if a phase asks for it. */
  readonly stage?: string | undefined;
}

const compiled = new WeakMap<Signals, CompiledSignals>();

/**
 * Judges each point by all that was said in any phase; deterministic, and linear in the answers' length. Points that
 * `weights` know are decided by these, and by examples that their signals find; others by their signals.
 */
export function assess(
  points: readonly AssessedPoint[],
  answers: readonly Answer[],
  weights?: Weights,
): PointDecision[] {
  const search = searchOf(answers);
  const sought = points.map(({ id, signals, stage }) => ({ id, signals: compiledOf(signals), stage }));
  const known = new Set(weights?.points);
  const weighed = weights === undefined ? undefined : weighPoints(search, sought, weights);
  return sought.map(({ id, signals }) =>
    decisionOf(
      search,
      id,
      known.has(id)
        ? findWeighed(search, signals, weighed?.get(id))
        : findSignals(search, signals, signals.alternatives.keys()),
    ),
  );
}

/** Answers, and what is drawn in them, read for being judged. */
export function searchOf(answers: readonly Answer[]): Search {
  const corpus = readCorpus([...answers, ...drawnAnswers(answers)], stemOf);
  return {
    corpus,
    finder: new OccurrenceFinder(corpus),
    polarity: new PolarityReader(corpus),
    bare: bareWords(corpus),
  };
}

function compiledOf(signals: Signals): CompiledSignals {
  const known = compiled.get(signals) ?? compileSignals(signals);
  compiled.set(signals, known);
  return known;
}

function findSignals(search: Search, signals: CompiledSignals, places: Iterable<number>): Finding | undefined {
  let best: Finding | undefined;
  for (const place of places) best = findAlternative(search, place, signals, best);
  return best;
}

/** What weights say of a point, unless they miss an example that its signals find. */
function findWeighed(search: Search, signals: CompiledSignals, weighed: Finding | undefined): Finding | undefined {
  if (weighed?.state === 'covered') return weighed;
  const example = findSignals(search, signals, signals.examples);
  return example?.state === 'covered' ? example : weighed;
}

function decisionOf({ corpus }: Search, id: string, found: Finding | undefined): PointDecision {
  if (found === undefined) return { id, state: 'missed', evidence: [] };
  return { id, state: found.state, evidence: found.sentences.map((sentence) => evidenceOf(corpus, sentence)) };
}

function evidenceOf({ answers, sentences }: Corpus, index: number): Evidence {
  const sentence = sentences[index];
  const answer = answers[sentence?.turn ?? -1];
  return {
    phase: answer?.phase ?? '',
    quote: answer?.quote ?? answer?.text.slice(sentence?.start, sentence?.end) ?? '',
  };
}
