import { factorsIn, withoutRemarks } from './asides.ts';
import type { Clause } from './clauses.ts';
import { type NameBook, PREVIOUS, withPrevious } from './known-names.ts';
import { isRange, type Reading, readResult, readWhole } from './reading.ts';
import type { Chain, Segment } from './segments.ts';

/** What the segments of a chain come to, in their order. */
export interface Segments {
  readonly readings: readonly (Reading | undefined)[];
  /** Whether words stand in front of the first. */
  readonly isInProse: boolean;
}

interface Surroundings {
  readonly clause: Clause;
  readonly names: NameBook;
  readonly previous: Reading | undefined;
}

/** What stands in front of an expression in a sentence: a few plain words. */
const PROSE = /^[\p{L}\p{M}\s'’()/:-]{1,80}(?=[\d$~≈.(])/u;
/** The same with a period in it: "5y clicks 200 GB x 1825". */
const DATED_PROSE =
  /^[\p{L}\p{M}\s'’()/:-]{0,60}?\d+\s?(?:y|yrs?|years?|mo|months?|d|days?)\b[\p{L}\p{M}\s'’()/:-]{1,60}(?=[\d$~≈.(])/iu;
/** Words after which the number is not the whole of what is meant. */
const CHANGING =
  /(?:\b(?:of|half|quarter|third|twice|double|per|to|than|over|x|times|minus|plus|by|and|or|in|at|version|top|p)|[-/(])\s*$/i;
/** "A peak load of": what it measures, and then how much that is. An average is of several. */
const NAMING =
  /^\s*(?:(?!(?:half|twice|double|thirds?|quarters?)\b)\p{L}+\s+){0,4}(?:peak|total|rate|load|traffic|throughput|demand|volume|size|cost|price|storage|memory|bandwidth|baseline|burst|spike|capacity|budget)\s+of\s+(?:about\s+)?(?=[\d$~≈.(])/iu;
/** Words after which a sentence comes to its sum, whatever numbers it had before. */
const LEADING_TO =
  /\b(?:so|thus|hence|then|therefore|is|are|need|needs|get|gives|means|makes|takes?|has|have)\s+(?:about\s+)?(?=[\d$~≈.(])/gi;
/** "2x" is so many times what was said before, and no value. */
const FACTOR = /^\s*[~≈]?[\d.]+\s?x\s*$/i;
const CONTINUES = /^\s*(?:[*×·÷]|\/(?!\p{L})|\+\s*[~$]?\d|x\s*[\d$~.(]|times\s|divided by\s)/iu;

export function readSegments(chain: Chain, { clause, names, previous }: Surroundings): Segments {
  const readings: (Reading | undefined)[] = [];
  let isInProse = false;
  for (const [index, segment] of chain.segments.entries()) {
    const isFirst = index === 0;
    const before = isFirst ? previous : readings.at(-1);
    if (FACTOR.test(segment.text) && (isFirst || before?.isComputed !== true)) readings.push(undefined);
    else if (isContinued(segment) && before !== undefined) readings.push(readOn(segment, { names, before }));
    else if (!isFirst) readings.push(firstOf(segment, (text, start) => readResult(text, start, names)));
    else {
      const whole = firstOf(segment, (text, start) => readWholeOrNone(text, start, names));
      const isOnly = chain.segments.length === 1 && clause.isFirst;
      isInProse = whole === undefined;
      readings.push(whole ?? firstOf(segment, (text, start) => readInProse({ text, start, isOnly }, names)));
    }
  }
  return { readings: readings.map((each, index) => marked(each, chain.segments[index])), isInProse };
}

/** What is given for a name without a sign, all of it: "posts: 2 per user per day". A factor, "3x average", is no value. */
export function readGiven({ segments }: Chain, names: NameBook): Reading | undefined {
  const [segment] = segments;
  if (segment === undefined || /^\s*[~≈]?[\d.]+\s?x\b/i.test(segment.text)) return undefined;
  return firstOf(segment, (text, start) => readWholeOrNone(text, start, names));
}

export function isContinued(segment: Segment | undefined): boolean {
  return segment !== undefined && (segment.peak !== undefined || CONTINUES.test(segment.text));
}

function readWholeOrNone(text: string, start: number, names: NameBook): Reading | undefined {
  const found = NAMING.test(text) ? undefined : readWhole(text, start, names);
  return found !== undefined && isRange(found, text) ? undefined : found;
}

/** A reading behind any sign but that of equality is about what is meant; what a word tells the result of is a sum, or nothing. */
function marked(reading: Reading | undefined, segment: Segment | undefined): Reading | undefined {
  if (segment?.isSpoken === true) return reading?.isComputed === true ? { ...reading, isDeduced: true } : undefined;
  const sign = segment?.sign;
  const isExact = sign === undefined || sign === 'equals';
  return reading === undefined || isExact ? reading : { ...reading, isApproximate: true };
}

/** The first reading of a segment as it is, without remarks at its end, and without remarks within. */
function firstOf(segment: Segment, read: (text: string, start: number) => Reading | undefined): Reading | undefined {
  const { text, start } = trimmed(segment);
  const found = read(text, start);
  if (found !== undefined) return found;
  const { bare, remarks } = withoutRemarks(text);
  const behind = bare === text ? undefined : read(bare, start);
  if (behind === undefined) return undefined;
  const from = behind.start - start;
  const asides = [...behind.asides, ...factorsIn(remarks)];
  return { ...behind, text: text.slice(from, from + behind.text.length), asides };
}

/** "x 3 copies" goes on from the value before it. */
function readOn(segment: Segment, { names, before }: { names: NameBook; before: Reading }): Reading | undefined {
  const { text: shown, start } = trimmed(segment);
  const factor = segment.peak === undefined ? shown : `* ${segment.peak}`;
  const read = readWhole(`${PREVIOUS} ${factor}`, start, withPrevious(names, before));
  if (read === undefined) return undefined;
  const found = continued(read, { text: shown, start });
  return segment.peak === undefined ? found : { ...found, isDeduced: true };
}

/** A reading without the name of the value before it. */
function continued(read: Reading, shown: { text: string; start: number }): Reading {
  return {
    ...read,
    ...shown,
    names: read.names.filter((name) => name !== PREVIOUS),
    isComputed: true,
    leading: undefined,
    inBytes: () => read.inBytes()?.map((each) => continued(each, shown)),
  };
}

interface Prose {
  readonly text: string;
  readonly start: number;
  /** Whether it is all that is given for a name, so that words may follow: "retention = 30 days by law". */
  readonly isOnly: boolean;
}

/** "Storage is 100 bytes * 500M": the expression behind a few words, if nothing in them changes it. */
function readInProse({ text, start, isOnly }: Prose, names: NameBook): Reading | undefined {
  const naming = NAMING.exec(text)?.[0].length ?? 0;
  const named = naming === 0 ? undefined : readWhole(text.slice(naming), start + naming, names);
  if (named?.isComputed === true) return named;
  const prose = PROSE.exec(text)?.[0];
  const behind =
    prose === undefined || CHANGING.test(prose)
      ? undefined
      : readWhole(text.slice(prose.length), start + prose.length, names);
  if (behind !== undefined) return behind;
  const dated = readDated(text, start, names);
  if (dated !== undefined) return dated;
  return isOnly && prose === undefined ? readResult(text, start, names) : readDeduced(text, start, names);
}

/** A sum behind words that say of what time it is; the time may be in the result as well. */
function readDated(text: string, start: number, names: NameBook): Reading | undefined {
  const prose = DATED_PROSE.exec(text)?.[0];
  if (prose === undefined || CHANGING.test(prose)) return undefined;
  const found = readWhole(text.slice(prose.length), start + prose.length, names);
  return found?.isComputed === true ? { ...found, isDeduced: true, asides: factorsIn(prose) } : undefined;
}

/** "Each link is 0.5 KB so 182B * 0.5 KB": the sum that a sentence with numbers of its own ends with. */
function readDeduced(text: string, start: number, names: NameBook): Reading | undefined {
  const last = [...text.matchAll(LEADING_TO)].at(-1);
  if (last === undefined) return undefined;
  const from = last.index + last[0].length;
  const found = readWhole(text.slice(from), start + from, names);
  if (found?.isComputed !== true) return undefined;
  return { ...found, isDeduced: true, asides: factorsIn(text.slice(0, from)) };
}

/** A segment without spaces and punctuation at its ends. */
function trimmed({ text, start }: Segment): { text: string; start: number } {
  const lead = text.length - text.trimStart().length;
  return { text: text.trim().replace(/[\s.,;:!?…]+$|\s[-–]$/, ''), start: start + lead };
}
