import type { Problem } from '../catalogue/schema.ts';
import { LEVELS, STAGES } from '../catalogue/words.ts';
import type { Evidence, PointDecision } from '../session/events.ts';
import { answersOf, type SessionState } from '../session/state.ts';
import { type AskedReport, reportAsked } from './asked.ts';
import { type CriteriaGroup, criteriaOf, LEAST_TO_TELL } from './criteria.ts';
import type { DrawingsReport } from './drawings.ts';
import { type EstimatesReport, reportEstimates } from './estimates.ts';

type Point = Problem['points'][number];
type Twist = Problem['twists'][number];

/** How a point stands in the end. `beyond` the session's bar it is never missed. */
type Standing = 'covered' | 'unsure' | 'missed' | 'beyond';

export interface PointResult {
  readonly point: Point;
  readonly standing: Standing;
  readonly evidence: readonly Evidence[];
  /** The candidate settled what the assessment was unsure of. */
  readonly isOwnWord: boolean;
  /** How many hints were given on it before the candidate spoke of it as the evidence shows. */
  readonly hints: number;
}

export interface Tally {
  readonly name: string;
  readonly covered: number;
  readonly of: number;
}

/** What is told at the end. It says what the bar expects and what was seen, and never a verdict. */
export interface Debrief extends AskedReport {
  readonly matcher: number;
  readonly results: readonly PointResult[];
  readonly stages: readonly Tally[];
  readonly competencies: readonly Tally[];
  readonly criteria: readonly CriteriaGroup[];
  /** The session was held to the level that the problem has by itself. */
  readonly isOwnLevel: boolean;
  /** What changed in the middle, and what a good answer to that holds; nothing was judged by it. Undefined where nothing did. */
  readonly twist: Pick<Twist, 'id' | 'change' | 'wants'> | undefined;
  /** Undefined where the session had no phase for capacity and nothing was calculated in another. */
  readonly estimates: EstimatesReport | undefined;
  /** Undefined where nothing was drawn. */
  readonly drawings: DrawingsReport | undefined;
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

const STRENGTH_FROM = 0.7;
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
    criteria: criteriaOf(state.criteria, { judged, estimates: expected, state }),
    twist: twistOf(state, problem),
    estimates,
    drawings: assessment.drawings,
    ...reportAsked(state, problem),
    strengths: competencies
      .filter(({ covered, of }) => of >= LEAST_TO_TELL && covered / of >= STRENGTH_FROM)
      .sort((a, b) => b.covered / b.of - a.covered / a.of || b.covered - a.covered)
      .slice(0, STRENGTHS_MOST),
    isOwnLevel: state.header.level === problem.level,
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
  const evidence = isBeyond && found !== 'covered' ? [] : (decision?.evidence ?? []);
  const saidAt = saidTurn(evidence, state);
  return {
    point,
    standing: isBeyond ? 'beyond' : standing,
    evidence,
    isOwnWord: settled !== undefined,
    hints: state.turns.filter(
      ({ speaker, kind, about, turn }) =>
        speaker === 'interviewer' && kind === 'hint' && about === point.id && turn < saidAt,
    ).length,
  };
}

/** The turn in which all of the evidence had been said; infinite where there is none. */
function saidTurn(evidence: readonly Evidence[], state: SessionState): number {
  const answers = answersOf(state);
  const turns = evidence.map(({ phase, quote }) =>
    answers.find((turn) => turn.phase === phase && turn.text.includes(quote)),
  );
  return turns.length === 0 ? Infinity : Math.max(...turns.map((found) => found?.turn ?? Infinity));
}

function twistOf(state: SessionState, problem: Problem): Debrief['twist'] {
  const said = state.turns.find(({ kind }) => kind === 'twist');
  const found = said && problem.twists.find(({ id }) => id === said.about);
  return found && { id: found.id, change: found.change.trim(), wants: found.wants };
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
