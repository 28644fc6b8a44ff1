import { classChoices, lexiconNames } from '../../lexicon/lexicon.ts';
import { type CompiledSignals, compilePhrases, type Phrases } from '../compiled-signals.ts';
import type { PlainGroup } from '../occurrences.ts';
import type { Corpus } from '../text/corpus.ts';
import type { Search } from '../windows.ts';
import type { FeatureNumbers } from './feature-numbers.ts';

/** The points that features are read for: what their signals look for is a feature, too. */
export type SoughtPoints = readonly { readonly id: string; readonly signals: CompiledSignals }[];

/** Different numbers of features, in any order. */
export type Features = readonly number[];

/** What is turned down, or only stands in a bare list, is another feature than what is said. */
const TURNED_DOWN = '-';
const LISTED = '+';

/** Pieces of words, so that forms, compounds and slips of the keyboard share something with the words that were learned. */
const PIECE = '~';
const PIECE_LENGTH = 4;

/** An alternative of a point's signals: the features that it is made of, and those that it is when all of them are there. */
interface Alternative {
  readonly parts: Features;
  readonly whole: Features;
}

interface NumberedGroup {
  readonly group: PlainGroup;
  readonly said: number;
  readonly turnedDown: number | undefined;
  readonly listed: number | undefined;
}

let lexiconClasses: readonly { readonly name: string; readonly phrases: Phrases }[] | undefined;

/** Reads the features of sentences, as numbers; those that have no number are left out. */
export class FeatureReader {
  /** By place of a point that is all about a figure: the features that say that the figure is right. */
  readonly figures: ReadonlyMap<number, readonly number[]>;
  /** By place of a point: the features that say that something of its signals is there, whichever way. */
  readonly signals: readonly (readonly number[])[];
  readonly #numbers: FeatureNumbers;
  readonly #groups: readonly NumberedGroup[];
  /** By the feature of their first part. */
  readonly #alternatives: readonly (readonly Alternative[] | undefined)[];
  readonly #pieces = new Map<string, readonly number[]>();
  readonly #stamps = new Stamps();

