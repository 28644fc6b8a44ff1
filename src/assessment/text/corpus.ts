import { aliasedWords, plainWordsOf } from '../../lexicon/aliases.ts';
import { type Quantity, quantitiesOf } from '../numbers/quantities.ts';
import { type Span, sentencesOf } from './sentences.ts';
import { Mark, type Word, wordsOf } from './tokens.ts';

/** One answer of the candidate, in the phase it was given in. */
export interface Answer {
  readonly phase: string;
  readonly text: string;
  /** What the phase asks for. */
  readonly stages?: readonly string[] | undefined;
  /** Quoted in place of its sentences: the line of a diagram that says what stands in `text`. */
  readonly quote?: string;
}

/** A sentence with its words: `from` to `to` (exclusive) of all words of the corpus. */
export interface Sentence extends Span {
  readonly turn: number;
  readonly from: number;
  readonly to: number;
  readonly isQuestion: boolean;
  /** A clause before a semicolon: the next one is of the same sentence. */
  readonly goesOn: boolean;
  /** The next sentence may go on with the same thought. */
  readonly leadsOn: boolean;
}

/** A number and the words that it covers. */
export interface PlacedQuantity extends Quantity {
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
}

let aliases: Map<string, readonly string[]> | undefined;

/** Stand in the index for signs that are no words: a number of something per second, a sum of money. */
export const RATE_STEM = '/s';
export const MONEY_STEM = '$';
export const SHARE_STEM = '%';
export const UNDER_STEM = '<';
export const OVER_STEM = '>';
/** `check(id) -> {…}` says what a call returns. */
const RETURN_STEM = 'return';

/** Characters of a short note, about fourteen words. */
const NOTE = 80;

/** All that was said, read once: words count through all answers, sentences likewise. */
export interface Corpus {
  readonly answers: readonly Answer[];
  readonly words: readonly Word[];
  readonly sentences: readonly Sentence[];
  /** The stems that each word stands for: its own, and those of the plain words for it. */
  readonly stems: readonly (readonly string[])[];
  /** The sentence of each word. */
  readonly sentenceOf: readonly number[];
  readonly quantities: readonly PlacedQuantity[];
  /** Where each stem stands. */
  readonly byStem: ReadonlyMap<string, readonly number[]>;
  /** Where two words joined by a hyphen stand, by the stem of what they are written as one ("fail-over"). */
  readonly joined: ReadonlyMap<string, readonly number[]>;
  /** Where each word stands as written, and the words in order, for prefixes. */
  readonly byWord: ReadonlyMap<string, readonly number[]>;
  readonly vocabulary: readonly string[];
}

/** Reads the answers; linear in their length. */
export function readCorpus(answers: readonly Answer[], stemOf: (word: string) => string): Corpus {
  const words: Word[] = [];
  const sentences: Sentence[] = [];
  const sentenceOf: number[] = [];
  const quantities: PlacedQuantity[] = [];
  for (const [turn, { text }] of answers.entries()) {
    const own = wordsOf(text);
    const offset = words.length;
    const before = sentences.length;
    let at = 0;
    const spans = sentencesOf(text);
    const asking = askingOf(text, spans);
    for (const [index, span] of spans.entries()) {
      const from = at;
      while ((own[at]?.start ?? Number.POSITIVE_INFINITY) < span.end) {
        sentenceOf.push(sentences.length);
        at++;
      }
      if (at === from) continue;
      const isQuestion = asking[index] ?? false;
      const leadsOn = doesLeadOn(text, span, spans[index + 1]);
      const goesOn = isClause(text, span, spans[index + 1]);
      sentences.push({ ...span, turn, from: offset + from, to: offset + at, isQuestion, goesOn, leadsOn });
    }
    // Words that no sentence holds cannot be: each line with a word is one. The list of a numbered bullet is.
    while (sentenceOf.length < offset + own.length) sentenceOf.push(Math.max(0, sentences.length - 1));
    for (const word of own) words.push(word);
    quantities.push(...placed(quantitiesOf(text, own), own, offset, sentenceOf, before));
  }
  return { answers, words, sentences, sentenceOf, quantities, ...indexOf(words, quantities, stemOf) };
}

/** By span: whether it asks; all clauses of a question do. */
function askingOf(text: string, spans: readonly Span[]): readonly boolean[] {
  const asking = new Array<boolean>(spans.length).fill(false);
  for (const [index, span] of [...spans.entries()].reverse()) {
    const isClauseOfQuestion = asking[index + 1] === true && isClause(text, span, spans[index + 1]);
    asking[index] = text[span.end - 1] === '?' || isClauseOfQuestion;
  }
  return asking;
}

function isClause(text: string, { end }: Span, next: Span | undefined): boolean {
  return next !== undefined && text[end - 1] === ';' && !text.slice(end, next.start).includes('\n');
}

