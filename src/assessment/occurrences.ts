import type { NumberSignal } from '../lexicon/signal.ts';
import type { Choice, ChoiceSet, CompiledGroup, Term } from './compiled-signals.ts';
import type { Reading } from './numbers/reading.ts';
import type { Stretch } from './polarity/polarity.ts';
import { shapeStretches } from './shapes.ts';
import { CLAUSE_MARKS, type Corpus, hasMark, type PlacedQuantity } from './text/corpus.ts';

export type PlainGroup = Exclude<CompiledGroup, { type: 'at-least' }>;

/** Where a group occurs, by sentence. */
export type Occurrences = Pick<ReadonlyMap<number, readonly Stretch[]>, 'has' | 'get' | 'keys'>;

const FILLERS = 2;
/** These do not count as fillers. */
const ARTICLES = new Set(['a', 'an', 'the', 'its', 'their', 'our', 'that', 'this', 'of']);
const DEFAULT_FACTOR = 2;
const NEGLIGIBLE = 1.000001;

/** Finds groups in one corpus; each distinct group, choice and prefix is looked up once. */
export class OccurrenceFinder {
  readonly #corpus: Corpus;
  readonly #occurrences = new Map<string, Occurrences>();
  readonly #stretches = new Map<string, readonly Stretch[]>();
  readonly #choices = new Map<Choice, readonly Stretch[]>();
  readonly #prefixes = new Map<string, readonly number[]>();

  constructor(corpus: Corpus) {
    this.#corpus = corpus;
  }

