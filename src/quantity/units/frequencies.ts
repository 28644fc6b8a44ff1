import { DAY, HOUR, MONTH, YEAR } from './units.ts';

const FREQUENCIES: ReadonlyMap<string, number> = new Map([
  ['hourly', HOUR],
  ['daily', DAY],
  ['nightly', DAY],
  ['weekly', 7 * DAY],
  ['monthly', MONTH],
  ['quarterly', 3 * MONTH],
  ['yearly', YEAR],
  ['annually', YEAR],
]);

/** Seconds from one time to the next of what happens `daily`. */
export function secondsBetween(word: string): number | undefined {
  return FREQUENCIES.get(word.toLowerCase());
}