/** Sentences of a line belong together; a line goes on in the next where it announces it, or the next is set below it. */
function doesLeadOn(text: string, { start, end }: Span, next: Span | undefined): boolean {
  if (next === undefined) return false;
  const gap = text.slice(end, next.start);
  if (!gap.includes('\n') || /[:?,]/.test(text.charAt(end - 1))) return true;
  if (/\n(?:[ \t]{2,}|\s*(?:->|→|=>))/.test(gap)) return true;
  return gap === '\n' && isNote(text, { start, end }) && isNote(text, next);
}

/** A short line without a full stop. */
function isNote(text: string, { start, end }: Span): boolean {
  return end - start <= NOTE && text.charAt(end - 1) !== '.';
}

function placed(
  quantities: readonly Quantity[],
  words: readonly Word[],
  offset: number,
  sentenceOf: readonly number[],
  firstSentence: number,
): PlacedQuantity[] {
  return quantities.flatMap((quantity): PlacedQuantity[] => {
    const at = firstEndingAfter(words, quantity.start);
    let to = at;
    while (to < words.length && (words[to]?.start ?? 0) < quantity.end) to++;
    if (to === at) return [];
    return [{ ...quantity, sentence: sentenceOf[offset + at] ?? firstSentence, from: offset + at, to: offset + to }];
  });
}

/** The place of the first word that ends after an offset; words end in order. */
function firstEndingAfter(words: readonly Word[], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function indexOf(
  words: readonly Word[],
  quantities: readonly PlacedQuantity[],
  stemOf: (word: string) => string,
): Pick<Corpus, 'stems' | 'byStem' | 'joined' | 'byWord' | 'vocabulary'> {
  const stems: (readonly string[])[] = [];
  const byStem = new Map<string, number[]>();
  const joined = new Map<string, number[]>();
  const byWord = new Map<string, number[]>();
  const entries = new Map<string, WordEntry>();
  const entryOf = ({ word, stem }: Word): WordEntry => {
    const known = entries.get(word);
    if (known !== undefined) return known;
    const meant = stemsOf(stem, stemOf);
    const entry = { meant, lists: [listOf(byWord, word), ...meant.map((each) => listOf(byStem, each))] };
    entries.set(word, entry);
    return entry;
  };
  for (const [position, word] of words.entries()) {
    const { meant, lists } = entryOf(word);
    stems.push(meant);
    for (const list of lists) list.push(position);
    const { marks, joined: isJoined } = word;
    const before = words[position - 1];
    if ((marks & Mark.arrow) !== 0 && (marks & Mark.close) !== 0) listOf(byStem, RETURN_STEM).push(position);
    if (isJoined && before !== undefined) listOf(joined, stemOf(before.word + word.word)).push(position - 1);
  }
  for (const { readings, from, to, side } of quantities) {
    if (readings.some(({ dimension }) => dimension === 'rate')) listOf(byStem, RATE_STEM).push(to - 1);
    if (readings.some(({ dimension }) => dimension === 'money')) listOf(byStem, MONEY_STEM).push(to - 1);
    if (side !== undefined) listOf(byStem, side === 'under' ? UNDER_STEM : OVER_STEM).push(from);
    if (!readings.some(({ dimension }) => dimension === 'ratio')) continue;
    const share = `${words[from]?.word ?? ''}${SHARE_STEM}`;
    for (const stem of [SHARE_STEM, share]) listOf(byStem, stem).push(from);
    stems[from] = [...(stems[from] ?? []), SHARE_STEM, share];
  }
  return { stems, byStem, joined, byWord, vocabulary: [...byWord.keys()].sort() };
}

/** What all places of one word share. */
interface WordEntry {
  readonly meant: readonly string[];
  /** Where its places are listed. */
  readonly lists: readonly number[][];
}

function listOf(index: Map<string, number[]>, key: string): number[] {
  const known = index.get(key);
  if (known !== undefined) return known;
  const positions: number[] = [];
  index.set(key, positions);
  return positions;
}

/** A word's own stem and those of the plain words that it stands for. */
function stemsOf(stem: string, toStem: (word: string) => string): readonly string[] {
  aliases ??= new Map(
    aliasedWords().map((word) => [toStem(word), [...new Set([toStem(word), ...plainWordsOf(word).map(toStem)])]]),
  );
  return aliases.get(stem) ?? [stem];
}

/** Whether a mark of `marks` stands between the word at `position` and the one before. */
export function hasMark(corpus: Corpus, position: number, marks: number): boolean {
  return ((corpus.words[position]?.marks ?? 0) & marks) !== 0;
}

export const CLAUSE_MARKS =
  Mark.comma | Mark.semicolon | Mark.colon | Mark.open | Mark.close | Mark.dash | Mark.arrow | Mark.stop | Mark.line;
