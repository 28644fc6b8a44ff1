const SMALL: ReadonlyMap<string, number> = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
);
const TENS: ReadonlyMap<string, number> = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, index) => [word, (index + 2) * 10]),
);

/** The value of a whole number below 100 that is one word, such as `seven` or `forty`. */
export function smallNumberOf(word: string): number | undefined {
  const name = word.toLowerCase();
  return SMALL.get(name) ?? TENS.get(name);
}

/** Whether one to nine may follow the word, as in "twenty-five". */
export function isTens(word: string): boolean {
  return TENS.has(word.toLowerCase());
}
