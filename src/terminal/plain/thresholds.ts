import type { PromptView } from '../../context.ts';
import { shortTimeMs } from '../../session/time-budget.ts';

/** Tells the time in sentences, where a clock would disturb: at the half, when it is short, and when it is over. */
export class Thresholds {
  #phase = '';
  #leftMs = 0;

  /** What is to be said now, if anything. */
  cross(view: PromptView): string | undefined {
    const budgetMs = view.phaseBudgetMs;
    const beforeMs = this.#leftMs;
    const isNew = view.phase !== this.#phase;
    this.#phase = view.phase;
    this.#leftMs = view.phaseLeftMs;
    if (isNew) return phaseLine(view);
    const name = view.phase.replace(/ \d+\/\d+/, '');
    const crossed = (ms: number) => beforeMs > ms && view.phaseLeftMs <= ms;
    if (crossed(0)) return `The time for ${name} is over. You can finish your answer.`;
    const isShort = crossed(shortTimeMs(budgetMs)) || crossed(budgetMs / 2);
    return isShort ? `${durationText(view.phaseLeftMs)} left in ${name}.` : undefined;
  }
}

function phaseLine({ phase, phaseLeftMs, totalLeftMs }: PromptView): string {
  const total = totalLeftMs > 0 ? `, ${durationText(totalLeftMs)} in all` : '';
  return phaseLeftMs > 0 ? `${phase}: ${durationText(phaseLeftMs)} left${total}.` : `${phase}: its time is over.`;
}

/** Such as `2 minutes` or `40 seconds`. */
function durationText(ms: number): string {
  const seconds = Math.ceil(ms / 1_000);
  const minutes = Math.round(seconds / 60);
  if (seconds < 90 && seconds !== 60) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}
