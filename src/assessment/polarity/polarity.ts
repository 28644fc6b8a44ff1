import { CLAUSE_MARKS, type Corpus, hasMark, type Sentence } from '../text/corpus.ts';
import { stemOf } from '../text/stem.ts';
import { asidesOf } from './asides.ts';
import { contrastsOf } from './contrasts.ts';
import { ADVERSE, HAZARDS } from './cues.ts';
import { isDismissed } from './dismissals.ts';
import { type Scope, scopesOf } from './scopes.ts';

/** How words stand in their sentence. `spared` is an evil that is said not to come about. */
export type Polarity = 'asserted' | 'spared' | 'doubtful' | 'asked' | 'negated';

/** Words of the corpus, end exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const NEGATIVE = /^(?:no|not|never|nobody|none|nothing|neither|nor|without|hardly|barely|rarely|seldom)$/;
const hazards = new Set(HAZARDS.map(stemOf));
const adverse = new Set(ADVERSE.map(stemOf));
const LINKS = new Set(['a', 'an', 'the', 'of', 'at', 'in', 'on', 'to', 'by', 'two', 'be', 'is', 'are']);
const SUBJECT_WORDS = 12;
const MOST_CLAUSES = 4;

/** "cannot", "would not", "will never" … at a position. */
function isRefusal({ words }: Corpus, at: number): boolean {
  return /^(?:not|never)$/.test(words[at]?.word ?? '') && /^(?:can|could|would|will)$/.test(words[at - 1]?.word ?? '');
}

/** Where the clause of a subject ends that itself ends at `from`. */
function subjectEnd(corpus: Corpus, sentence: Sentence, from: number): number {
  let at = from;
  while (at < Math.min(sentence.to, from + SUBJECT_WORDS)) {
    if (at > from && hasMark(corpus, at, CLAUSE_MARKS)) break;
    if (/^(?:but|while|whereas|although|though)$/.test(corpus.words[at]?.word ?? '')) break;
    at++;
  }
  return at;
}

/** Reads the polarity of stretches; a sentence's cues are found once. */
export class PolarityReader {
  readonly #corpus: Corpus;
  readonly #scopes = new Map<number, readonly Scope[]>();

  constructor(corpus: Corpus) {
    this.#corpus = corpus;
  }

  scopes(index: number): readonly Scope[] {
    const known = this.#scopes.get(index);
    if (known !== undefined) return known;
    const sentence = this.#corpus.sentences[index];
    const scopes = sentence === undefined ? [] : this.#read(sentence, this.#afterClauses(index));
    this.#scopes.set(index, scopes);
    return scopes;
  }

  /** The sentence behind the one at `index`, which may have more clauses. */
  #afterClauses(index: number): Sentence | undefined {
    const { sentences } = this.#corpus;
    let at = index;
    while (at < index + MOST_CLAUSES && sentences[at]?.goesOn) at++;
    return sentences[at + 1];
  }

  #read(sentence: Sentence, next: Sentence | undefined): Scope[] {
    const asides = asidesOf(this.#corpus, sentence, next);
    return [...scopesOf(this.#corpus, sentence), ...contrastsOf(this.#corpus, sentence), ...asides];
  }

  /** By sentence: what is set aside in it, where anything is. */
  asides(): ReadonlyMap<number, readonly Scope[]> {
    const found = new Map<number, readonly Scope[]>();
    for (const index of this.#corpus.sentences.keys()) {
      const asides = this.scopes(index).filter(({ isAside }) => isAside);
      if (asides.length > 0) found.set(index, asides);
    }
    return found;
  }

  /** The polarity of a stretch; cues inside of `taken` belong to what was matched, and turn nothing down. */
  of(stretch: Stretch, taken: readonly Stretch[]): Polarity {
    const index = this.#corpus.sentenceOf[stretch.from] ?? 0;
    const open = this.scopes(index).filter(({ cueFrom, cueTo }) => !this.#isTaken(cueFrom, cueTo, taken));
    const active = undoDoubles(open).filter(({ from, to }) => from <= stretch.from && to >= stretch.to);
    if (active.some(({ effect }) => effect === 'negated')) return this.#isHazard(stretch) ? 'spared' : 'negated';
    if (this.#corpus.sentences[index]?.isQuestion) return 'asked';
    return active.some(({ effect }) => effect === 'doubtful') ? 'doubtful' : 'asserted';
  }

  /** Which words of the corpus are turned down, whatever was matched. */
  turnedDown(): readonly boolean[] {
    const found = new Array<boolean>(this.#corpus.words.length).fill(false);
    for (const index of this.#corpus.sentences.keys()) {
      const scopes = this.scopes(index);
      if (scopes.length === 0) continue;
      for (const { from, to, effect } of undoDoubles(scopes)) if (effect === 'negated') found.fill(true, from, to);
    }
    return found;
  }

  /** Whether a stretch is turned down: in the reach of a negation, or the subject of one or of something adverse. */
  isRejected(stretch: Stretch): boolean {
    const index = this.#corpus.sentenceOf[stretch.from] ?? 0;
    const sentence = this.#corpus.sentences[index];
    if (sentence === undefined) return false;
    if (isDismissed(this.#corpus, sentence, index, stretch)) return true;
    if (sentence.isQuestion) return false;
    const covers = ({ from, to, effect }: Scope) => effect === 'negated' && from <= stretch.from && to >= stretch.to;
    if (this.scopes(index).some(covers)) return true;
    const end = subjectEnd(this.#corpus, sentence, stretch.to);
    for (let at = stretch.to + 1; at < end; at++) if (isRefusal(this.#corpus, at)) return true;
    return this.#corpus.words.slice(stretch.to, end).some(({ stem }) => adverse.has(stem));
  }

  /** A match takes a cue when it has the cue's negative word; "need" alone does not take "no need". */
  #isTaken(cueFrom: number, cueTo: number, taken: readonly Stretch[]): boolean {
    const { words } = this.#corpus;
    for (let at = cueFrom; at < cueTo; at++) {
      if (NEGATIVE.test(words[at]?.word ?? '')) return taken.some(({ from, to }) => from <= at && to > at);
    }
    return taken.some(({ from, to }) => from < cueTo && to > cueFrom);
  }

  /** Whether a stretch names nothing but an evil. */
  #isHazard({ from, to }: Stretch): boolean {
    return this.#corpus.words.slice(from, to).every(({ word, stem }) => hazards.has(stem) || LINKS.has(word));
  }
}

/** "never without x" and "would not avoid x" speak for x. */
function undoDoubles(scopes: readonly Scope[]): readonly Scope[] {
  const isUndoing = (outer: Scope, inner: Scope) =>
    inner.undoneBy !== undefined &&
    (inner.undoneBy === 'any' || outer.undoneBy === undefined) &&
    outer.effect === 'negated' &&
    outer.cueTo <= inner.cueFrom &&
    outer.to > inner.cueFrom;
  return scopes
    .filter((inner) => !scopes.some((outer) => isUndoing(outer, inner)))
    .flatMap((outer) => {
      const inner = scopes.find((each) => isUndoing(outer, each));
      if (inner === undefined) return [outer];
      // "no shard without x" is about every shard; "does not fit without x" still does not fit.
      return outer.undoneBy === undefined ? [{ ...outer, to: inner.cueFrom }] : [];
    });
}
