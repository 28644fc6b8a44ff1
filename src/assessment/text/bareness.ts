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
respects dominate dominates spares evaporates announces appears applies arrives asserts assigns
assumes begins belongs brings buys catches chooses cleans
compares computes confirms contains continues converts covers creates decreases defers defines delays
delivers depends derives detects determines differs disables discards divides emits enables enforces ensures
exceeds exists expects explains fetches fills finds follows forwards gains guarantees
helps ignores improves includes increases inherits lasts learns maintains
multiplies notifies occurs overrides owns persists
postpones prevents proves provides receives reduces refers regenerates reloads remains removes renders
replaces represents requires responds restores reuses saves seems serves skips solves
sticks suffers supports survives swallows tends transforms treats uses validates
varies warns wipes
kept held stored sent written encoded keyed chosen used put
not never cannot only each every per all any no without into onto after before across behind within between through against via`.split(
    /\s+/,
  ),
);
/** Verbs that may be nouns of a list: between two words they relate, at an end they do not. */
const EITHER = new Set(
  'answer answers backs balances bounces builds claims delays filters fixes hashes hits kicks lands looks maps matches matters offers opens passes results shows switches talks tries turns visits ask asks beats breaks calls checks costs counts deletes drops inserts logs lose means move moves needs picks points processes reads return returns routes run runs scales signs splits start starts stop stops stores updates wait waits wins works writes leases holds keeps'.split(
    ' ',
  ),
);
/** Too weak to make a list of nouns a statement, enough for a short note such as "Redis for counters". */
const LINKING = new Set('for to on in with at from by as over under of'.split(' '));
const SYMBOLS = Mark.arrow | Mark.equals | Mark.compare;
const PARTS = Mark.comma | Mark.semicolon | Mark.stop | Mark.slash;
const ARTICLES = new Set(['a', 'an', 'the', 'another']);
/** Behind a name they say what it is there for: "Twilio primary, Vonage backup". */
const ROLES = new Set('primary backup secondary default fallback standby first second'.split(' '));
/** "high / medium / low priority", "P0 security, P1 orders": an order of ranks. */
const RANK = /^(?:p\d|high|medium|low|highest|lowest|critical|urgent|normal|bulk)$/;
/** So many items below a label still are a note. */
const LABELLED = 2;

/** Which words of the corpus stand in bare lists of nouns, and so make no claim. */
export function bareWords(corpus: Corpus): boolean[] {
  const bare = new Array<boolean>(corpus.words.length).fill(false);
  const telling = tellingWords(corpus);
  for (const sentence of corpus.sentences) {
    for (const { from, to } of bareParts(corpus, sentence, telling)) bare.fill(true, from, to);
  }
  return bare;
}

/** Words that say something by themselves: numbers with a unit or of something, calls and what stands in them. */
function tellingWords(corpus: Corpus): boolean[] {
  const { words, quantities } = corpus;
  const telling = new Array<boolean>(words.length).fill(false);
  for (const { from, to, readings } of quantities) {
    if (readings.some(({ dimension, value }) => dimension !== 'count' || value >= 1000)) telling.fill(true, from, to);
  }
  let end = -1;
  for (let at = 1; at < words.length; at++) {
    const isSame = corpus.sentenceOf[at] === corpus.sentenceOf[at - 1];
    if (isSame && isCounted(corpus, at)) telling[at] = true;
    if (isSame && hasMark(corpus, at, Mark.open) && gapBefore(corpus, at) === 1) {
      telling[at - 1] = true;
      end = at + CALL_WORDS;
    } else if (!isSame || hasMark(corpus, at, Mark.close)) end = -1;
    if (at < end) telling[at] = true;
  }
  return telling;
}

const CALL_WORDS = 12;
const CLAUSE_WORDS = 5;

function gapBefore({ words }: Corpus, at: number): number {
  return (words[at]?.start ?? 0) - (words[at - 1]?.end ?? 0);
}

/** "max 3 promos"; a status, a digest's width and the like are names. */
function isCounted(corpus: Corpus, at: number): boolean {
  const number = corpus.words[at]?.word ?? '';
  return /^\d{1,2}$/.test(number) && !/^(?:32|36|58|62|64)$/.test(number) && gapBefore(corpus, at + 1) === 1;
}

interface Part {
  readonly from: number;
  readonly to: number;
}

function bareParts(corpus: Corpus, sentence: Sentence, telling: readonly boolean[]): readonly Part[] {
  const parts = partsOf(corpus, sentence);
  const ranks = parts.filter(({ from }) => RANK.test(corpus.words[from]?.word ?? '')).length;
  if (ranks >= 2 && ranks * 2 > parts.length) return [];
  const related = parts.filter(
    (part) => isRelated(corpus, part, RELATING) || telling.slice(part.from, part.to).includes(true),
  );
  const isNote = isLabelled(corpus, sentence, parts);
  // "The counters change too often": nobody writes keywords so.
  const isClause = ARTICLES.has(corpus.words[sentence.from]?.word ?? '') && sentence.to - sentence.from >= CLAUSE_WORDS;
  if (parts.length <= 2) {
    if (isClause) return [];
    return isNote || related.length > 0 || isRelated(corpus, sentence, LINKING) ? [] : parts;
  }
  const short = parts.filter(({ from, to }) => to - from <= 5).length;
  const isList = parts.length >= 4 && related.length * 3 <= parts.length && short * 3 >= parts.length * 2;
  if (isNote || (related.length > 0 && !isList)) return [];
  return parts.filter((part) => !related.includes(part));
}

/** "counters: Redis", "tiers: urgent, normal, bulk" */
function isLabelled(corpus: Corpus, { from, to }: Part, parts: readonly Part[]): boolean {
  for (let at = from + 1; at < Math.min(to, from + 5); at++) {
    if (hasMark(corpus, at, Mark.colon)) return parts.filter((part) => part.to > at).length <= LABELLED;
  }
  return false;
}

/** Signs inside of names ("pub/sub", "notif.p0") part nothing. */
function partsOf(corpus: Corpus, { from, to }: Sentence): Part[] {
  const parts: Part[] = [];
  let start = from;
  for (let at = from + 1; at <= to; at++) {
    if (at < to && (!hasMark(corpus, at, PARTS) || isInName(corpus, at))) continue;
    parts.push({ from: start, to: at });
    start = at;
  }
  return parts;
}

function isInName(corpus: Corpus, at: number): boolean {
  return gapBefore(corpus, at) === 1 && !hasMark(corpus, at, Mark.comma | Mark.semicolon);
}

function isRelated(corpus: Corpus, { from, to }: Part, words: ReadonlySet<string>): boolean {
  const isStrict = words === RELATING;
  if (isStrict && to - from === 2 && ROLES.has(corpus.words[to - 1]?.word ?? '')) return true;
  for (let at = from; at < to; at++) {
    const word = corpus.words[at]?.word ?? '';
    // "fail-open" and "read-through" are nouns; "per-user" still relates.
    const isCompound = word !== 'per' && (corpus.words[at]?.joined === true || corpus.words[at + 1]?.joined === true);
    if (words.has(word) && !isCompound) return true;
    if (isStrict && EITHER.has(word) && at > from && at < to - 1 && !isCompound) return true;
    if (isStrict && (isDone(corpus, at, from, to) || isGoverning(corpus, at, to))) return true;
    if (hasMark(corpus, at, SYMBOLS) && at > 0 && corpus.sentenceOf[at - 1] === corpus.sentenceOf[at]) return true;
  }
  return false;
}

/** "visits the page": what stands before an article and links nothing is a verb. */
function isGoverning({ words }: Corpus, at: number, to: number): boolean {
  const isArticle = ARTICLES.has(words[at + 1]?.word ?? '') && words[at + 2]?.joined !== true;
  const word = words[at]?.word ?? '';
  return at + 2 < to && isArticle && !LINKING.has(word) && !/^(?:and|or|plus|vs|versus)$/.test(word);
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
  if (word.length < 5 || !word.endsWith('ed') || ATTRIBUTES.has(word) || corpus.words[at]?.joined === true)
    return false;
  const next = at + 1 < to ? (corpus.words[at + 1]?.word ?? '') : '';
  if (at === from) return LINKING.has(next);
  return at === to - 1 || LINKING.has(next) || next.endsWith('ly');
}
