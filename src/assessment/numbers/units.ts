/** What a number measures. A count is of anything; a ratio is a share of 1. */
type Dimension = 'count' | 'rate' | 'bytes' | 'bytes/s' | 'time' | 'ratio' | 'times' | 'money';

/** One way to read a number, in the base unit of its dimension: bytes, seconds, per second. */
export interface Reading {
  readonly dimension: Dimension;
  readonly value: number;
}

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;
const MONTH = 30 * DAY;
export const YEAR = 365 * DAY;

const TIMES: Readonly<Record<string, number>> = {
  ns: 1e-9,
  nanosecond: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  μs: 1e-6,
  microsecond: 1e-6,
  ms: 1e-3,
  msec: 1e-3,
  milli: 1e-3,
  millisec: 1e-3,
  millisecond: 1e-3,
  s: 1,
  sec: 1,
  second: 1,
  min: MINUTE,
  minute: MINUTE,
  h: HOUR,
  hr: HOUR,
  hour: HOUR,
  d: DAY,
  day: DAY,
  night: DAY,
  w: 7 * DAY,
  wk: 7 * DAY,
  week: 7 * DAY,
  mo: MONTH,
  month: MONTH,
  quarter: 3 * MONTH,
  y: YEAR,
  yr: YEAR,
  year: YEAR,
};

const MAGNITUDES: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  grand: 1e3,
  m: 1e6,
  mn: 1e6,
  mio: 1e6,
  mil: 1e6,
  million: 1e6,
  bn: 1e9,
  b: 1e9,
  g: 1e9,
  billion: 1e9,
  t: 1e12,
  tn: 1e12,
  trillion: 1e12,
  quadrillion: 1e15,
  hundred: 100,
  dozen: 12,
};

const PREFIXES = 'kmgtpe';
const BYTES = /^(?:([kmgtpe])(i?)b|(kilo|mega|giga|tera|peta|exa)byte|byte|([kmgtp])byte|(gig|meg))s?$/;
const BITS = /^(?:([kmgtp])bits?|([kmgtp])bps|bits?|bps|(kilo|mega|giga|tera)bits?)$/;

/** Seconds in a unit of time as written, singular or plural. */
export function secondsIn(unit: string): number | undefined {
  const name = unit.toLowerCase();
  return TIMES[name] ?? (name.length > 2 && name.endsWith('s') ? TIMES[name.slice(0, -1)] : undefined);
}

export function magnitudeOf(word: string): number | undefined {
  const name = word.toLowerCase();
  return MAGNITUDES[name] ?? (name.length > 3 && name.endsWith('s') ? MAGNITUDES[name.slice(0, -1)] : undefined);
}

/** Bytes in a unit as written. Small b with a capital prefix (`Gb`) and what ends in bps are bits. */
export function bytesIn(unit: string): number | undefined {
  if (unit === 'B') return 1;
  if (/^[KMGTP]?Bps$/.test(unit)) return bytesIn(unit.slice(0, -2));
  if (/^[KMGTP]b$/.test(unit)) return power(unit.charAt(0)) / 8;
  const name = unit.toLowerCase();
  const bytes = BYTES.exec(name);
  if (bytes !== null) {
    const prefix = bytes[1] ?? bytes[3] ?? bytes[4] ?? bytes[5] ?? '';
    return prefix === '' ? 1 : power(prefix, bytes[2] === 'i' ? 1024 : 1000);
  }
  const bits = BITS.exec(name);
  if (bits === null) return undefined;
  return power(bits[1] ?? bits[2] ?? bits[3] ?? '') / 8;
}

function power(prefix: string, base = 1000): number {
  return prefix === '' ? 1 : base ** (PREFIXES.indexOf(prefix.charAt(0).toLowerCase()) + 1);
}
