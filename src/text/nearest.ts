/** A slip or two in a short word, one in three letters of a longer one. */
const LETTERS_PER_SLIP = 3;
/** Below this a word occurs inside of too many others to mean one of them. */
const PART_LEAST = 3;
/** Ids are shorter; what is longer is no slip, and would only cost time. */
const LONGEST = 120;
const MOST = 3;

/**
 * The `words` that somebody who typed `word` may have meant, best first, at most three: those within a few slips
 * of the keys, and those that contain it.
 */
export function nearest(word: string, words: readonly string[]): string[] {
  const typed = word.trim().toLowerCase();
  if (typed === '' || typed.length > LONGEST) return [];
  const slips = Math.max(1, Math.floor(typed.length / LETTERS_PER_SLIP));
  return words
    .map((candidate) => ({ candidate, distance: distanceTo(candidate.toLowerCase(), typed, slips) }))
    .filter(({ distance }) => distance <= slips)
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, MOST)
    .map(({ candidate }) => candidate);
}

function distanceTo(candidate: string, typed: string, slips: number): number {
  if (typed.length >= PART_LEAST && candidate.includes(typed)) return 1;
  return Math.abs(candidate.length - typed.length) > slips ? Number.POSITIVE_INFINITY : editDistance(candidate, typed);
}

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let best = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        best = Math.min(best, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(best);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}
