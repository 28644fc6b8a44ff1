import type { PromptView } from '../context.ts';

/** The last two minutes of a phase are short time, or a fifth of it where that is less. */
const MOST_MS = 120_000;
const SHARE = 1 / 5;

/** Learns the budgets of phases from the most time that was ever seen left in them. */
export class PhaseWarning {
  readonly #budgets = new Map<string, number>();

  budgetMs(view: PromptView): number {
    // Behind the count stands what changes within a phase, such as where the next answer goes.
    const phase = /^.*?\d+\/\d+/.exec(view.phase)?.[0] ?? view.phase;
    const budget = Math.max(this.#budgets.get(phase) ?? 0, view.phaseLeftMs);
    this.#budgets.set(phase, budget);
    return budget;
  }

  /** The time left at which the clock begins to warn. */
  warningMs(view: PromptView): number {
    return Math.min(MOST_MS, this.budgetMs(view) * SHARE);
  }
}
