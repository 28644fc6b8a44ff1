import type { Choice, ChoiceSet, CompiledGroup, Term } from './compiled-signals.ts';
import { Measures } from './numbers/measures.ts';
import type { Stretch } from './polarity/polarity.ts';
import { shapeStretches } from './shapes.ts';
import { CLAUSE_MARKS, type Corpus, hasMark } from './text/corpus.ts';

export type PlainGroup = Exclude<CompiledGroup, { type: 'at-least' }>;

/** Where a group occurs, by sentence. */
export type Occurrences = Pick<ReadonlyMap<number, readonly Stretch[]>, 'has' | 'get' | 'keys'>;

const FILLERS = 2;
/** These do not count as fillers. */
const ARTICLES = new Set(['a', 'an', 'the', 'its', 'their', 'our', 'that', 'this', 'of']);
const NOWHERE: readonly never[] = [];

/** Finds groups in one corpus; each distinct group, choice and prefix is looked up once. */
export class OccurrenceFinder {
  readonly #corpus: Corpus;
  readonly #measures: Measures;
  readonly #occurrences = new Map<string, Occurrences>();
  readonly #stretches = new Map<string, readonly Stretch[]>();
  readonly #choices = new Map<Choice, readonly Stretch[]>();
  readonly #prefixes = new Map<string, readonly number[]>();

  constructor(corpus: Corpus) {
    this.#corpus = corpus;
    this.#measures = new Measures(corpus);
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
        for (const stretch of this.#choices.get(choice) ?? this.#choice(choice)) found.push(stretch);
      }
      return found;
    });
  }

  #other(group: Exclude<PlainGroup, { type: 'phrases' }>): readonly Stretch[] {
    return known(this.#stretches, keyOf(group), () => {
      if (group.type === 'shape') return [...shapeStretches(this.#corpus, group.shape)];
      const { signal, readings, context } = group;
      const around = context === undefined ? undefined : this.of(context);
      const found = this.#measures.meeting(signal, readings);
      return around === undefined ? found : found.filter(({ sentence }) => around.has(sentence));
    });
  }

  #choice(choice: Choice): readonly Stretch[] {
    const { terms, asOne } = choice;
    const [first] = terms;
    if (first === undefined) return NOWHERE;
    const { byStem, joined } = this.#corpus;
    const isOne = terms.length === 1;
    const found: Stretch[] = [];
    if (isOne) {
      for (const from of this.#positions(first)) found.push({ from, to: from + 1 });
    } else if (terms.every((term) => !('stem' in term) || byStem.has(term.stem))) {
      for (const from of this.#followed(first, terms[1])) {
        const to = this.#restEnd(from, terms);
        if (to !== undefined) found.push({ from, to });
      }
    }
    for (const from of (asOne !== undefined && byStem.get(asOne)) || NOWHERE) found.push({ from, to: from + 1 });
    for (const from of (isOne && 'stem' in first && joined.get(first.stem)) || NOWHERE) {
      found.push({ from, to: from + 2 });
    }
    this.#choices.set(choice, found);
    return found;
  }

  /** Where a term stands with another somewhere behind it in the sentence. */
  #followed(first: Term, second: Term | undefined): readonly number[] {
    const all = this.#positions(first);
    const { byStem, sentenceOf } = this.#corpus;
    const behind = second !== undefined && 'stem' in second ? byStem.get(second.stem) : undefined;
    if (behind === undefined) return all;
    return all.filter((from) => sentenceOf[behind[firstAfter(behind, from)] ?? -1] === sentenceOf[from]);
  }

  /** Where the rest of a choice ends whose first word stands at `from`; undefined where it does not follow. */
  #restEnd(from: number, terms: readonly Term[]): number | undefined {
    const sentence = this.#corpus.sentenceOf[from];
    let at = from + 1;
    for (let place = 1; place < terms.length; place++) {
      let fillers = 0;
      while (!this.#is(at, terms[place])) {
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

  #is(position: number, term: Term | undefined): boolean {
    const word = this.#corpus.words[position];
    if (word === undefined || term === undefined) return false;
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
    for (let at = partition(vocabulary, (word) => word < prefix); vocabulary[at]?.startsWith(prefix) === true; at++) {
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

/** The place of the first position behind another; positions are in order. */
function firstAfter(positions: readonly number[], position: number): number {
  return partition(positions, (each) => each <= position);
}

/** How many at the beginning are before what is looked for. */
function partition<Value>(sorted: readonly Value[], isBefore: (value: Value) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(sorted[middle] as Value)) low = middle + 1;
    else high = middle;
  }
  return low;
}
