import type { NumberSignal } from '../../lexicon/signal.ts';
import { type Corpus, hasMark, type PlacedQuantity } from '../text/corpus.ts';
import { Mark } from '../text/tokens.ts';
import type { Reading } from './reading.ts';

const DEFAULT_FACTOR = 2;
const NEGLIGIBLE = 1.000001;

const RATE_WORDS = /^(?:rps|qps|tps|wps|throughput|peak|rate|req|requests)$/;
/** Words on each side in which a count may be called a rate. */
const CONTEXT = 6;
/** A smaller count is of things even where rates are spoken of. */
const LEAST_RATE = 100;

interface Measure {
  readonly quantity: PlacedQuantity;
  readonly value: number;
}

/** The quantities of a corpus by what they measure; a number that may be read in two ways is in two lists. */
export class Measures {
  readonly #lists = new Map<Reading['dimension'], Measure[]>();

  constructor(corpus: Corpus) {
    for (const quantity of corpus.quantities) {
      for (const { dimension, value } of quantity.readings) {
        this.#add(dimension, { quantity, value });
        if (dimension === 'count' && value >= LEAST_RATE && isRate(corpus, quantity)) {
          this.#add('rate', { quantity, value });
        }
      }
    }
  }

  /** The quantities that are what a signal asks for, in any of the ways to read its own; in their order. */
  meeting(signal: NumberSignal, wanted: readonly Reading[]): readonly PlacedQuantity[] {
    const found = new Set<PlacedQuantity>();
    for (const { dimension, value } of wanted) {
      for (const measure of this.#lists.get(dimension) ?? []) {
        if (!found.has(measure.quantity) && meets(measure, signal, { dimension, value })) found.add(measure.quantity);
      }
    }
    const quantities = [...found];
    return wanted.length === 1 ? quantities : quantities.sort((one, other) => one.from - other.from);
  }

  #add(dimension: Reading['dimension'], measure: Measure): void {
    const known = this.#lists.get(dimension);
    if (known === undefined) this.#lists.set(dimension, [measure]);
    else known.push(measure);
  }
}

function meets({ quantity, value }: Measure, signal: NumberSignal, wanted: Reading): boolean {
  if (signal.atMost === true) return quantity.side !== 'over' && value > 0 && value <= wanted.value * NEGLIGIBLE;
  if (signal.atLeast === true) {
    const isPart = wanted.dimension !== 'ratio' || value < 1;
    return quantity.side !== 'under' && value >= wanted.value / NEGLIGIBLE && isPart;
  }
  const factor = (signal.factor ?? DEFAULT_FACTOR) * NEGLIGIBLE;
  return value >= wanted.value / factor && value <= wanted.value * factor;
}

/** A divisor is none: "100M / 86,400". */
function isRate(corpus: Corpus, quantity: PlacedQuantity): boolean {
  return !hasMark(corpus, quantity.from, Mark.slash) && isNearRate(corpus, quantity);
}

function isNearRate({ words, sentenceOf }: Corpus, { from, to, sentence }: PlacedQuantity): boolean {
  for (let at = Math.max(0, from - CONTEXT); at < Math.min(words.length, to + CONTEXT); at++) {
    if (sentenceOf[at] === sentence && RATE_WORDS.test(words[at]?.word ?? '')) return true;
  }
  return false;
}
