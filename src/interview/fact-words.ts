import { compilePhrases, type Phrases } from '../assessment/compiled-signals.ts';
import { stemOf } from '../assessment/text/stem.ts';
import type { Fact, Problem } from '../catalogue/schema.ts';
import { plainWordsOf } from '../lexicon/aliases.ts';
import { choicesOf } from '../lexicon/signal.ts';

/** What facts are matched by. */
export type FactSource = Pick<Problem, 'title' | 'facts'>;

/** A word, or `@name` for a class of the lexicon. */
export interface Choice {
  readonly phrases: Phrases;
  /** How much it tells of the fact that is meant. */
  readonly weight: number;
}

/** A word of an ask, or several to choose from. */
export type Term = readonly Choice[];

/** The topic of a fact, or another wording of it; `fact` is undefined where the ask is about the interview itself. */
interface Ask {
  readonly fact: Fact | undefined;
  readonly terms: readonly Term[];
}

/** How the facts of one problem are asked for. */
export interface FactWords {
  readonly asks: readonly Ask[];
  /** Those of all asks. */
  readonly choices: readonly Choice[];
  /** The weight of a stem of a question that no ask has. */
  readonly weightOf: (stem: string) => number;
}

/** By which any question is asked. */
export const FAINT_WEIGHT = 0.3;
/** What the whole problem is about. */
const TOPIC_WEIGHT = 0.2;
/** A word of a question that no fact has: it asks for something else, or is only talk. */
const UNKNOWN_WEIGHT = 0.55;
/** What more than this share of the facts have says nothing of which one is meant. */
const TOPIC_SHARE = 1 / 3;
const TOPIC_LEAST = 4;

const EMPTY_WORDS = stemsOf(
  `a about actually all also am an and any are as assume at be before both but can could did do does either ever expect
   first for from get give go have he hello here hi how i if in into is it just know let like look looking may me
   might must my need not of ok on once one only or our out please per really roughly say shall she should so some
   something still talk tell than thanks that the their them then there they thing think this those to too up us
   usually want was we were what which why will with would yet you your`,
);
const FAINT_WORDS = stemsOf(
  `amount another big bigger by commitment design different each every exist expectation far fast figure frequent
   frequently goal handle happen important kind large long make many mean more most much number often other plan
   possible quick quickly require same short size small soon sort support system service take target total type use
   when where who whole wish work`,
);

/** On these no problem has a fact: they are about the interview, or for the candidate to find. */
const BESIDES = [
  'programming language',
  'language should I use|write|code',
  'size of the team',
  'how large|big is the team',
  'how many engineers|developers|staff',
  'how much time|minutes left|enough',
  'start|begin with',
  'draw|diagram|whiteboard|sketch',
  'launch|release date',
  'on call',
  'colour|logo',
  'part|phase|section of the interview',
  'product|project|engineering manager',
  'hit|hits rate|ratio',
  'cache|edge|cdn hit|hits|miss rate|ratio',
  'cache|edge eviction',
  'consistency read|own|monotonic writes|reads',
  'replication factor|lag',
  'which database|datastore|sql|nosql',
  'message|job|work queue|broker',
  'thread|connection pool',
  'how many servers|machines|nodes|hosts|replicas|shards|partitions',
  'memory|ram|disk|cpu|cores of a server|node|machine|host',
  'disk read|write speed',
  'log format',
  'growth rate',
  'ci|cd tool|pipeline',
  'clock skew|drift',
];

const known = new WeakMap<FactSource['facts'], FactWords>();

/** Read once a problem. */
export function factWords(source: FactSource): FactWords {
  const before = known.get(source.facts);
  if (before !== undefined) return before;
  const words = readWords(source);
  known.set(source.facts, words);
  return words;
}

function readWords({ title, facts }: FactSource): FactWords {
  const written = [
    ...facts.flatMap((fact) => [fact.topic, ...fact.asks].map((ask) => ({ fact, terms: termsOf(ask) }))),
    ...BESIDES.map((ask) => ({ fact: undefined, terms: termsOf(ask) })),
  ];
  const holders = new Map<string, Set<Fact | undefined>>();
  for (const { fact, terms } of written) {
    for (const { stem } of terms.flat()) holders.set(stem, (holders.get(stem) ?? new Set()).add(fact));
  }
  const topic = stemsOf(
    wordsIn(title)
      .flatMap((word) => [word, ...plainWordsOf(word)])
      .join(' '),
  );
  const weightOf = (stem: string, held: number | undefined) => {
    if (EMPTY_WORDS.has(stem)) return 0;
    if (FAINT_WORDS.has(stem)) return FAINT_WEIGHT;
    if (topic.has(stem)) return TOPIC_WEIGHT;
    if (held === undefined) return UNKNOWN_WEIGHT;
    return held > Math.max(TOPIC_LEAST, facts.length * TOPIC_SHARE) ? TOPIC_WEIGHT : 1 / Math.sqrt(held);
  };
  const choices = new Map<string, Choice>();
  const choiceOf = ({ stem, word }: WrittenChoice): Choice => {
    const choice = choices.get(stem) ?? {
      phrases: compilePhrases(word),
      weight: weightOf(stem, holders.get(stem)?.size),
    };
    choices.set(stem, choice);
    return choice;
  };
  return {
    asks: written.map(({ fact, terms }) => ({ fact, terms: terms.map((term) => term.map(choiceOf)) })),
    choices: [...choices.values()],
    weightOf: (stem) => weightOf(stem, undefined),
  };
}

interface WrittenChoice {
  readonly word: string;
  readonly stem: string;
}

/** The words of an ask that say something, each with what else may stand in its place. */
function termsOf(ask: string): readonly (readonly WrittenChoice[])[] {
  return wordsIn(ask)
    .map((term) =>
      choicesOf(term)
        .map((word) => ({ word, stem: /^\p{L}+$/u.test(word) ? stemOf(word) : word }))
        .filter(({ stem }) => !EMPTY_WORDS.has(stem)),
    )
    .filter((term) => term.length > 0);
}

function wordsIn(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[\s,?]+/)
    .filter((word) => word !== '');
}

function stemsOf(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/).map(stemOf));
}
