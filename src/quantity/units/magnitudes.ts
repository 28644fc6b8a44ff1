const MAGNITUDES: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['thousand', 1e3],
  ['grand', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['mio', 1e6],
  ['mil', 1e6],
  ['mln', 1e6],
  ['mm', 1e6],
  ['million', 1e6],
  ['b', 1e9],
  ['bn', 1e9],
  ['bil', 1e9],
  ['bln', 1e9],
  ['g', 1e9],
  ['billion', 1e9],
  ['t', 1e12],
  ['tn', 1e12],
  ['trillion', 1e12],
  ['quadrillion', 1e15],
  ['hundred', 100],
  ['dozen', 12],
  ['lakh', 1e5],
  ['crore', 1e7],
]);

/**
 * What a number in front of `word` is multiplied by; letters in either case, words also in the plural. Some letters
 * mean other things as well (`m`, `b`, `g`, `t`): the reader decides by what stands around them.
 */
export function magnitudeOf(word: string): number | undefined {
  const name = word.toLowerCase();
  return (
    MAGNITUDES.get(name) ?? (name.length > 3 && name.endsWith('s') ? MAGNITUDES.get(name.slice(0, -1)) : undefined)
  );
}
