import { CLAUSE_MARKS, type Corpus, hasMark, type Sentence } from '../text/corpus.ts';
import { stemOf } from '../text/stem.ts';
import { Mark, wordsOf } from '../text/tokens.ts';
import { CONNECTIVES, CUES, type Cue, IDIOMS, SUBJECTS } from './cues.ts';

/** The words that a cue turns down or puts in doubt; positions count through the corpus, ends exclusive. */
export interface Scope {
  readonly cueFrom: number;
  readonly cueTo: number;
  readonly from: number;
  readonly to: number;
  readonly effect: Cue['effect'];
  readonly undoneBy?: Cue['undoneBy'];
  /** Set aside as a whole: nothing in it is proposed. */
  readonly isAside?: true;
}

interface Pattern {
  readonly stems: readonly string[];
  /** Undefined for an idiom. */
  readonly cue: Cue | undefined;
}

const patterns = new Map<string, Pattern[]>();
for (const pattern of [
  ...IDIOMS.map((phrase) => patternOf(phrase, undefined)),
  ...CUES.map((cue) => patternOf(cue.phrase, cue)),
]) {
  const first = pattern.stems[0] ?? '';
  patterns.set(
    first,
    [...(patterns.get(first) ?? []), pattern].sort((a, b) => b.stems.length - a.stems.length),
  );
}

function patternOf(phrase: string, cue: Cue | undefined): Pattern {
  // An idiom is met word for word: "not necessarily" is one, "not necessary" is not.
  return { stems: wordsOf(phrase).map(({ word }) => (cue === undefined ? word : stemOf(word))), cue };
}

/** All scopes of a sentence. */
export function scopesOf(corpus: Corpus, sentence: Sentence): Scope[] {
  const scopes: Scope[] = [];
  for (let position = sentence.from; position < sentence.to; position++) {
    const pattern = patternAt(corpus, position, sentence.to);
    if (pattern !== undefined) {
      const cueTo = position + pattern.length;
      if (pattern.cue !== undefined) scopes.push(...reachOf(corpus, sentence, position, cueTo, pattern.cue));
      position = cueTo - 1;
    }
  }
  return scopes;
}

/** The longest cue or idiom at a position; adverbs may stand inside ("is not really a problem"). */
function patternAt(
  corpus: Corpus,
  position: number,
  end: number,
): { length: number; cue: Cue | undefined } | undefined {
  for (const { stems, cue } of patterns.get(corpus.words[position]?.stem ?? '') ?? []) {
    const length = lengthAt(corpus, position, end, stems, cue === undefined ? 'word' : 'stem');
    if (length !== undefined) return { length, cue };
  }
  return undefined;
}

const ADVERBS = new Set([
  'really',
  'even',
  'actually',
  'ever',
  'very',
  'that',
  'such',
  'at',
  'all',
  'be',
  'a',
  'an',
  'the',
  'much',
  'any',
  'therefore',
]);

function lengthAt(
  corpus: Corpus,
  position: number,
  end: number,
  stems: readonly string[],
  form: 'word' | 'stem',
): number | undefined {
  let at = position;
  for (const [index, stem] of stems.entries()) {
    let skipped = 0;
    while (
      index > 0 &&
      skipped < 2 &&
      at < end &&
      corpus.words[at]?.[form] !== stem &&
      ADVERBS.has(corpus.words[at]?.word ?? '')
    ) {
      at++;
      skipped++;
    }
    if (at >= end || corpus.words[at]?.[form] !== stem) return undefined;
    if (index > 0 && hasMark(corpus, at, CLAUSE_MARKS)) return undefined;
    at++;
  }
  return at - position;
}

function* reachOf(corpus: Corpus, sentence: Sentence, cueFrom: number, cueTo: number, cue: Cue): Iterable<Scope> {
  const { effect, reach } = cue;
  const base = { cueFrom, cueTo, effect, undoneBy: cue.undoneBy };
  const before =
    reach.before === undefined || hasSpeaker(corpus, sentence, cueFrom)
      ? cueFrom
      : reachBack(corpus, sentence, cueFrom, reach.before, reach.all === true);
  const most = reach.after ?? (corpus.words[cueTo]?.word === 'to' ? reach.afterTo : undefined);
  const isCondition = standsInCondition(corpus, sentence, cueFrom);
  const after = most === undefined ? cueTo : reachOn(corpus, sentence, cueTo, most, isCondition);
  if (namesBound(corpus, cueTo, after)) return;
  if (before < cueFrom || after > cueTo) yield { ...base, from: before, to: after };
}

