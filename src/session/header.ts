import type { Level } from '../catalogue/words.ts';

/** `interview` gives no feedback before the debrief; `coach` gives it after each phase. */
type Mode = 'interview' | 'coach';

/** What is fixed when a session starts. Wall time and versions stand here and in no event. */
export interface SessionHeader {
  /** The session's id and folder name, such as `2026-11-22-rate-limiter`. */
  readonly session: string;
  /** Local time with its offset from UTC (ISO 8601). */
  readonly startedAt: string;
  /** IANA name, such as `Europe/Berlin`. */
  readonly timeZone: string;
  readonly versions: { readonly sdi: string; readonly node: string };
  /** `hash` is the SHA-256 of the problem's JSON, in hexadecimal. */
  readonly problem: { readonly id: string; readonly title: string; readonly version: string; readonly hash: string };
  readonly template: { readonly id: string; readonly title: string };
  readonly level: Level;
  readonly mode: Mode;
  /** Planned length in minutes: the sum of the phases' budgets. */
  readonly minutes: number;
  readonly seed: number;
  /** Played from an answers file; such sessions stay out of attempts and statistics. */
  readonly scripted: boolean;
}
