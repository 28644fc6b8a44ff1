import type { CompiledGroup, CompiledSignals, Phrases } from './compiled-signals.ts';
import { keysOf, type OccurrenceFinder, type Occurrences } from './occurrences.ts';
import type { Polarity, PolarityReader, Stretch } from './polarity/polarity.ts';
import type { Corpus } from './text/corpus.ts';

/** Sentences of one turn that follow each other, both ends inclusive. */
interface Window {
  readonly first: number;
  readonly last: number;
}

export interface Finding {
  readonly state: 'covered' | 'unsure';
  /** The sentences that hold something of the alternative. */
  readonly sentences: readonly number[];
  /** More is better, among findings of one state. */
  readonly weight: number;
}

/** What a corpus is looked through with. */
export interface Search {
  readonly corpus: Corpus;
  readonly finder: OccurrenceFinder;
  readonly polarity: PolarityReader;
  /** Words of bare lists. */
  readonly bare: readonly boolean[];
}

interface Sought {
  readonly group: CompiledGroup;
  readonly count: number;
  readonly parts: readonly Occurrences[];
}

/** Windows that can change no state any more are compared for their evidence: so many, in each alternative. */
const MOST_FOR_EVIDENCE = 24;

/** The best finding of the alternative at a place and those before it. */
export function findAlternative(
  search: Search,
  place: number,
  signals: CompiledSignals,
  known: Finding | undefined,
): Finding | undefined {
  const alternative = signals.alternatives[place] ?? [];
  const optional = (signals.optional[place] ?? []).map((phrases) => search.finder.of(phrases));
  const sought = alternative.map((group) => soughtOf(search.finder, group));
  const unless = signals.unless.map((phrases) => search.finder.of(phrases));
  let best = known;
  let left = MOST_FOR_EVIDENCE;
  for (const { window, isWhole } of windowsOf(search.corpus, sought)) {
    if (best?.state === 'covered' && left <= 0) break;
    const changesNothing = best !== undefined && (best.state === 'covered' || !isWhole);
    if (changesNothing && (left-- <= 0 || (best?.state === 'covered' && !isWhole))) continue;
    const judged = judgeWindow(search, sought, window, signals.isRejection);
    if (judged === undefined) continue;
    const beside = optional.filter((occurrences) => isIn(occurrences, window)).length;
    const found = { ...judged, weight: judged.weight + beside };
    if (!isBetter(found, best)) continue;
    if (unless.some((occurrences) => isIn(occurrences, window))) continue;
    best = found;
  }
  return best;
}

function isBetter(one: Finding, other: Finding | undefined): boolean {
  if (other === undefined) return true;
  if (one.state !== other.state) return one.state === 'covered';
  return one.weight > other.weight;
}

function soughtOf(finder: OccurrenceFinder, group: CompiledGroup): Sought {
  if (group.type !== 'at-least') return { group, count: 1, parts: [finder.of(group)] };
  return { group, count: group.count, parts: group.of.map((phrases: Phrases) => finder.of(phrases)) };
}

function isIn(occurrences: Occurrences, { first, last }: Window): boolean {
  return occurrences.has(first) || occurrences.has(last);
}

/**
 * Each sentence with something of the first group, alone and with either neighbour, where enough groups have something.
 * Authors write first what the point is about; without it the rest is only its surroundings.
 */
function* windowsOf(corpus: Corpus, sought: readonly Sought[]): Iterable<{ window: Window; isWhole: boolean }> {
  const least = leastGroups(sought.length);
  const [key] = sought;
  for (const sentence of keysOf(key?.parts ?? [])) {
    const alone = { first: sentence, last: sentence };
    const count = countIn(sought, alone);
    if (count >= least) yield { window: alone, isWhole: count === sought.length };
    if (count === sought.length) continue;
    for (const first of [sentence - 1, sentence]) {
      if (corpus.sentences[first]?.leadsOn !== true) continue;
      const window = { first, last: first + 1 };
      const together = countIn(sought, window);
      if (together >= least) yield { window, isWhole: together === sought.length };
    }
  }
}

