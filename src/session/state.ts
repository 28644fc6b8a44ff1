import type { Problem, Template } from '../catalogue/schema.ts';
import type { Assessment, LeftBy, PauseReason, PlannedPhase, Said } from './events.ts';
import type { SessionHeader } from './header.ts';

/** One thing said. `turn` counts all turns of the session from 0; times are elapsed session milliseconds. */
export interface Turn {
  readonly turn: number;
  readonly at: number;
  readonly speaker: Said['speaker'];
  readonly kind: Said['kind'];
  readonly phase: string;
  readonly text: string;
  readonly about?: string | undefined;
  /** Sent after the zero of the phase that was open. */
  readonly overtime: boolean;
  /** Sent to a phase that was over already. */
  readonly added: boolean;
  readonly withdrawn: boolean;
}

export interface PhaseState extends PlannedPhase {
  readonly openedAt: number | undefined;
  /** How many turns had been said when it was opened, the last time. */
  readonly firstTurn: number;
  readonly endedAt: number | undefined;
  /** Times that it was tried before, and the time spent in them. */
  readonly triedBefore: number;
  readonly spentBeforeMs: number;
}

export interface Note {
  readonly at: number;
  readonly phase: string;
  readonly text: string;
}

export interface Pause {
  readonly at: number;
  readonly reason: PauseReason;
  /** Undefined while it lasts, and where it could not be measured. */
  readonly awayMs: number | undefined;
}

/** All that is known of a session; derived from its events and nothing else. */
export interface SessionState {
  readonly header: SessionHeader;
  readonly problem: Problem | undefined;
  readonly phases: readonly PhaseState[];
  /** Index of the open phase; undefined before the first and after the last. */
  readonly current: number | undefined;
  readonly turns: readonly Turn[];
  readonly notes: readonly Note[];
  readonly pauses: readonly Pause[];
  readonly paused: boolean;
  readonly ended: boolean;
  /** The earlier phase that the next answer belongs to. */
  readonly back: string | undefined;
  readonly leavings: readonly { readonly at: number; readonly by: LeftBy | undefined }[];
  readonly criteria: Template['criteria'];
  /** As it was made at the end; undefined before, and in sessions of a time without it. */
  readonly assessment: Assessment | undefined;
  /** The candidate's word on points that the assessment was unsure of. */
  readonly settled: Readonly<Record<string, boolean>>;
  readonly reflection: readonly string[];
  /** Events of types that this version does not know. */
  readonly unknown: readonly string[];
  /** The time of the latest event. */
  readonly at: number;
}

export function initialState(header: SessionHeader): SessionState {
  return {
    header,
    problem: undefined,
    phases: [],
    current: undefined,
    turns: [],
    notes: [],
    pauses: [],
    paused: false,
    ended: false,
    back: undefined,
    leavings: [],
    criteria: [],
    assessment: undefined,
    settled: {},
    reflection: [],
    unknown: [],
    at: 0,
  };
}

export function openPhase(state: SessionState): PhaseState | undefined {
  return state.current === undefined ? undefined : state.phases[state.current];
}

export function budgetMs(phase: PlannedPhase): number {
  return phase.budgetMinutes * 60_000;
}

/** Time spent in the phase in all its tries. */
export function usedMs(phase: PhaseState, at: number): number {
  return phase.spentBeforeMs + elapsedMs(phase, at);
}

/** Time spent in the phase so far, since it was last opened. */
export function elapsedMs(phase: PhaseState, at: number): number {
  return phase.openedAt === undefined ? 0 : (phase.endedAt ?? at) - phase.openedAt;
}

/** Time left in the phase; negative in overtime. */
export function phaseLeftMs(phase: PhaseState, at: number): number {
  return budgetMs(phase) - elapsedMs(phase, at);
}

/** Time left of the planned session; negative when it has run over. */
export function totalLeftMs(state: SessionState, at: number): number {
  return state.header.minutes * 60_000 - at;
}

/** The candidate's turns that stand, in order. */
export function answersOf(state: SessionState): readonly Turn[] {
  return state.turns.filter((turn) => turn.speaker === 'candidate' && !turn.withdrawn);
}