  constructor(points: SoughtPoints, numbers: FeatureNumbers) {
    this.#numbers = numbers;
    const groups = points.map((point) => this.#groupsOf(point));
    this.#groups = groups.flat();
    this.signals = groups.map((own) => [
      ...new Set(own.flatMap(({ said, turnedDown = said, listed = said }) => [said, turnedDown, listed])),
    ]);
    const alternatives = points.flatMap((point) => this.#alternativesOf(point));
    const byFirst = new Map<number, Alternative[]>();
    for (const each of alternatives) {
      const [first = -1] = each.parts;
      byFirst.set(first, [...(byFirst.get(first) ?? []), each]);
    }
    this.#alternatives = Array.from({ length: numbers.size }, (_, feature) => byFirst.get(feature));
    const figures = points.map((point, place) => [place, this.#figuresOf(point)] as const);
    this.figures = new Map(figures.filter(([, features]) => features.length > 0));
  }

  /** By sentence: its words, pieces of them and pairs of neighbours, its quantities, the classes of the lexicon, what the signals look for. */
  sentences(search: Search): readonly Features[] {
    return this.parts(search, search.corpus.sentenceOf, search.corpus.sentences.length);
  }

  /** The same by part of the corpus; `partOf` is the part of each word, and no part goes over several sentences. */
  parts(search: Search, partOf: readonly number[], count: number): readonly Features[] {
    const features = Array.from({ length: count }, (): number[] => []);
    const add = (position: number, feature: number | undefined) => {
      if (feature !== undefined) features[partOf[position] ?? -1]?.push(feature);
    };
    const isTurnedDown = search.polarity.turnedDown();
    this.#addWords(search.corpus, isTurnedDown, add);
    this.#addQuantities(search.corpus, add);
    this.#addClasses(search, isTurnedDown, add);
    this.#addGroups(search, isTurnedDown, add);
    return features.map((each) => this.#distinct(each));
  }

  /** By sentence that sets something aside: the features of signals in it that stand outside, or hold the words that do so. */
  kept({ corpus, finder, polarity }: Search): ReadonlyMap<number, Features> {
    const asides = polarity.asides();
    const kept = new Map([...asides.keys()].map((sentence) => [sentence, [] as number[]]));
    for (const { group, said } of asides.size === 0 ? [] : this.#groups) {
      for (const stretches of finder.stretches(group)) {
        for (const { from, to } of stretches) {
          const sentence = corpus.sentenceOf[from] ?? 0;
          const own = asides.get(sentence);
          if (own === undefined) continue;
          const isAside = own.some((aside) => aside.from <= from && aside.to > from);
          const holdsCue = own.some(({ cueFrom, cueTo }) => from < cueTo && to > cueFrom);
          if (!isAside || holdsCue) kept.get(sentence)?.push(said);
        }
      }
    }
    return kept;
  }

  #distinct(features: Features): Features {
    const stamp = this.#stamps.next(this.#numbers.size);
    return features.filter((feature) => {
      const isNew = !stamp.has(feature);
      stamp.add(feature);
      return isNew;
    });
  }

  /** The features of sentences together, and the alternatives of the signals that they hold. */
  together(sentences: readonly Features[]): Features {
    const all: number[] = [];
    for (const sentence of sentences) {
      const { doubled, added } = this.beside(all, sentence);
      const known = new Set(doubled);
      for (const feature of sentence) if (known.size === 0 || !known.has(feature)) all.push(feature);
      for (const feature of added) all.push(feature);
    }
    return all;
  }

  /** What changes when features are put together: those that both have, and the alternatives that only both hold. */
  beside(before: Features, sentence: Features): { readonly doubled: Features; readonly added: Features } {
    const doubled: number[] = [];
    const added: number[] = [];
    const stamp = this.#stamps.next(this.#numbers.size);
    for (const feature of before) stamp.add(feature);
    for (const feature of sentence) {
      if (stamp.has(feature)) doubled.push(feature);
      else stamp.add(feature);
    }
    for (const features of [before, sentence]) {
      for (const feature of features) {
        const alternatives = this.#alternatives[feature];
        if (alternatives === undefined) continue;
        for (const { parts, whole } of alternatives) {
          if (!stamp.hasAll(parts)) continue;
          for (const each of whole) {
            if (stamp.has(each)) continue;
            stamp.add(each);
            added.push(each);
          }
        }
      }
    }
    return { doubled, added };
  }

  #groupsOf({ id, signals }: SoughtPoints[number]): readonly NumberedGroup[] {
    return signals.alternatives.flatMap((groups, alternative) =>
      groups.flatMap((group, place) => {
        const key = groupKey(id, alternative, place);
        const numbers = {
          // An alternative is whole only where all its parts are known.
          said: this.#numbers.add(key),
          turnedDown: this.#numbers.of(TURNED_DOWN + key),
          listed: this.#numbers.of(LISTED + key),
        };
        const parts: readonly PlainGroup[] = group.type === 'at-least' ? group.of : [group];
        return parts.map((part) => ({ group: part, ...numbers }));
      }),
    );
  }

  /** Empty where an alternative does without a number. */
  #figuresOf({ id, signals }: SoughtPoints[number]): number[] {
    const figures = signals.alternatives.map((groups, alternative) =>
      groups.flatMap((group, place) =>
        group.type === 'number' ? [this.#numbers.add(groupKey(id, alternative, place))] : [],
      ),
    );
    return figures.every((each) => each.length > 0) ? figures.flat() : [];
  }

  #alternativesOf({ id, signals }: SoughtPoints[number]): readonly Alternative[] {
    return signals.alternatives.map((groups, alternative) => ({
      parts: groups.map((_, place) => this.#numbers.add(groupKey(id, alternative, place))),
      whole: [`${id}/${alternative}`, `${id}/`].flatMap((name) => this.#numbers.of(name) ?? []),
    }));
  }

  #addWords({ sentences, words }: Corpus, isTurnedDown: readonly boolean[], add: Add): void {
    for (const { from, to, isQuestion } of sentences) {
      if (isQuestion) add(from, this.#numbers.of('?'));
      let before = '^';
      for (let at = from; at < to; at++) {
        const { word = '', stem = '' } = words[at] ?? {};
        const isNumber = /^\p{N}/u.test(word);
        if (!isNumber) {
          add(at, this.#numbers.of(isTurnedDown[at] ? TURNED_DOWN + stem : stem));
          for (const piece of this.#piecesOf(word)) add(at, piece);
        }
        const shown = isNumber ? '#' : stem;
        add(at, this.#numbers.ofPair(before, shown));
        before = shown;
      }
    }
  }

  #piecesOf(word: string): readonly number[] {
    const known = this.#pieces.get(word);
    if (known !== undefined) return known;
    const bounded = `^${word}$`;
    const pieces = Array.from({ length: Math.max(0, bounded.length - PIECE_LENGTH + 1) }, (_, at) =>
      this.#numbers.of(PIECE + bounded.slice(at, at + PIECE_LENGTH)),
    ).filter((number) => number !== undefined);
    this.#pieces.set(word, pieces);
    return pieces;
  }

  /** Quantities by their power of two: twice and half of it are neighbours, and each is in two bins. */
  #addQuantities({ quantities }: Corpus, add: Add): void {
    for (const { readings, from } of quantities) {
      for (const { dimension, value } of readings) {
        if (!(value > 0)) continue;
        const power = Math.log2(value);
        for (const bin of ['', Math.round(power), `${Math.floor(power)}½`]) {
          add(from, this.#numbers.of(`${dimension}:${bin}`));
        }
      }
    }
  }

  #addClasses(search: Search, isTurnedDown: readonly boolean[], add: Add): void {
    lexiconClasses ??= lexiconNames()
      .filter((name) => classChoices(name).length > 0)
      .map((name) => ({ name, phrases: compilePhrases(`@${name}`) }));
    for (const { name, phrases } of lexiconClasses) {
      const said = this.#numbers.of(`@${name}`);
      const turnedDown = this.#numbers.of(`@${TURNED_DOWN}${name}`);
      if (said === undefined && turnedDown === undefined) continue;
      for (const stretches of search.finder.stretches(phrases)) {
        for (const { from } of stretches) add(from, isTurnedDown[from] ? turnedDown : said);
      }
    }
  }

  #addGroups(search: Search, isTurnedDown: readonly boolean[], add: Add): void {
    const { bare, finder } = search;
    for (const { group, said, turnedDown, listed } of this.#groups) {
      for (const stretches of finder.stretches(group)) {
        for (const { from, to } of stretches) {
          const isListed = bare[from] && bare[to - 1];
          add(from, isListed ? listed : isTurnedDown[from] ? turnedDown : said);
        }
      }
    }
  }
}

type Add = (position: number, feature: number | undefined) => void;

function groupKey(id: string, alternative: number, place: number): string {
  return `${id}/${alternative}/${place}`;
}

/** A set of small numbers that is emptied at no cost. */
class Stamps {
  #stamps = new Int32Array(0);
  #current = 0;

  next(size: number): this {
    if (size > this.#stamps.length) this.#stamps = new Int32Array(size * 2);
    this.#current++;
    return this;
  }

  has(number: number): boolean {
    return this.#stamps[number] === this.#current;
  }

  hasAll(numbers: readonly number[]): boolean {
    for (const number of numbers) if (this.#stamps[number] !== this.#current) return false;
    return true;
  }

  add(number: number): void {
    this.#stamps[number] = this.#current;
  }
}
