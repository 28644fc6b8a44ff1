import { BANDWIDTH, BYTES, type Dimension, MONEY, RATE, TIME } from '../dimension.ts';

/** What one of a unit is in base units. */
export interface Unit {
  readonly value: number;
  readonly dimension: Dimension;
  /** How a spelling is read that engineers use for two things. */
  readonly note?: string;
}

export const MINUTE = 60;
export const HOUR = 3600;
export const DAY = 86_400;
/** Thirty days: what a capacity estimate means by a month. */
export const MONTH = 30 * DAY;
/** 365 days; the quarter of a day more is below the precision of any estimate. */
export const YEAR = 365 * DAY;

/** Seconds of each unit of time in the singular. Of one and two letters the case counts, but for those in `ANY_CASE`. */
const TIMES: ReadonlyMap<string, number> = new Map([
  ['ns', 1e-9],
  ['nanosecond', 1e-9],
  ['us', 1e-6],
  ['µs', 1e-6],
  ['μs', 1e-6],
  ['usec', 1e-6],
  ['microsecond', 1e-6],
  ['ms', 1e-3],
  ['msec', 1e-3],
  ['milli', 1e-3],
  ['millisec', 1e-3],
  ['millisecond', 1e-3],
  ['s', 1],
  ['sec', 1],
  ['second', 1],
  ['min', MINUTE],
  ['minute', MINUTE],
  ['h', HOUR],
  ['hr', HOUR],
  ['hour', HOUR],
  ['d', DAY],
  ['day', DAY],
  ['night', DAY],
  ['w', 7 * DAY],
  ['wk', 7 * DAY],
  ['week', 7 * DAY],
  ['mo', MONTH],
  ['month', MONTH],
  ['quarter', 3 * MONTH],
  ['y', YEAR],
  ['yr', YEAR],
  ['year', YEAR],
]);

/** Of two letters, and nothing else in capitals: `US` and `NS` are. */
const ANY_CASE = ['ms', 'hr', 'wk', 'mo', 'yr'];

const PREFIXES = 'kmgtpezy';
const WORD_PREFIXES = ['kilo', 'mega', 'giga', 'tera', 'peta', 'exa', 'zetta', 'yotta'];
const BINARY_PREFIXES = ['kibi', 'mebi', 'gibi', 'tebi', 'pebi', 'exbi', 'zebi', 'yobi'];
/** `512Mi` of memory; `Pi` is a number. */
const KUBERNETES = 'KMGT';
const BITS_IN_BYTE = 8;
const READ_PER_SECOND = ['rps', 'qps', 'tps', 'wps', 'iops', 'pps', 'eps', 'fps', 'hz'];
/** Requests, queries or transactions in a longer time: `rpm`, `qph`, `tpd`. */
const READ_PER = [
  ['m', MINUTE],
  ['h', HOUR],
  ['d', DAY],
] as const;

const exact = new Map<string, Unit>();
/** Keyed in lower case, for spellings whose case says nothing. */
const anyCase = new Map<string, Unit>();

function putTimes(): void {
  for (const [name, seconds] of TIMES) {
    const unit = { value: seconds, dimension: TIME };
    if (name.length > 2 || ANY_CASE.includes(name)) anyCase.set(name, unit);
    else exact.set(name, unit);
  }
}

function putSizes(): void {
  exact.set('B', { value: 1, dimension: BYTES });
  exact.set('b', { value: 1 / BITS_IN_BYTE, dimension: BYTES });
  exact.set('Bps', { value: 1, dimension: BANDWIDTH });
  for (const name of ['byte', 'octet']) anyCase.set(name, { value: 1, dimension: BYTES });
  anyCase.set('bit', { value: 1 / BITS_IN_BYTE, dimension: BYTES });
  anyCase.set('bps', { value: 1 / BITS_IN_BYTE, dimension: BANDWIDTH });
  for (const [index, letter] of [...PREFIXES].entries()) putPrefixed(letter, index);
  anyCase.set('meg', { value: 1e6, dimension: BYTES });
  anyCase.set('gig', { value: 1e9, dimension: BYTES });
}

