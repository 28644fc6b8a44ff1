import type { Problem } from '../catalogue/schema.ts';
import { calculate } from '../quantity/calculate.ts';
import { isCount, isSameDimension, RATE } from '../quantity/dimension.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { DAY, MONTH, YEAR } from '../quantity/units/units.ts';
import { stemOf } from './text/stem.ts';
import { wordsOf } from './text/tokens.ts';

type Estimate = Problem['capacity']['estimates'][number];
type Words = ReadonlySet<string>;

/** An estimate of the problem, with what it is compared by. */
export interface KnownEstimate {
  readonly estimate: Estimate;
  readonly quantity: Quantity;
  readonly words: Words;
  readonly names: readonly Words[];
  /** Seconds of what its title is for: "text messages a month". */
  readonly period: number | undefined;
}

/** A result of the candidate. */
interface Found {
  readonly name: string | undefined;
  /** The text that it was worked out with. */
  readonly expression: string;
  readonly quantity: Quantity;
  /** Whether it divides by the seconds of a day or hour, and so is a rate without a unit too. */
  readonly isPerSecond: boolean;
}

/** A result beside an estimate that measures the same. */
interface Beside {
  readonly known: KnownEstimate;
  /** By which factor the one is more than the other, at least 1. */
  readonly off: number;
  readonly shared: readonly string[];
  /** Whether the result has no unit of time, and the estimate is a rate. */
  readonly isBare: boolean;
}

/** Up to which factor two figures are the same one; shares are seldom written with more digits. */
const SAME = 1.02;
const SAME_SHARE = 1.05;
/** Up to which factor a figure without a name is the estimate that is rounded. */
const NEAR = 1.06;
/** Plain numbers below this are often alike by chance: shards, cores, nodes. */
const LARGE = 100_000;
/** Up to which factor an estimate would be rounded like that. */
const CLOSE = 1.2;

const EMPTY = new Set('a an the of for at in on to per as and after with total all'.split(' '));
const AS_RATE = new Set(['rps', 'qps', 'tps']);
/** Words that say what is measured and not of what. */
const GENERIC: Words = stemsOf('rate storage memory size data disk bandwidth traffic number count volume');
const PERIODS: ReadonlyMap<string | undefined, number> = new Map([
  ['day', DAY],
  ['month', MONTH],
  ['year', YEAR],
]);

export function knownEstimates(problem: Problem | undefined): KnownEstimate[] {
  return problem?.capacity.estimates.flatMap(known) ?? [];
}

