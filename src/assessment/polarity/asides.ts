import { type Corpus, hasMark, type Sentence } from '../text/corpus.ts';
import { Mark, wordsOf } from '../text/tokens.ts';
import type { Scope } from './scopes.ts';

/** The clause that it stands in, the rest of the sentence, or the rest up to a turn or a comma. */
type Reach = 'clause' | 'rest' | 'turn' | 'comma';

/** Not for the system that is designed: put off, or left out. */
const PUT_OFF = `in v2|for v2|until v2|in version 2|in version two|for version two|until version two|second version|next version|later version|future version|
later release|next release|future release|in phase 2|in phase two|second phase|some day|someday|down the road|nice to have|on the roadmap|out of scope|not in scope|
beyond scope|not for now|not in the first version|not in version one|not in v1|future work|if we had the money|if we had the time|if we had time|if we had more|
with more time|given more time|but not now|maybe later|perhaps later|planned for later|comes next year|come next year|perhaps next year|maybe next year|with v2|with version 2|with version two|at some point|at some later point|
later we will|later we would|later we could|later we can|later i would|could later|can later|would later`;
/** Said at the end of what is not done. */
const NOT_DONE = ['this', 'that', 'it']
  .flatMap((it) => ['enforced', 'done', 'used', 'implemented', 'built'].map((done) => `but ${it} is not ${done}`))
  .join('|');
/** The same, at the head of a sentence. */
const PUT_OFF_AT_HEAD = 'next year|next quarter|not now|not yet|in the future|in future';
/** Denied as a whole, left open, or reported of others. */
const DENIED = `it is not true|it is untrue|it is false|not the case that|it is a myth|common mistake|common misconception|not decided whether|not decided if|undecided whether|
undecided if|depends whether|my old team|my last team|my previous team|my former team|my old company|my last company|my previous company|my former company|my last job|
my previous job|my old job|my last employer|my previous employer|in the past i|in the past we`;

const NOT_BELIEVED = 'do not believe that|do not think that|i doubt that|we doubt that';

/** At the head of a sentence. */
const REPLACED = 'rather than|instead of';

interface Phrase {
  readonly words: readonly string[];
  readonly reach: Reach;
  readonly isHead: boolean;
}

const PHRASES = new Map<string, readonly Phrase[]>();
for (const [text, reach, isHead] of [
  [PUT_OFF, 'clause', false],
  [NOT_DONE, 'clause', false],
  [PUT_OFF_AT_HEAD, 'clause', true],
  [DENIED, 'rest', false],
  [NOT_BELIEVED, 'turn', false],
  [REPLACED, 'comma', true],
] as const) {
  for (const phrase of text.replaceAll('\n', '').split('|')) {
    const words = wordsOf(phrase).map(({ word }) => word);
    const [first = ''] = words;
    PHRASES.set(first, [...(PHRASES.get(first) ?? []), { words, reach, isHead }]);
  }
}

/** Companies that candidates tell of, and not those whose services one builds on. */
const COMPANIES = new Set(
  'netflix facebook meta twitter uber lyft stripe shopify github gitlab airbnb linkedin pinterest instagram bitly tinyurl competitors'.split(
    ' ',
  ),
);
const HOST_COMPANIES = new Set('google amazon apple microsoft cloudflare discord slack'.split(' '));
/** What a company does with a system of its own. */
const TELLING =
  /^(?:keep|use|has|do|does|run|store|fail|decide|shard|split|cache|put|count|write|wrote|say|said|sort|publish|choose|chose|built|build|did|had|have)(?:s|es|d|ed)?$/;
const SPEAKERS = new Set(['we', 'i', 'our', 'us', 'my']);
const FIRST_WORDS = 3;
const CLAUSE_BREAK = Mark.semicolon | Mark.stop | Mark.line;
const CLAUSE_OPENERS = /^(?:and|while|whereas|so|then|because|although|though|we|i)$/;
/** A clause of its own that is set aside with what stands before it. */
const RETRACTING = /^(?:but|though|although|only)$/;
const VERDICT_WORDS = 12;
const VERDICT = new RegExp(
  `^(?:(?:but|though|however|still|yet|and|so) )*(?:${[
    '(?:i|we) (?:have )?(?:decided?|voted?|argued?|advised?) against (?:it|that|this)\\b',
    '(?:i|we) (?:disagreed?|refused?|declined?)$',
    '(?:i|we) (?:do|would|will|did|can) not (?:do|need|build|offer|support) (?:it|that|this|them|any of (?:it|that|this))\\b',
    '(?:it|that|this)(?: (?:comes|will come|can come|is|would be|will be|goes|has to wait|must wait))?(?: only| just| rather| really)? (?:for )?(?:later|in v2|in version two|in a later version|next year|next quarter|overkill|pointless|unnecessary|not needed|not necessary|out of scope|a bad idea|the wrong approach|the wrong way|for v2|into v2|for another day)\\b',
    '(?:overkill|pointless|unnecessary|not needed|no need|not worth it|not for now|not now|not here|later|maybe later|i would not|we do not|i do not|i disagree|hard pass)$',
  ].join('|')})`,
);

