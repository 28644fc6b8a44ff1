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
/** Beside a word that no fact has, so much of an ask must be met for its fact to be told. */
const SURE_SHARE = 0.8;
/** An ask of words that weigh this much is offered when all of it is met, however much else the question says. */
const WEIGHTY = 0.69;
/** How a question begins whose first noun is what it asks for. */
const HEADED = /^\W*(?:(?:and|also|so|ok|okay)\W+)?(?:what|which|how|(?:is|are) there)\b/i;
/** How much the ask that fits best counts, beside all words of the fact's asks together. */
const BEST_ASK = 0.75;

/** Finds the fact that a question asks for. Words are read as those of answers are; asks are written as the groups of signals. */
export function matchFact(question: string, source: FactSource): FactMatch {
  const words = factWords(source);
  const asked = readQuestion(question, words);
  const ranked = rankFacts(asked, words).filter(({ score }) => score >= OFFER_FROM);
  const [best] = ranked;
  if (best?.fact === undefined) return { type: 'none' };
  // "How many?" may be meant of anything.
  const isTelling = asked.isTelling || best.ofAsk === 1;
  const fact = isTelling ? clearOf(asked, ranked) : undefined;
  if (fact !== undefined) return { type: 'fact', fact };
  const near = ranked.filter(({ score }) => score >= best.score * OFFER_LAG).flatMap((each) => each.fact ?? []);
  const any = source.facts.filter((each) => ranked.some((one) => one.fact === each));
  return { type: 'near', facts: (isTelling ? near : any).slice(0, OFFER_MOST) };
}

/** The fact that is nearest by far, or else the only one that the question begins with. */
function clearOf(asked: ReadQuestion, ranked: readonly Ranked[]): Fact | undefined {
  const [best, second] = ranked;
  if (best === undefined) return undefined;
  const isSure = !asked.isOfUnknown && (!asked.hasUnknown || best.ofAsk >= SURE_SHARE);
  if (isSure && best.score >= TELL_FROM && best.score - (second?.score ?? 0) >= LEAD) return best.fact;
  const [head, other] = ranked.filter(({ isHead }) => isHead);
  return other === undefined && best.score < TELL_FROM ? head?.fact : undefined;
}

interface Ranked {
  readonly fact: Fact | undefined;
  readonly score: number;
  /** The largest share of an ask that the question has. */
  readonly ofAsk: number;
  /** The question begins with an ask: "What latency do you expect for …". */
  readonly isHead: boolean;
}

/** The facts that share a word with the question, and what is no fact (undefined), the nearest first. */
function rankFacts(asked: ReadQuestion, { asks }: FactWords): readonly Ranked[] {
  const found = new Map<Fact | undefined, Found>();
  for (const { fact, terms } of asks) {
    const met = terms.map((term) => term.filter((choice) => asked.places.has(choice)));
    const places = new Set(met.flat().flatMap((choice) => asked.places.get(choice) ?? []));
    if (places.size === 0) continue;
    const best = found.get(fact) ?? { likeness: 0, ofAsk: 0, isWhole: false, isHead: false, places: new Set() };
    const { share, weight } = shareMet(terms, met);
    // A part of an ask says little beside a word that no fact has.
    const ofAsk = asked.hasUnknown ? share ** 2 : share;
    best.likeness = Math.max(best.likeness, likeness(ofAsk, asked.share(places)));
    best.ofAsk = Math.max(best.ofAsk, share);
    const isWhole = share === 1 && weight >= WEIGHTY;
    best.isWhole ||= isWhole;
    best.isHead ||= isWhole && asked.beginsWith(places);
    for (const place of places) best.places.add(place);
    found.set(fact, best);
  }
  return [...found].map(([fact, best]) => rank(asked, fact, best)).sort(byRank);
}

interface Found {
  likeness: number;
  ofAsk: number;
  isWhole: boolean;
  isHead: boolean;
  readonly places: Set<number>;
}

function rank(
  asked: ReadQuestion,
  fact: Fact | undefined,
  { likeness, ofAsk, isWhole, isHead, places }: Found,
): Ranked {
  const score = BEST_ASK * likeness + (1 - BEST_ASK) * asked.share(places);
  const least = isWhole && fact !== undefined ? OFFER_FROM : 0;
  return { fact, score: Math.max(score, least), ofAsk, isHead };
}

/** A fact before what is as near and no fact. */
function byRank(a: Ranked, b: Ranked): number {
  return b.score - a.score || Number(a.fact === undefined) - Number(b.fact === undefined);
}

/** The F-measure of an ask and a question, by the shares of each that the other has. */
function likeness(ofAsk: number, ofQuestion: number): number {
  return (2 * ofAsk * ofQuestion) / (ofAsk + ofQuestion);
}

/** How much of an ask the choices that the question has are, and weigh; a word that it has not weighs what its choices do on average. */
function shareMet(terms: readonly Term[], met: readonly Term[]): { readonly share: number; readonly weight: number } {
  let shared = 0;
  let all = 0;
  for (const [place, term] of terms.entries()) {
    const weight = Math.max(0, ...(met[place] ?? []).map((choice) => choice.weight));
    shared += weight;
    all += weight > 0 ? weight : term.reduce((sum, choice) => sum + choice.weight, 0) / term.length;
  }
  return { share: shared / all, weight: shared };
}

interface ReadQuestion {
  /** Where each choice stands that does. */
  readonly places: ReadonlyMap<Choice, readonly number[]>;
  /** How much of the question the words at these places are. */
  readonly share: (places: ReadonlySet<number>) => number;
  /** It has a word that no fact has. */
  readonly hasUnknown: boolean;
  /** "Queue depth": a bare phrase, and its noun is a word that no fact has. */
  readonly isOfUnknown: boolean;
  /** The first words that tell what is asked are at these places. */
  readonly beginsWith: (places: ReadonlySet<number>) => boolean;
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
  const tells = (place: number) => (worth[place] ?? 0) > FAINT_WEIGHT;
  const isUnknown = (place: number) => tells(place) && !told.has(place);
  const first = worth.findIndex((_, place) => tells(place));
  const hasHead = HEADED.test(question);
  return {
    places,
    hasUnknown: worth.some((_, place) => isUnknown(place)),
    isOfUnknown: isUnknown(worth.length - 1) && worth.every((weight) => weight > 0),
    beginsWith: (some) => hasHead && some.has(first) && (some.has(first + 1) || !tells(first + 1)),
    share: (some) => [...some].reduce((sum, place) => sum + (worth[place] ?? 0), 0) / all,
    isTelling: worth.some((weight) => weight > FAINT_WEIGHT),
  };
}

function placesOf({ from, to }: { readonly from: number; readonly to: number }): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
