import { budgetMs, openPhase, phaseLeftMs, type SessionState } from '../session/state.ts';
import { shortTimeMs } from '../session/time-budget.ts';

/** Tells when the bell rings: when the time of a phase is short, and when it is over. */
export class Pace {
  #phase: string | undefined;
  #leftMs = Number.POSITIVE_INFINITY;

  /** How much of the phase is left at a threshold that was just crossed; undefined when none was. */
  crossed(state: SessionState, at: number): 'warning' | 'zero' | undefined {
    const phase = openPhase(state);
    if (phase === undefined) return undefined;
    const left = phaseLeftMs(phase, at);
    // A phase just opened, or a session resumed: what was crossed before this reading was told before.
    const before = this.#phase === phase.id ? this.#leftMs : left;
    this.#phase = phase.id;
    this.#leftMs = left;
    if (before > 0 && left <= 0) return 'zero';
    const warning = shortTimeMs(budgetMs(phase));
    return before > warning && left <= warning ? 'warning' : undefined;
  }
}