function known(estimate: Estimate): KnownEstimate[] {
  const found = calculate(estimate.text);
  if (!found.ok) return [];
  const names = [stemsOf(estimate.id), stemsOf(estimate.title)];
  const words = new Set(names.flatMap((name) => [...name]));
  const period = PERIODS.get(
    /\b(?:a|an|per|each)\s+(day|month|year)\b(?!['’])/i.exec(estimate.title)?.[1]?.toLowerCase(),
  );
  return [{ estimate, quantity: found.value.quantity, words, names, period }];
}

function stemsOf(text: string): Words {
  const words = wordsOf(text).map(({ word }) => (AS_RATE.has(word) ? 'rate' : word));
  return new Set(words.filter((word) => !EMPTY.has(word)).map(stemOf));
}

/**
 * The estimate that a result means. The one of its very name comes first, however far off. Else one that is near: the less
 * the name says of it, the nearer, and where nothing is said no other may be near too. One that is far off is only meant
 * where every word of the name is of it and of no other.
 */
export function heldAgainst(
  found: Found,
  estimates: readonly KnownEstimate[],
): { id: string; isWithin: boolean } | undefined {
  const words = stemsOf(found.name ?? '');
  // A letter says nothing.
  const isNamed = [...words].some((word) => word.length > 1);
  const counted = stemsOf([...found.quantity.labels.keys()].join(' '));
  const all = estimates.flatMap((each) => beside(found.quantity, [words, counted], each));
  const titled = isNamed ? all.find((each) => each.known.names.some((name) => isSame(name, words))) : undefined;
  if (titled !== undefined && (isWithin(titled) || !titled.isBare)) return decision(titled);
  const near = all.filter((each) => isMeant(each, { ...found, words, isNamed, all })).sort(byLikeness);
  const [first, second] = near;
  const isTied = first !== undefined && second !== undefined && byLikeness(first, second) === 0;
  if (first !== undefined && !isTied) return decision(first);
  const far = all.filter(({ shared, isBare }) => shared.length >= 2 && shared.length === words.size && !isBare);
  return isNamed && far.length === 1 && far[0] !== undefined ? decision(far[0]) : undefined;
}

function decision(each: Beside): { id: string; isWithin: boolean } {
  return { id: each.known.estimate.id, isWithin: isWithin(each) };
}

function beside(quantity: Quantity, [words, counted]: readonly [Words, Words], each: KnownEstimate): Beside[] {
  const measured = measuredAs(quantity, each);
  if (measured === undefined) return [];
  const ratio = measured.value / each.quantity.value;
  const named = [...words].filter((word) => each.words.has(word));
  const shared = named.length > 0 ? named : [...counted].filter((word) => each.words.has(word));
  return [{ known: each, off: ratio > 0 ? Math.max(ratio, 1 / ratio) : Number.POSITIVE_INFINITY, shared, ...measured }];
}

/** The value as the estimate measures it: money a day is also money a month, and a number may be one a second. */
function measuredAs(
  { value, dimension }: Quantity,
  { quantity, period }: KnownEstimate,
): { value: number; isBare: boolean } | undefined {
  const wanted = quantity.dimension;
  if (isSameDimension(dimension, wanted)) return { value, isBare: false };
  if (isCount(dimension) && isSameDimension(wanted, RATE)) return { value, isBare: true };
  const isOver = period !== undefined && isSameDimension(dimension, { ...wanted, seconds: wanted.seconds - 1 });
  return isOver ? { value: value * period, isBare: false } : undefined;
}

interface Context extends Found {
  readonly words: Words;
  readonly isNamed: boolean;
  readonly all: readonly Beside[];
}

/** Whether a result that is near an estimate means it. */
function isMeant(each: Beside, { words, isNamed, all, expression, quantity, isPerSecond }: Context): boolean {
  const { off, shared, isBare } = each;
  const own = shared.filter((word) => !GENERIC.has(word));
  if (own.length > 0)
    return (
      off <= CLOSE ||
      (!isBare &&
        isWithin(each) &&
        isSure(
          own,
          words,
          all.filter((other) => !other.isBare),
        ))
    );
  const isAlone = all.every((other) => other === each || other.off > CLOSE);
  if (!isAlone) return false;
  if (shared.length > 0) return off <= CLOSE;
  if (isBare) return isPerSecond && off <= SAME;
  const isNumber = isCount(quantity.dimension) && quantity.share !== true;
  if (!isNamed) return off <= (isNumber ? SAME : NEAR);
  if (off > (quantity.share === true ? SAME_SHARE : SAME)) return false;
  if (isNumber && quantity.value < LARGE) return stemsIn(each, stemsOf(expression)).length > 0;
  return all.every((other) => other.shared.length < 2);
}

function stemsIn({ known }: Beside, words: Words): string[] {
  return [...words].filter((word) => known.words.has(word) && !GENERIC.has(word));
}

/** Whether the words are all that the name says, or one of them is of no other estimate. */
function isSure(own: readonly string[], words: Words, all: readonly Beside[]): boolean {
  if (own.length >= 2 && own.length === words.size) return true;
  return own.some((word) => all.filter(({ known: { words: others } }) => others.has(word)).length === 1);
}

function byLikeness(left: Beside, right: Beside): number {
  return right.shared.length - left.shared.length || left.off - right.off;
}

function isWithin({ off, known: { estimate } }: Beside): boolean {
  return off <= estimate.factor * 1.000001;
}

function isSame(left: Words, right: Words): boolean {
  return left.size === right.size && left.size > 0 && [...left].every((word) => right.has(word));
}
