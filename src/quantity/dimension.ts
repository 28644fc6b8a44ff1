/** Exponents of what is measured. Counted nouns are labels of a quantity and never dimensions. */
export interface Dimension {
  readonly bytes: number;
  readonly seconds: number;
  readonly dollars: number;
}

export const COUNT: Dimension = { bytes: 0, seconds: 0, dollars: 0 };
export const BYTES: Dimension = { bytes: 1, seconds: 0, dollars: 0 };
export const TIME: Dimension = { bytes: 0, seconds: 1, dollars: 0 };
export const MONEY: Dimension = { bytes: 0, seconds: 0, dollars: 1 };
export const RATE: Dimension = { bytes: 0, seconds: -1, dollars: 0 };
export const BANDWIDTH: Dimension = { bytes: 1, seconds: -1, dollars: 0 };

/** The dimension of a product; with `power` -1 of a quotient. */
export function combined(left: Dimension, right: Dimension, power = 1): Dimension {
  return {
    bytes: left.bytes + right.bytes * power,
    seconds: left.seconds + right.seconds * power,
    dollars: left.dollars + right.dollars * power,
  };
}

export function isSameDimension(left: Dimension, right: Dimension): boolean {
  return left.bytes === right.bytes && left.seconds === right.seconds && left.dollars === right.dollars;
}

export function isCount(dimension: Dimension): boolean {
  return isSameDimension(dimension, COUNT);
}

interface Naming {
  readonly dimension: Dimension;
  readonly name: string;
  readonly unit: string;
  readonly words: string;
  /** What one asks for it in. */
  readonly examples: string;
}

const NAMINGS: readonly Naming[] = [
  { dimension: COUNT, name: 'count', unit: 'count', words: 'a plain number', examples: 'K, M or %' },
  { dimension: BYTES, name: 'bytes', unit: 'bytes', words: 'bytes', examples: 'GB or TiB' },
  { dimension: TIME, name: 'time', unit: 'seconds', words: 'time', examples: 'hours or ms' },
  { dimension: MONEY, name: 'money', unit: 'dollars', words: 'dollars', examples: '$ or cents' },
  { dimension: RATE, name: 'rate', unit: '/second', words: 'a rate per second', examples: '/s or /day' },
  {
    dimension: BANDWIDTH,
    name: 'bandwidth',
    unit: 'bytes/second',
    words: 'bytes per second',
    examples: 'GB/s or Gbps',
  },
  {
    dimension: combined(MONEY, TIME, -1),
    name: 'money/time',
    unit: 'dollars/second',
    words: 'dollars per second',
    examples: '$/month',
  },
  {
    dimension: combined(TIME, BYTES, -1),
    name: 'time/bytes',
    unit: 'seconds/byte',
    words: 'seconds per byte',
    examples: 's/GB',
  },
];

/** One word for machines: `count`, `bytes`, `time`, `money`, `rate`, `bandwidth`; else a product such as `bytes*time^2`. */
export function dimensionName(dimension: Dimension): string {
  return namingOf(dimension)?.name ?? product(dimension, { bytes: 'bytes', seconds: 'time', dollars: 'money' });
}

/** The unit that `Quantity.value` is in: `bytes`, `seconds`, `dollars`, `count`, `/second`, `bytes/second`, … */
export function baseUnit(dimension: Dimension): string {
  return namingOf(dimension)?.unit ?? product(dimension, { bytes: 'bytes', seconds: 'seconds', dollars: 'dollars' });
}

/** As a sentence names it: "bytes per second", "a plain number". */
export function dimensionWords(dimension: Dimension): string {
  return namingOf(dimension)?.words ?? product(dimension, { bytes: 'bytes', seconds: 'time', dollars: 'dollars' });
}

/** A rate in a unit of time of its own: "bytes per day"; without one, "a rate of bytes". Anything else as `dimensionWords`. */
export function rateWords(dimension: Dimension, period: string | undefined): string {
  if (dimension.seconds !== -1) return dimensionWords(dimension);
  const counted = { ...dimension, seconds: 0 };
  const words = isCount(counted) ? '' : dimensionWords(counted);
  if (period === undefined) return words === '' ? 'a rate' : `a rate of ${words}`;
  return words === '' ? `a rate per ${period}` : `${words} per ${period}`;
}

/** What `dimensionWords` says of the dimension that `dimensionName` names. */
export function wordsOfName(name: string): string {
  return NAMINGS.find((naming) => naming.name === name)?.words ?? name.replace('money', 'dollars');
}

/** Units that a sentence can suggest for it: "GB or TiB"; undefined for an odd product. */
export function unitExamples(dimension: Dimension): string | undefined {
  return namingOf(dimension)?.examples;
}

function namingOf(dimension: Dimension): Naming | undefined {
  return NAMINGS.find((naming) => isSameDimension(naming.dimension, dimension));
}

function product(dimension: Dimension, names: Readonly<Record<keyof Dimension, string>>): string {
  return (['dollars', 'bytes', 'seconds'] as const)
    .filter((key) => dimension[key] !== 0)
    .map((key) => (dimension[key] === 1 ? names[key] : `${names[key]}^${dimension[key]}`))
    .join('*');
}
