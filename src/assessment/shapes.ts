import type { Shape } from '../lexicon/signal.ts';
import type { Stretch } from './polarity/polarity.ts';
import type { Corpus, PlacedQuantity, Sentence } from './text/corpus.ts';

/** A clock time such as 11:59:59, 0:59 or :01. */
const CLOCK = /(?<![\d:])\d{0,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?![\d:])/g;
const PATTERNS: Readonly<Partial<Record<Shape, RegExp>>> = {
  'min-cap': /\bmin\s*\(\s*[^()]{0,60}(?:\([^()]*\)[^()]{0,60})*\)|\bmin\s*\([^)]*[+*]/gi,
  'read-compare-write':
    /\b(?:get|read|select|fetch|load)\b[^.\n]{0,40}?(?:->|→|,|;|then|and|\+)\s*(?:check|compare|if|add|incr\w*|set|write|update|put)\b/gi,
  equation:
    /[\p{L}\p{N}%)]\s*(?:[x×*/+]|\bx\b|\btimes\b)\s*[\p{L}\p{N}(][^=≈\n]{0,80}(?:=|≈|->|→|~)\s*[~≈]?\s*\$?\d/giu,
  'adjacent-ranges':
    /\b\d[\d,]*k?\s*(?:-|–|\.\.|to|through)\s*\d[\d,]*k?\b[^.\n]{0,60}?\b\d[\d,]*k?\s*(?:-|–|\.\.|to|through)\s*\d[\d,]*k?\b/gi,
  flow: /[\p{L}\p{N})\]"}]\s*(?:-+>|=>|[→⇒⟶➜])\s*[\p{L}\p{N}([{"]/gu,
};

/** Where a shape occurs. */
export function* shapeStretches(corpus: Corpus, shape: Shape): Iterable<Stretch> {
  if (shape === 'growing-percentages') {
    yield* growing(corpus);
    return;
  }
  for (const sentence of corpus.sentences) {
    const text = corpus.answers[sentence.turn]?.text.slice(sentence.start, sentence.end) ?? '';
    const found =
      shape === 'times-around-boundary'
        ? clocks(text)
        : PATTERNS[shape] === undefined
          ? []
          : matches(text, PATTERNS[shape]);
    for (const { start, end } of found) {
      const stretch = stretchOf(corpus, sentence, sentence.start + start, sentence.start + end);
      if (stretch !== undefined) yield stretch;
    }
  }
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** No pattern matches nothing. Sentences are many and matches few: `matchAll` would copy the pattern for each. */
function matches(text: string, pattern: RegExp): Place[] {
  const places: Place[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    places.push({ start: match.index, end: match.index + match[0].length });
  }
  return places;
}

/** Two clock times in one sentence, the seconds before and after a turn of the minute or hour. */
function clocks(text: string): Place[] {
  const times = matches(text, CLOCK);
  const [first] = times;
  const last = times.at(-1);
  if (first === undefined || last === undefined || times.length < 2) return [];
  const isAround = times.some(({ start, end }) => /5\d(?:\.\d+)?$/.test(text.slice(start, end)));
  return isAround ? [{ start: first.start, end: last.end }] : [];
}

/** At least two shares of a whole in one sentence, each larger than the one before: 1% -> 5% -> 25%. */
function* growing(corpus: Corpus): Iterable<Stretch> {
  const run: PlacedQuantity[] = [];
  for (const quantity of corpus.quantities) {
    const share = shareOf(quantity);
    const last = run.at(-1);
    if (share === undefined) continue;
    if (last !== undefined && (last.sentence !== quantity.sentence || share <= (shareOf(last) ?? 1))) run.length = 0;
    run.push(quantity);
    const [first] = run;
    if (run.length >= 2 && first !== undefined && (shareOf(first) ?? 1) <= 0.5)
      yield { from: first.from, to: quantity.to };
  }
}

function shareOf({ readings }: PlacedQuantity): number | undefined {
  return readings.find(({ dimension }) => dimension === 'ratio')?.value;
}

function stretchOf(corpus: Corpus, sentence: Sentence, start: number, end: number): Stretch | undefined {
  let from = sentence.from;
  while (from < sentence.to && (corpus.words[from]?.end ?? 0) <= start) from++;
  let to = from;
  while (to < sentence.to && (corpus.words[to]?.start ?? 0) < end) to++;
  return to > from ? { from, to } : undefined;
}
