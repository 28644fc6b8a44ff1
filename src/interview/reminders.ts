import type { InterviewerTurn } from '../session/decide.ts';
import { budgetMs, type PhaseState, phaseLeftMs, totalLeftMs } from '../session/state.ts';
import { shortTimeMs } from '../session/time-budget.ts';
import type { Moment } from './sitting.ts';

/** What a reminder is about; each is said once in a phase, or once in a session. */
const PHASE_SHORT = 'phase-short';
const PHASE_OVER = 'phase-over';
const SESSION_OVER = 'session-over';

/** Once when time is short and once at zero; while something is being typed the clock alone tells. */
export function remindOfTime({ state, at, typing }: Moment, phase: PhaseState): InterviewerTurn[] {
  if (typing) return [];
  const reminded = (about: string, inPhase?: string) =>
    state.turns.some((turn) => turn.about === about && (inPhase === undefined || turn.phase === inPhase));
  const left = phaseLeftMs(phase, at);
  if (totalLeftMs(state, at) <= 0) {
    if (reminded(SESSION_OVER)) return [];
    return [nudge(SESSION_OVER, 'That is our time. Finish the thought you are on; /next closes the phase.')];
  }
  if (left <= 0) {
    if (reminded(PHASE_OVER, phase.id)) return [];
    return [nudge(PHASE_OVER, `The time for ${phase.title} is over. /next moves on when you are ready.`)];
  }
  if (left > shortTimeMs(budgetMs(phase)) || reminded(PHASE_SHORT, phase.id)) return [];
  return [nudge(PHASE_SHORT, `${shortTime(left)} left for ${phase.title}.`)];
}

function nudge(about: string, text: string): InterviewerTurn {
  return { kind: 'nudge', about, text };
}

function shortTime(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  return minutes < 1 ? 'Less than a minute is' : minutes === 1 ? 'A minute is' : `${minutes} minutes are`;
}