function countIn(sought: readonly Sought[], window: Window): number {
  let count = 0;
  for (const { parts } of sought) if (parts.some((part) => isIn(part, window))) count++;
  return count;
}

/** How many groups must hold for it to be worth a look. */
function leastGroups(count: number): number {
  return count <= 2 ? count : count - 1;
}

function judgeWindow(
  search: Search,
  sought: readonly Sought[],
  window: Window,
  isRejection: boolean,
): Finding | undefined {
  const stretches = sought.map(({ parts, group }) =>
    parts.map((part) => usable(search, part, window, group.type === 'at-least')),
  );
  const held = sought.map(
    ({ count }, index) => (stretches[index] ?? []).filter((found) => found.length > 0).length >= count,
  );
  const holding = held.filter(Boolean).length;
  if (holding < leastGroups(sought.length)) return undefined;
  if (held[0] !== true) return undefined;
  const all = stretches.flat(2);
  const taken = isRejection ? [] : all;
  const polarities = stretches.map((parts, index) =>
    held[index]
      ? reachedBy(
          sought[index]?.count ?? 1,
          parts.map((found) => best(search.polarity, found, taken)),
        )
      : undefined,
  );
  const verdict = isRejection
    ? judgeRejection(search.polarity, stretches[0]?.flat() ?? [], polarities)
    : judgeAssertion(polarities);
  if (verdict === undefined) return undefined;
  const isWhole = holding === sought.length;
  const sentences = [...new Set(all.map(({ from }) => search.corpus.sentenceOf[from] ?? window.first))].sort(
    (a, b) => a - b,
  );
  const weight = holding * 10 - (window.last > window.first ? 5 : 0) + Math.min(4, all.length / sought.length);
  return { state: isWhole && verdict === 'sound' ? 'covered' : 'unsure', sentences, weight };
}

/** Stretches in the window that are no words of a bare list; a list is what counts for the parts of an enumeration. */
function usable({ bare }: Search, occurrences: Occurrences, { first, last }: Window, isList: boolean): Stretch[] {
  const found = [...(occurrences.get(first) ?? []), ...(last > first ? (occurrences.get(last) ?? []) : [])];
  return isList ? found : found.filter(({ from, to }) => !(bare[from] === true && bare[to - 1] === true));
}

const ORDER: readonly Polarity[] = ['asserted', 'spared', 'doubtful', 'asked', 'negated'];

function best(reader: PolarityReader, stretches: readonly Stretch[], taken: readonly Stretch[]): Polarity | undefined {
  let found: Polarity | undefined;
  for (const stretch of stretches) {
    const polarity = reader.of(stretch, taken);
    if (found === undefined || ORDER.indexOf(polarity) < ORDER.indexOf(found)) found = polarity;
    if (found === 'asserted') break;
  }
  return found;
}

/** Of several parts, the polarity that `count` of them reach. */
function reachedBy(count: number, parts: readonly (Polarity | undefined)[]): Polarity | undefined {
  const found = parts.filter((polarity) => polarity !== undefined).sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
  return found[count - 1];
}

type Verdict = 'sound' | 'doubtful' | undefined;

/** A claim stands unless half of what it is made of is turned down, or all of it is only asked. */
function judgeAssertion(polarities: readonly (Polarity | undefined)[]): Verdict {
  const held = polarities.filter((polarity) => polarity !== undefined);
  const count = (polarity: Polarity) => held.filter((each) => each === polarity).length;
  const isAsserted = count('asserted') > 0;
  const negated = count('negated') + (isAsserted ? 0 : count('spared'));
  if (negated * 2 >= held.length && negated > 0) return undefined;
  if (count('asked') === held.length) return undefined;
  if (!isAsserted && count('asked') > 0) return undefined;
  return negated > 0 || count('doubtful') > 0 ? 'doubtful' : 'sound';
}

/** What the first group names must be turned down. */
function judgeRejection(
  reader: PolarityReader,
  keys: readonly Stretch[],
  [, ...others]: readonly (Polarity | undefined)[],
): Verdict {
  if (!keys.some((key) => reader.isRejected(key))) return undefined;
  return others.length > 0 && others.every((polarity) => polarity === 'asked') ? 'doubtful' : 'sound';
}
