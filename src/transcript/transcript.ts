import { type Debrief, debriefOf } from '../assessment/debrief.ts';
import type { LeftBy, SessionEvent } from '../session/events.ts';
import type { SessionHeader } from '../session/header.ts';
import { replay } from '../session/reduce.ts';
import { type Note, type Pause, type PhaseState, phaseLeftMs, type Turn, usedMs } from '../session/state.ts';

export interface TranscriptPhase {
  readonly id: string;
  readonly title: string;
  readonly budgetMinutes: number;
  /** Of all tries; 0 where the phase was never reached. */
  readonly elapsedMs: number;
  /** Of the last try. */
  readonly overtimeMs: number;
  readonly tries: number;
  readonly reached: boolean;
  readonly turns: readonly Turn[];
}

/** How often a session was left before its end, and in what way; each was followed by a resume unless it is the last. */
interface Leaving {
  readonly at: number;
  readonly by: LeftBy | undefined;
}

/** What is shown of a session. Everything in it comes from the journal, none of it from the catalogue. */
export interface Transcript {
  readonly header: SessionHeader;
  /** Undefined in a session that was left before the interviewer said a word. */
  readonly statement: string | undefined;
  readonly phases: readonly TranscriptPhase[];
  readonly notes: readonly Note[];
  readonly pauses: readonly Pause[];
  readonly leavings: readonly Leaving[];
  readonly finished: boolean;
  readonly elapsedMs: number;
  /** Beyond the planned length. */
  readonly overtimeMs: number;
  /** As it was assessed at the end; undefined in sessions without an assessment. */
  readonly debrief: Debrief | undefined;
  /** Events of a newer sdi, which this one cannot show. */
  readonly unknownEvents: number;
}

/** The transcript of a session at any moment of it. */
export function transcribe(record: {
  readonly header: SessionHeader;
  readonly events: readonly SessionEvent[];
}): Transcript {
  const state = replay(record);
  const stated = state.turns.find((turn) => turn.kind === 'statement');
  return {
    header: state.header,
    statement: stated?.text ?? state.problem?.statement,
    phases: state.phases.map((phase) => transcribePhase(phase, state.turns, state.at)),
    notes: state.notes,
    pauses: state.pauses,
    leavings: state.leavings,
    finished: state.ended,
    elapsedMs: state.at,
    overtimeMs: Math.max(0, state.at - state.header.minutes * 60_000),
    debrief: debriefOf(state),
    unknownEvents: state.unknown.length,
  };
}

function transcribePhase(phase: PhaseState, turns: readonly Turn[], at: number): TranscriptPhase {
  return {
    id: phase.id,
    title: phase.title,
    budgetMinutes: phase.budgetMinutes,
    elapsedMs: usedMs(phase, at),
    overtimeMs: Math.max(0, -phaseLeftMs(phase, at)),
    tries: phase.triedBefore + 1,
    reached: phase.openedAt !== undefined || phase.spentBeforeMs > 0,
    turns: turns.filter((turn) => turn.phase === phase.id),
  };
}
