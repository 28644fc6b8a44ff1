import type { Problem, Template } from '../catalogue/schema.ts';
import { LEVELS, STAGES } from '../catalogue/words.ts';
import type { Evidence, PointDecision } from '../session/events.ts';
import { budgetMs, elapsedMs, type SessionState } from '../session/state.ts';
import type { DrawingsReport } from './drawings.ts';
import { type EstimatesReport, reportEstimates } from './estimates.ts';

type Point = Problem['points'][number];
type Criterion = Template['criteria'][number]['items'][number];

/** How a point stands in the end. `beyond` the session's bar it is never missed. */
type Standing = 'covered' | 'unsure' | 'missed' | 'beyond';

export interface PointResult {
  readonly point: Point;
  readonly standing: Standing;
  readonly evidence: readonly Evidence[];
  /** The candidate settled what the assessment was unsure of. */
  readonly isOwnWord: boolean;
}

export interface Tally {
  readonly name: string;
  readonly covered: number;
  readonly of: number;
}

type Sight = 'seen' | 'seen in part' | 'not seen' | 'yours to say';

interface CriterionResult {
  readonly text: string;
  readonly sight: Sight;
  /** By what it is seen, such as `scalability: 3 of 4 points`. */
  readonly by: string;
}

/** What is told at the end. It says what the bar expects and what was seen, and never a verdict. */
export interface Debrief {
  readonly matcher: number;
  readonly results: readonly PointResult[];
  readonly stages: readonly Tally[];
  readonly competencies: readonly Tally[];
  readonly criteria: readonly { readonly group: string; readonly items: readonly CriterionResult[] }[];
  /** Undefined where the session had no phase for capacity and nothing was calculated in another. */
  readonly estimates: EstimatesReport | undefined;
  /** Undefined where nothing was drawn. */
  readonly drawings: DrawingsReport | undefined;
  /** Topics of the facts that were asked for, and of those that never were. */
  readonly asked: readonly string[];
  readonly neverAsked: readonly string[];
  /** The competencies that came out best, with the weight of what was covered. */
  readonly strengths: readonly Tally[];
  /** At most three stages, the one with the most missed weight first. */
  readonly practise: readonly {
    readonly stage: string;
    /** The phase of this template that covers it. */
    readonly phase: string | undefined;
    readonly missed: readonly Point[];
  }[];
  readonly reflection: readonly string[];
}

/** A stage or phase may run over by this share of its budget and still count as in time. */
const TIMING_TOLERANCE = 1.1;
const SEEN_FROM = 0.7;
const IN_PART_FROM = 0.35;
const PRACTISE_MOST = 3;
const STRENGTHS_MOST = 3;

/** The debrief of an assessed session; undefined where there is no assessment or the problem has no points. */
export function debriefOf(state: SessionState): Debrief | undefined {
  const { assessment, problem } = state;
  if (assessment === undefined || problem === undefined || problem.points.length === 0) return undefined;
  const decisions = new Map(assessment.points.map((decision) => [decision.id, decision]));
  // Of a stage without a phase, as when a single phase is practised, nothing was to be said.
  const played = new Set(state.phases.flatMap((phase) => phase.stages));
  const results = problem.points
    .filter((point) => played.has(point.stage))
    .map((point) => resultOf(point, decisions.get(point.id), state));
  const judged = results.filter(({ standing }) => standing !== 'beyond');
  const competencies = tallies(judged, ({ point }) => point.competency);
  const estimates = assessment.estimates === undefined ? undefined : reportEstimates(assessment.estimates, problem);
  // Where no phase asked for estimates, a stray one is no measure.
  const expected = played.has('capacity') ? estimates : undefined;
  const told = new Set(state.turns.filter((turn) => turn.kind === 'fact').map((turn) => turn.about));
  const topics = (isTold: boolean) =>
    problem.facts.filter((fact) => told.has(fact.id) === isTold).map((fact) => fact.topic);
  return {
    matcher: assessment.matcher,
    results,
    stages: STAGES.flatMap((stage) =>
      tallies(
        judged.filter(({ point }) => point.stage === stage),
        () => stage,
      ),
    ),
    competencies,
    criteria: state.criteria.map(({ group, items }) => ({
      group,
      items: items.map((item) => criterionResult(item, { competencies, estimates: expected, state })),
    })),
    estimates,
    drawings: assessment.drawings,
    asked: topics(true),
    neverAsked: topics(false),
    strengths: competencies
      .filter(({ covered, of }) => of > 0 && covered / of >= SEEN_FROM)
      .sort((a, b) => b.covered / b.of - a.covered / a.of || b.covered - a.covered)
      .slice(0, STRENGTHS_MOST),
    practise: toPractise(judged).map((each) => ({
      ...each,
      phase: state.phases.find(({ stages }) => stages.some((stage) => stage === each.stage))?.id,
    })),
    reflection: state.reflection,
  };
}

