import { classChoices, lexiconNames } from '../../lexicon/lexicon.ts';
import { type CompiledSignals, compilePhrases, type Phrases } from '../compiled-signals.ts';
import type { Stretch } from '../polarity/polarity.ts';
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

type PlainGroup = Exclude<CompiledSignals['alternatives'][number][number], { type: 'at-least' }>;

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
  readonly #numbers: FeatureNumbers;
  readonly #groups: readonly NumberedGroup[];
  readonly #alternatives = new Map<number, Alternative[]>();
  readonly #stamps = new Stamps();

  constructor(points: SoughtPoints, numbers: FeatureNumbers) {
    this.#numbers = numbers;
    this.#groups = points.flatMap((point) => this.#groupsOf(point));
    for (const point of points) this.#addAlternatives(point);
  }

  /** By sentence: its words and pairs of neighbours, its quantities, the classes of the lexicon, what the signals look for. */
  sentences(search: Search): readonly Features[] {
    const { corpus } = search;
    const features = corpus.sentences.map((): number[] => []);
    const add = (sentence: number, feature: number | undefined) => {
      if (feature !== undefined) features[sentence]?.push(feature);
    };
    const isTurnedDown = search.polarity.turnedDown();
    this.#addWords(corpus, isTurnedDown, add);
    this.#addQuantities(corpus, add);
    this.#addClasses(search, isTurnedDown, add);
    this.#addGroups(search, isTurnedDown, add);
    return features.map((each) => [...new Set(each)]);
  }

  /** The features of sentences together, and the alternatives of the signals that they hold. */
  together(sentences: readonly Features[]): Features {
    const all: number[] = [];
    const stamp = this.#stamps.next(this.#numbers.size);
    const take = (feature: number) => {
      if (stamp.has(feature)) return;
      stamp.add(feature);
      all.push(feature);
    };
    for (const sentence of sentences) for (const feature of sentence) take(feature);
    const said = all.length;
    for (let at = 0; at < said; at++) {
      for (const { parts, whole } of this.#alternatives.get(all[at] ?? -1) ?? []) {
        if (parts.every((part) => stamp.has(part))) for (const feature of whole) take(feature);
      }
    }
    return all;
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

  #addAlternatives({ id, signals }: SoughtPoints[number]): void {
    for (const [alternative, groups] of signals.alternatives.entries()) {
      const parts = groups.map((_, place) => this.#numbers.add(groupKey(id, alternative, place)));
      const whole = [`${id}/${alternative}`, `${id}/`].flatMap((name) => this.#numbers.of(name) ?? []);
      const first = parts[0] ?? -1;
      this.#alternatives.set(first, [...(this.#alternatives.get(first) ?? []), { parts, whole }]);
    }
  }

  #addWords({ sentences, words }: Corpus, isTurnedDown: readonly boolean[], add: Add): void {
    for (const [index, { from, to, isQuestion }] of sentences.entries()) {
      if (isQuestion) add(index, this.#numbers.of('?'));
      let before = '^';
      for (let at = from; at < to; at++) {
        const { word = '', stem = '' } = words[at] ?? {};
        const isNumber = /^\p{N}/u.test(word);
        if (!isNumber) add(index, this.#numbers.of(isTurnedDown[at] ? TURNED_DOWN + stem : stem));
        const shown = isNumber ? '#' : stem;
        add(index, this.#numbers.ofPair(before, shown));
        before = shown;
      }
    }
  }

  /** Quantities by their power of two: twice and half of it are neighbours, and each is in two bins. */
  #addQuantities({ quantities }: Corpus, add: Add): void {
    for (const { readings, sentence } of quantities) {
      for (const { dimension, value } of readings) {
        if (!(value > 0)) continue;
        const power = Math.log2(value);
        for (const bin of ['', Math.round(power), `${Math.floor(power)}½`]) {
          add(sentence, this.#numbers.of(`${dimension}:${bin}`));
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
      for (const [sentence, stretches] of occurrencesOf(search, phrases)) {
        for (const { from } of stretches) add(sentence, isTurnedDown[from] ? turnedDown : said);
      }
    }
  }

  #addGroups(search: Search, isTurnedDown: readonly boolean[], add: Add): void {
    const { bare } = search;
    for (const { group, said, turnedDown, listed } of this.#groups) {
      for (const [sentence, stretches] of occurrencesOf(search, group)) {
        for (const { from, to } of stretches) {
          const isListed = bare[from] && bare[to - 1];
          add(sentence, isListed ? listed : isTurnedDown[from] ? turnedDown : said);
        }
      }
    }
  }
}

type Add = (sentence: number, feature: number | undefined) => void;

function* occurrencesOf({ finder }: Search, group: PlainGroup): Iterable<readonly [number, readonly Stretch[]]> {
  const found = finder.of(group);
  for (const sentence of found.keys()) yield [sentence, found.get(sentence) ?? []];
}

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

  add(number: number): void {
    this.#stamps[number] = this.#current;
  }
}
