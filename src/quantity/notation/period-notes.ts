import type { Note } from '../fault.ts';
import { DAY, HOUR, MINUTE, MONTH, YEAR } from '../units/units.ts';
import type { Expression, Literal, Node } from './syntax.ts';

/** Seconds that a number without a unit may stand for. */
const DIVISORS = new Set([MINUTE, HOUR, DAY, MONTH, YEAR]);
const LONGER = new Set([MINUTE, HOUR, DAY, MONTH, 12 * MONTH, YEAR]);

/**
 * Notes for numbers without a unit that count time a rate has in it already: "5M per day / 86400", or that leave it a
 * rate: "$5/hour * 24".
 */
export function periodNotes({ text, root }: Expression): Note[] {
  if (root.kind !== 'product') return [];
  const rate = [root.first, ...root.rest.map(({ operand }) => operand)].find(isRate);
  if (rate === undefined) return [];
  const rateText = text.slice(rate.start, rate.end);
  return root.rest.flatMap(({ operator, operand }): Note[] => {
    if (!isBare(operand)) return [];
    const { start, end, quantity } = operand;
    const number = text.slice(start, end);
    if (operator === '/' && rate.period !== 1 && DIVISORS.has(quantity.value))
      return [{ message: `"${rateText}" has its unit of time, so "/ ${number}" divides once more`, start, end }];
    if (operator === '*' && LONGER.has(Math.round(quantity.value / rate.period)))
      return [{ message: `"${number}" has no unit of time, so the result is still a rate`, start, end }];
    return [];
  });
}

function isRate(node: Node): node is Literal {
  return node.kind === 'literal' && node.quantity.dimension.seconds === -1;
}

function isBare(node: Node): node is Literal {
  return node.kind === 'literal' && node.unit === undefined && node.quantity.labels.size === 0;
}
