const BELOW_TWENTY =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';
const VALUES: ReadonlyMap<string, number> = new Map([
  ...BELOW_TWENTY.split(' ').map((word, value): [string, number] => [word, value]),
  ...TENS.split(' ').map((word, index): [string, number] => [word, (index + 2) * 10]),
]);

/** The value of a whole number below 100 that is one word, such as `seven` or `forty`. */
export function smallNumberOf(word: string): number | undefined {
  return VALUES.get(word.toLowerCase());
}

/** Whether one to nine may follow the word, as in "twenty-five". */
export function isTens(word: string): boolean {
  return (smallNumberOf(word) ?? 0) >= 20;
}
