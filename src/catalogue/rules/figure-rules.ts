import { figuresOf } from '../capacity.ts';
import type { Fault } from '../faults/fault.ts';
import type { Sound } from '../faults/sound.ts';
import { fillQuotes } from '../quotes.ts';
import type { WrittenProblem } from '../schema.ts';

type Rule = (problem: Sound<WrittenProblem>) => readonly Fault[];

/** What must hold of inputs, estimates and the figures in texts. */
export const FIGURE_RULES: readonly Rule[] = [figuresHaveOwnIds, figuresComeOut];

/** Inputs and estimates share one space of names: a formula refers to either. */
function figuresHaveOwnIds({ capacity }: Sound<WrittenProblem>): Fault[] {
  const inputs = new Set(capacity?.inputs?.map((input) => input?.id));
  return (capacity?.estimates ?? []).flatMap((estimate, index): Fault[] => {
    if (estimate?.id === undefined || !inputs.has(estimate.id)) return [];
    const path = ['capacity', 'estimates', index, 'id'];
    return [{ path, message: `the id "${estimate.id}" is that of an input`, hint: 'Give the estimate its own id.' }];
  });
}

/** Every estimate can be worked out, every quoted figure is there, and every input is used. */
function figuresComeOut(problem: Sound<WrittenProblem>): Fault[] {
  const figures = figuresOf(problem.capacity);
  const quoted = fillQuotes(problem, figures);
  const { used } = figures;
  const unused = (problem.capacity?.inputs ?? []).flatMap(({ id } = {}, index): Fault[] => {
    if (id === undefined || used === undefined || used.has(id) || quoted.used.has(id)) return [];
    const hint = 'Use it in a formula or quote it in a text, or take it out.';
    return [{ path: ['capacity', 'inputs', index, 'id'], message: `nothing uses the input "${id}"`, hint }];
  });
  return [...figures.faults, ...quoted.faults, ...unused];
}
