import type { Problem } from '../catalogue/schema.ts';
import type { InterviewerTurn } from '../session/decide.ts';
import { budgetMs, openPhase, type PhaseState, phaseLeftMs, type SessionState } from '../session/state.ts';
import { rank } from './rank.ts';
import { remindOfTime } from './reminders.ts';
import type { Interviewer, Moment } from './sitting.ts';

const PROBES_A_PHASE = 3;
/** Towards the end of a phase the candidate is left alone. */
const QUIET_SHARE = 1 / 5;
/** Shorter interviews have no time for a change of requirements. */
const TWIST_FROM_MINUTES = 30;
const LATE_TWIST = 'Before you begin with that: a requirement has changed.';

/** The built-in interviewer: the same moment always brings the same turns. What judges answers is loaded with the first of them. */
export const builtInInterviewer: Interviewer = async (moment) => {
  const { state } = moment;
  const phase = openPhase(state);
  const problem = state.problem;
  if (phase === undefined || problem === undefined) return [];
  return [
    ...(await opening(moment, phase, problem)),
    ...(await reply(moment, problem, phase)),
    ...remindOfTime(moment, phase),
  ];
};

async function opening({ state, weights }: Moment, phase: PhaseState, problem: Problem): Promise<InterviewerTurn[]> {
  const isStated = state.turns.some(({ kind }) => kind === 'statement');
  // A phase that is opened again hears its question again.
  const isOpened = state.turns.some(
    ({ kind, phase: id, turn }) => kind === 'question' && id === phase.id && turn >= phase.firstTurn,
  );
  return [
    ...(isStated ? [] : [{ kind: 'statement', text: problem.statement } as const]),
    ...(state.header.mode === 'coach' ? (await import('./feedback.ts')).feedbackOn(state, weights()) : []),
    ...(isOpened ? [] : [{ kind: 'question', text: phase.question } as const, ...lateTwist(state, problem)]),
  ];
}

/** The reply to the last turn of the candidate, unless it has one. */
async function reply(moment: Moment, problem: Problem, phase: PhaseState): Promise<InterviewerTurn[]> {
  const { state } = moment;
  const last = state.turns.at(-1);
  if (last?.speaker !== 'candidate' || last.withdrawn || last.kind === 'calculation') return [];
  const { factsAskedFor, questionsIn, replyToAsk } = await import('./asking.ts');
  if (last.kind === 'ask') return replyToAsk(state, problem, last.text);
  if (last.kind === 'hint') return [await hint(moment, phase)];
  if (last.added) {
    const title = state.phases.find((each) => each.id === last.phase)?.title ?? last.phase;
    return [{ kind: 'invite', text: `Thank you, I have added that to ${title}. Back to ${phase.title}.` }];
  }
  const questions = questionsIn(last.text);
  if (questions.isAll) return replyToAsk(state, problem, last.text);
  const told = factsAskedFor(questions.lines, problem);
  // What was sent on the way out of its phase needs no more than the facts it asked for.
  return last.phase === phase.id ? [...told, await followUp(moment, problem, phase)] : told;
}

/** After an answer: a changed requirement, else the weightiest point still open, else an invitation to go on. */
async function followUp({ state, at, weights }: Moment, problem: Problem, phase: PhaseState): Promise<InterviewerTurn> {
  const { openPoints } = await import('./open-points.ts');
  const twist = openTwist(state, problem);
  if (twist !== undefined && phase.stages.includes(twist.stage)) {
    return { kind: 'twist', about: twist.id, text: twist.change.trim() };
  }
  const probed = state.turns.filter((turn) => turn.kind === 'probe');
  const hasRoom =
    probed.filter((turn) => turn.phase === phase.id).length < PROBES_A_PHASE &&
    phaseLeftMs(phase, at) > budgetMs(phase) * QUIET_SHARE;
  const point = hasRoom
    ? openPoints(state, phase, weights()).find(({ id }) => !probed.some((turn) => turn.about === id))
    : undefined;
  return point === undefined
    ? { kind: 'invite', text: invitation(state, phase) }
    : { kind: 'probe', about: point.id, text: point.probe };
}

/** Of a twist whose phase ended before it could be said, the next question is the last moment. */
function lateTwist(state: SessionState, problem: Problem): InterviewerTurn[] {
  const twist = openTwist(state, problem);
  if (twist === undefined) return [];
  const { id, stage, change } = twist;
  const isLate = state.phases.some(({ stages, endedAt }) => stages.includes(stage) && endedAt !== undefined);
  return isLate ? [{ kind: 'twist', about: id, text: `${LATE_TWIST} ${change.trim()}` }] : [];
}

/** The twist that the seed chooses, until it was said: one requirement changes, after the first answer in its phase. */
function openTwist(state: SessionState, problem: Problem): Problem['twists'][number] | undefined {
  if (state.header.minutes < TWIST_FROM_MINUTES || state.turns.some((turn) => turn.kind === 'twist')) return undefined;
  const played = problem.twists.filter(({ stage }) => state.phases.some((each) => each.stages.includes(stage)));
  return [...played].sort((a, b) => rank(state.header.seed, a.id) - rank(state.header.seed, b.id))[0];
}

/** The next rung on the point that was probed last and is still open, else on the weightiest. */
async function hint({ state, weights }: Moment, phase: PhaseState): Promise<InterviewerTurn> {
  const { openPoints } = await import('./open-points.ts');
  const open = openPoints(state, phase, weights());
  const probed = state.turns.findLast((turn) => turn.kind === 'probe' && open.some(({ id }) => id === turn.about));
  const given = (id: string) => state.turns.filter((turn) => turn.kind === 'hint' && turn.about === id).length;
  const ladder = [...open.filter(({ id }) => id === probed?.about), ...open];
  const point = ladder.find(({ id, hints }) => given(id) < hints.length);
  const text = point?.hints[given(point.id)];
  return point === undefined || text === undefined
    ? { kind: 'hint', text: 'I have no hint left for this phase; you have what I would look for, or all I can say.' }
    : { kind: 'hint', about: point.id, text };
}

/** Worded by how often it was said in the phase, so that it is heard and not read twice. */
function invitation(state: SessionState, phase: PhaseState): string {
  const isLast = state.current === state.phases.length - 1;
  const move = isLast ? '/next ends the interview.' : '/next moves on.';
  const before = state.turns.filter((turn) => turn.kind === 'invite' && turn.phase === phase.id).length;
  return before === 0 ? `Thank you. Anything else? ${move}` : `Noted. ${move}`;
}