function resultOf(point: Point, decision: PointDecision | undefined, state: SessionState): PointResult {
  const isBeyond = LEVELS.indexOf(point.bar) > LEVELS.indexOf(state.header.level);
  const found = decision?.state ?? 'missed';
  const settled = found === 'unsure' ? state.settled[point.id] : undefined;
  const standing = settled === undefined ? found : settled ? 'covered' : 'missed';
  return {
    point,
    standing: isBeyond ? 'beyond' : standing,
    evidence: isBeyond && found !== 'covered' ? [] : (decision?.evidence ?? []),
    isOwnWord: settled !== undefined,
  };
}

function tallies(results: readonly PointResult[], nameOf: (result: PointResult) => string): readonly Tally[] {
  const byName = new Map<string, { covered: number; of: number }>();
  for (const result of results) {
    const tally = byName.get(nameOf(result)) ?? { covered: 0, of: 0 };
    tally.of += 1;
    if (result.standing === 'covered') tally.covered += 1;
    byName.set(nameOf(result), tally);
  }
  return [...byName].map(([name, tally]) => ({ name, ...tally }));
}

interface Seen {
  readonly competencies: readonly Tally[];
  /** Undefined where no phase was about capacity. */
  readonly estimates: EstimatesReport | undefined;
  readonly state: SessionState;
}

function criterionResult({ text, seen }: Criterion, { competencies, estimates, state }: Seen): CriterionResult {
  switch (seen.by) {
    case 'own-word':
      return { text, sight: 'yours to say', by: 'only you can say' };
    case 'timing': {
      const reached = state.phases.filter((phase) => phase.openedAt !== undefined);
      const inTime = reached.filter((phase) => elapsedMs(phase, state.at) <= budgetMs(phase) * TIMING_TOLERANCE);
      return { text, ...sightOf(inTime.length, state.phases.length, 'phases in time') };
    }
    case 'estimates':
      return { text, ...sightOfEstimates(estimates) };
    case 'competency': {
      const tally = competencies.find(({ name }) => name === seen.competency);
      return { text, ...sightOf(tally?.covered ?? 0, tally?.of ?? 0, `points of ${seen.competency}`) };
    }
  }
}

/** Fewer results than this are no estimation. */
const RESULTS_LEAST = 3;

/** Results that come out as written, and near the problem's own where it has the same one. */
function sightOfEstimates(estimates: EstimatesReport | undefined): { sight: Sight; by: string } {
  if (estimates === undefined) return { sight: 'yours to say', by: 'no phase of this session was about capacity' };
  const told = estimates.workings.filter(({ verdict, estimate }) => verdict !== undefined || estimate !== undefined);
  const right = told.filter(({ verdict, estimate }) => verdict !== 'wrong' && estimate?.isWithin !== false);
  if (told.length < RESULTS_LEAST) {
    const count = told.length === 0 ? 'no result' : told.length === 1 ? 'one result' : `${told.length} results`;
    return { sight: 'not seen', by: `${count} that could be recomputed` };
  }
  return sightOf(right.length, told.length, 'results hold');
}

function sightOf(covered: number, of: number, what: string): { sight: Sight; by: string } {
  const share = of === 0 ? 0 : covered / of;
  const sight =
    of === 0 ? 'yours to say' : share >= SEEN_FROM ? 'seen' : share >= IN_PART_FROM ? 'seen in part' : 'not seen';
  return { sight, by: of === 0 ? `this problem has no ${what}` : `${covered} of ${of} ${what}` };
}

function toPractise(
  judged: readonly PointResult[],
): readonly { readonly stage: string; readonly missed: readonly Point[] }[] {
  const missed = judged.filter(({ standing }) => standing === 'missed').map(({ point }) => point);
  const weight = (points: readonly Point[]) => points.reduce((sum, point) => sum + point.weight, 0);
  return STAGES.map((stage) => ({ stage, missed: missed.filter((point) => point.stage === stage) }))
    .filter((each) => each.missed.length > 0)
    .sort((a, b) => weight(b.missed) - weight(a.missed))
    .slice(0, PRACTISE_MOST);
}
