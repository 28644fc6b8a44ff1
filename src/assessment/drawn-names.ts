import { compilePhrases, type Phrases } from './compiled-signals.ts';
import { OccurrenceFinder } from './occurrences.ts';
import { type Corpus, readCorpus } from './text/corpus.ts';
import { stemOf } from './text/stem.ts';
import { type Word, wordsOf } from './text/tokens.ts';

/** What many components are; it tells none of them. */
const KINDS = new Set('service store worker server cache queue db database node cluster'.split(' ').map(stemOf));
/** Whoever draws one word of these and says another means the same. */
const SAME_THING = [
  '@load-balancer',
  '@gateway',
  '@cdn',
  '@queue|@stream',
  '@cache|@in-memory-store',
  '@database|@relational-database|@key-value-store|@document-store|@wide-column-store',
  '@object-store',
  '@search-engine',
  '@columnar-store|@data-warehouse',
  '@time-series-store',
  '@graph-store',
  '@push-provider',
  '@sms-provider',
];
/** Short names of products that their long ones do not begin with. */
const SHORT_NAMES: ReadonlyMap<string, string> = new Map([
  ['pg', 'postgres'],
  ['psql', 'postgres'],
  ['ddb', 'dynamo'],
]);
/** A shorter beginning is shared by products of several makers. */
const SHORTEST_BEGINNING = 4;
/** A longer one is no word. */
const LONGEST_WORD = 30;

let samePhrases: readonly Phrases[] | undefined;

/** The words of a name that tell which component it is. */
export function tellingWords(label: string): readonly Word[] {
  return wordsOf(label).filter(({ stem }) => !KINDS.has(stem));
}

/** The labels that are spoken of by a word of their own, or by another for the same. */
export function spokenOf(labels: readonly string[], said: Corpus): ReadonlySet<string> {
  const words = new SaidWords(said);
  const byName = labels.filter((label) => isSaid(label, words));
  return new Set([...byName, ...otherwiseSaid(labels, said)]);
}

function isSaid(label: string, said: SaidWords): boolean {
  const own = tellingWords(label);
  if (own.length > 0) return own.some(({ stem }) => said.has(stem));
  return wordsOf(label).every(({ stem }) => said.has(stem));
}

/** The stems of all that was said; a word and its short form are one, and so are two words written as one. */
class SaidWords {
  readonly #stems: ReadonlySet<string>;
  readonly #beginnings: ReadonlySet<string>;

  constructor({ words, byStem }: Corpus) {
    const pairs = words.slice(1).map(({ word }, index) => stemOf(`${words[index]?.word ?? ''}${word}`));
    this.#stems = new Set([...byStem.keys(), ...pairs]);
    this.#beginnings = new Set(words.flatMap(({ word }) => beginningsOf(word)));
  }

  /** `auth` is said by "authentication", and `api2` by "api". */
  has(stem: string): boolean {
    const bare = stem.replace(/(?<=\p{L})\d+$/u, '');
    return this.#stems.has(stem) || this.#stems.has(bare) || this.#beginnings.has(stem);
  }
}

function beginningsOf(word: string): string[] {
  const short = word.slice(0, LONGEST_WORD);
  return Array.from({ length: Math.max(0, short.length - SHORTEST_BEGINNING) }, (_, more) =>
    short.slice(0, SHORTEST_BEGINNING + more),
  );
}

function otherwiseSaid(labels: readonly string[], said: Corpus): string[] {
  samePhrases ??= SAME_THING.map(compilePhrases);
  const drawn = readCorpus(
    labels.map((text) => ({ phase: '', text })),
    stemOf,
  );
  const [inLabels, inProse] = [new OccurrenceFinder(drawn), new OccurrenceFinder(said)];
  const found: string[] = [];
  for (const stretch of samePhrases.flatMap((phrases) =>
    isFound(inProse, phrases) ? inLabels.stretches(phrases).flat() : [],
  )) {
    const label = labels[drawn.sentences[drawn.sentenceOf[stretch.from] ?? 0]?.turn ?? -1];
    const covered = drawn.words.slice(stretch.from, stretch.to);
    if (label === undefined) continue;
    if (tellingWords(label).length === 0 || covered.some(({ stem }) => !KINDS.has(stem))) found.push(label);
  }
  return found;
}

function isFound(finder: OccurrenceFinder, phrases: Phrases): boolean {
  return finder.stretches(phrases).some((stretches) => stretches.length > 0);
}

/** Whether two words are names of one product: `PG` and `PostgreSQL`, `Mongo` and `MongoDB`. */
export function isSameProduct(one: string, other: string): boolean {
  const [a, b] = [one, other].map((name) => SHORT_NAMES.get(name.toLowerCase()) ?? name.toLowerCase());
  if (a === undefined || b === undefined) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short === long || (short.length >= SHORTEST_BEGINNING && long.startsWith(short));
}
