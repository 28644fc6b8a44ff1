import { formatISO } from 'date-fns/formatISO';
import type { Problem, Template } from '../catalogue/schema.ts';
import type { Level } from '../catalogue/words.ts';
import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';
import type { PlannedPhase } from '../session/events.ts';
import type { SessionHeader } from '../session/header.ts';
import { planPhases } from '../session/time-budget.ts';
import { nearest } from '../text/nearest.ts';

/** What the user chose; what is undefined follows from the problem. */
export interface SessionChoice {
  readonly problem: string;
  readonly template: string | undefined;
  readonly level: Level | undefined;
  readonly minutes: number | undefined;
  /** Practise this phase alone. */
  readonly phase: string | undefined;
  readonly seed: number | undefined;
  readonly mode: SessionHeader['mode'];
  readonly scripted: boolean;
  /** A further folder of problems. */
  readonly folder: string | undefined;
}

/** Everything that a session is started with; nothing is written yet. */
export interface SessionPlan {
  readonly header: SessionHeader;
  readonly problem: Problem;
  readonly phases: readonly PlannedPhase[];
  readonly criteria: Template['criteria'];
}

export async function planSession(choice: SessionChoice, context: Context): Promise<SessionPlan> {
  const content = context.store.content(choice.folder);
  const { problem, hash } = await content.problem(choice.problem);
  const level = choice.level ?? problem.level;
  const template = await content.template(choice.template ?? level.toLowerCase());
  const phases = choosePhases(template, choice);
  const { clock } = context;
  const startedAt = formatISO(new Date(clock.wallMs()));
  const header: SessionHeader = {
    session: `${startedAt.slice(0, 10)}-${problem.id}`,
    startedAt,
    timeZone: clock.timeZone(),
    versions: { sdi: context.version, node: context.nodeVersion },
    problem: { id: problem.id, title: problem.title, version: problem.version, hash },
    template: { id: template.id, title: template.title },
    level,
    mode: choice.mode,
    minutes: phases.reduce((sum, phase) => sum + phase.budgetMinutes, 0),
    seed: choice.seed ?? context.randomSeed(),
    scripted: choice.scripted,
  };
  return { header, problem, phases, criteria: template.criteria };
}

function choosePhases(template: Template, choice: SessionChoice): readonly PlannedPhase[] {
  const minutes = choice.minutes ?? template.minutes;
  const phases = planPhases(template, minutes);
  if (phases === undefined) {
    throw new UsageError(`${minutes} minutes are too few for the ${template.phases.length} phases of ${template.id}.`, {
      hint: `Give at least ${template.phases.length}, or another template.`,
    });
  }
  if (choice.phase === undefined) return phases;
  const ids = phases.map((phase) => phase.id);
  const chosen = phases.filter((phase) => phase.id === choice.phase);
  if (chosen.length > 0) return chosen;
  const [near] = nearest(choice.phase, ids);
  throw new UsageError(`Template ${template.id} has no phase "${choice.phase}".`, {
    hint:
      near === undefined ? `Its phases: ${ids.join(', ')}.` : `Did you mean ${near}? Its phases: ${ids.join(', ')}.`,
  });
}
