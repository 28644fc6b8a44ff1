import { BANDWIDTH, BYTES, TIME } from '../../quantity/dimension.ts';
import { magnitudeOf } from '../../quantity/units/magnitudes.ts';
import { secondsIn, unitInProse, YEAR } from '../../quantity/units/units.ts';
import type { Word } from '../text/tokens.ts';
import { spelledNumber } from './number-words.ts';
import type { Reading } from './reading.ts';

/** A number in a text with its unit: offsets, the ways to read it, and the side of it that is meant ("under 10 ms"). */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  readonly readings: readonly Reading[];
  readonly side?: 'under' | 'over' | undefined;
}

const NUMERAL =
  /(?<![\p{L}_\d.:])(\d{1,3}(?:[,_']\d{3})+|\d+)(\.\d+)?(?:[eE](\d{1,2})(?![\p{L}\d]))?(?:\s?\^\s?(\d{1,3}))?(?!:\d|[\d.]*\p{N}*:\d)/gu;
/** As candidates write them; what is read in another way takes new weights. */
const MAGNITUDE =
  /^[\s-]?(k|m|mn|mil|mio|bn|b|g|t|tn|hundred|thousand|million|billion|trillion|dozen)s?(?![\p{L}\d])/iu;
const PER_SECOND = /^([km]?)(?:rps|qps|tps|wps|iops|ops|req)$/i;
const UNIT = /^[\s-]{0,2}(%|[\p{L}µμ]{1,12})/u;
const PER =
  /^(?:[\s-]+(?:[\p{L}-]+\s+){0,3}?|\s?(?:[\p{L}]+(?:\s[\p{L}]+){0,2})?\s?)(?:\/|\bper\b|\ban?\b|\beach\b|\bevery\b)\s?(?:whole\s|single\s|full\s)?(s|secs?|seconds?|min|mins|minutes?|h|hrs?|hours?|d|days?|weeks?|mo|months?|y|yrs?|years?)(?![\p{L}\d])/iu;
const DOWNTIME =
  /^(?:\s+[\p{L}]+){0,4}?\s+(?:in|per|a|each|every)\s(?:a\s)?(?:whole\s|full\s|calendar\s)?(year|month|week)\b/iu;
const UNDER =
  /(?:<=?|≤|\b(?:under|below|less than|at most|up to|within|no more than|not more than|max(?:imum)?|sub|stay under)[\s-])\s?[~≈]?\s?$/i;
const OVER =
  /(?:>=?|≥|\b(?:over|above|more than|exceed(?:s|ing)?|at least|greater than|beyond|min(?:imum)?)\s)\s?[~≈]?\s?$/i;
const MONEY = /^\s?(?:dollars?|usd|bucks|euros?|eur)\b/i;
const LOOK_BACK = 24;
const LOOK_AHEAD = 60;

/** All numbers of a text with their units, in order of their start. */
export function quantitiesOf(text: string, words: readonly Word[]): Quantity[] {
  const found = withoutPremises(
    text,
    [...numerals(text), ...spelled(text, words)].sort((a, b) => a.start - b.start),
  );
  return [...found, ...products(text, found)];
}

function* numerals(text: string): Iterable<Quantity> {
  for (const match of text.matchAll(NUMERAL)) {
    const [whole, digits = '', fraction = '', exponent, power] = match;
    const base = Number(digits.replace(/[,_']/g, '') + fraction);
    const value = base * 10 ** Number(exponent ?? 0);
    const raised = power === undefined ? value : value ** Number(power);
    if (Number.isFinite(raised)) yield quantityAt(text, match.index, match.index + whole.length, raised);
  }
}

function* spelled(text: string, words: readonly Word[]): Iterable<Quantity> {
  let index = 0;
  while (index < words.length) {
    const number = spelledNumber(words, index);
    const first = words[index];
    const last = words[(number?.next ?? 0) - 1];
    if (number === undefined || first === undefined || last === undefined) {
      index++;
      continue;
    }
    yield quantityAt(text, first.start, last.end, number.value);
    index = Math.max(index + 1, number.next);
  }
}

/** Reads magnitude, unit and rate behind the number that ends at `numberEnd`. */
function quantityAt(text: string, start: number, numberEnd: number, number: number): Quantity {
  const before = text.slice(Math.max(0, start - LOOK_BACK), start);
  const side = UNDER.test(before) ? 'under' : OVER.test(before) ? 'over' : undefined;
  let value = number;
  let end = numberEnd;
  for (let match = ahead(text, end, MAGNITUDE); match !== null; match = ahead(text, end, MAGNITUDE)) {
    const written = match[1] ?? '';
    if (written === 'm' || written === 'b' || written === 'B') break;
    value *= magnitudeOf(written) ?? 1;
    end += match[0].length;
  }
  const unit = readUnit(text, end, value);
  const isMoney = /[$€£]\s?$/.test(before) || MONEY.test(text.slice(end, end + LOOK_AHEAD));
  const readings = isMoney
    ? [...unit.readings, { dimension: 'money' as const, value }, ...count(value)]
    : unit.readings;
  return { start, end: unit.end, readings, side };
}

function ahead(text: string, from: number, pattern: RegExp): RegExpExecArray | null {
  return pattern.exec(text.slice(from, from + LOOK_AHEAD));
}

function readUnit(text: string, from: number, value: number): { end: number; readings: Reading[] } {
  const nines = ahead(text, from, /^\s?(?:x\s?9s?|nines|9s|-nines?)(?![\p{L}\d])/iu);
  if (nines !== null)
    return { end: from + nines[0].length, readings: [{ dimension: 'ratio', value: 1 - 10 ** -value }] };
  const match = ahead(text, from, UNIT);
  const written = match?.[1] ?? '';
  const end = from + (match?.[0].length ?? 0);
  if (written === '%' || /^(?:percent|pct)$/i.test(written))
    return { end, readings: [{ dimension: 'ratio', value: value / 100 }] };
  if (written === 'per' && ahead(text, end, /^\s?cent\b/i)) {
    return { end: end + 5, readings: [{ dimension: 'ratio', value: value / 100 }] };
  }
  if (written === 'x' || written === '×' || written === 'times' || written === 'fold') {
    const isProduct = ahead(text, end, /^\s+\d/) !== null && written !== 'times';
    return isProduct ? { end: from, readings: count(value) } : { end, readings: [{ dimension: 'times', value }] };
  }
  const rate = PER_SECOND.exec(written);
  if (rate !== null)
    return { end, readings: [{ dimension: 'rate', value: value * (magnitudeOf(rate[1] ?? '') ?? 1) }] };
  if (written === 'b') return readRate(text, end, value * 1e9, from);
  const unit = unitInProse(written);
  switch (unit?.dimension) {
    case BYTES:
    case BANDWIDTH:
      return readBytes(text, end, written, value * unit.value, value);
    case TIME:
      return readTime(text, end, value * unit.value);
  }
  if (written === 'm') {
    const million = readRate(text, end, value * 1e6, end);
    return { end: million.end, readings: [...million.readings, { dimension: 'time', value: value * 60 }] };
  }
  return readRate(text, from, value, from);
}

function readBytes(
  text: string,
  end: number,
  written: string,
  bytes: number,
  value: number,
): { end: number; readings: Reading[] } {
  const per = ahead(text, end, PER);
  const seconds = per === null ? undefined : secondsIn(per[1] ?? '');
  const after = end + (per?.[0].length ?? 0);
  const billions: Reading[] =
    written === 'B'
      ? [{ dimension: seconds === undefined ? 'count' : 'rate', value: (value * 1e9) / (seconds ?? 1) }]
      : [];
  if (/ps$/i.test(written)) return { end, readings: [{ dimension: 'bytes/s', value: bytes }] };
  if (seconds !== undefined)
    return { end: after, readings: [{ dimension: 'bytes/s', value: bytes / seconds }, ...billions] };
  // "13 Gbit total": a line's capacity is often written without its second.
  const isLine = /bit/i.test(written) || /^[KMGT]b$/.test(written);
  return {
    end,
    readings: [
      { dimension: 'bytes', value: bytes },
      ...billions,
      ...(isLine ? [{ dimension: 'bytes/s' as const, value: bytes }] : []),
    ],
  };
}

function readTime(text: string, end: number, seconds: number): { end: number; readings: Reading[] } {
  const time: Reading = { dimension: 'time', value: seconds };
  const slash = ahead(text, end, /^\s?\/\s?(y|yr|year|mo|month|week)\b/i);
  const period = slash ?? ahead(text, end, DOWNTIME);
  const whole = secondsIn(period?.[1] ?? '');
  if (period === null || whole === undefined || seconds > YEAR / 10) return { end, readings: [time] };
  return { end: end + period[0].length, readings: [time, { dimension: 'ratio', value: 1 - seconds / whole }] };
}

function readRate(text: string, from: number, value: number, plainEnd: number): { end: number; readings: Reading[] } {
  const per = ahead(text, from, PER);
  const seconds = per === null ? undefined : secondsIn(per[1] ?? '');
  const unit = ahead(text, from, /^\s?(?:[\p{L}]+\s){0,2}(?:rps|qps|tps|wps|iops)(?![\p{L}])/iu);
  if (unit !== null) return { end: from + unit[0].length, readings: [{ dimension: 'rate', value }] };
  if (per === null || seconds === undefined) return { end: plainEnd, readings: count(value) };
  return { end: from + per[0].length, readings: [{ dimension: 'rate', value: value / seconds }] };
}

function count(value: number): Reading[] {
  return [{ dimension: 'count', value }];
}

/** A rate a minute or a day that is then worked out per second is only given: the result counts, be it right or wrong. */
function withoutPremises(text: string, found: readonly Quantity[]): Quantity[] {
  return found.filter((quantity, index) => {
    if (
      !isRate(quantity) ||
      !/\b(?:min\w*|hours?|days?|d|h|months?)\b\W*$/i.test(text.slice(quantity.start, quantity.end))
    )
      return true;
    const rest = found.slice(index + 1, index + 6);
    const result = rest.find((other) => isRate(other) && other.start - quantity.end < 80);
    const between = text.slice(quantity.end, result?.start);
    return result === undefined || !RESULT_SIGN.test(between) || /\n/.test(between);
  });
}

/** Between what is given and its result: a sign, or a verb right behind it; a peak is another thing. */
const RESULT_SIGN =
  /=|≈|->|→|⇒|^(?!.*\bpeak\b)(?:\s*\p{L}+){0,4}?\s*,?\s*(?:over\s[\d,]+\ss\w*\s)?(?:(?:which|that|this|so)\s)?(?:is|are|makes|means|gives|becomes|comes to)\b(?:\s\p{L}+){0,3}\s*[~≈]?\s*$/iu;

function isRate({ readings }: Quantity): boolean {
  return readings.some(({ dimension }) => dimension === 'rate');
}

/** What two numbers with a sign of multiplication between them come to, where the candidate left the result out. */
function products(text: string, found: readonly Quantity[]): Quantity[] {
  return found.flatMap((left, index): Quantity[] => {
    const right = found[index + 1];
    if (right === undefined || right.start <= left.end || right.start - left.end > 40) return [];
    if (!/^\s*(?:[\p{L}/-]+\s+){0,3}[x×*]\s*$/u.test(text.slice(left.end, right.start))) return [];
    if (
      /^\s*\)?\s*(?:[\p{L}-]+\s+){0,3}(?:=|≈|->|→|~|is\b|gives\b|makes\b)/u.test(
        text.slice(right.end, right.end + LOOK_AHEAD),
      )
    )
      return [];
    const factor = left.readings.find(({ dimension }) => dimension === 'count' || dimension === 'rate');
    const other = right.readings.find(({ dimension }) => dimension === 'count' || dimension === 'bytes');
    if (factor === undefined || other === undefined) return [];
    const bytes = other.dimension === 'bytes';
    const dimension = factor.dimension === 'rate' ? (bytes ? 'bytes/s' : 'rate') : other.dimension;
    return [{ start: left.start, end: right.end, readings: [{ dimension, value: factor.value * other.value }] }];
  });
}