const EXCESS = /^(?:more|longer|later|above|beyond|older|higher|greater|slower)$/;
/** "not over three zones" is about a spread, "not take over 5 ms" about a bound. */
const MEASURING = /^(?:add|cost|take|last|go|get|be|rise|wait|need)$/;
const BETWEEN_BOUND = /^(?:than|of|the|about|a)$/;
const FIGURE =
  /^(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|fifty|sixty|ninety|half)$|hundred)/;

/** "must not take longer than 5 ms" turns nothing down: it names a bound. */
function namesBound(corpus: Corpus, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const word = corpus.words[at]?.word ?? '';
    const isExcess = word === 'over' ? MEASURING.test(corpus.words[at - 1]?.word ?? '') : EXCESS.test(word);
    if (!isExcess) continue;
    let next = at + 1;
    while (next < to + 2 && BETWEEN_BOUND.test(corpus.words[next]?.word ?? '')) next++;
    if (FIGURE.test(corpus.words[next]?.word ?? '')) return true;
  }
  return false;
}

/** "we do not need x" says nothing of what stands before the "we". */
function hasSpeaker({ words }: Corpus, { from }: Sentence, cueFrom: number): boolean {
  return words.slice(Math.max(from, cueFrom - 3), cueFrom).some(({ word }) => /^(?:we|i|you|nobody|they)$/.test(word));
}

/** Whether a clause such as "if nobody answers" holds a cue: what is done then begins with its own speaker. */
function standsInCondition(corpus: Corpus, { from }: Sentence, cueFrom: number): boolean {
  for (let at = cueFrom; at >= Math.max(from, cueFrom - CONDITION_WORDS); at--) {
    if (at < cueFrom && CONDITIONS.has(corpus.words[at]?.word ?? '')) return true;
    if (hasMark(corpus, at, CLAUSE_MARKS)) return false;
  }
  return false;
}

const CONDITIONS = new Set(['if', 'when', 'whenever', 'once', 'where', 'while', 'as']);
const CONDITION_WORDS = 6;
const SPEAKERS = new Set(['we', 'i']);

function reachOn(corpus: Corpus, sentence: Sentence, from: number, most: number, isCondition: boolean): number {
  let at = from;
  const end = Math.min(sentence.to, from + most);
  while (at < end) {
    const word = corpus.words[at]?.word ?? '';
    if (hasMark(corpus, at, CLAUSE_MARKS) && !(isList(corpus, at, sentence.to) && at > from)) break;
    if (at > from && (CONNECTIVES.has(word) || (isCondition && SPEAKERS.has(word)))) break;
    if (word === 'and' && SUBJECTS.has(corpus.words[at + 1]?.word ?? '')) break;
    at++;
  }
  return at;
}

/** Whether a comma at `position` only parts the items of "no a, b or c". */
function isList(corpus: Corpus, position: number, end: number): boolean {
  if (!hasMark(corpus, position, Mark.comma)) return false;
  for (let at = position; at < Math.min(end, position + 5); at++) {
    const word = corpus.words[at]?.word;
    if (word === 'or' || word === 'nor') return true;
  }
  return false;
}

function reachBack(corpus: Corpus, sentence: Sentence, from: number, most: number, isAll: boolean): number {
  let at = from;
  const start = Math.max(sentence.from, from - most);
  while (at > start) {
    if (!isAll && hasMark(corpus, at, CLAUSE_MARKS)) break;
    const word = corpus.words[at - 1]?.word ?? '';
    if (!isAll && (CONNECTIVES.has(word) || (word === 'and' && SUBJECTS.has(corpus.words[at]?.word ?? '')))) break;
    at--;
  }
  return at;
}
