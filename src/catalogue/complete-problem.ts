import { figuresOf } from './capacity.ts';
import { fillQuotes } from './quotes.ts';
import type { Problem, WrittenProblem } from './schema.ts';

/** A sound problem as the program has it: every estimate recomputed, and every quoted figure filled in. */
export function completeProblem(written: WrittenProblem): Problem {
  const { byId } = figuresOf(written.capacity);
  const { value: problem } = fillQuotes(written, byId);
  const shown = (id: string) => {
    const figure = byId.get(id);
    return { amount: figure?.quantity.value ?? 0, text: figure?.text ?? '' };
  };
  return {
    ...problem,
    capacity: {
      inputs: problem.capacity.inputs.map((input) => ({ ...input, amount: shown(input.id).amount })),
      estimates: problem.capacity.estimates.map((estimate) => ({ ...estimate, ...shown(estimate.id) })),
    },
  };
}
