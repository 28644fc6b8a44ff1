type Method = (this: unknown, ...args: unknown[]) => unknown;

const iteratorOf = (values: Iterable<unknown>) => Object.getPrototypeOf(values[Symbol.iterator]()) as object;
/** What a loop over names, lines or tokens cannot do without. */
const COUNTED: readonly (readonly [owner: object, method: string])[] = [
  [Map.prototype, 'get'],
  [Map.prototype, 'set'],
  [Set.prototype, 'add'],
  [iteratorOf([]), 'next'],
  [iteratorOf(new Map()), 'next'],
  [iteratorOf(new Set()), 'next'],
  [String.prototype, 'toLowerCase'],
  [RegExp.prototype, 'exec'],
];

/** How many steps `run` takes, by calls of the methods that it is made of; the same on every machine. */
export function countWork(run: () => unknown): number {
  let count = 0;
  const originals = COUNTED.map(([owner, method]) => Reflect.get(owner, method) as Method);
  for (const [index, [owner, method]] of COUNTED.entries()) {
    const original = originals[index] as Method;
    Reflect.set(owner, method, function (this: unknown, ...args: unknown[]) {
      count++;
      return Reflect.apply(original, this, args);
    });
  }
  try {
    run();
  } finally {
    for (const [index, [owner, method]] of COUNTED.entries()) Reflect.set(owner, method, originals[index]);
  }
  return count;
}
