import { sentencesOf } from '../assessment/text/sentences.ts';

/** What a turn asks, one by one, and whether it does nothing else. */
export interface Questions {
  readonly lines: readonly string[];
  readonly isAll: boolean;
}

/** The questions among the sentences of a turn; greetings and headings ("Some questions:") are neither questions nor answers. */
export function questionsIn(text: string): Questions {
  const sentences = sentencesOf(text).map(({ start, end }) => plainly(text.slice(start, end)));
  const questions = sentences.filter(isQuestion);
  return {
    lines: questions.flatMap((question) => question.split(NEXT_QUESTION)),
    isAll: questions.length > 0 && sentences.every((sentence) => isQuestion(sentence) || isAside(sentence)),
  };
}

/** What is asked in a turn that is there for asking: its questions, and what it only names ("latency; budget"). */
export function asksIn(text: string): readonly string[] {
  const items = sentencesOf(text)
    .flatMap(({ start, end }) => plainly(text.slice(start, end)).split(NEXT_ITEM))
    .map((item) => item.trim())
    .filter((item) => /[\p{L}\p{N}]/u.test(item));
  const asked = items.filter((item) => isQuestion(item) || isNamed(item));
  return asked.length === 0 ? [plainly(text)] : asked.flatMap((item) => item.split(NEXT_QUESTION));
}

