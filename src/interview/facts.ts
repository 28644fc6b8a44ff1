import { OccurrenceFinder } from '../assessment/occurrences.ts';
import { readCorpus } from '../assessment/text/corpus.ts';
import { stemOf } from '../assessment/text/stem.ts';
import type { Fact } from '../catalogue/schema.ts';
import { type Choice, FAINT_WEIGHT, type FactSource, type FactWords, factWords, type Term } from './fact-words.ts';

/** What the interviewer has on a question: one fact, some to choose from, or nothing near. */
export type FactMatch =
  | { readonly type: 'fact'; readonly fact: Fact }
  | { readonly type: 'near'; readonly facts: readonly Fact[] }
  | { readonly type: 'none' };

/** How near a fact must be to be told, and to be offered; 1 where a question and an ask say the same. */
const TELL_FROM = 0.54;
const OFFER_FROM = 0.46;
/** A fact is told only when it is this much nearer than the next. */
const LEAD = 0.08;
/** A fact that is this much farther than the nearest is not offered beside it. */
const OFFER_LAG = 0.7;
const OFFER_MOST = 5;
/** How much the ask that fits best counts, beside all words of the fact's asks together. */
const BEST_ASK = 0.75;

/** Finds the fact that a question asks for. Words are read as those of answers are; asks are written as the groups of signals. */
export function matchFact(question: string, source: FactSource): FactMatch {
  const words = factWords(source);
  const asked = readQuestion(question, words);
  const ranked = rankFacts(asked, words).filter(({ score }) => score >= OFFER_FROM);
  const [best, second] = ranked;
  if (best?.fact === undefined) return { type: 'none' };
  // "How many?" may be meant of anything.
  const isTelling = asked.isTelling || best.ofAsk === 1;
  const isFirst = best.score >= TELL_FROM && best.score - (second?.score ?? 0) >= LEAD;
  if (isTelling && isFirst) return { type: 'fact', fact: best.fact };
  const near = ranked.filter(({ score }) => score >= best.score * OFFER_LAG).flatMap(({ fact }) => fact ?? []);
  const any = source.facts.filter((fact) => ranked.some((each) => each.fact === fact));
  return { type: 'near', facts: (isTelling ? near : any).slice(0, OFFER_MOST) };
}

interface Ranked {
  readonly fact: Fact | undefined;
  readonly score: number;
  /** The largest share of an ask that the question has. */
  readonly ofAsk: number;
}

/** The facts that share a word with the question, and what is no fact (undefined), the nearest first. */
function rankFacts(asked: ReadQuestion, { asks }: FactWords): readonly Ranked[] {
  const found = new Map<Fact | undefined, { likeness: number; ofAsk: number; places: Set<number> }>();
  for (const { fact, terms } of asks) {
    const met = terms.map((term) => term.filter((choice) => asked.places.has(choice)));
    const places = new Set(met.flat().flatMap((choice) => asked.places.get(choice) ?? []));
    if (places.size === 0) continue;
    const best = found.get(fact) ?? { likeness: 0, ofAsk: 0, places };
    const ofAsk = shareMet(terms, met);
    best.likeness = Math.max(best.likeness, likeness(ofAsk, asked.share(places)));
    best.ofAsk = Math.max(best.ofAsk, ofAsk);
    for (const place of places) best.places.add(place);
    found.set(fact, best);
  }
  return [...found]
    .map(([fact, best]) => ({
      fact,
      score: BEST_ASK * best.likeness + (1 - BEST_ASK) * asked.share(best.places),
      ofAsk: best.ofAsk,
    }))
    .sort((a, b) => b.score - a.score);
}

/** The F-measure of an ask and a question, by the shares of each that the other has. */
function likeness(ofAsk: number, ofQuestion: number): number {
  return (2 * ofAsk * ofQuestion) / (ofAsk + ofQuestion);
}

/** How much of an ask the choices that the question has are; a word that it has not weighs what its choices do on average. */
function shareMet(terms: readonly Term[], met: readonly Term[]): number {
  let shared = 0;
  let all = 0;
  for (const [place, term] of terms.entries()) {
    const weight = Math.max(0, ...(met[place] ?? []).map((choice) => choice.weight));
    shared += weight;
    all += weight > 0 ? weight : term.reduce((sum, choice) => sum + choice.weight, 0) / term.length;
  }
  return shared / all;
}

interface ReadQuestion {
  /** Where each choice stands that does. */
  readonly places: ReadonlyMap<Choice, readonly number[]>;
  /** How much of the question the words at these places are. */
  readonly share: (places: ReadonlySet<number>) => number;
  /** It has a word that is not in any question, or in all of this problem. */
  readonly isTelling: boolean;
}

function readQuestion(question: string, { choices, weightOf }: FactWords): ReadQuestion {
  const corpus = readCorpus([{ phase: '', text: question }], stemOf);
  const finder = new OccurrenceFinder(corpus);
  const places = new Map<Choice, readonly number[]>();
  const weights = corpus.words.map(({ stem }) => weightOf(stem));
  const told = new Map<number, number>();
  for (const choice of choices) {
    const found = finder.stretches(choice.phrases).flat().flatMap(placesOf);
    if (found.length === 0) continue;
    places.set(choice, found);
    for (const place of found) told.set(place, Math.max(told.get(place) ?? 0, choice.weight));
  }
  const worth = weights.map((weight, place) => (weight > FAINT_WEIGHT ? (told.get(place) ?? weight) : weight));
  // A question of hardly any word is no nearer to what shares that.
  const all = Math.max(
    FAINT_WEIGHT,
    worth.reduce((sum, each) => sum + each, 0),
  );
  return {
    places,
    share: (some) => [...some].reduce((sum, place) => sum + (worth[place] ?? 0), 0) / all,
    isTelling: worth.some((weight) => weight > FAINT_WEIGHT),
  };
}

function placesOf({ from, to }: { readonly from: number; readonly to: number }): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
