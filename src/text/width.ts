import fastStringWidth from 'fast-string-width';

const ASCII = /^[\x20-\x7e]*$/;
/** One code unit, one grapheme: Latin, Greek, Cyrillic, punctuation, arrows, lines, CJK; neither marks nor joiners. */
const SIMPLE =
  /^[\x20-\x7e\xa1-\xac\xae-\u02ff\u0391-\u03ff\u0400-\u0481\u2010-\u2027\u2190-\u21ff\u2500-\u257f\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff]*$/;
const HANGUL = /\p{Script=Hangul}/u;
const JOINED_EMOJI = /\p{Extended_Pictographic}.*\u200d/u;
const MOST_KNOWN = 4_096;

/** Made on first use: it costs some ten milliseconds, and most texts do without. */
let segmenter: Intl.Segmenter | undefined;
const known = new Map<string, number>();

/** What the user takes for one character; `index` counts UTF-16 code units. */
export interface Grapheme {
  readonly segment: string;
  readonly index: number;
}

/** Columns that a visible text of one line takes in a terminal. */
export function width(text: string): number {
  if (ASCII.test(text)) return text.length;
  let columns = 0;
  for (const { segment } of graphemes(text)) columns += graphemeWidth(segment);
  return columns;
}

/** The graphemes of a text, in order. */
export function graphemes(text: string): Iterable<Grapheme> {
  if (SIMPLE.test(text)) return codeUnits(text);
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return segmenter.segment(text);
}

function* codeUnits(text: string): Iterable<Grapheme> {
  for (let index = 0; index < text.length; index++) yield { segment: text.charAt(index), index };
}

function graphemeWidth(segment: string): number {
  if (ASCII.test(segment)) return segment.length;
  const columns = known.get(segment) ?? measure(segment);
  if (known.size < MOST_KNOWN) known.set(segment, columns);
  return columns;
}

/** The library counts each letter of a Hangul syllable and some joined emoji by parts; terminals show two columns. */
function measure(segment: string): number {
  const columns = fastStringWidth(segment);
  const isOnePicture = HANGUL.test(segment) || JOINED_EMOJI.test(segment);
  return isOnePicture ? Math.min(2, columns) : columns;
}
