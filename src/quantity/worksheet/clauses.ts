import { bracketsOf, hasSign, signsOf } from './signs.ts';
import { rowAsLine } from './tables.ts';

/** A part of a line that may hold working; `offset` is where it begins in the line. */
export interface Clause {
  readonly text: string;
  /** From 1. */
  readonly line: number;
  readonly offset: number;
  /** Whether it is the first of its line. */
  readonly isFirst: boolean;
  /** Whether it is what the clause before it is compared with: "< 182.5B". */
  readonly isCompared: boolean;
}

/** A line of this length is no working; it is left alone. */
const MOST_CHARACTERS = 2_000;

/** What is code, an address or a query and never an estimate. */
const CODE = [
  /;\s*$|[{}]|&&|\|\||\+\+|:\/\/|\?\w+=|(?:[-+*/!<>&|]|(?<!\d)%)=(?!>)|=\s*["'[]/,
  /^\s*(?:const|let|var|def|function|fn|return|import|class|int|long|float|double|public|private|static|final)\s/,
  /^\s*(?:if|for|while|switch|assert|print\w*)\s*\(/,
  /\b(?:SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|WHERE|VALUES)\b/,
  /^\s*(?:@|\$\s|--?[a-z][\w-]*=)/,
];
const MARKERS = /^\s*(?:(?:[-*•+>–]|\d{1,2}[.)]|#{1,6}|\[[ xX]\])\s+)*/;
/** A sum that goes on from the line before. */
const CARRIED_ON = /^\s*\+\s+[\d$~][^+]*\+/;
const REMARK = /(?:^|\s)(?:\/\/|#(?!\d)).*$/;

/**
 * The clauses of each line that is not code: parts between commas, semicolons, full stops and signs of comparison outside
 * of brackets, and colons behind a sign. What brackets at the end of a part say with a sign, "50 GB (x3 = 150 GB)", comes behind it.
 */
export function clausesOf(text: string): Clause[] {
  return text.split('\n').flatMap((written, index) => {
    if (written.length > MOST_CHARACTERS || [CARRIED_ON, ...CODE].some((pattern) => pattern.test(written))) return [];
    const start = MARKERS.exec(written)?.[0].length ?? 0;
    // Emphasis and code marks become spaces, so that offsets stay.
    const plain = rowAsLine(written.replace(/`|\*\*(?!\s*\d)|\r/g, (mark) => ' '.repeat(mark.length)));
    const body = plain.slice(start).replace(REMARK, '');
    const parts = split(body).flatMap((part) => [part, ...lastBracket(part)]);
    return parts.map(({ text: part, at, isCompared }, place) => ({
      text: part,
      line: index + 1,
      offset: start + at,
      isFirst: place === 0,
      isCompared,
    }));
  });
}

interface Part {
  readonly text: string;
  readonly at: number;
  readonly isCompared: boolean;
}

function split(body: string): Part[] {
  const parts: Part[] = [];
  let depth = 0;
  let from = 0;
  let isCompared = false;
  const signs = signsOf(body).map(({ start }) => start);
  for (let at = 0; at < body.length; at++) {
    const character = body[at];
    if (character === '(') depth++;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (depth > 0 && character !== ';') continue;
    else if (isEnd(body, at) || (isColon(body, at) && hasSignBetween(signs, from, at))) {
      parts.push({ text: body.slice(from, at), at: from, isCompared });
      from = at + 1;
      isCompared = isComparison(body, at);
    }
  }
  parts.push({ text: body.slice(from), at: from, isCompared });
  return parts.filter(({ text }) => text.trim() !== '');
}

function lastBracket({ text, at }: Part): Part[] {
  const last = bracketsOf(text).at(-1);
  if (last === undefined || hasSign(text.slice(last.end))) return [];
  const inner = text.slice(last.start + 1, last.end - 1);
  return hasSign(inner) ? [{ text: inner, at: at + last.start + 1, isCompared: false }] : [];
}

function isEnd(body: string, at: number): boolean {
  const character = body[at] ?? '';
  if (character === ';' || character === '|' || character === '—' || isComparison(body, at)) return true;
  const next = body[at + 1] ?? ' ';
  return /\s/.test(next) && (character === ',' || character === '!' || (character === '.' && body[at - 1] !== '.'));
}

/** "h = 0.92: origin = 50K * 0.08": behind a sign, a colon ends what it says. */
function isColon(body: string, at: number): boolean {
  return body[at] === ':' && /\s/.test(body[at + 1] ?? ' ');
}

/** Whether one of `signs`, which are in their order, stands in the stretch; those in front of it are dropped. */
function hasSignBetween(signs: number[], from: number, to: number): boolean {
  while ((signs[0] ?? to) < from) signs.shift();
  return (signs[0] ?? to) < to;
}

/** Whether a sign of comparison stands here, and no arrow. */
function isComparison(body: string, at: number): boolean {
  const character = body[at] ?? '';
  if (character === '≤' || character === '≥') return true;
  return (character === '<' || character === '>') && !/[-=<>]/.test(`${body[at - 1] ?? ''}${body[at + 1] ?? ''}`);
}