/** What a sentence sets aside as a whole or from a clause on: put off, denied, told of others, or retracted by the next. */
export function asidesOf(corpus: Corpus, sentence: Sentence, next: Sentence | undefined): readonly Scope[] {
  const found: Scope[] = [];
  for (let at = sentence.from; at < sentence.to; at++) {
    for (const { words, reach, isHead } of PHRASES.get(wordAt(corpus, at)) ?? []) {
      const end = at + words.length;
      if (
        end > sentence.to ||
        (isHead && at > sentence.from) ||
        !words.every((word, index) => wordAt(corpus, at + index) === word)
      )
        continue;
      if (reach === 'clause') found.push(clauseAround(corpus, sentence, at, end));
      else found.push(aside(at, end, end, endOf(reach, corpus, sentence, end)));
    }
  }
  const told = toldOfOthers(corpus, sentence);
  if (told !== undefined) found.push(told);
  if (next !== undefined && next.turn === sentence.turn && isVerdict(corpus, next)) {
    found.push(aside(next.from, next.to, sentence.from, sentence.to));
  }
  return found;
}

function wordAt({ words }: Corpus, at: number): string {
  return words[at]?.word ?? '';
}

function aside(cueFrom: number, cueTo: number, from: number, to: number): Scope {
  return { cueFrom, cueTo, from, to, effect: 'negated', isAside: true };
}

/** "In v2 x" sets x aside, "x is planned for v2" likewise, and "a, and in v2 x" only x. */
function clauseAround(corpus: Corpus, { from, to }: Sentence, cueFrom: number, cueTo: number): Scope {
  let start = cueFrom;
  while (start > from && !opensClause(corpus, start)) start--;
  if (RETRACTING.test(wordAt(corpus, start))) start = from;
  let end = cueTo;
  while (end < to && !(hasMark(corpus, end, CLAUSE_BREAK) || isTurn(corpus, end))) end++;
  return aside(cueFrom, cueTo, start, end);
}

function opensClause(corpus: Corpus, at: number): boolean {
  if (hasMark(corpus, at, CLAUSE_BREAK | Mark.colon | Mark.dash)) return true;
  const word = wordAt(corpus, at);
  if (RETRACTING.test(word)) return true;
  return hasMark(corpus, at, Mark.comma) && CLAUSE_OPENERS.test(word);
}

function endOf(reach: Reach, corpus: Corpus, { to }: Sentence, from: number): number {
  let at = from;
  while (at < to) {
    if (reach === 'turn' && /^(?:but|because|so|instead|therefore)$/.test(wordAt(corpus, at))) break;
    if (reach === 'comma' && hasMark(corpus, at, Mark.comma)) break;
    at++;
  }
  return at;
}

function isTurn(corpus: Corpus, at: number): boolean {
  return /^(?:but|while|whereas|although|because)$/.test(wordAt(corpus, at));
}

/** "Stripe keeps x", "at Netflix x": until the speaker comes in. */
function toldOfOthers(corpus: Corpus, { from, to }: Sentence): Scope | undefined {
  for (let at = from; at < Math.min(to, from + FIRST_WORDS); at++) {
    const word = wordAt(corpus, at);
    const isHost = HOST_COMPANIES.has(word);
    if (!isHost && !COMPANIES.has(word)) continue;
    const isPlace = at === from + 1 && /^(?:at|in)$/.test(wordAt(corpus, from));
    const isSubject = at === from && (isHost ? /^used?s?$/ : TELLING).test(wordAt(corpus, at + 1));
    const isWriter = /^(?:wrote|says|said|recommends|published)$/.test(wordAt(corpus, at + 1));
    if (!isPlace && !isSubject && !isWriter) return undefined;
    let end = at + 1;
    while (end < to && !SPEAKERS.has(wordAt(corpus, end))) end++;
    return aside(from, at + 1, at + 1, end);
  }
  return undefined;
}

function isVerdict(corpus: Corpus, { from, to, isQuestion }: Sentence): boolean {
  if (isQuestion || to - from > VERDICT_WORDS) return false;
  const words = corpus.words.slice(from, to).map(({ word }) => word);
  return VERDICT.test(words.join(' '));
}
