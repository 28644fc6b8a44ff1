import { magnitudeOf } from '../../quantity/units/magnitudes.ts';
import { isTens, smallNumberOf } from '../../quantity/units/number-words.ts';
import { bytesIn } from '../../quantity/units/units.ts';
import type { Word } from '../text/tokens.ts';

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
  const value = smallNumberOf(first) ?? VAGUE.get(first);
  if (value === undefined) return undefined;
  const digit = isTens(first) ? (smallNumberOf(following) ?? 0) : 0;
  return digit > 0 && digit < 10
    ? magnitudes(words, index + 2, value + digit, false)
    : magnitudes(words, index + 1, value, false);
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
