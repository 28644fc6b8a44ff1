import { MATCHER_VERSION } from '../assessment/assess.ts';
import { debriefOf, type PointResult } from '../assessment/debrief.ts';
import { checkDrawings } from '../assessment/drawings.ts';
import { judgeEstimates } from '../assessment/estimates.ts';
import type { Context } from '../context.ts';
import { LeftError } from '../errors.ts';
import { LEXICON_VERSION } from '../lexicon/lexicon.ts';
import { visibleLine } from '../text/visible.ts';
import { judgePoints } from './open-points.ts';
import { withCalculations } from './own-working.ts';
import type { Sitting } from './sitting.ts';

/** More than this is not put to the candidate; the rest stays unsure. */
const SETTLED_MOST = 8;
const REFLECTION = '\nIn a line or two: what would you do differently next time?\nAn empty line ends it.\n> ';
const REFLECTION_LINES = 2;

/** Stores the assessment of a session that has just ended. */
export function assessSitting(sitting: Sitting): void {
  if ((sitting.state.problem?.points.length ?? 0) === 0) return;
  const { state, panel } = sitting;
  const points = judgePoints(state, panel.weights());
  const estimates = judgeEstimates(withCalculations(state));
  const drawings = checkDrawings(state);
  const further = {
    ...(estimates === undefined ? {} : { estimates }),
    ...(drawings === undefined ? {} : { drawings }),
  };
  sitting.apply({ type: 'assess', matcher: MATCHER_VERSION, lexicon: LEXICON_VERSION, points, ...further }, state.at);
}

/** Puts to the candidate what the assessment is unsure of, and asks for a line or two of reflection. Leaving skips the rest. */
export async function askCandidate(sitting: Sitting, context: Context): Promise<void> {
  try {
    await settleUnsure(sitting, context);
    await reflect(sitting, context);
  } catch (error) {
    if (!(error instanceof LeftError)) throw error;
  }
}

async function settleUnsure(sitting: Sitting, context: Context): Promise<void> {
  const unsure = unsurePoints(sitting);
  if (unsure.length === 0) return;
  const made = await context.terminal.pick(
    'I am not sure about these. Which of them did you make? The others count as not made.',
    unsure.map(({ point, evidence }) => ({
      value: point.id,
      label: point.claim,
      description: `You wrote: ${evidence.map(({ quote }) => visibleLine(quote).trim()).join(' … ')}`,
    })),
  );
  for (const { point } of unsure) {
    sitting.apply({ type: 'settle', point: point.id, covered: made.includes(point.id) }, sitting.state.at);
  }
}

/** Those that the debrief would leave unsure, the weightiest first. */
function unsurePoints({ state }: Sitting): readonly PointResult[] {
  const results = debriefOf(state)?.results.filter(({ standing }) => standing === 'unsure') ?? [];
  return [...results].sort((a, b) => b.point.weight - a.point.weight).slice(0, SETTLED_MOST);
}

async function reflect(sitting: Sitting, context: Context): Promise<void> {
  for (let line = 0; line < REFLECTION_LINES; line++) {
    const text = await context.terminal.askLine(line === 0 ? REFLECTION : '> ');
    if (text === '') return;
    sitting.apply({ type: 'reflect', text }, sitting.state.at);
  }
}
