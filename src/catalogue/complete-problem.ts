import { figuresOf } from './capacity.ts';
import { fillQuotes } from './quotes.ts';
import type { Problem, WrittenProblem } from './schema.ts';

/** A sound problem as the program has it: every estimate recomputed, and every quoted figure filled in. */
export function completeProblem(written: WrittenProblem): Problem {
  const figures = figuresOf(written.capacity);
  const { value: problem } = fillQuotes(written, figures);
  const shown = (id: string) => {
    const figure = figures.byId.get(id);
    return { amount: tidy(figure?.quantity.value ?? 0), text: figure?.text ?? '' };
  };
  return {
    ...problem,
    capacity: {
      inputs: problem.capacity.inputs.map((input) => ({ ...input, amount: shown(input.id).amount })),
      estimates: problem.capacity.estimates.map((estimate) => ({ ...estimate, ...shown(estimate.id) })),
    },
  };
}

/** Without the noise of the last bits: 365 TB and not 364999999999999.94 bytes. */
function tidy(value: number): number {
  return Number(value.toPrecision(15));
}
