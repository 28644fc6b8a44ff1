import type { Problem, Template } from '../catalogue/schema.ts';
import { answersOf, budgetMs, elapsedMs, type PhaseState, type SessionState, usedMs } from '../session/state.ts';
import { stampText } from '../text/duration.ts';
import type { EstimatesReport } from './estimates.ts';

type Criterion = Template['criteria'][number]['items'][number];

/** A point that the session looked for at its level, and how it stands. */
export interface JudgedPoint {
  readonly point: Problem['points'][number];
  readonly standing: string;
}

/** A success criterion of the template with what was seen of it. */
interface CriterionResult {
  readonly text: string;
  /** One sentence: what there is to see and what it rests on, or why the candidate has to say it. */
  readonly seen: string;
}

export interface CriteriaGroup {
  readonly group: string;
  readonly items: readonly CriterionResult[];
}

/** What criteria can be seen by. */
interface Sight {
  readonly judged: readonly JudgedPoint[];
  /** Undefined where no phase was about capacity. */
  readonly estimates: EstimatesReport | undefined;
  readonly state: SessionState;
}

/** Fewer points, or results, than this say nothing of a whole competency. */
export const LEAST_TO_TELL = 3;
/** A phase may run over by this share of its budget and still count as in time. */
const TIMING_TOLERANCE = 1.1;
/** A phase that was left sooner counts only where so much of it was covered. */
const USED_FROM = 1 / 2;
const NAMED_MOST = 4;

/** What was seen of each criterion, or, of a single phase, of those that it could show anything of. */
export function criteriaOf(criteria: Template['criteria'], sight: Sight): readonly CriteriaGroup[] {
  const isWhole = sight.state.phases.length > 1;
  return criteria.flatMap(({ group, items }) => {
    const shown = items
      .map(({ text, seen }) => ({ text, ...lookAt(seen, sight) }))
      .filter(({ isSeen }) => isWhole || isSeen)
      .map(({ text, said }) => ({ text, seen: `${said}.` }));
    return shown.length === 0 ? [] : [{ group, items: shown }];
  });
}

/** What there is to say of a criterion. */
interface Look {
  /** False where only the candidate can say. */
  readonly isSeen: boolean;
  readonly said: string;
}

function lookAt(seen: Criterion['seen'], { judged, estimates, state }: Sight): Look {
  switch (seen.by) {
    case 'own-word':
      return ownWord();
    case 'timing':
      return lookAtTime(state, judged);
    case 'estimates':
      return lookAtEstimates(estimates);
    case 'competency':
      return lookAtCompetency(
        seen.competency,
        judged.filter(({ point }) => point.competency === seen.competency),
      );
  }
}

function ownWord(because?: string): Look {
  return { isSeen: false, said: because === undefined ? 'Yours to say' : `Yours to say: ${because}` };
}

function told(said: string): Look {
  return { isSeen: true, said };
}

/** Such as `Covered: 3 of 4 points of data, all but key host code`. */
function lookAtCompetency(competency: string, judged: readonly JudgedPoint[]): Look {
  if (judged.length < LEAST_TO_TELL) return ownWord(`${onlySome(judged.length, 'point')} of ${competency} to go by`);
  const covered = judged.filter(isCovered);
  const open = judged.filter((each) => !isCovered(each));
  const made = `Covered: ${countOf(covered.length, judged.length)} points of ${competency}`;
  if (covered.length === 0) return told(made);
  const isMost = open.length > 0 && open.length < covered.length;
  return told(isMost ? `${made}, all but ${namesOf(open)}` : `${made} (${namesOf(covered)})`);
}

function isCovered({ standing }: JudgedPoint): boolean {
  return standing === 'covered';
}

