import { evaluate } from '../notation/evaluate.ts';
import { parseLeading } from '../notation/parse.ts';
import { DAY } from '../units/units.ts';

const NUMBER = /(?<![\d.,])\d/g;
/** A number with its unit is shorter. */
const LOOK_AHEAD = 30;
const MOST = 8;
const NEAR = 0.1;

/** Brackets behind a word, number or percent sign that are no factor. */
const REMARK = /(?<=[\p{L}\d%]\s+)(?<!\b(?:x|of|per|times)\s+)\([^()]*\)/gu;

/** A text with spaces in place of its remarks, and these. */
export function withoutRemarks(text: string): { bare: string; remarks: string } {
  let remarks = '';
  const bare = text.replace(REMARK, (remark) => {
    remarks += `${remark} `;
    return ' '.repeat(remark.length);
  });
  return { bare: bare.trimEnd(), remarks };
}

/** What the numbers of a remark, or of the words in front, may have multiplied: "(x3)" gives 3, "(30 days)" 30. */
export function factorsIn(text: string): number[] {
  return [...text.matchAll(NUMBER)].slice(0, MOST).flatMap(({ index }) => {
    const parsed = parseLeading(text.slice(index, index + LOOK_AHEAD));
    const expression = parsed.ok ? parsed.value.expression : undefined;
    const value = expression === undefined ? undefined : evaluate(expression);
    if (expression === undefined || value?.ok !== true) return [];
    const base = value.value.quantity.value;
    const period = expression.root.kind === 'literal' ? expression.root.period : 1;
    return period === 1 ? [base] : [base, base / period, base / DAY];
  });
}

/** Whether something said beside a sum explains by what factor its result is off. */
export function isExplained(ratio: number, factors: readonly number[]): boolean {
  return factors.some((factor) => isNear(ratio, factor) || isNear(ratio, 1 / factor));
}

function isNear(ratio: number, factor: number): boolean {
  return factor !== 1 && Math.abs(ratio / factor - 1) <= NEAR;
}
