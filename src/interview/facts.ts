import type { Fact } from '../catalogue/schema.ts';

/** What the interviewer has on a question: one fact, some to choose from, or nothing near. */
export type FactMatch =
  | { readonly type: 'fact'; readonly fact: Fact }
  | { readonly type: 'near'; readonly facts: readonly Fact[] }
  | { readonly type: 'none' };

/** Shares of the words asked and of the words known that must meet for a fact to be told, and to be offered. */
const TELL_FROM = 0.55;
const OFFER_FROM = 0.3;
/** A fact is told only when it is this much nearer than the next. */
const LEAD = 0.08;
const OFFER_MOST = 5;
/** A word that no fact has says little about which one is meant. */
const UNKNOWN_HOLDERS = 3;

const EMPTY_WORDS = new Set(
  'a about an and any are as at be by can could do does for from have how i in is it its me of on or our per shall should tell that the their them there they this to us want we when where which who why will with would you your'.split(
    ' ',
  ),
);

/** Finds the fact whose topic, or another wording of it, shares most words with the question. Words that many facts share weigh little. */
export function matchFact(question: string, facts: readonly Fact[]): FactMatch {
  const asked = wordsOf(question);
  if (asked.size === 0) return { type: 'none' };
  const weight = rarity(facts);
  const ranked = facts
    .map((fact) => ({ fact, score: scoreFact(asked, fact, weight) }))
    .filter(({ score }) => score >= OFFER_FROM)
    .sort((a, b) => b.score - a.score);
  const [best, second] = ranked;
  if (best === undefined) return { type: 'none' };
  if (best.score >= TELL_FROM && best.score - (second?.score ?? 0) >= LEAD) return { type: 'fact', fact: best.fact };
  return { type: 'near', facts: ranked.slice(0, OFFER_MOST).map(({ fact }) => fact) };
}

function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => !EMPTY_WORDS.has(word)).map(stem));
}

/** Plural and verb endings off, crudely: both sides go through it. */
function stem(word: string): string {
  if (word.length <= 3) return word;
  return word
    .replace(/(?:ies)$/, 'y')
    .replace(/(?:ing|ed|es|s)$/, '')
    .replace(/e$/, '');
}

function phrasesOf(fact: Fact): readonly string[] {
  return [fact.topic, ...fact.asks];
}

function rarity(facts: readonly Fact[]): (word: string) => number {
  const holders = new Map<string, number>();
  for (const fact of facts) {
    for (const word of wordsOf(phrasesOf(fact).join(' '))) holders.set(word, (holders.get(word) ?? 0) + 1);
  }
  return (word) => 1 / (holders.get(word) ?? UNKNOWN_HOLDERS);
}

function scoreFact(asked: ReadonlySet<string>, fact: Fact, weight: (word: string) => number): number {
  return Math.max(...phrasesOf(fact).map((phrase) => scorePhrase(asked, wordsOf(phrase), weight)));
}

/** The weighted F-measure of the two sets of words. */
function scorePhrase(asked: ReadonlySet<string>, known: ReadonlySet<string>, weight: (word: string) => number): number {
  const sum = (words: Iterable<string>) => [...words].reduce((all, word) => all + weight(word), 0);
  const shared = sum([...known].filter((word) => asked.has(word)));
  return shared === 0 ? 0 : (2 * shared) / (sum(asked) + sum(known));
}
