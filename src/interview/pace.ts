import { budgetMs, openPhase, phaseLeftMs, type SessionState } from '../session/state.ts';

const WARN_AT_MS = 120_000;
const WARN_SHARE = 0.2;

/** Tells when the bell rings: at the smaller of two minutes and a fifth of the phase's budget, and at its zero. */
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
    const warning = Math.min(WARN_AT_MS, budgetMs(phase) * WARN_SHARE);
    return before > warning && left <= warning ? 'warning' : undefined;
  }
}
