import { isName, nameKey } from '../notation/names.ts';
import { isJoining } from '../units/labels.ts';
import { smallNumberOf } from '../units/number-words.ts';
import type { Clause } from './clauses.ts';
import { peakFactor } from './peaks.ts';
import { type Sign, signsOf } from './signs.ts';

/** What stands between two signs of a clause, with its place in the line. */
export interface Segment {
  readonly text: string;
  readonly start: number;
  /** The sign in front of it. */
  readonly sign?: Sign;
  /** "peak x10": so many times the value before it, if that is what is meant. */
  readonly peak?: string;
  /** What stands behind it is told by a word: "100M times 500 bytes is 50 GB". */
  readonly isSpoken?: boolean;
}

export interface Chain {
  readonly name?: string;
  /** Whether a sign of equality, and no colon, stands behind the name. */
  readonly isEquation: boolean;
  /** Whether there is a name and what is given for it, and no sign: "DAU: 100M". */
  readonly isGiven: boolean;
  readonly segments: readonly Segment[];
}

const MOST_NAME_WORDS = 6;

/** The signs of a clause and what is between them; a name in front of the first sign, or of a colon, is taken off. */
export function chainOf(clause: Clause): Chain | undefined {
  const segments = between(clause);
  const [first, second] = segments;
  if (first === undefined) return undefined;
  const colon = /^(.*?):\s+(.*\S)/s.exec(first.text);
  if (second === undefined) return colon === null ? spokenIn(first) : givenIn(clause, first, colon);
  const peak = clause.isFirst ? undefined : peakFactor(first.text);
  if (peak !== undefined) {
    return { isEquation: false, isGiven: false, segments: [{ ...first, peak }, ...segments.slice(1)] };
  }
  const isNamed = second.sign !== 'arrow';
  const rest = { segments: segments.slice(1), isEquation: true, isGiven: false };
  if (colon !== null) {
    const body = behind(first, colon);
    const inner = isNamed ? nameIn(body.text) : undefined;
    if (inner !== undefined) return { ...rest, name: inner };
    const name = nameIn(colon[1] ?? '');
    return { ...named(name), isEquation: false, isGiven: false, segments: [body, ...rest.segments] };
  }
  const name = isNamed ? nameIn(first.text) : undefined;
  return name === undefined ? { isEquation: false, isGiven: false, segments } : { ...rest, name };
}

/** A word for what a sum comes to. */
const SPOKEN = /\s(?:is|are|makes?|gives?|equals?|comes? to)\s+(?=(?:(?:about|around|roughly|nearly)\s)?[~≈$]?\d)/i;
const OPERATOR = /\d.*(?:[*×/]|\b(?:x|times|at)\b|%\sof\b)/i;

function spokenIn({ text, start }: Segment): Chain | undefined {
  const verb = SPOKEN.exec(text);
  const sum = text.slice(0, verb?.index);
  if (verb === null || !OPERATOR.test(sum)) return undefined;
  const end = verb.index + verb[0].length;
  const result = { text: text.slice(end), start: start + end, sign: 'arrow' } as const;
  return { isEquation: false, isGiven: false, segments: [{ text: sum, start, isSpoken: true }, result] };
}

/** "DAU: 100M" at the beginning of a line gives a name. */
function givenIn({ isFirst }: Clause, first: Segment, colon: RegExpExecArray): Chain | undefined {
  const name = isFirst ? nameIn(colon[1] ?? '') : undefined;
  return name === undefined ? undefined : { name, isEquation: false, isGiven: true, segments: [behind(first, colon)] };
}

function behind(first: Segment, colon: RegExpExecArray): Segment {
  const text = colon[2] ?? '';
  return { text, start: first.start + colon[0].length - text.length };
}

function named(name: string | undefined): { name?: string } {
  return name === undefined ? {} : { name };
}

function between({ text, offset }: Clause): Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  let sign: Sign | undefined;
  for (const next of signsOf(text)) {
    segments.push({
      text: text.slice(from, next.start),
      start: offset + from,
      ...(sign === undefined ? {} : { sign }),
    });
    from = next.end;
    sign = next.sign;
  }
  segments.push({ text: text.slice(from), start: offset + from, ...(sign === undefined ? {} : { sign }) });
  return segments;
}

/** The text as a name, if it is one: a few words, the first and last of which mean something by themselves. */
function nameIn(text: string): string | undefined {
  const bare = text
    .replace(/\s*\([^()]*\)\s*$/, '')
    .trim()
    .replace(/^(?:the|our|my)\s+/i, '');
  const words = bare.split(/\s+/);
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (words.length > MOST_NAME_WORDS || words.some((word) => /^\d/.test(word))) return undefined;
  if (/^x\d/i.test(first) || isJoining(first) || isJoining(last) || smallNumberOf(first) !== undefined)
    return undefined;
  return isName(bare) ? nameKey(bare) : undefined;
}
