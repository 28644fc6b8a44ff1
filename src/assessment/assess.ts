import type { Signals } from '../lexicon/signal.ts';
import type { Weights } from '../lexicon/weights.ts';
import type { Evidence, PointDecision } from '../session/events.ts';
import { type CompiledSignals, compileSignals } from './compiled-signals.ts';
import { OccurrenceFinder } from './occurrences.ts';
import { PolarityReader } from './polarity/polarity.ts';
import { bareWords } from './text/bareness.ts';
import { type Answer, type Corpus, readCorpus } from './text/corpus.ts';
import { stemOf } from './text/stem.ts';
import { weighPoints } from './weighing/weigh.ts';
import { type Finding, findAlternative, type Search } from './windows.ts';

/** Changes whenever the same answers may be judged in another way. */
export const MATCHER_VERSION = 2;

/** What is judged: a point of a problem will do. */
export interface AssessedPoint {
  readonly id: string;
  readonly signals: Signals;
}

const compiled = new WeakMap<Signals, CompiledSignals>();

/**
 * Judges each point by all that was said in any phase; deterministic, and linear in the answers' length. Points that
 * `weights` know are decided by these, and by their signals where those hold in a few plain words; others by signals alone.
 */
export function assess(
  points: readonly AssessedPoint[],
  answers: readonly Answer[],
  weights?: Weights,
): PointDecision[] {
  const corpus = readCorpus(answers, stemOf);
  const search: Search = {
    corpus,
    finder: new OccurrenceFinder(corpus),
    polarity: new PolarityReader(corpus),
    bare: bareWords(corpus),
  };
  const known = new Set(weights?.points);
  const sought = points.map(({ id, signals }) => ({ id, signals: compiledOf(signals) }));
  const weighed =
    weights === undefined
      ? undefined
      : weighPoints(
          search,
          sought.filter(({ id }) => known.has(id)),
          weights,
        );
  return sought.map(({ id, signals }) =>
    decisionOf(search, id, known.has(id) ? together(search, signals, weighed?.get(id)) : findSignals(search, signals)),
  );
}

function compiledOf(signals: Signals): CompiledSignals {
  const known = compiled.get(signals) ?? compileSignals(signals);
  compiled.set(signals, known);
  return known;
}

function findSignals(search: Search, signals: CompiledSignals): Finding | undefined {
  return signals.alternatives.reduce<Finding | undefined>(
    (best, alternative) => findAlternative(search, alternative, signals, best),
    undefined,
  );
}

/** So many words are a plain statement. */
const PLAIN_WORDS = 8;

/** Weights say little of a few plain words, and signals were written for them: there a signal that holds makes the point. */
function together(search: Search, signals: CompiledSignals, weighed: Finding | undefined): Finding | undefined {
  if (weighed?.state === 'covered') return weighed;
  const found = findSignals(search, signals);
  const [sentence, ...others] = found?.sentences ?? [];
  if (found?.state !== 'covered' || sentence === undefined || others.length > 0) return weighed;
  const { from, to } = search.corpus.sentences[sentence] ?? { from: 0, to: 0 };
  return to - from <= PLAIN_WORDS ? found : weighed;
}

function decisionOf({ corpus }: Search, id: string, found: Finding | undefined): PointDecision {
  if (found === undefined) return { id, state: 'missed', evidence: [] };
  return { id, state: found.state, evidence: found.sentences.map((sentence) => evidenceOf(corpus, sentence)) };
}

function evidenceOf({ answers, sentences }: Corpus, index: number): Evidence {
  const sentence = sentences[index];
  const answer = answers[sentence?.turn ?? -1];
  return { phase: answer?.phase ?? '', quote: answer?.text.slice(sentence?.start, sentence?.end) ?? '' };
}
