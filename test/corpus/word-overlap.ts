const EMPTY = new Set(
  'a an and as at be by can for from has have in is it its its of on one or over says so than that the their them they this to with names describes gives states explains'.split(
    ' ',
  ),
);

/** The share of the claim's words that the best single line or sentence of the answers has. */
export function claimScore(claim: string, answers: readonly string[]): number {
  const wanted = wordsOf(claim);
  const sentences = answers.flatMap((answer) => answer.split(/\n|(?<=[.!?])\s/));
  return Math.max(0, ...sentences.map((sentence) => share(wanted, wordsOf(sentence))));
}

function share(wanted: ReadonlySet<string>, found: ReadonlySet<string>): number {
  return wanted.size === 0 ? 0 : [...wanted].filter((word) => found.has(word)).length / wanted.size;
}

function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => !EMPTY.has(word)).map((word) => word.replace(/(?:ing|ed|es|s)$/, '')));
}