function putPrefixed(letter: string, index: number): void {
  const decimal = 1000 ** (index + 1);
  const binary = 1024 ** (index + 1);
  const capital = letter.toUpperCase();
  const long = WORD_PREFIXES[index] ?? '';
  const longBinary = BINARY_PREFIXES[index] ?? '';
  const bytes = { value: decimal, dimension: BYTES };
  const bits = { value: decimal / BITS_IN_BYTE, dimension: BYTES };
  exact.set(`${capital}B`, bytes).set(`${letter}B`, bytes);
  exact.set(`${letter}b`, { ...bytes, note: `${long}bytes (${letter}bit is a ${long}bit)` });
  exact.set(`${capital}b`, { ...bits, note: `${long}bits (${capital}B is a ${long}byte)` });
  exact.set(`${capital}Bps`, { value: decimal, dimension: BANDWIDTH });
  exact.set(`${letter}Bps`, { value: decimal, dimension: BANDWIDTH });
  anyCase.set(`${letter}bps`, { value: decimal / BITS_IN_BYTE, dimension: BANDWIDTH });
  for (const name of [`${long}byte`, `${letter}byte`]) anyCase.set(name, bytes);
  for (const name of [`${long}bit`, `${letter}bit`]) anyCase.set(name, bits);
  const binaryBytes = { value: binary, dimension: BYTES };
  const binaryBits = { value: binary / BITS_IN_BYTE, dimension: BYTES };
  for (const name of [`${letter}ib`, `${letter}ibyte`, `${longBinary}byte`]) anyCase.set(name, binaryBytes);
  for (const name of [`${letter}ibit`, `${longBinary}bit`]) anyCase.set(name, binaryBits);
  exact.set(`${letter}ib`, { ...binaryBytes, note: `${longBinary}bytes (${letter}ibit is a ${longBinary}bit)` });
  exact.set(`${capital}ib`, { ...binaryBits, note: `${longBinary}bits (${capital}iB is a ${longBinary}byte)` });
  if (KUBERNETES.includes(capital))
    exact.set(`${capital}i`, { ...binaryBytes, note: `${longBinary}bytes (${capital}iB)` });
  for (const name of [`${capital}iBps`, `${letter}iBps`]) exact.set(name, { value: binary, dimension: BANDWIDTH });
  anyCase.set(`${letter}ibps`, { value: binary / BITS_IN_BYTE, dimension: BANDWIDTH });
}

function putRates(): void {
  for (const name of READ_PER_SECOND) {
    anyCase.set(name, { value: 1, dimension: RATE });
    anyCase.set(`k${name}`, { value: 1e3, dimension: RATE });
    anyCase.set(`m${name}`, { value: 1e6, dimension: RATE });
  }
  anyCase.set('kps', { value: 1e3, dimension: RATE });
  anyCase.set('ghz', { value: 1e9, dimension: RATE });
  for (const [letter, seconds] of READ_PER) {
    for (const what of 'rqt') anyCase.set(`${what}p${letter}`, { value: 1 / seconds, dimension: RATE });
  }
}

function putMoney(): void {
  for (const name of ['$', 'dollar', 'usd', 'buck']) anyCase.set(name, { value: 1, dimension: MONEY });
  for (const name of ['¢', 'cent']) anyCase.set(name, { value: 0.01, dimension: MONEY });
}

putTimes();
putSizes();
putRates();
putMoney();

/** The unit a word names, singular or plural. All lower case (`kb`) is bytes, a capital with a small b (`Kb`) bits; both carry a note. */
export function unitOf(word: string): Unit | undefined {
  const isPlural = word.length > 2 && /[^s]s$|\p{Lu}S$/u.test(word);
  return named(word) ?? (isPlural ? named(word.slice(0, -1)) : undefined);
}

function named(word: string): Unit | undefined {
  return exact.get(word) ?? anyCase.get(word.toLowerCase());
}

/**
 * As `unitOf`, for prose: a spelling of which only the case is unusual (`US`, `Kbs`) is still the unit, `Gib` is mostly
 * meant as `GiB`, and a binary unit for a second is none.
 */
export function unitInProse(word: string): Unit | undefined {
  const usual = word.toLowerCase();
  if (/^[kmgtpezy]ibps$/.test(usual)) return undefined;
  if (/^[KMGTPEZY]ibs?$/.test(word)) return unitOf(usual);
  return unitOf(word) ?? (word === usual ? undefined : unitOf(usual));
}

/** Seconds in a unit of time as written, in either case. */
export function secondsIn(word: string): number | undefined {
  const unit = unitInProse(word);
  return unit?.dimension === TIME ? unit.value : undefined;
}

/** Bytes in a unit as written, bits being an eighth; a rate such as Gbps counts as what passes in a second. A `b` alone is more often a billion. */
export function bytesIn(word: string): number | undefined {
  if (word === 'b') return undefined;
  const unit = unitInProse(word);
  return unit?.dimension === BYTES || unit?.dimension === BANDWIDTH ? unit.value : undefined;
}

/** All spellings in the singular, to suggest from. */
export function unitNames(): string[] {
  return [...new Set([...exact.keys(), ...anyCase.keys()])];
}