/** The ids of points are their names in few words; the weightiest come first. */
function namesOf(judged: readonly JudgedPoint[]): string {
  const names = [...judged].sort((a, b) => b.point.weight - a.point.weight).map(({ point }) => nameOf(point.id));
  const more = names.length - NAMED_MOST;
  return more > 0 ? `${names.slice(0, NAMED_MOST).join(', ')} and ${more} more` : names.join(', ');
}

function nameOf(id: string): string {
  return id.replaceAll('-', ' ');
}

function countOf(count: number, all: number): string {
  return count === all ? `all ${all}` : count === 0 ? `none of ${all}` : `${count} of ${all}`;
}

function onlySome(count: number, noun: string): string {
  return count === 0 ? `no ${noun}s` : `only ${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Which phases had their time and something to show for it. */
function lookAtTime(state: SessionState, judged: readonly JudgedPoint[]): Look {
  const { phases, header } = state;
  if (phases.length < 2) return ownWord();
  if (header.scripted && state.at === 0) return ownWord('the answers came from a file without minutes');
  const uses = phases.map((phase) => ({ phase, why: wantingText(phase, state, judged) }));
  const wanting = uses.flatMap(({ phase, why }) => (why === undefined ? [] : [{ title: phase.title, why }]));
  const quick = uses.filter(({ phase, why }) => why === undefined && isQuick(phase, state));
  const reasons = [...new Set(wanting.map(({ why }) => why))].map((reason) => {
    const titles = wanting.filter(({ why }) => why === reason).map(({ title }) => title);
    return `${titles.join(', ')} (${reason})`;
  });
  const { length } = phases;
  const kept = `In time and used: ${countOf(length - wanting.length, length)} phases`;
  const sooner = quick.map(({ phase }) => phase.title).join(', ');
  const early = sooner === '' ? [] : [`in less than half the time given: ${sooner}`];
  return told([kept, ...reasons, ...early].join('; '));
}

function isQuick(phase: PhaseState, state: SessionState): boolean {
  return usedMs(phase, state.at) < budgetMs(phase) * USED_FROM;
}

/** Why a phase does not count as in time and used; a quick one does where most of its points are covered. */
function wantingText(phase: PhaseState, state: SessionState, judged: readonly JudgedPoint[]): string | undefined {
  const used = usedMs(phase, state.at);
  if (phase.openedAt === undefined && used === 0) return 'not reached';
  const sent = answersOf(state).filter((turn) => turn.kind === 'answer' && turn.phase === phase.id && !turn.added);
  if (sent.length === 0) return 'nothing sent';
  const budget = budgetMs(phase);
  const elapsed = elapsedMs(phase, state.at);
  if (elapsed > budget * TIMING_TOLERANCE) return `${stampText(elapsed - budget)} over`;
  if (!isQuick(phase, state)) return undefined;
  const own = judged.filter(({ point }) => phase.stages.includes(point.stage));
  const covered = own.filter(isCovered).length;
  if (covered > 0 && covered >= own.length * USED_FROM) return undefined;
  const points = own.length === 0 ? '' : ` with ${covered} of ${own.length} points`;
  return `left after ${stampText(used)}${points}`;
}

/** Results that come out as written and near the problem's own, of those that it has too. */
function lookAtEstimates(estimates: EstimatesReport | undefined): Look {
  if (estimates === undefined) return ownWord('no phase of this session was about capacity');
  const held = estimates.workings.filter(({ estimate }) => estimate !== undefined);
  if (held.length < LEAST_TO_TELL) {
    return ownWord(`${onlySome(held.length, 'result')} to hold against the problem's own`);
  }
  const right = held.filter(({ verdict, estimate }) => verdict !== 'wrong' && estimate?.isWithin === true).length;
  const wrong = estimates.workings.filter(({ verdict, estimate }) => verdict === 'wrong' && !estimate).length;
  const others = wrong === 0 ? '' : `; ${wrong} more ${wrong === 1 ? 'does' : 'do'} not come out as written`;
  return told(`Right and near the problem's own: ${countOf(right, held.length)} results${others}`);
}
