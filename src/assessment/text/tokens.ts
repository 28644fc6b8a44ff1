import { stemOf } from './stem.ts';

/** A word of a text; its offsets are those of the original. Contractions are several words at one place. */
export interface Word {
  readonly word: string;
  readonly stem: string;
  readonly start: number;
  readonly end: number;
  /** The marks between the word before and this one, as bits of `Mark`. */
  readonly marks: number;
  /** Joined to the word before by a hyphen or underscore alone. */
  readonly joined: boolean;
}

/** Marks that matter between two words. */
export const Mark = {
  comma: 1,
  semicolon: 2,
  colon: 4,
  open: 8,
  close: 16,
  dash: 32,
  arrow: 64,
  equals: 128,
  compare: 256,
  slash: 512,
  plus: 1024,
  line: 2048,
  stop: 4096,
} as const;

const WORD = /\p{L}[\p{L}\p{M}\p{N}]*(?:['’]\p{L}{1,2}(?!\p{L}))?|\p{N}+(?:[.,]\p{N}+)*/gu;
const MARKS: readonly (readonly [RegExp, number])[] = [
  [/,/, Mark.comma],
  [/;/, Mark.semicolon],
  [/:(?:\s|$)(?<!^:)/, Mark.colon],
  [/[([{]/, Mark.open],
  [/[)\]}]/, Mark.close],
  [/[—–]|(?:^|\s)--?(?=\s)/, Mark.dash],
  [/->|=>|[→⇒⟶➜↔]/, Mark.arrow],
  [/(?<![<>!])=(?!>)|[≈≃]/, Mark.equals],
  [/(?<![-=])>|<(?!-)|[≤≥~]/, Mark.compare],
  [/\//, Mark.slash],
  [/[+*×]/, Mark.plus],
  [/\n/, Mark.line],
  [/[.?!]/, Mark.stop],
];

const ENDINGS = new Map([
  ['t', 'not'],
  ['d', 'would'],
  ['ll', 'will'],
  ['re', 'are'],
  ['ve', 'have'],
  ['m', 'am'],
]);
const WITHOUT_APOSTROPHE = /^(?:do|does|did|is|are|was|were|would|should|could|has|have|had)nt$/;
const NEGATED = new Map([
  ['cannot', 'can'],
  ['cant', 'can'],
  ['wont', 'will'],
]);

/** What stands between words, and the words themselves, are the same few again and again. */
const marksKnown = new Map<string, number>();
const partsKnown = new Map<string, readonly WordPart[]>();
/** These only bound what a process that reads many answers would keep. */
const MOST_KNOWN = 20_000;
const LONGEST_KNOWN = 24;

type WordPart = Pick<Word, 'word' | 'stem'>;

function known<Value>(map: Map<string, Value>, text: string, find: (text: string) => Value): Value {
  const before = map.get(text);
  if (before !== undefined) return before;
  const found = find(text);
  if (map.size < MOST_KNOWN && text.length <= LONGEST_KNOWN) map.set(text, found);
  return found;
}

/** The words of a text in order, lower case, with contractions written out ("don't" is do and not). */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    const gap = text.slice(end, match.index);
    const joined = gap === '-' || gap === '_' || gap === '‑';
    let marks = known(marksKnown, gap, marksOf);
    let isJoined = joined && words.length > 0;
    end = match.index + match[0].length;
    for (const { word, stem } of known(partsKnown, match[0], partsOf)) {
      words.push({ word, stem, start: match.index, end, marks, joined: isJoined });
      marks = 0;
      isJoined = false;
    }
  }
  return words;
}

function marksOf(gap: string): number {
  if (gap === ' ' || gap === '') return 0;
  return MARKS.reduce((marks, [pattern, mark]) => (pattern.test(gap) ? marks | mark : marks), 0);
}

function partsOf(written: string): readonly WordPart[] {
  return plainWords(written).map((word) => ({ word, stem: stemOf(word) }));
}

/** Contractions and camel case written out. */
function plainWords(written: string): readonly string[] {
  if (/^[a-z]+(?:[A-Z][a-z]+)+$/.test(written)) return written.split(/(?=[A-Z])/).map((part) => part.toLowerCase());
  const word = written.toLowerCase().replace('’', "'");
  const apostrophe = word.indexOf("'");
  if (apostrophe === -1) {
    const verb = NEGATED.get(word) ?? (WITHOUT_APOSTROPHE.test(word) ? word.slice(0, -2) : undefined);
    return verb === undefined ? [word] : [verb, 'not'];
  }
  const base = word.slice(0, apostrophe);
  const ending = ENDINGS.get(word.slice(apostrophe + 1));
  if (ending === undefined) return [base];
  if (ending !== 'not') return [base, ending];
  const verb = { can: 'can', won: 'will', shan: 'shall', ain: 'is' }[base] ?? base.replace(/n$/, '');
  return [verb, 'not'];
}
