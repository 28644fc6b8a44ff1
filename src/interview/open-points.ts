import { assess } from '../assessment/assess.ts';
import type { Problem } from '../catalogue/schema.ts';
import { LEVELS, type Level } from '../catalogue/words.ts';
import type { Weights } from '../lexicon/weights.ts';
import type { PointDecision } from '../session/events.ts';
import type { PhaseState, SessionState } from '../session/state.ts';
import { rank } from './rank.ts';

export type Point = Problem['points'][number];

/** Points above the session's bar are beyond it: never probed, never missed. */
export function isWithinBar(point: Point, level: Level): boolean {
  return LEVELS.indexOf(point.bar) <= LEVELS.indexOf(level);
}

/** How each point stands, by all that was answered, or worked out with the calculator, in any phase. */
export function judgePoints(state: SessionState, weights: Weights | undefined): readonly PointDecision[] {
  const stagesOf = new Map(state.phases.map(({ id, stages }) => [id, stages]));
  const asked = new Set(state.phases.flatMap(({ stages }) => stages));
  const answers = state.turns
    .filter(({ kind, withdrawn }) => kind === 'calculation' || (kind === 'answer' && !withdrawn))
    .map(({ kind, phase, text }) => ({
      phase,
      text,
      stages: stagesOf.get(phase),
      ...(kind === 'calculation' ? { quote: text } : {}),
    }));
  const points = (state.problem?.points ?? []).map(({ id, signals, stage }) => ({
    id,
    signals,
    stage: asked.has(stage) ? stage : undefined,
  }));
  return assess(points, answers, weights);
}

/**
 * The points of a phase that are not made yet: those that nothing was said of before those that may have been meant, the
 * weightiest first; the seed orders equals.
 */
export function openPoints(state: SessionState, phase: PhaseState, weights: Weights | undefined): readonly Point[] {
  const points = (state.problem?.points ?? []).filter(
    (point) => phase.stages.includes(point.stage) && isWithinBar(point, state.header.level),
  );
  if (points.length === 0) return [];
  const judged = new Map(judgePoints(state, weights).map(({ id, state: made }) => [id, made]));
  const isUnsure = ({ id }: Point) => Number(judged.get(id) === 'unsure');
  const { seed } = state.header;
  return points
    .filter(({ id }) => judged.get(id) !== 'covered')
    .sort((a, b) => isUnsure(a) - isUnsure(b) || b.weight - a.weight || rank(seed, a.id) - rank(seed, b.id));
}
