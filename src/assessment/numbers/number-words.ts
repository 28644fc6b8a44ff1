import type { Word } from '../text/tokens.ts';
import { bytesIn, magnitudeOf } from './units.ts';

const SMALL = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
);
const TENS = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, index) => [word, (index + 2) * 10]),
);
/** Vague words, each with a value in the middle of what it may mean. */
const VAGUE = new Map([
  ['couple', 2],
  ['few', 3],
  ['several', 4],
]);

/** A number written in words: its value, and the index after its last word. */
export interface SpelledNumber {
  readonly value: number;
  readonly next: number;
}

/** The number in words that begins at `index`, such as "ten thousand million", "half a million", "twenty-five" or "a terabyte". */
export function spelledNumber(words: readonly Word[], index: number): SpelledNumber | undefined {
  const first = words[index]?.word;
  const following = words[index + 1]?.word ?? '';
  if (first === undefined) return undefined;
  if (first === 'half' && following === 'a') return magnitudes(words, index + 2, 0.5, true);
  if (first === 'a' || first === 'an') {
    const vague = VAGUE.get(following);
    if (vague !== undefined)
      return magnitudes(words, words[index + 2]?.word === 'of' ? index + 3 : index + 2, vague, false);
    const isByteWord = following.length > 2 && bytesIn(following) !== undefined && !following.startsWith('b');
    if (isByteWord) return { value: 1, next: index + 1 };
    return magnitudes(words, index + 1, 1, true);
  }
  if (first === 'single' && following.startsWith('digit')) return { value: 9, next: index + 2 };
  const value = SMALL.get(first) ?? VAGUE.get(first);
  if (value !== undefined) return magnitudes(words, index + 1, value, false);
  const tens = TENS.get(first);
  if (tens === undefined) return undefined;
  const unit = SMALL.get(following) ?? 10;
  return unit > 0 && unit < 10
    ? magnitudes(words, index + 2, tens + unit, false)
    : magnitudes(words, index + 1, tens, false);
}

function magnitudes(
  words: readonly Word[],
  from: number,
  start: number,
  isRequired: boolean,
): SpelledNumber | undefined {
  let value = start;
  let next = from;
  for (;;) {
    const word = words[next]?.word ?? '';
    const magnitude = word.length > 3 ? magnitudeOf(word) : undefined;
    if (magnitude === undefined) break;
    value *= magnitude;
    next++;
  }
  return isRequired && next === from ? undefined : { value, next };
}
