import type { Fact, Problem } from '../catalogue/schema.ts';
import type { InterviewerTurn } from '../session/decide.ts';
import {
  openPhase,
  type PhaseState,
  phaseLeftMs,
  type SessionState,
  type Turn,
  totalLeftMs,
} from '../session/state.ts';
import { matchFact } from './facts.ts';
import type { Interviewer, Moment } from './sitting.ts';

/** What a nudge is about; each is said once in a phase, or once in a session. */
const PHASE_OVER = 'phase-over';
const SESSION_OVER = 'session-over';

/** The built-in interviewer: the same moment always brings the same turns. */
export const builtInInterviewer: Interviewer = async (moment) => {
  const { state } = moment;
  const phase = openPhase(state);
  const problem = state.problem;
  if (phase === undefined || problem === undefined) return [];
  return [...opening(state, phase, problem), ...reply(state, problem, phase), ...remindOfTime(moment, phase)];
};

function opening(state: SessionState, phase: PhaseState, problem: Problem): InterviewerTurn[] {
  const said = (kind: Turn['kind'], id?: string) =>
    state.turns.some((turn) => turn.kind === kind && (id === undefined || turn.phase === id));
  return [
    ...(said('statement') ? [] : [{ kind: 'statement', text: problem.statement } as const]),
    ...(said('question', phase.id) ? [] : [{ kind: 'question', text: phase.question } as const]),
  ];
}

/** The reply to the last turn of the candidate, unless it has one. */
function reply(state: SessionState, problem: Problem, phase: PhaseState): InterviewerTurn[] {
  const last = state.turns.at(-1);
  if (last?.speaker !== 'candidate' || last.withdrawn) return [];
  if (last.kind === 'ask') return [replyToAsk(state, problem, last.text)];
  if (last.added) {
    const title = state.phases.find((each) => each.id === last.phase)?.title ?? last.phase;
    return [{ kind: 'invite', text: `Thank you, I have added that to ${title}. Back to ${phase.title}.` }];
  }
  // What was sent on the way out of its phase needs no reply.
  return last.phase === phase.id ? [{ kind: 'invite', text: invitation(state, phase) }] : [];
}

function replyToAsk(state: SessionState, problem: Problem, question: string): InterviewerTurn {
  const picked = pickedFact(state, problem, question);
  if (picked !== undefined) return tell(picked);
  const match = matchFact(question, problem.facts);
  if (match.type === 'fact') return tell(match.fact);
  if (match.type === 'near') return offer('Which of these do you mean?', match.facts);
  return offer(
    'I have nothing on exactly that: make an assumption and say so. What I can tell you about, if it is one of these:',
    problem.facts,
  );
}

function tell(fact: Fact): InterviewerTurn {
  return { kind: 'fact', about: fact.id, text: fact.answer.trim() };
}

function offer(lead: string, facts: readonly Fact[]): InterviewerTurn {
  const rows = facts.map((fact, index) => `${String(index + 1).padStart(2)}  ${fact.topic}`);
  return {
    kind: 'choices',
    about: facts.map((fact) => fact.id).join(' '),
    text: [lead, ...rows, 'Ask by number, such as /ask 1'].join('\n'),
  };
}

/** `/ask 2` takes the second of the facts last offered. */
function pickedFact(state: SessionState, problem: Problem, question: string): Fact | undefined {
  if (!/^\s*\d{1,2}\s*$/.test(question)) return undefined;
  const offered = state.turns.findLast((turn) => turn.kind === 'choices')?.about?.split(' ') ?? [];
  const id = offered[Number(question) - 1];
  return problem.facts.find((fact) => fact.id === id);
}

/** Worded by how often it was said in the phase, so that it is heard and not read twice. */
function invitation(state: SessionState, phase: PhaseState): string {
  const isLast = state.current === state.phases.length - 1;
  const move = isLast ? '/next ends the interview.' : '/next moves on.';
  const before = state.turns.filter((turn) => turn.kind === 'invite' && turn.phase === phase.id).length;
  return before === 0 ? `Thank you. Anything else? ${move}` : `Noted. ${move}`;
}

/** At zero it says so once and waits; while something is being typed the clock alone tells. */
function remindOfTime({ state, at, typing }: Moment, phase: PhaseState): InterviewerTurn[] {
  if (typing) return [];
  const reminded = (about: string, inPhase?: string) =>
    state.turns.some((turn) => turn.about === about && (inPhase === undefined || turn.phase === inPhase));
  if (totalLeftMs(state, at) <= 0 && !reminded(SESSION_OVER)) {
    return [
      {
        kind: 'nudge',
        about: SESSION_OVER,
        text: 'That is our time. Finish the thought you are on; /next closes the phase.',
      },
    ];
  }
  if (phaseLeftMs(phase, at) <= 0 && !reminded(PHASE_OVER, phase.id) && totalLeftMs(state, at) > 0) {
    return [
      {
        kind: 'nudge',
        about: PHASE_OVER,
        text: `The time for ${phase.title} is over. /next moves on when you are ready.`,
      },
    ];
  }
  return [];
}
