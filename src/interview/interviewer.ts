import type { Fact, Problem } from '../catalogue/schema.ts';
import type { InterviewerTurn } from '../session/decide.ts';
import { budgetMs, openPhase, type PhaseState, phaseLeftMs, type SessionState } from '../session/state.ts';
import { matchFact } from './facts.ts';
import { rank } from './rank.ts';
import { remindOfTime } from './reminders.ts';
import type { Interviewer, Moment } from './sitting.ts';

const PROBES_A_PHASE = 3;
/** Towards the end of a phase the candidate is left alone. */
const QUIET_SHARE = 1 / 5;
/** Shorter interviews have no time for a change of requirements. */
const TWIST_FROM_MINUTES = 30;
const FACTS_A_TURN = 3;

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
    ...(isOpened ? [] : [{ kind: 'question', text: phase.question } as const]),
  ];
}

/** The reply to the last turn of the candidate, unless it has one. */
async function reply(moment: Moment, problem: Problem, phase: PhaseState): Promise<InterviewerTurn[]> {
  const { state } = moment;
  const last = state.turns.at(-1);
  if (last?.speaker !== 'candidate' || last.withdrawn || last.kind === 'calculation') return [];
  if (last.kind === 'ask') return [replyToAsk(state, problem, last.text)];
  if (last.kind === 'hint') return [await hint(moment, phase)];
  if (last.added) {
    const title = state.phases.find((each) => each.id === last.phase)?.title ?? last.phase;
    return [{ kind: 'invite', text: `Thank you, I have added that to ${title}. Back to ${phase.title}.` }];
  }
  const questions = questionsIn(last.text);
  if (questions.isAll) return [replyToAsk(state, problem, last.text)];
  const told = questions.lines
    .map((line) => matchFact(line, problem.facts))
    .flatMap((match) => (match.type === 'fact' ? [tell(match.fact)] : []))
    .slice(0, FACTS_A_TURN);
  // What was sent on the way out of its phase needs no more than the facts it asked for.
  return last.phase === phase.id ? [...told, await followUp(moment, problem, phase)] : told;
}

/** The lines that ask something, and whether the turn is nothing but questions. */
function questionsIn(text: string): { readonly lines: readonly string[]; readonly isAll: boolean } {
  const all = text.split('\n').map((line) => line.trim());
  const lines = all.filter((line) => line.endsWith('?'));
  return { lines, isAll: lines.length > 0 && lines.length === all.filter((line) => line !== '').length };
}

/** After an answer: a changed requirement, else the weightiest point still open, else an invitation to go on. */
async function followUp({ state, at, weights }: Moment, problem: Problem, phase: PhaseState): Promise<InterviewerTurn> {
  const { openPoints } = await import('./open-points.ts');
  const twist = dueTwist(state, problem, phase);
  if (twist !== undefined) return { kind: 'twist', about: twist.id, text: twist.change.trim() };
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

/** One requirement changes, after the first answer in the design or the deep dive, as the chosen twist has it. */
function dueTwist(state: SessionState, problem: Problem, phase: PhaseState): Problem['twists'][number] | undefined {
  if (state.header.minutes < TWIST_FROM_MINUTES || state.turns.some((turn) => turn.kind === 'twist')) return undefined;
  const played = problem.twists.filter(({ stage }) => state.phases.some((each) => each.stages.includes(stage)));
  const [twist] = [...played].sort((a, b) => rank(state.header.seed, a.id) - rank(state.header.seed, b.id));
  return twist !== undefined && phase.stages.includes(twist.stage) ? twist : undefined;
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

function replyToAsk(state: SessionState, problem: Problem, question: string): InterviewerTurn {
  const picked = pickedFact(state, problem, question);
  if (picked !== undefined) return tell(picked);
  const match = matchFact(question, problem.facts);
  if (match.type === 'fact') return tell(match.fact);
  if (match.type === 'near') return offer('Which of these do you mean?', match.facts);
  return { kind: 'assume', text: 'I have nothing on that: make an assumption, and say what it is.' };
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
