import type { Template, TemplatePhase } from '../catalogue/schema.ts';
import type { PlannedPhase } from './events.ts';

/** From this length on, the phase that gathers requirements gets at least REQUIREMENTS_LEAST minutes. */
const REQUIREMENTS_FROM = 45;
const REQUIREMENTS_LEAST = 5;

/** Time is short when two minutes of a phase are left, or a fifth of its budget where that is less. */
export function shortTimeMs(budgetMs: number): number {
  return Math.min(120_000, budgetMs / 5);
}

interface Share {
  readonly weight: number;
  readonly least: number;
}

/** The template's phases with whole-minute budgets that add up to `total`; undefined when `total` is below a minute a phase. */
export function planPhases(template: Template, total: number): readonly PlannedPhase[] | undefined {
  if (total < template.phases.length) return undefined;
  const shares = template.phases.map((phase) => ({
    weight: weightOf(template, phase, total),
    least: total >= REQUIREMENTS_FROM && phase.stages.includes('requirements') ? REQUIREMENTS_LEAST : 1,
  }));
  const budgets = divideMinutes(shares, total);
  return template.phases.map(({ id, title, stages, objective, question }, index) => ({
    id,
    title,
    stages,
    objective,
    question,
    budgetMinutes: budgets[index] ?? 0,
  }));
}

function weightOf(template: Template, phase: TemplatePhase, total: number): number {
  const short = template.short;
  return short !== undefined && total <= short.upTo ? (short.minutes[phase.id] ?? phase.minutes) : phase.minutes;
}

/**
 * Whole minutes in proportion to the weights, by largest remainder (Hamilton's method), ties to the earlier share.
 * A share below its least is lifted to it at the cost of the largest, the later of equals.
 */
function divideMinutes(shares: readonly Share[], total: number): number[] {
  const sum = shares.reduce((all, share) => all + share.weight, 0);
  const exact = shares.map((share) => (share.weight * total) / sum);
  const minutes = exact.map(Math.floor);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  const left = total - minutes.reduce((all, value) => all + value, 0);
  for (const { index } of byRemainder.slice(0, left)) minutes[index] = (minutes[index] ?? 0) + 1;
  liftToLeast(minutes, shares);
  return minutes;
}

function liftToLeast(minutes: number[], shares: readonly Share[]): void {
  const spare = (index: number) => (minutes[index] ?? 0) - (shares[index]?.least ?? 0);
  for (;;) {
    const short = minutes.findIndex((_, index) => spare(index) < 0);
    if (short === -1) return;
    let giver = -1;
    minutes.forEach((value, index) => {
      if (spare(index) > 0 && (giver === -1 || value >= (minutes[giver] ?? 0))) giver = index;
    });
    if (giver === -1) return;
    minutes[giver] = (minutes[giver] ?? 0) - 1;
    minutes[short] = (minutes[short] ?? 0) + 1;
  }
}
