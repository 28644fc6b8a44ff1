import type { SessionEvent } from './events.ts';
import type { SessionHeader } from './header.ts';
import {
  initialState,
  openPhase,
  type PhaseState,
  phaseLeftMs,
  type SessionState,
  type Turn,
  usedMs,
} from './state.ts';

/** The state after `event`. Total: an event that makes no sense in `state` leaves it unchanged, so any journal replays. */
export function reduce(state: SessionState, event: SessionEvent): SessionState {
  const next = apply(state, event);
  return event.at > next.at ? { ...next, at: event.at } : next;
}

/** The state that a journal leads to. */
export function replay(record: {
  readonly header: SessionHeader;
  readonly events: readonly SessionEvent[];
}): SessionState {
  return record.events.reduce(reduce, initialState(record.header));
}

function apply(state: SessionState, event: SessionEvent): SessionState {
  switch (event.type) {
    case 'opened':
      if (state.phases.length > 0) return state;
      return {
        ...state,
        problem: event.problem,
        criteria: event.criteria ?? [],
        phases: event.phases.map((phase) => ({ ...phase, ...UNOPENED })),
      };
    case 'phase-opened':
      return openNamedPhase(state, event.phase, event.at);
    case 'phase-ended':
      return endNamedPhase(state, event.phase, event.at);
    case 'said':
      return hasPhase(state, event.phase) ? addTurn(state, event) : state;
    case 'noted':
      if (!hasPhase(state, event.phase)) return state;
      return { ...state, notes: [...state.notes, { at: event.at, phase: event.phase, text: event.text }] };
    case 'withdrawn':
      return withdraw(state, event.turn);
    case 'went-back':
      return goBack(state, event.phase);
    case 'paused':
      if (state.paused) return state;
      return {
        ...state,
        paused: true,
        pauses: [...state.pauses, { at: event.at, reason: event.reason, awayMs: undefined }],
      };
    case 'continued':
      return endPause(state, event.awayMs);
    case 'left':
      return { ...state, leavings: [...state.leavings, { at: event.at, by: event.by }] };
    case 'resumed':
      return endPause(state, undefined);
    case 'ended':
      return { ...state, ended: true, current: undefined };
    case 'retried':
      return retry(state, event.phase, event.at);
    case 'assessed': {
      const { type: _type, at: _at, ...assessment } = event;
      return { ...state, assessment };
    }
    case 'settled':
      return { ...state, settled: { ...state.settled, [event.point]: event.covered } };
    case 'reflected':
      return { ...state, reflection: [...state.reflection, event.text] };
    case 'unknown':
      return { ...state, unknown: [...state.unknown, event.name] };
  }
}

const UNOPENED = { openedAt: undefined, firstTurn: 0, endedAt: undefined, triedBefore: 0, spentBeforeMs: 0 } as const;

function goBack(state: SessionState, id: string): SessionState {
  if (!hasPhase(state, id)) return state;
  return { ...state, back: openPhase(state)?.id === id ? undefined : id };
}

function hasPhase(state: SessionState, id: string): boolean {
  return state.phases.some((phase) => phase.id === id);
}

function withPhase(state: SessionState, index: number, change: Partial<PhaseState>): readonly PhaseState[] {
  return state.phases.map((phase, at) => (at === index ? { ...phase, ...change } : phase));
}

function openNamedPhase(state: SessionState, id: string, at: number): SessionState {
  const index = state.phases.findIndex((phase) => phase.id === id);
  if (index === -1 || state.current !== undefined || state.phases[index]?.openedAt !== undefined || state.ended)
    return state;
  return { ...state, current: index, phases: withPhase(state, index, { openedAt: at, firstTurn: state.turns.length }) };
}

function endNamedPhase(state: SessionState, id: string, at: number): SessionState {
  if (state.current === undefined || state.phases[state.current]?.id !== id) return state;
  return { ...state, current: undefined, phases: withPhase(state, state.current, { endedAt: at }) };
}

/** The phase that has just begun is put back, and the earlier one begins anew with its whole budget. */
function retry(state: SessionState, id: string, at: number): SessionState {
  const index = state.phases.findIndex((phase) => phase.id === id);
  if (state.current === undefined || state.phases[index]?.endedAt === undefined) return state;
  const phases = state.phases.map((phase, each): PhaseState => {
    if (each !== state.current && each !== index) return phase;
    const spent = { spentBeforeMs: usedMs(phase, at) };
    if (each === state.current) return { ...phase, ...spent, openedAt: undefined };
    const triedBefore = phase.triedBefore + 1;
    return { ...phase, ...spent, triedBefore, openedAt: at, firstTurn: state.turns.length, endedAt: undefined };
  });
  return { ...state, current: index, phases };
}

function addTurn(state: SessionState, event: Extract<SessionEvent, { type: 'said' }>): SessionState {
  const { type: _, ...said } = event;
  const open = openPhase(state);
  const isCandidate = said.speaker === 'candidate';
  const turn: Turn = {
    ...said,
    turn: state.turns.length,
    overtime: isCandidate && open !== undefined && phaseLeftMs(open, event.at) <= 0,
    added: isCandidate && open?.id !== said.phase,
    withdrawn: false,
  };
  const back = isCandidate && said.kind === 'answer' ? undefined : state.back;
  return { ...state, back, turns: [...state.turns, turn] };
}

function withdraw(state: SessionState, turn: number): SessionState {
  if (state.turns[turn]?.speaker !== 'candidate') return state;
  return { ...state, turns: state.turns.map((each) => (each.turn === turn ? { ...each, withdrawn: true } : each)) };
}

function endPause(state: SessionState, awayMs: number | undefined): SessionState {
  if (!state.paused) return state;
  const pauses = state.pauses.map((pause, index) => (index === state.pauses.length - 1 ? { ...pause, awayMs } : pause));
  return { ...state, paused: false, pauses };
}
