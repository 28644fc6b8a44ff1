import { type Corpus, hasMark, type Sentence } from './corpus.ts';
import { Mark } from './tokens.ts';

/** Words that make a statement of nouns: finite verbs, pronouns, conjunctions. As written, since "hashing" is no verb. */
const RELATING = new Set(
  `is are was were be been has have had do does did will would can could should must may might shall need
we i you it they them us our your their its he she there this that these those who which what
because since so if when then until unless while whereas but instead rather than otherwise therefore where once
uses use keep hold lives sits goes go sends send gets get puts put takes take gives give
makes make lets let adds add serves serve fails falls dies die
decides decide mean allows allow denies rejects expires spreads syncs
pushes pulls pays pay fits fit publishes publish subscribes emits emit tells tell sees see grabs
promotes promote elects loses handles handle reaches reach comes come becomes become grows grow
stays stay happens happen enters enter leaves leave wants want knows know wakes
carries carry delete insert generates generate encodes encode resolves redirects
merges replays consumes verifies verify rotates evicts refreshes invalidates invalidate
kept held stored sent written encoded keyed chosen used put
not never cannot only each every per all any no without into onto after before across behind within between through against via`.split(
    /\s+/,
  ),
);
/** Verbs that may be nouns of a list: between two words they relate, at an end they do not. */
const EITHER = new Set(
  'answer answers ask asks beats breaks calls checks costs counts deletes drops inserts logs lose means move moves needs picks points processes reads return returns routes run runs scales signs splits start starts stop stops stores updates wait waits wins works writes leases holds keeps'.split(
    ' ',
  ),
);
/** Too weak to make a list of nouns a statement, enough for a short note such as "Redis for counters". */
const LINKING = new Set('for to on in with at from by as over under of'.split(' '));
const SYMBOLS = Mark.arrow | Mark.equals | Mark.compare;
const PARTS = Mark.comma | Mark.semicolon | Mark.stop | Mark.slash;

/** Which words of the corpus stand in bare lists of nouns, and so make no claim. */
export function bareWords(corpus: Corpus): boolean[] {
  const bare = new Array<boolean>(corpus.words.length).fill(false);
  const measured = measuredWords(corpus);
  for (const sentence of corpus.sentences) {
    for (const { from, to } of bareParts(corpus, sentence, measured)) bare.fill(true, from, to);
  }
  return bare;
}

/** A number with a unit says something by itself. */
function measuredWords({ words, quantities }: Corpus): boolean[] {
  const measured = new Array<boolean>(words.length).fill(false);
  for (const { from, to, readings } of quantities) {
    if (readings.some(({ dimension, value }) => dimension !== 'count' || value >= 1000)) measured.fill(true, from, to);
  }
  return measured;
}

interface Part {
  readonly from: number;
  readonly to: number;
}

function bareParts(corpus: Corpus, sentence: Sentence, measured: readonly boolean[]): readonly Part[] {
  const parts = partsOf(corpus, sentence);
  const related = parts.filter(
    (part) => isRelated(corpus, part, RELATING) || measured.slice(part.from, part.to).includes(true),
  );
  if (parts.length <= 2) {
    const isNote = related.length > 0 || isRelated(corpus, sentence, LINKING) || isLabelled(corpus, sentence);
    return isNote ? [] : parts;
  }
  const short = parts.filter(({ from, to }) => to - from <= 5).length;
  const isList = parts.length >= 4 && related.length * 3 <= parts.length && short * 3 >= parts.length * 2;
  if (related.length > 0 && !isList) return [];
  return parts.filter((part) => !related.includes(part));
}

/** "counters: Redis" */
function isLabelled(corpus: Corpus, { from, to }: Part): boolean {
  for (let at = from + 1; at < Math.min(to, from + 5); at++) if (hasMark(corpus, at, Mark.colon)) return true;
  return false;
}

function partsOf(corpus: Corpus, { from, to }: Sentence): Part[] {
  const parts: Part[] = [];
  let start = from;
  for (let at = from + 1; at <= to; at++) {
    if (at < to && !hasMark(corpus, at, PARTS)) continue;
    parts.push({ from: start, to: at });
    start = at;
  }
  return parts;
}

function isRelated(corpus: Corpus, { from, to }: Part, words: ReadonlySet<string>): boolean {
  for (let at = from; at < to; at++) {
    const word = corpus.words[at]?.word ?? '';
    // "fail-open" and "read-through" are nouns; "per-user" still relates.
    const isCompound = word !== 'per' && (corpus.words[at]?.joined === true || corpus.words[at + 1]?.joined === true);
    if (words.has(word) && !isCompound) return true;
    if (words === RELATING && EITHER.has(word) && at > from && at < to - 1 && !isCompound) return true;
    if (words === RELATING && isDone(corpus, at, from, to)) return true;
    if (hasMark(corpus, at, SYMBOLS) && at > 0 && corpus.sentenceOf[at - 1] === corpus.sentenceOf[at]) return true;
  }
  return false;
}

/** Participles that are parts of names. */
const ATTRIBUTES = new Set(
  'closed distributed based managed fixed sorted unified federated centralized centralised decentralized embedded'.split(
    ' ',
  ),
);

/** "stores deployed separately", "sharded by key": a participle behind its noun, at the end or before how or where. */
function isDone(corpus: Corpus, at: number, from: number, to: number): boolean {
  const word = corpus.words[at]?.word ?? '';
  if (
    at === from ||
    word.length < 5 ||
    !word.endsWith('ed') ||
    ATTRIBUTES.has(word) ||
    corpus.words[at]?.joined === true
  )
    return false;
  const next = corpus.words[at + 1]?.word ?? '';
  return at === to - 1 || LINKING.has(next) || next.endsWith('ly');
}
