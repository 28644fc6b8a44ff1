const ROUNDS = 8;
const WORDS = Array.from({ length: 20_000 }, (_, index) => `word ${(index * 7_919) % 20_011}`);

/** A piece of work that is the same everywhere; some ten milliseconds on a machine of 2024. */
function yardstick(): number {
  return [...WORDS].sort((a, b) => a.localeCompare(b, 'en')).findIndex((word) => /\b19999$/.test(word));
}

/**
 * How long `run` takes, in times of the yardstick: the quickest of some rounds of each, so that neither the machine nor
 * what else it does decides. Ends at the first round that is `quickEnough`.
 */
export function timesYardstick(run: () => unknown, quickEnough = 0): number {
  let own = Number.POSITIVE_INFINITY;
  let unit = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS && !(own / unit < quickEnough); round++) {
    unit = Math.min(unit, msOf(yardstick));
    own = Math.min(own, msOf(run));
  }
  return own / unit;
}

function msOf(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
