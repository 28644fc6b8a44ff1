import type { Problem, Template } from '../catalogue/schema.ts';
import type {
  Assessment,
  CandidateTurnKind,
  LeftBy,
  PauseReason,
  PlannedPhase,
  Said,
  SessionEvent,
  SessionEventBody,
} from './events.ts';
import { openPhase, type PhaseState, phaseLeftMs, type SessionState, type Turn } from './state.ts';

/** What somebody wants to happen in a session. */
export type Intent =
  | {
      readonly type: 'open';
      readonly phases: readonly PlannedPhase[];
      readonly problem: Problem;
      readonly criteria?: Template['criteria'];
    }
  | { readonly type: 'answer'; readonly text: string }
  | { readonly type: 'ask'; readonly text: string }
  | { readonly type: 'note'; readonly text: string }
  | { readonly type: 'hint' }
  /** An expression together with its result. */
  | { readonly type: 'calculate'; readonly text: string }
  /** Opens the phase before again; only with a coach. */
  | { readonly type: 'retry' }
  /** What comes after the end. */
  | ({ readonly type: 'assess' } & Assessment)
  | { readonly type: 'settle'; readonly point: string; readonly covered: boolean }
  | { readonly type: 'reflect'; readonly text: string }
  /** The interviewer speaks. */
  | { readonly type: 'say'; readonly turns: readonly InterviewerTurn[] }
  /** Ends the phase; `draft` is sent first unless it is blank. */
  | { readonly type: 'next'; readonly draft: string }
  | { readonly type: 'back'; readonly phase: string }
  | { readonly type: 'undo' }
  | { readonly type: 'pause'; readonly reason: PauseReason }
  | { readonly type: 'continue'; readonly awayMs?: number }
  | { readonly type: 'leave'; readonly by: LeftBy }
  | { readonly type: 'resume' };

/** What the interviewer says, before it has a phase and a time. */
export type InterviewerTurn = Pick<Extract<Said, { speaker: 'interviewer' }>, 'kind' | 'text' | 'about'>;

/** The events that carry an intent out; or none, and a sentence that says why not. */
export interface Decision {
  readonly events: readonly SessionEvent[];
  readonly refusal?: string;
}

const AFTER_THE_END: ReadonlySet<Intent['type']> = new Set(['assess', 'settle', 'reflect']);

const isBlank = (text: string) => text.trim() === '';

/** Decides what an intent leads to at `at` elapsed milliseconds. Changes nothing. */
export function decide(state: SessionState, intent: Intent, at: number): Decision {
  if (state.ended !== AFTER_THE_END.has(intent.type))
    return refuse(state.ended ? 'The interview is over.' : 'The interview is not over.');
  if (state.paused && !['continue', 'leave', 'resume', 'note'].includes(intent.type)) {
    return refuse('The clock is paused; /pause goes on.');
  }
  const stamp = (bodies: readonly SessionEventBody[]): Decision => ({
    events: bodies.map((body) => ({ ...body, at })),
  });
  switch (intent.type) {
    case 'open':
      return open(state, intent, stamp);
    case 'answer':
      return isBlank(intent.text) ? refuse('Nothing to send; /next moves on.') : stamp(answer(state, intent.text, at));
    case 'ask':
      return isBlank(intent.text)
        ? refuse('Ask about something: /ask how many users?')
        : stamp(inOpenPhase(state, (phase) => [candidateSaid('ask', phase, intent.text)]));
    case 'note':
      return isBlank(intent.text)
        ? refuse('A note needs text: /note come back to sharding')
        : stamp(inOpenPhase(state, (phase) => [{ type: 'noted', phase, text: intent.text }]));
    case 'hint':
      return stamp(inOpenPhase(state, (phase) => [candidateSaid('hint', phase, '/hint')]));
    case 'calculate':
      return stamp(inOpenPhase(state, (phase) => [candidateSaid('calculation', phase, intent.text)]));
    case 'retry':
      return retry(state, stamp);
    case 'assess':
      return stamp([{ ...intent, type: 'assessed' }]);
    case 'settle':
      return stamp([{ type: 'settled', point: intent.point, covered: intent.covered }]);
    case 'reflect':
      return stamp([{ type: 'reflected', text: intent.text }]);
    case 'say':
      return stamp(inOpenPhase(state, (phase) => intent.turns.map((turn) => interviewerSaid(phase, turn))));
    case 'next':
      return stamp(next(state, intent.draft));
    case 'back':
      return back(state, intent.phase, stamp);
    case 'undo':
      return undo(state, stamp);
    case 'pause':
      return stamp([{ type: 'paused', reason: intent.reason }]);
    case 'continue':
      if (!state.paused) return refuse('The clock is running.');
      return stamp([{ type: 'continued', ...(intent.awayMs === undefined ? {} : { awayMs: intent.awayMs }) }]);
    case 'leave':
      return stamp([{ type: 'left', by: intent.by }]);
    case 'resume':
      return stamp([{ type: 'resumed' }]);
  }
}

type Stamp = (bodies: readonly SessionEventBody[]) => Decision;

function refuse(refusal: string): Decision {
  return { events: [], refusal };
}

