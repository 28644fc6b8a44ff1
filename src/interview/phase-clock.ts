import type { PlannedPhase } from '../session/events.ts';

/** A clock that walks through phases by itself. Times are elapsed milliseconds. */
export interface PhaseClock {
  readonly phases: readonly PlannedPhase[];
  readonly current: number;
  readonly openedAt: number;
}

const phaseMs = (phase: PlannedPhase | undefined) => (phase?.budgetMinutes ?? 0) * 60_000;

export function startClock(phases: readonly PlannedPhase[]): PhaseClock {
  return { phases, current: 0, openedAt: 0 };
}

/** Moves past every phase whose budget is spent; the last one stays to the end. */
export function advanceClock(clock: PhaseClock, at: number): PhaseClock {
  const endsAt = clock.openedAt + phaseMs(clock.phases[clock.current]);
  if (at < endsAt || clock.current >= clock.phases.length - 1) return clock;
  return advanceClock({ ...clock, current: clock.current + 1, openedAt: endsAt }, at);
}

/** Moves on early; undefined after the last phase. The total stays: what is saved here is there at the end. */
export function skipPhase(clock: PhaseClock, at: number): PhaseClock | undefined {
  return clock.current >= clock.phases.length - 1 ? undefined : { ...clock, current: clock.current + 1, openedAt: at };
}

export function clockPhaseLeftMs(clock: PhaseClock, at: number): number {
  return clock.openedAt + phaseMs(clock.phases[clock.current]) - at;
}

export function clockTotalMs(clock: PhaseClock): number {
  return clock.phases.reduce((sum, phase) => sum + phaseMs(phase), 0);
}
