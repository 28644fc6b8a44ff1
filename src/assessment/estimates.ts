import type { Problem } from '../catalogue/schema.ts';
import { NameBook } from '../quantity/worksheet/known-names.ts';
import { mistakeText } from '../quantity/worksheet/message.ts';
import type { Working } from '../quantity/worksheet/working.ts';
import { readWorksheet, type Worksheet } from '../quantity/worksheet/worksheet.ts';
import type { EstimatesDecision, WorkingDecision } from '../session/events.ts';
import type { SessionState, Turn } from '../session/state.ts';
import { heldAgainst, type KnownEstimate, knownEstimates } from './meant-estimate.ts';
import { statedEstimates } from './stated-estimates.ts';

/** Numbers that turn days and hours into seconds. */
const OF_SECONDS = /86[,_]?400|86\.4\s?k|3[,_]?600/i;

/** How a result of the candidate stands beside the problem's estimate of the same thing. */
interface HeldAgainst {
  readonly id: string;
  readonly title: string;
  /** The problem's own figure, such as `1.67M/s`. */
  readonly text: string;
  readonly isWithin: boolean;
}

/** A calculation of the candidate, recomputed. */
export interface CheckedWorking {
  /** As it was written: `peak = 100M/min = 1.67M/s`. */
  readonly text: string;
  /** What the expression comes to. */
  readonly result: string;
  readonly verdict: Working['verdict'];
  /** What is wrong with it, as a clause. */
  readonly message: string | undefined;
  readonly notes: readonly string[];
  readonly estimate: HeldAgainst | undefined;
}

/** What was calculated in the session. */
export interface EstimatesReport {
  readonly workings: readonly CheckedWorking[];
  /** Results of the phases about capacity that nothing was made of, as they were written. */
  readonly unused: readonly string[];
  /** The problem's estimates that no result was held against and no figure is near to, where a phase was about capacity. */
  readonly notWorkedOut: readonly { readonly title: string; readonly text: string }[];
}

/**
 * What is stored with the assessment: all working of the phases about capacity, and of others what can be nothing else.
 * Undefined where no phase is about capacity and no other has any.
 */
export function judgeEstimates(state: SessionState): EstimatesDecision | undefined {
  const sheets = sheetsOf(state);
  const own = sheets.filter(({ isCapacity }) => isCapacity);
  const found = sheets.flatMap(({ workings }) => workings);
  if (own.length === 0 && found.length === 0) return undefined;
  const estimates = knownEstimates(state.problem);
  const workings = found.map((working) => judged(working, estimates));
  const met = new Set(workings.map(({ estimate }) => estimate?.id));
  const open = own.length === 0 ? [] : estimates.filter(({ estimate }) => !met.has(estimate.id));
  const stated = open.length === 0 ? undefined : statedEstimates(own.map(({ text }) => text).join('\n\n'), open);
  return {
    workings,
    unused: own.flatMap(({ unused }) =>
      unused.map(({ name, result }) => (name === undefined ? result.text : `${name} = ${result.text}`)),
    ),
    notWorkedOut: open.map(({ estimate }) => estimate.id).filter((id) => !stated?.has(id)),
  };
}

/** What was judged, with the words and figures of the problem that the session was held with. */
export function reportEstimates(decision: EstimatesDecision, problem: Problem): EstimatesReport {
  const estimates = new Map(problem.capacity.estimates.map((estimate) => [estimate.id, estimate]));
  return {
    workings: decision.workings.map(({ text, result, verdict, mistake, notes, estimate }) => {
      const own = estimates.get(estimate?.id ?? '');
      const message = mistake === undefined ? undefined : mistakeText(mistake);
      const held = own && estimate && { id: own.id, title: own.title, text: own.text, isWithin: estimate.isWithin };
      return { text, result, verdict, message, notes, estimate: held };
    }),
    unused: decision.unused,
    notWorkedOut: decision.notWorkedOut.flatMap((id) => {
      const own = estimates.get(id);
      return own === undefined ? [] : [{ title: own.title, text: own.text }];
    }),
  };
}

/** The working of one phase, for a word during the session. */
export function checkWorkings(state: SessionState, phase: string): readonly CheckedWorking[] {
  if (state.problem === undefined) return [];
  const estimates = knownEstimates(state.problem);
  const { workings = [] } = sheetsOf(state).find(({ id }) => id === phase) ?? {};
  const decision = { workings: workings.map((working) => judged(working, estimates)), unused: [], notWorkedOut: [] };
  return reportEstimates(decision, state.problem).workings;
}

interface Sheet {
  readonly id: string;
  readonly isCapacity: boolean;
  readonly text: string;
  readonly workings: readonly Working[];
  readonly unused: Worksheet['unused'];
}

/** What was calculated in each phase; the names of each are known in those behind it. */
function sheetsOf(state: SessionState): Sheet[] {
  const answers = state.turns.filter((turn) => turn.kind === 'answer' && !turn.withdrawn);
  const names = calculatedNames(state);
  return state.phases.map(({ id, stages }) => {
    const isCapacity = stages.includes('capacity');
    const text = textOf(answers.filter(({ phase }) => phase === id));
    const laterText = isCapacity ? textOf(answers.filter(({ phase }) => phase !== id)) : '';
    const sheet = readWorksheet(text, { names, laterText });
    const workings = isCapacity ? sheet.workings : sheet.workings.filter(({ isPlain }) => isPlain);
    return { id, isCapacity, text, workings, unused: sheet.unused };
  });
}

function textOf(turns: readonly Turn[]): string {
  return turns.map((turn) => turn.text).join('\n\n');
}

/** Names that were defined with the calculator. */
function calculatedNames(state: SessionState): NameBook {
  const names = new NameBook();
  const calculations = state.turns.filter((turn) => turn.kind === 'calculation');
  readWorksheet(calculations.map(({ text }) => text).join('\n'), { names });
  return names;
}

function judged(working: Working, estimates: readonly KnownEstimate[]): WorkingDecision {
  const { name, expression, stated, result, resultText, verdict, mistake, notes } = working;
  const { text } = expression;
  const sides = [name, text, stated?.text].filter((side) => side !== undefined);
  // A slip in the result does not make the way to it wrong.
  const quantity = verdict === 'wrong' ? result : (stated?.quantity ?? result);
  const estimate = heldAgainst({ name, expression: text, quantity, isPerSecond: OF_SECONDS.test(text) }, estimates);
  return {
    text: sides.join(' = '),
    result: resultText,
    ...(verdict === undefined ? {} : { verdict }),
    ...(mistake === undefined ? {} : { mistake }),
    notes,
    ...(estimate === undefined ? {} : { estimate }),
  };
}
