import type { Signals } from '../lexicon/signal.ts';
import type { Evidence, PointDecision } from '../session/events.ts';
import { type CompiledSignals, compileSignals } from './compiled-signals.ts';
import { OccurrenceFinder } from './occurrences.ts';
import { PolarityReader } from './polarity/polarity.ts';
import { bareWords } from './text/bareness.ts';
import { type Answer, type Corpus, readCorpus } from './text/corpus.ts';
import { stemOf } from './text/stem.ts';
import { type Finding, findAlternative, type Search } from './windows.ts';

/** Changes whenever the same answers may be judged in another way. */
export const MATCHER_VERSION = 1;

/** What is judged: a point of a problem will do. */
export interface AssessedPoint {
  readonly id: string;
  readonly signals: Signals;
}

const compiled = new WeakMap<Signals, CompiledSignals>();

/** Judges each point by all that was said in any phase; deterministic, and linear in the answers' length. */
export function assess(points: readonly AssessedPoint[], answers: readonly Answer[]): PointDecision[] {
  const corpus = readCorpus(answers, stemOf);
  const search: Search = {
    corpus,
    finder: new OccurrenceFinder(corpus),
    polarity: new PolarityReader(corpus),
    bare: bareWords(corpus),
  };
  return points.map((point) => decide(search, point));
}

function decide(search: Search, { id, signals }: AssessedPoint): PointDecision {
  const known = compiled.get(signals) ?? compileSignals(signals);
  compiled.set(signals, known);
  let best: Finding | undefined;
  for (const alternative of known.alternatives) {
    best = findAlternative(search, alternative, known, best);
  }
  if (best === undefined) return { id, state: 'missed', evidence: [] };
  return { id, state: best.state, evidence: best.sentences.map((sentence) => evidenceOf(search.corpus, sentence)) };
}

function evidenceOf({ answers, sentences }: Corpus, index: number): Evidence {
  const sentence = sentences[index];
  const answer = answers[sentence?.turn ?? -1];
  return { phase: answer?.phase ?? '', quote: answer?.text.slice(sentence?.start, sentence?.end) ?? '' };
}
