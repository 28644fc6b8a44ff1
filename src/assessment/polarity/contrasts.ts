import { type Corpus, hasMark, type Sentence } from '../text/corpus.ts';
import { Mark } from '../text/tokens.ts';
import type { Scope } from './scopes.ts';

/** Stems of deciding for something. */
const CHOOSE = new Set(['choos', 'choose', 'pick', 'prefer', 'favor', 'take', 'tak', 'select', 'win']);
const BUTS = new Set(['but', 'however', 'though', 'although', 'yet', 'except', 'only']);
const FIRST_PERSONS = new Set(['we', 'i', 'you', 'one']);
const PURPOSE = new Set(['to', 'which', 'that', 'this', 'it', 'and', 'thus', 'so', 'thereby']);
const WISHES = new Set([
  'want',
  'try',
  'better',
  'prefer',
  'like',
  'wise',
  'best',
  'sensible',
  'tend',
  'going',
  'need',
  'ought',
  'choose',
]);
const CLAUSE_END = Mark.comma | Mark.semicolon | Mark.colon | Mark.close | Mark.dash | Mark.arrow | Mark.stop;

/** Others whose systems candidates speak of. */
const OTHERS = new Set(
  'netflix google amazon aws facebook meta twitter uber lyft stripe shopify github gitlab cloudflare airbnb linkedin slack discord pinterest instagram whatsapp microsoft apple spotify bitly tinyurl competitors'.split(
    ' ',
  ),
);

/** What a sentence turns down by its shape: avoiding, "a over b", "a vs b: I choose a", "we could … but", "if we did … it would". */
export function contrastsOf(corpus: Corpus, sentence: Sentence): Scope[] {
  return [
    ...avoided(corpus, sentence),
    ...overs(corpus, sentence),
    ...unchosen(corpus, sentence),
    ...considered(corpus, sentence),
    ...supposed(corpus, sentence),
    ...doneByOthers(corpus, sentence),
  ];
}

function wordAt(corpus: Corpus, position: number): string {
  return corpus.words[position]?.word ?? '';
}

function clauseEnd(corpus: Corpus, from: number, end: number, most: number): number {
  let at = from;
  while (at < Math.min(end, from + most) && (at === from || !hasMark(corpus, at, CLAUSE_END))) {
    if (at > from && /^(?:because|since|so|but|as|for|when|if|which)$/.test(wordAt(corpus, at))) break;
    at++;
  }
  return at;
}

/** "I'd avoid x" turns x down; "a script avoids x", "to avoid x" and "so we avoid x" are about an evil. */
function* avoided(corpus: Corpus, { from, to }: Sentence): Iterable<Scope> {
  for (let at = from; at < to; at++) {
    const word = wordAt(corpus, at);
    if (word !== 'avoid' && word !== 'avoiding') continue;
    const before = wordAt(corpus, at - 1);
    const isPurpose = at > from && (word === 'avoiding' || PURPOSE.has(before)) && !WISHES.has(wordAt(corpus, at - 2));
    const follows = before === 'we' && wordAt(corpus, at - 2) === 'so';
    if (isPurpose || follows) continue;
    yield {
      cueFrom: at,
      cueTo: at + 1,
      from: at + 1,
      to: clauseEnd(corpus, at + 1, to, 8),
      effect: 'negated',
      undoneBy: 'verb',
    };
  }
}

/** "prefer a over b" anywhere; "a over b: …" and "a over b because …" at the head of a line. */
function* overs(corpus: Corpus, { from, to }: Sentence): Iterable<Scope> {
  for (let at = from + 1; at < to - 1; at++) {
    if (wordAt(corpus, at) !== 'over') continue;
    const end = clauseEnd(corpus, at + 1, to, 6);
    const hasChoice = corpus.words.slice(Math.max(from, at - 7), at).some(({ stem }) => CHOOSE.has(stem));
    const closes =
      end >= to || hasMark(corpus, end, CLAUSE_END) || /^(?:because|since|as|for)$/.test(wordAt(corpus, end));
    const isHead =
      at - from <= 4 && end - at <= 5 && closes && !/^(?:the|\d+|a|limit|time)$/.test(wordAt(corpus, at + 1));
    if (hasChoice || isHead) yield { cueFrom: at, cueTo: at + 1, from: at + 1, to: end, effect: 'negated' };
  }
}

