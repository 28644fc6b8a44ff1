import { evaluate } from '../notation/evaluate.ts';
import { parseLeading } from '../notation/parse.ts';
import type { Quantity } from '../quantity.ts';

interface Place {
  /** From 1; lines of what was said later go on counting. */
  readonly line: number;
  readonly start: number;
}

/** A number with its unit, somewhere in a text. */
export interface Mention extends Place {
  readonly quantity: Quantity;
  /** Its digits alone, where it stands in a sum: 1.7 in "1.7 + 0.85". */
  readonly operand?: number;
}

export type { Place };

const NUMBER = /(?<![\p{L}\p{N}_.,])\$?(?:\d|\.\d)/gu;
const DIGITS = /^[~$]*((?:\d[\d,_]*)?(?:\.\d+)?)/;
/** A number with its unit is shorter. */
const LOOK_AHEAD = 60;
/** A text with more numbers is no working. */
const MOST_NUMBERS = 4_000;

/** Every number of the lines with its unit; undefined where there are too many to look at. */
export function mentionsIn(lines: readonly string[]): Mention[] | undefined {
  const mentions: Mention[] = [];
  let count = 0;
  for (const [index, line] of lines.entries()) {
    for (const { index: start } of line.matchAll(NUMBER)) {
      if (++count > MOST_NUMBERS) return undefined;
      const text = line.slice(start, start + LOOK_AHEAD);
      const parsed = parseLeading(text);
      const value = parsed.ok ? evaluate(parsed.value.expression) : undefined;
      if (!parsed.ok || value?.ok !== true) continue;
      const isOperand = isInSum(line, start, start + parsed.value.end);
      const operand = isOperand ? { operand: digitsOf(text) } : {};
      mentions.push({ line: index + 1, start, quantity: value.value.quantity, ...operand });
    }
  }
  return mentions;
}

/** The number that a text begins with, without magnitude and unit. */
export function digitsOf(text: string): number {
  return Number((DIGITS.exec(text)?.[1] ?? '').replace(/[,_]/g, ''));
}

/** Whether a sign that calculates stands beside the stretch. */
function isInSum(line: string, start: number, end: number): boolean {
  return (
    /(?:[*×·÷/+^]|[-–−x]\s)\s?\(?$/.test(line.slice(Math.max(0, start - 4), start)) ||
    /^\s?(?:[*×·÷/+^]|[-–−x]\s)/.test(line.slice(end, end + 3))
  );
}
