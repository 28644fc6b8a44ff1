import type { Stretch } from '../polarity/polarity.ts';
import type { Scope } from '../polarity/scopes.ts';
import { type Corpus, hasMark } from '../text/corpus.ts';
import { Mark } from '../text/tokens.ts';
import type { Search } from '../windows.ts';

/** Fewer words beside its figures and these are an item of a list: "Redis for counters". */
const LEAST_WORDS = 3;
const SMALL = setOf('a an the and of for with in on at by to per as is are');
/** With one of these a clause may turn another, or is what others say. */
const TURNING = setOf(
  `but although though while whereas instead rather yet however which who whom either versus vs refuse refused reject rejected decline declined
  drop dropped skip skipped avoid avoided wrong textbook myth people others somebody someone alternative alternatives option options considered pros cons`,
);
/** A clause with one of these leaves open what it says, or goes on with another. */
const LOOSE = setOf(
  'that if unless when once until or could might may perhaps maybe before they them it this used old',
);

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}

/** Finds the clauses that make claims of their own in sentences that make several. */
export class ClaimReader {
  readonly #search: Search;
  readonly #isFigure: readonly boolean[];

  constructor(search: Search) {
    this.#search = search;
    const isFigure = new Array<boolean>(search.corpus.words.length).fill(false);
    for (const { from, to } of search.corpus.quantities) isFigure.fill(true, from, to);
    this.#isFigure = isFigure;
  }

  /**
   * The clauses of the sentence at `index` ("links live five years, reads are ten times the writes"): what commas and
   * colons part, where nothing in the sentence turns anything else in it.
   */
  of(index: number): readonly Stretch[] {
    const { corpus, polarity } = this.#search;
    const sentence = corpus.sentences[index];
    if (sentence === undefined || sentence.isQuestion) return [];
    const clauses = clausesOf(corpus, sentence);
    if (clauses.length === 1 || holds(corpus, sentence, TURNING)) return [];
    const isWithin = (scope: Scope) =>
      clauses.some(
        ({ from, to }) => Math.min(scope.from, scope.cueFrom) >= from && Math.max(scope.to, scope.cueTo) <= to,
      );
    const areKept = polarity.scopes(index).every((scope) => scope.isAside !== true && isWithin(scope));
    return areKept ? clauses.filter((clause) => this.#isClaim(clause)) : [];
  }

  #isClaim(clause: Stretch): boolean {
    const { corpus } = this.#search;
    let count = 0;
    for (let at = clause.from; at < clause.to; at++) {
      if (!this.#isFigure[at] && !SMALL.has(corpus.words[at]?.word ?? '')) count++;
    }
    return count >= LEAST_WORDS && !holds(corpus, clause, LOOSE);
  }
}

function clausesOf(corpus: Corpus, { from, to }: Stretch): readonly Stretch[] {
  const clauses: Stretch[] = [];
  let start = from;
  for (let at = from + 1; at <= to; at++) {
    if (at < to && !hasMark(corpus, at, Mark.comma | Mark.colon)) continue;
    clauses.push({ from: start, to: at });
    start = at;
  }
  return clauses;
}

function holds({ words }: Corpus, { from, to }: Stretch, wanted: ReadonlySet<string>): boolean {
  for (let at = from; at < to; at++) if (wanted.has(words[at]?.word ?? '')) return true;
  return false;
}