  /** By sentence. */
  of(group: PlainGroup): Occurrences {
    if (group.type === 'phrases') return unite(group.parts.map((part) => this.#placed(part.key, this.#phrases(part))));
    return this.#placed(keyOf(group), this.#other(group));
  }

  /** One after the other; overlapping choices each for themselves. */
  stretches(group: PlainGroup): readonly (readonly Stretch[])[] {
    return group.type === 'phrases' ? group.parts.map((part) => this.#phrases(part)) : [this.#other(group)];
  }

  #placed(key: string, stretches: readonly Stretch[]): Occurrences {
    return known(this.#occurrences, key, () => bySentence(this.#corpus, stretches));
  }

  #phrases({ key, choices }: ChoiceSet): readonly Stretch[] {
    return known(this.#stretches, key, () => {
      const found: Stretch[] = [];
      for (const choice of choices) {
        for (const stretch of known(this.#choices, choice, () => this.#choice(choice))) found.push(stretch);
      }
      return found;
    });
  }

  #other(group: Exclude<PlainGroup, { type: 'phrases' }>): readonly Stretch[] {
    return known(this.#stretches, keyOf(group), () => {
      if (group.type === 'shape') return [...shapeStretches(this.#corpus, group.shape)];
      const { signal, readings, context } = group;
      const around = context === undefined ? undefined : this.of(context);
      return this.#corpus.quantities.filter(
        (quantity) =>
          meets(this.#corpus, quantity, signal, readings) && (around === undefined || around.has(quantity.sentence)),
      );
    });
  }

  #choice({ terms, asOne }: Choice): readonly Stretch[] {
    const [first, ...rest] = terms;
    if (first === undefined) return [];
    const found: Stretch[] = [];
    const isThere = rest.every((term) => !('stem' in term) || this.#corpus.byStem.has(term.stem));
    for (const from of isThere ? this.#positions(first) : []) {
      const to = rest.length === 0 ? from + 1 : this.#restEnd(from, rest);
      if (to !== undefined) found.push({ from, to });
    }
    if (asOne !== undefined) found.push(...this.#places(asOne, 1));
    const joined = rest.length === 0 && 'stem' in first ? this.#corpus.joined.get(first.stem) : undefined;
    for (const from of joined ?? []) found.push({ from, to: from + 2 });
    return found;
  }

  #places(stem: string, length: number): Stretch[] {
    return (this.#corpus.byStem.get(stem) ?? []).map((from) => ({ from, to: from + length }));
  }

  /** Where the rest of a choice ends whose first word stands at `from`; undefined where it does not follow. */
  #restEnd(from: number, rest: readonly Term[]): number | undefined {
    const sentence = this.#corpus.sentenceOf[from];
    let at = from + 1;
    for (const term of rest) {
      let fillers = 0;
      while (!this.#is(at, term)) {
        const word = this.#corpus.words[at]?.word;
        if (word === undefined || this.#corpus.sentenceOf[at] !== sentence) return undefined;
        if (!ARTICLES.has(word) && ++fillers > FILLERS) return undefined;
        at++;
        if (hasMark(this.#corpus, at, CLAUSE_MARKS)) return undefined;
      }
      if (this.#corpus.sentenceOf[at] !== sentence) return undefined;
      at++;
    }
    return at;
  }

  #is(position: number, term: Term): boolean {
    const word = this.#corpus.words[position];
    if (word === undefined) return false;
    return 'stem' in term
      ? this.#corpus.stems[position]?.includes(term.stem) === true
      : word.word.startsWith(term.prefix);
  }

  #positions(term: Term): readonly number[] {
    if ('stem' in term) return this.#corpus.byStem.get(term.stem) ?? [];
    return known(this.#prefixes, term.prefix, () => this.#beginning(term.prefix));
  }

  #beginning(prefix: string): readonly number[] {
    const found: number[] = [];
    const { vocabulary, byWord } = this.#corpus;
    for (let at = lowerBound(vocabulary, prefix); vocabulary[at]?.startsWith(prefix) === true; at++) {
      for (const position of byWord.get(vocabulary[at] ?? '') ?? []) found.push(position);
    }
    return found;
  }
}

function keyOf(group: Exclude<PlainGroup, { type: 'phrases' }>): string {
  return group.type === 'shape' ? group.shape : JSON.stringify(group.signal);
}

/** What a map has for a key, found where it has nothing yet. */
function known<Key, Value>(map: Map<Key, Value>, key: Key, find: () => Value): Value {
  const before = map.get(key);
  if (before !== undefined) return before;
  const found = find();
  map.set(key, found);
  return found;
}

function unite(parts: readonly Occurrences[]): Occurrences {
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0) return only;
  return {
    has: (sentence) => parts.some((part) => part.has(sentence)),
    get: (sentence) => {
      const found = parts.flatMap((part) => part.get(sentence) ?? []);
      return found.length === 0 ? undefined : found;
    },
    keys: () => keysOf(parts),
  };
}

/** The sentences of all parts, each once; nobody may want more than the first of them. */
export function* keysOf(parts: readonly Occurrences[]): MapIterator<number> {
  for (const [index, part] of parts.entries()) {
    for (const sentence of part.keys()) {
      let isNew = true;
      for (let before = 0; before < index && isNew; before++) isNew = parts[before]?.has(sentence) !== true;
      if (isNew) yield sentence;
    }
  }
  return undefined;
}

function bySentence(corpus: Corpus, stretches: Iterable<Stretch>): ReadonlyMap<number, readonly Stretch[]> {
  const found = new Map<number, Stretch[]>();
  for (const stretch of stretches) {
    const sentence = corpus.sentenceOf[stretch.from] ?? 0;
    const known = found.get(sentence);
    if (known === undefined) found.set(sentence, [stretch]);
    else known.push(stretch);
  }
  return found;
}

function lowerBound(sorted: readonly string[], key: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

const RATE_WORDS = /^(?:rps|qps|tps|wps|throughput|peak|rate|req|requests)$/;
const CONTEXT = 6;

/** Whether a quantity is what the signal asks for, in any way to read both. */
function meets(corpus: Corpus, quantity: PlacedQuantity, signal: NumberSignal, wanted: readonly Reading[]): boolean {
  return wanted.some(({ dimension, value }) =>
    quantity.readings.some((reading) => {
      const isRate =
        dimension === 'rate' && reading.dimension === 'count' && reading.value >= 100 && isNearRate(corpus, quantity);
      if (reading.dimension !== dimension && !isRate) return false;
      if (signal.atMost === true)
        return quantity.side !== 'over' && reading.value > 0 && reading.value <= value * NEGLIGIBLE;
      if (signal.atLeast === true)
        return (
          quantity.side !== 'under' &&
          reading.value >= value / NEGLIGIBLE &&
          (dimension !== 'ratio' || reading.value < 1)
        );
      const factor = (signal.factor ?? DEFAULT_FACTOR) * NEGLIGIBLE;
      return reading.value >= value / factor && reading.value <= value * factor;
    }),
  );
}

function isNearRate({ words, sentenceOf }: Corpus, { from, to, sentence }: PlacedQuantity): boolean {
  for (let at = Math.max(0, from - CONTEXT); at < Math.min(words.length, to + CONTEXT); at++) {
    if (sentenceOf[at] === sentence && RATE_WORDS.test(words[at]?.word ?? '')) return true;
  }
  return false;
}