function plainly(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The phrases that a question lists, if it may be a list; what has a condition, or compares, is one question. */
export function phrasesOf(question: string): readonly string[] {
  return ONE_QUESTION.test(question) ? [question] : question.split(NEXT_PHRASE).filter((part) => !NO_PHRASE.test(part));
}

/** The phrases that are left to choose from: "token bucket or sliding window". */
export function choicesIn(phrase: string): readonly string[] {
  return phrase.split(/ or /i);
}

/** A few words without a verb; the first of a list may have "What are our" before it. */
export function isPhrase(text: string): boolean {
  const words = plainWords(text.replace(OPENING, ''));
  return words.length <= PHRASE_WORDS && !words.some((word) => AUXILIARIES.has(word) || PRONOUNS.has(word));
}

const NEXT_ITEM = /;| \(?\d{1,2}\) /;
const NEXT_PHRASE = /, ?(?:(?:and|or|plus) )?| (?:and|plus|[+/&|•·–—-]) /i;
const NO_PHRASE = /^\W*(?:please|thanks|thank you|etc|so on)?\W*$/i;
const ONE_QUESTION = /^\W*(?:if|when|once|before|after|while|suppose|assuming|given)\b|\bbetween\b/i;
const OPENING =
  /^\W*(?:(?:what|how) about|what(?:'s|’s| is| are)|which|what|tell me|give me)\s+(?:(?:the|our|your)\s+)?/i;
const PHRASE_WORDS = 6;

/** "What is the peak, and how many regions are there?" are two questions. */
const NEXT_QUESTION =
  /,?\s+(?:and|or|plus)\s+(?=(?:also\s+)?(?:how|what|which|who|where|when|(?:is|are) there|(?:do|does|should|can|must|may) (?:we|i|it|they))\b)/i;

const ENDS_AS_QUESTION = /\?["'”’)\]]*$/;
/** Longer than this, nobody forgets the question mark. */
const UNMARKED_WORDS = 25;
/** Behind these comes an answer, or working. */
const WORKING = /[:=<>→]|->/;
const LEAD_IN =
  /^(?:(?:and|but|so|or|also|ok|okay|well|then|now|next|first|second|third|finally|hi|hello|hey|thanks|please)[,.!]?\s+)+/;
const REQUEST =
  /^(?:tell|give) me\b|^(?:can|could|would) you (?:tell|give)\b|^i(?: want|'d like| would like) to (?:know|ask)\b/;

/** A sentence that ends in a question mark or is built as a question; in doubt it is none. */
function isQuestion(sentence: string): boolean {
  if (ENDS_AS_QUESTION.test(sentence)) return true;
  const plain = sentence.toLowerCase().replaceAll('’', "'").replace(LEAD_IN, '');
  if (WORKING.test(plain)) return false;
  if (REQUEST.test(plain)) return true;
  const words = plain
    .replace(/[.!]+$/, '')
    .replace(/'s\b/, ' is')
    .split(/[\s,]+/);
  if (words.length > UNMARKED_WORDS) return false;
  return QUESTION_WORDS.has(words[0] ?? '') ? asksByWord(words, plain) : asksByVerb(words, plain);
}

const setOf = (words: string) => new Set(words.split(' '));
const QUESTION_WORDS = setOf('how what which who whom whose where when why');
const MODALS = setOf('can could should shall will would may might must');
const AUXILIARIES = setOf('is are was were do does did has have had can could should shall will would may might must');
const PRONOUNS = setOf('i we you they it he she there this that these those someone somebody anyone anybody');
const ARTICLES = setOf('the a an our your their its each every any all some');
const PREPOSITIONS = setOf('of in on at for per to by from with over across during');
/** "Which means two copies", "What matters is the delay": these tell. */
const TELLING = setOf(
  'means makes gives matters remains counts follows leads lets keeps comes brings costs needs takes adds leaves allows works fits helps',
);
const FRAGMENT_WORDS = 9;

/** "How many policies do we have", "Which services call us", but not "What we store is", "How this works". */
function asksByWord(words: readonly string[], plain: string): boolean {
  const [head = '', next = ''] = words;
  if (TELLING.has(next)) return false;
  const verb = words.findIndex((word, index) => index > 0 && AUXILIARIES.has(word));
  const hasNoun = head === 'what' || head === 'which' || head === 'whose' || head === 'how';
  const isInPlace = verb === 1 ? head !== 'which' : verb > 1 && hasNoun && !hasSubject(words.slice(1, verb));
  if (isInPlace && isSubject(words[verb + 1] ?? '')) return !isFollowedByClause(words, verb, plain);
  return hasNoun && (verb === -1 || isInPlace) && isFragment(words, plain);
}

/** "How many requests per second at peak", "How many users are expected". */
function isFragment(words: readonly string[], plain: string): boolean {
  const verbs = words.filter((word) => AUXILIARIES.has(word)).length;
  const isBroken = /[,.\d]/.test(plain) || words.some((word) => PRONOUNS.has(word)) || ARTICLES.has(words[1] ?? '');
  return words.length > 1 && words.length <= FRAGMENT_WORDS && verbs <= 1 && !isBroken;
}

/** "Do we need", "Are there", "Can users choose"; "Can be added later" and "Do it twice" leave a subject out. */
function asksByVerb(words: readonly string[], plain: string): boolean {
  const [verb = '', subject = ''] = words;
  if (!AUXILIARIES.has(verb) || isFollowedByClause(words, 0, plain)) return false;
  if (MODALS.has(verb) || verb === 'does' || verb === 'did') return isSubject(subject);
  if (verb === 'do' || verb === 'have')
    return /^(?:i|we|you|they|there)$/.test(subject) || (verb === 'do' && isPlural(subject));
  return PRONOUNS.has(subject) || /^(?:our|any|all)$/.test(subject) || (verb === 'are' && isPlural(subject));
}

/** "Should the store fail, we deny": a condition. */
function isFollowedByClause(words: readonly string[], verb: number, plain: string): boolean {
  return /^(?:should|were|had)$/.test(words[verb] ?? '') && plain.includes(',');
}

function isSubject(word: string): boolean {
  return PRONOUNS.has(word) || ARTICLES.has(word) || isPlural(word);
}

/** "of the requests" is none. */
function hasSubject(words: readonly string[]): boolean {
  return words.some(
    (word, index) => PRONOUNS.has(word) || (ARTICLES.has(word) && !PREPOSITIONS.has(words[index - 1] ?? '')),
  );
}

function isPlural(word: string): boolean {
  return /[a-z]{2}s$/.test(word) && !/(?:ss|us|is)$/.test(word) && !/^(?:always|does|has|was)$/.test(word);
}

/** "Number of regions", "who calls it", but not "I assume 500." or "Thanks". */
function isNamed(item: string): boolean {
  const [head = ''] = plainWords(item);
  if (ASSUMPTION.test(item) || COURTESY.test(item) || /:$/.test(item)) return false;
  return isPhrase(item) || (QUESTION_WORDS.has(head) && !/[.!]$/.test(item));
}

function plainWords(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}'’-]+/u)
    .filter((word) => word !== '');
}

const ASSUMPTION = /^(?:assum|suppos|let's|say)/i;
const COURTESY =
  /^(?:(?:hi|hello|hey|thanks|thank you|okay|ok|great|good|sure|understood|right|got it|perfect|there|again|all|everyone|morning|a lot)\b[\s,.!]*)+$|\bquestions?\b[^?]*$/i;

const GREETING = /^(?:hi|hello|hey|thanks|thank you|ok|okay|great|good|sure|understood|right|got it|perfect)\b/i;
const ASIDE_WORDS = 8;

function isAside(sentence: string): boolean {
  const isShort = sentence.split(/\s+/).length <= ASIDE_WORDS;
  return isShort && (GREETING.test(sentence) || /:$/.test(sentence) || /\bquestions?\b[^?]*$/i.test(sentence));
}