/** "a vs b: I choose a": the rest of the sentence speaks of what was not chosen. */
function* unchosen(corpus: Corpus, { from, to }: Sentence): Iterable<Scope> {
  let versus = -1;
  for (let at = from; at < to; at++) {
    const word = wordAt(corpus, at);
    if (word === 'vs' || word === 'versus') versus = at;
    const chooses = CHOOSE.has(corpus.words[at]?.stem ?? '') || (word === 'go' && wordAt(corpus, at + 1) === 'with');
    if (versus === -1 || !chooses || at - versus > 12) continue;
    const chosen = new Set(corpus.words.slice(at + 1, clauseEnd(corpus, at + 1, to, 5)).map(({ stem }) => stem));
    const others = new Set(
      corpus.words
        .slice(Math.max(from, versus - 3), Math.min(at, versus + 4))
        .flatMap(({ stem }) => (chosen.has(stem) ? [] : [stem])),
    );
    for (let each = from; each < to; each++) {
      if (!others.has(corpus.words[each]?.stem ?? '')) continue;
      yield { cueFrom: versus, cueTo: versus + 1, from: each, to: each + 1, effect: 'negated' };
    }
    return;
  }
}

/** "we could x, but …", "I considered x but …", "I thought of x and decided against". */
function* considered(corpus: Corpus, { from, to }: Sentence): Iterable<Scope> {
  for (let at = from; at < to; at++) {
    const word = wordAt(corpus, at);
    const could = FIRST_PERSONS.has(word) && /^(?:could|might)$/.test(wordAt(corpus, at + 1));
    const thought = /^(?:considered|thought|toyed|looked)$/.test(word) && FIRST_PERSONS.has(wordAt(corpus, at - 1));
    if (!could && !thought) continue;
    for (let end = at + 2; end < to; end++) {
      const turns = BUTS.has(wordAt(corpus, end)) || wordAt(corpus, end) === 'against';
      if (!turns || wordAt(corpus, end + 1) === 'also') continue;
      yield { cueFrom: at, cueTo: at + 2, from: at + 2, to: end, effect: 'negated' };
      break;
    }
  }
}

/** "if we kept x, each check would …": x is not what is proposed. */
function* supposed(corpus: Corpus, { from, to }: Sentence): Iterable<Scope> {
  for (let at = from; at < to - 2; at++) {
    if (wordAt(corpus, at) !== 'if' || !FIRST_PERSONS.has(wordAt(corpus, at + 1))) continue;
    if (
      !/^(?:used|kept|put|had|did|were|stored|made|went|let|ran|called|wrote|relied|chose|added|counted|shared)$/.test(
        wordAt(corpus, at + 2),
      )
    )
      continue;
    const end = clauseEnd(corpus, at + 3, to, 14);
    const counters = corpus.words.slice(end, Math.min(to, end + 10)).some(({ word }) => word === 'would');
    if (counters) yield { cueFrom: at, cueTo: at + 1, from: at + 2, to: end, effect: 'negated' };
  }
}

/** "Netflix does x, but we …": x is what the others do. */
function* doneByOthers(corpus: Corpus, { from, to }: Sentence): Iterable<Scope> {
  if (!OTHERS.has(wordAt(corpus, from))) return;
  for (let at = from + 2; at < to - 1; at++) {
    if (!/^(?:but|while|whereas|we|i)$/.test(wordAt(corpus, at))) continue;
    const isTurn = FIRST_PERSONS.has(wordAt(corpus, at)) || FIRST_PERSONS.has(wordAt(corpus, at + 1));
    if (!isTurn || !hasMark(corpus, at, CLAUSE_END)) continue;
    yield { cueFrom: from, cueTo: from + 1, from: from + 1, to: at, effect: 'negated' };
    return;
  }
}
