import { isName, nameKey } from '../notation/names.ts';
import { isJoining } from '../units/labels.ts';
import { smallNumberOf } from '../units/number-words.ts';
import type { Clause } from './clauses.ts';

/** What stands between two signs of a clause, with its place in the line. */
export interface Segment {
  readonly text: string;
  readonly start: number;
  /** The sign in front of it: a statement that both sides are equal, or an arrow, which may only mean "therefore". */
  readonly sign?: 'equals' | 'arrow';
}

export interface Chain {
  readonly name?: string;
  /** Whether a sign of equality, and no colon, stands behind the name. */
  readonly isEquation: boolean;
  readonly segments: readonly Segment[];
}

const SIGN = /:=|==|=~|~=|=>|-+>|[=≈≃≅→⇒⟶]|(?<=\s)~(?=\s)/g;
const MOST_NAME_WORDS = 6;

/** The signs of a clause and what is between them; a name in front of the first sign, or of a colon, is taken off. */
export function chainOf(clause: Clause): Chain | undefined {
  const segments = between(clause);
  const [first, second] = segments;
  if (first === undefined || second === undefined) return undefined;
  const colon = /^(.*?):\s+(.*\S)/s.exec(first.text);
  if (colon !== null) {
    const expression = colon[2] ?? '';
    const start = first.start + colon[0].length - expression.length;
    const body = { text: expression, start };
    const inner = second.sign === 'equals' ? nameIn(expression) : undefined;
    if (inner !== undefined) return { name: inner, isEquation: true, segments: segments.slice(1) };
    return { ...named(nameIn(colon[1] ?? '')), isEquation: false, segments: [body, ...segments.slice(1)] };
  }
  const name = second.sign === 'equals' ? nameIn(first.text) : undefined;
  return name === undefined ? { isEquation: false, segments } : { name, isEquation: true, segments: segments.slice(1) };
}

function named(name: string | undefined): { name?: string } {
  return name === undefined ? {} : { name };
}

function between({ text, offset }: Clause): Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  let sign: Segment['sign'];
  for (const match of text.matchAll(SIGN)) {
    segments.push({
      text: text.slice(from, match.index),
      start: offset + from,
      ...(sign === undefined ? {} : { sign }),
    });
    from = match.index + match[0].length;
    sign = /[>→⇒⟶]/.test(match[0]) ? 'arrow' : 'equals';
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