function inOpenPhase(
  state: SessionState,
  bodies: (phase: string) => readonly SessionEventBody[],
): readonly SessionEventBody[] {
  const phase = openPhase(state);
  return phase === undefined ? [] : bodies(phase.id);
}

function candidateSaid(kind: CandidateTurnKind, phase: string, text: string): SessionEventBody {
  return { type: 'said', speaker: 'candidate', kind, phase, text };
}

/** In the open phase; feedback belongs to the phase that it is about. */
function interviewerSaid(open: string, turn: InterviewerTurn): SessionEventBody {
  const phase = turn.kind === 'feedback' ? (turn.about ?? open) : open;
  return { type: 'said', speaker: 'interviewer', phase, ...turn };
}

function open(state: SessionState, intent: Extract<Intent, { type: 'open' }>, stamp: Stamp): Decision {
  if (state.phases.length > 0) return refuse('The session is open already.');
  const [first] = intent.phases;
  if (first === undefined) return refuse('A session needs a phase.');
  return stamp([
    {
      type: 'opened',
      phases: intent.phases,
      problem: intent.problem,
      ...(intent.criteria === undefined ? {} : { criteria: intent.criteria }),
    },
    { type: 'phase-opened', phase: first.id },
  ]);
}

/** An answer belongs to the phase that was gone back to, if any. Sent at or after the open phase's zero, it ends that phase. */
function answer(state: SessionState, text: string, at: number): readonly SessionEventBody[] {
  const phase = openPhase(state);
  if (phase === undefined) return [];
  const said = candidateSaid('answer', state.back ?? phase.id, text);
  const isLate = phaseLeftMs(phase, at) <= 0 && state.back === undefined;
  return isLate ? [said, ...endPhase(state, 'time')] : [said];
}

function next(state: SessionState, draft: string): readonly SessionEventBody[] {
  const phase = openPhase(state);
  if (phase === undefined) return [];
  const sent = isBlank(draft) ? [] : [candidateSaid('answer', state.back ?? phase.id, draft)];
  return [...sent, ...endPhase(state, 'next')];
}

function endPhase(state: SessionState, by: 'next' | 'time'): readonly SessionEventBody[] {
  const phase = openPhase(state);
  if (phase === undefined) return [];
  const following = state.phases.find((each, index) => index > (state.current ?? 0) && each.openedAt === undefined);
  return [
    { type: 'phase-ended', phase: phase.id, by },
    following === undefined ? { type: 'ended' } : { type: 'phase-opened', phase: following.id },
  ];
}

/** `/back` with the open phase's name stays there. */
function back(state: SessionState, name: string, stamp: Stamp): Decision {
  const open = openPhase(state);
  const earlier = state.phases.filter((phase) => phase.endedAt !== undefined);
  if (earlier.length === 0) return refuse('This is the first phase; there is none to go back to.');
  const found = namedPhase(
    state.phases,
    [...earlier, ...(open === undefined ? [] : [open])],
    name.trim().toLowerCase(),
  );
  if (found === undefined) return refuse(`Which phase? /back ${earlier.map((phase) => phase.id).join(', /back ')}`);
  return stamp([{ type: 'went-back', phase: found.id }]);
}

/** By its id, its title, its number as the screen shows it, or by how only one of them or of their words begins. */
function namedPhase(all: readonly PhaseState[], open: readonly PhaseState[], name: string): PhaseState | undefined {
  const exact = open.find((phase) => [phase.id, phase.title.toLowerCase(), `${all.indexOf(phase) + 1}`].includes(name));
  const near = open.filter(({ id, title }) => {
    const words = title.toLowerCase().split(/\s+/);
    return name !== '' && [id, title.toLowerCase(), ...words].some((own) => own.startsWith(name));
  });
  return exact ?? (near.length === 1 ? near[0] : undefined);
}

/** What was withdrawn from an earlier phase goes back there when it is sent again. */
function retry(state: SessionState, stamp: Stamp): Decision {
  if (state.header.mode !== 'coach') return refuse('A phase can be tried again with --mode coach only.');
  const open = openPhase(state);
  const before = state.phases[(state.current ?? 0) - 1];
  const isFresh = !state.turns.some((turn) => turn.phase === open?.id && turn.kind === 'answer' && !turn.withdrawn);
  if (before?.endedAt === undefined || !isFresh) return refuse('/retry goes back right after a phase has ended.');
  return stamp([{ type: 'retried', phase: before.id }]);
}

/** A calculation takes nothing back with it, and needs no undoing. */
export function isSent({ speaker, kind, withdrawn }: Turn): boolean {
  return speaker === 'candidate' && kind !== 'calculation' && !withdrawn;
}

function undo(state: SessionState, stamp: Stamp): Decision {
  const last = state.turns.findLast(isSent);
  if (last === undefined) return refuse('Nothing was sent yet.');
  const elsewhere = last.kind === 'answer' && last.phase !== openPhase(state)?.id;
  return stamp([
    { type: 'withdrawn', turn: last.turn },
    ...(elsewhere ? [{ type: 'went-back', phase: last.phase } as const] : []),
  ]);
}
