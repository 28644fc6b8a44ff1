import { checkWorkings } from '../assessment/estimates.ts';
import type { Weights } from '../lexicon/weights.ts';
import type { InterviewerTurn } from '../session/decide.ts';
import type { PhaseState, SessionState } from '../session/state.ts';
import { verdictText } from '../transcript/debrief-blocks.ts';
import { isWithinBar, judgePoints, type Point } from './open-points.ts';
import { withCalculations } from './own-working.ts';

const NAMED_MOST = 3;

/** A coach's word on the phase that has just ended: what was made, what is open, and the weightiest model answer. */
export function feedbackOn(state: SessionState, weights: Weights | undefined): InterviewerTurn[] {
  const ended = state.phases.filter((phase) => phase.endedAt !== undefined);
  const phase = ended.reduce<PhaseState | undefined>(
    (last, each) => ((each.endedAt ?? 0) >= (last?.endedAt ?? 0) ? each : last),
    undefined,
  );
  if (phase === undefined) return [];
  // A phase that was tried again gets its feedback again: what counts is whether something was said since the last.
  const given = state.turns.findLastIndex((turn) => turn.kind === 'feedback' && turn.about === phase.id);
  const said = state.turns.findLastIndex((turn) => turn.speaker === 'candidate' && turn.phase === phase.id);
  if (given !== -1 && given > said) return [];
  return [{ kind: 'feedback', about: phase.id, text: feedbackText(state, phase, weights) }];
}

function feedbackText(state: SessionState, phase: PhaseState, weights: Weights | undefined): string {
  const points = (state.problem?.points ?? []).filter(
    (point) => phase.stages.includes(point.stage) && isWithinBar(point, state.header.level),
  );
  const states = new Map(judgePoints(state, weights).map((decision) => [decision.id, decision.state]));
  const inState = (wanted: string) => points.filter((point) => (states.get(point.id) ?? 'missed') === wanted);
  const missed = [...inState('missed')].sort((a, b) => b.weight - a.weight);
  const list = (title: string, some: readonly Point[]) =>
    some.length === 0 ? [] : [title, ...some.map((point) => `- ${point.claim}`)];
  const slips = wrongWorkings(state, phase);
  const [first] = missed;
  return [
    `${phase.title}: ${inState('covered').length} of ${points.length} points.`,
    ...list('You made:', inState('covered')),
    ...list('I was not sure whether you made:', inState('unsure')),
    ...list('Still open:', missed.slice(0, NAMED_MOST)),
    ...(first === undefined
      ? []
      : [`On ${missed.length > 1 ? 'the first of these' : 'this'} I would have said: ${first.answer.trim()}`]),
    ...(slips.length === 0 ? [] : ['Your estimates:', ...slips]),
    ...(missed.length + slips.length === 0 ? [] : ['/retry tries the phase again.']),
  ].join('\n');
}

/** What does not come out as written, or is far from the problem's own figure. */
function wrongWorkings(state: SessionState, phase: PhaseState): readonly string[] {
  return checkWorkings(withCalculations(state), phase.id)
    .filter(({ verdict, estimate }) => verdict === 'wrong' || estimate?.isWithin === false)
    .map((working) => `- ${working.text}: ${verdictText(working)}.`);
}
