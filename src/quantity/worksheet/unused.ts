import { isCount, isSameDimension } from '../dimension.ts';
import { evaluate } from '../notation/evaluate.ts';
import { parseLeading } from '../notation/parse.ts';
import type { Quantity } from '../quantity.ts';
import type { Passage } from './working.ts';

/** The result of a clause, and whether an expression behind it uses its name. */
export interface Result {
  readonly name?: string;
  readonly result: Passage;
  isUsed: boolean;
}

interface Mention {
  readonly line: number;
  readonly start: number;
  readonly quantity: Quantity;
}

const NUMBER = /(?<![\p{L}\p{N}_.,])\$?(?:\d|\.\d)/gu;
/** A number with its unit is shorter. */
const LOOK_AHEAD = 60;
const MOST_MENTIONS = 2_000;
const SAME = 0.05;

/**
 * The results that nothing was made of. A name used or a value quoted later is a use, and so is a conclusion in the same
 * line; the last result of all is what the working was for, unless what was said later is known.
 */
export function unusedOf(
  results: readonly Result[],
  text: string,
  laterText: string,
): { name?: string; result: Passage }[] {
  const lines = text.split('\n');
  const later = laterText.split('\n');
  const mentions = mentionsIn([...lines, ...later]);
  const isOpen = laterText.trim() === '';
  return results
    .filter(({ isUsed }, index) => !isUsed && !(isOpen && index === results.length - 1))
    .filter(({ name, result }) => {
      const rest = [(lines[result.line - 1] ?? '').slice(result.end), ...lines.slice(result.line), ...later];
      return (
        !isConcluded(rest[0] ?? '') &&
        !isNamed(name, rest.join('\n')) &&
        !mentions.some((mention) => isQuoted(result, mention))
      );
    })
    .map(({ name, result }) => ({ ...(name === undefined ? {} : { name }), result }));
}

/** Every number of the lines with its unit. */
function mentionsIn(lines: readonly string[]): Mention[] {
  const mentions: Mention[] = [];
  for (const [index, line] of lines.entries()) {
    for (const { index: start } of line.matchAll(NUMBER)) {
      if (mentions.length >= MOST_MENTIONS) return mentions;
      const parsed = parseLeading(line.slice(start, start + LOOK_AHEAD));
      const value = parsed.ok ? evaluate(parsed.value.expression) : undefined;
      if (value?.ok === true) mentions.push({ line: index + 1, start, quantity: value.value.quantity });
    }
  }
  return mentions;
}

function isQuoted(result: Passage, { line, start, quantity }: Mention): boolean {
  if (line < result.line || (line === result.line && start < result.end)) return false;
  const [left, right] = [quantity.dimension, result.quantity.dimension];
  if (!isSameDimension(left, right) && !isCount(left) && !isCount(right)) return false;
  return Math.abs(quantity.value - result.quantity.value) <= SAME * Math.abs(result.quantity.value);
}

function isNamed(name: string | undefined, text: string): boolean {
  if (name === undefined) return false;
  const escaped = name.replace(/[\\^$.*+?()[\]{}|-]/g, '\\$&').replace(/ /g, '\\s+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'iu').test(text);
}

/** Whether words follow that make something of the number, beyond a remark in brackets. */
function isConcluded(rest: string): boolean {
  return /\p{L}{3,}/u.test(rest.replace(/\([^()]*\)/g, ''));
}
