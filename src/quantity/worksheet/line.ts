import { isCount } from '../dimension.ts';
import type { Quantity } from '../quantity.ts';
import type { Clause } from './clauses.ts';
import { type NameBook, PREVIOUS, withPrevious } from './known-names.ts';
import { isRange, type Reading, readResult, readWhole } from './reading.ts';
import { type Chain, chainOf, type Segment } from './segments.ts';
import { type Check, checkPair, unstated, type Working, workingOf } from './working.ts';

/** What a clause of working says. */
export interface ClauseResult {
  readonly workings: readonly Working[];
  /** The value it ends with, to go on from. */
  readonly last: Reading;
  /** Names that its expressions use. */
  readonly uses: readonly string[];
  readonly isComputed: boolean;
}

/** What stands in front of an expression in a sentence: a few plain words. */
const PROSE = /^[\p{L}\p{M}\s'’()/:-]{1,80}(?=[\d$~≈.(])/u;
/** Words after which the number is not the whole of what is meant. */
const CHANGING =
  /(?:\b(?:of|half|quarter|third|twice|double|per|to|than|over|x|times|minus|plus|by|and|or|in|at|version|top|p)|[-/(])\s*$/i;
const CONTINUES = /^\s*(?:[*×·÷/]|x\s*[\d$~.(]|times\s|divided by\s)/i;

/** Reads one clause; `previous` is the value of the clause before it in the line. Undefined where it is no working. */
export function readClause(clause: Clause, names: NameBook, previous: Reading | undefined): ClauseResult | undefined {
  const chain = chainOf(clause);
  if (chain === undefined) return undefined;
  const { readings, isInProse } = readSegments(chain, { clause, names, previous });
  const checks = readings.flatMap((right, index): PlacedCheck[] => {
    const left = readings[index - 1];
    const sign = chain.segments[index]?.sign;
    if (left === undefined || right === undefined || sign === undefined || isContinued(chain.segments[index]))
      return [];
    const check = checkPair({ left, right, sign, isInProse: isInProse || !clause.isFirst });
    return check === undefined ? [] : [{ ...check, isPlain: isPlain(chain, { readings, index, isInProse }) }];
  });
  const first = readings[0];
  const last = readings.findLast((each) => each !== undefined);
  if (last === undefined) return undefined;
  const workings = checks.map((check, index) =>
    workingOf(check, { line: clause.line, name: index === 0 ? chain.name : undefined, isPlain: check.isPlain }),
  );
  if (chain.name !== undefined && first !== undefined) {
    if (workings.length === 0 && isWorthTelling(first)) workings.push(unstated(first, clause.line, chain.name));
    define(names, chain.name, { first, check: checks[0] });
  }
  const known = readings.filter((each) => each !== undefined);
  return {
    workings,
    last,
    uses: known.flatMap((each) => each.names),
    isComputed: known.some((each) => each.isComputed),
  };
}

interface PlacedCheck extends Check {
  readonly isPlain: boolean;
}

/** Whether there are signs of equality alone, an expression, then a result, and a name or a unit says of what. */
function isPlain(
  { segments, isEquation }: Chain,
  { readings, index, isInProse }: Segments & { index: number },
): boolean {
  const [left, right] = [readings[index - 1], readings[index]];
  if (left === undefined || right === undefined || right.isComputed || (isInProse && index === 1)) return false;
  if (segments.some(({ sign }) => sign === 'arrow') || !readings.slice(0, index).some((each) => each?.isComputed))
    return false;
  return isEquation || index > 1 || [left, right].some(({ quantity }) => !isCount(quantity.dimension));
}

function isContinued(segment: Segment | undefined): boolean {
  return segment !== undefined && CONTINUES.test(segment.text);
}

/** Whether an expression without a result has a unit or an operator, and so is more than the setting of a number. */
function isWorthTelling({ isComputed, quantity }: Reading): boolean {
  return isComputed || !isCount(quantity.dimension);
}

interface Segments {
  readonly readings: readonly (Reading | undefined)[];
  readonly isInProse: boolean;
}

interface Surroundings {
  readonly clause: Clause;
  readonly names: NameBook;
  readonly previous: Reading | undefined;
}

function readSegments(chain: Chain, { clause, names, previous }: Surroundings): Segments {
  const readings: (Reading | undefined)[] = [];
  let isInProse = false;
  for (const [index, segment] of chain.segments.entries()) {
    const isFirst = index === 0;
    const before = isFirst ? previous : readings.at(-1);
    if (isContinued(segment) && before !== undefined) readings.push(readOn(segment, { names, before }));
    else if (!isFirst) readings.push(firstOf(segment, (text, start) => readResult(text, start, names)));
    else {
      const whole = firstOf(segment, (text, start) => {
        const found = readWhole(text, start, names);
        return found !== undefined && isRange(found, text) ? undefined : found;
      });
      const isOnly = chain.segments.length === 1 && clause.isFirst;
      isInProse = whole === undefined;
      readings.push(whole ?? firstOf(segment, (text, start) => readInProse({ text, start, isOnly }, names)));
    }
  }
  return { readings, isInProse };
}

/** The first reading of a segment as it is, without remarks at its end, and without remarks within. */
function firstOf(segment: Segment, read: (text: string, start: number) => Reading | undefined): Reading | undefined {
  const { text, start } = trimmed(segment);
  const found = read(text, start);
  if (found !== undefined) return found;
  const bare = text
    .replace(/(?<=[\p{L}\d%]\s)(?<!\b(?:x|of|per|times)\s)\([^()]*\)/gu, (remark) => ' '.repeat(remark.length))
    .trimEnd();
  const behind = bare === text ? undefined : read(bare, start);
  if (behind === undefined) return undefined;
  const from = behind.start - start;
  return { ...behind, text: text.slice(from, from + behind.text.length) };
}

/** "x 3 copies" goes on from the value before it. */
function readOn(segment: Segment, { names, before }: { names: NameBook; before: Reading }): Reading | undefined {
  const { text: shown, start } = trimmed(segment);
  const read = readWhole(`${PREVIOUS} ${shown}`, start, withPrevious(names, before));
  return read === undefined ? undefined : continued(read, { text: shown, start });
}

/** A reading without the name of the value before it. */
function continued(read: Reading, shown: { text: string; start: number }): Reading {
  return {
    ...read,
    ...shown,
    names: read.names.filter((name) => name !== PREVIOUS),
    isComputed: true,
    leading: undefined,
    inBytes: () => [...read.inBytes()].map((each) => continued(each, shown)),
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
  const prose = PROSE.exec(text)?.[0];
  if (prose === undefined) return isOnly ? readResult(text, start, names) : undefined;
  if (CHANGING.test(prose)) return undefined;
  return readWhole(text.slice(prose.length), start + prose.length, names);
}

/** A segment without spaces and punctuation at its ends. */
function trimmed({ text, start }: Segment): { text: string; start: number } {
  const lead = text.length - text.trimStart().length;
  return { text: text.trim().replace(/[\s.,;:!?…]+$|\s[-–]$/, ''), start: start + lead };
}

/** What a name stands for from here on: the calculated value; the stated one where that has a unit more, or is wrong. */
function define(names: NameBook, name: string, { first, check }: { first: Reading; check: Check | undefined }): void {
  const stated = check?.stated;
  const isWider = stated !== undefined && widthOf(stated.quantity) > widthOf(first.quantity);
  const { quantity, timeless } = stated !== undefined && (check?.verdict === 'wrong' || isWider) ? stated : first;
  names.define(name, quantity, timeless);
}

function widthOf({ dimension }: Quantity): number {
  return Math.abs(dimension.bytes) + Math.abs(dimension.seconds) + Math.abs(dimension.dollars);
}
