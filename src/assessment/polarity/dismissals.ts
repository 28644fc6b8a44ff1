import { type Corpus, hasMark, type Sentence } from '../text/corpus.ts';
import { Mark } from '../text/tokens.ts';
import type { Stretch } from './polarity.ts';

/** Said of a thing that was weighed and left. Requests are rejected too: only for claims that turn something down. */
const DISMISSED = 'rejected|dismissed|discarded|discounted|dropped|avoided|vetoed|turned down|ruled out|ruled it out';
const HEAD = new RegExp(
  `^(?:i |we )?(?:have )?(?:considered and )?(?:${DISMISSED}|not chosen|not picked|not going with)$`,
);
const TAIL = new RegExp(
  `(?:^| )(?:${DISMISSED}|no|nope|no thanks|steer clear|hard pass|i pass|we pass|not for me|not for us|not here|not worth it|(?:which|that) (?:we|i|nobody) (?:do|would) not (?:want|like|need)|which is not what (?:we|i) want)$`,
);
const CROSS = /[✗✘❌👎]/u;
const HEAD_WORDS = 5;
const TAIL_WORDS = 8;
const CLAUSE_WORDS = 40;
const CROSS_REACH = 16;

/**
 * Whether a stretch is turned down by how the thought around it begins or ends: "Rejected: a", "a rejected", "a - no",
 * "a, which we do not want", "Why not a? …".
 */
export function isDismissed(corpus: Corpus, sentence: Sentence, index: number, { from, to }: Stretch): boolean {
  const { words } = corpus;
  if (sentence.isQuestion)
    return isAnswered(corpus, sentence, index) && said(corpus, sentence.from, sentence.from + 2) === 'why not';
  const text = corpus.answers[sentence.turn]?.text ?? '';
  if (CROSS.test(text.slice(sentence.start, words[sentence.from]?.start)) || crossFollows(corpus, text, to))
    return true;
  for (let at = sentence.from + 1; at <= Math.min(from, sentence.from + HEAD_WORDS); at++) {
    if (hasMark(corpus, at, Mark.colon) && HEAD.test(said(corpus, sentence.from, at))) return true;
  }
  const end = clauseEnd(corpus, sentence, to);
  return TAIL.test(said(corpus, Math.max(to, end - TAIL_WORDS), end)) || isVerdict(corpus, sentence, to);
}

/** "Why not a?" turns a down if something comes after it. */
function isAnswered({ sentences }: Corpus, { turn }: Sentence, index: number): boolean {
  return sentences[index + 1]?.turn === turn;
}

/** A sign of rejection within the next few characters. */
function crossFollows({ words }: Corpus, text: string, to: number): boolean {
  const end = words[to - 1]?.end ?? 0;
  return CROSS.test(text.slice(end, end + CROSS_REACH));
}

function said({ words }: Corpus, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at++) text += `${at === from ? '' : ' '}${words[at]?.word ?? ''}`;
  return text;
}

/** Where the clause ends that goes on behind a stretch; a bracket or a comma before "which" does not end it. */
function clauseEnd(corpus: Corpus, sentence: Sentence, to: number): number {
  let at = to;
  while (at < Math.min(sentence.to, to + CLAUSE_WORDS)) {
    if (at > to && hasMark(corpus, at, ENDS) && !/^(?:which|that)$/.test(corpus.words[at]?.word ?? '')) break;
    at++;
  }
  return at;
}

const ENDS = Mark.comma | Mark.semicolon | Mark.colon | Mark.dash | Mark.arrow | Mark.stop;

/** "a - no", "a, so no": a word or two behind a mark, at the sentence's end. */
function isVerdict(corpus: Corpus, sentence: Sentence, to: number): boolean {
  for (let at = Math.max(to, sentence.to - TAIL_WORDS); at < sentence.to; at++) {
    if (!hasMark(corpus, at, ENDS)) continue;
    const rest = said(corpus, at, sentence.to)
      .replace(/^(?:so|hence|therefore|thus) /, '')
      .replace(/^(?:i|we)(?: would| will)? /, '');
    if (VERDICT.test(rest)) return true;
  }
  return false;
}

const VERDICT = new RegExp(
  `^(?:${DISMISSED}|no|nope|no thanks|steer clear|hard pass|pass|not for me|not for us|skip|skip it|skipped)$`,
);
