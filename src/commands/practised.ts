import type { SessionSummary } from '../context.ts';

/** What the sessions say of one problem. */
export interface Practice {
  readonly attempts: number;
  readonly finished: number;
  /** ISO 8601, as in the journal. */
  readonly lastPractisedAt: string | undefined;
  readonly lastMs: number | undefined;
}

/** Looks a problem's practice up. Scripted sessions and those that cannot be read do not count. */
export function practiceByProblem(sessions: readonly SessionSummary[]): (problem: string) => Practice {
  const practised = new Map<string, Practice>();
  const none: Practice = { attempts: 0, finished: 0, lastPractisedAt: undefined, lastMs: undefined };
  for (const session of sessions) {
    if (!('header' in session) || session.header.scripted) continue;
    const { problem, startedAt } = session.header;
    const before = practised.get(problem.id) ?? none;
    const startedMs = Date.parse(startedAt);
    const isLatest = before.lastMs === undefined || startedMs > before.lastMs;
    practised.set(problem.id, {
      attempts: before.attempts + 1,
      finished: before.finished + (session.finished ? 1 : 0),
      lastPractisedAt: isLatest ? startedAt : before.lastPractisedAt,
      lastMs: isLatest ? startedMs : before.lastMs,
    });
  }
  return (problem) => practised.get(problem) ?? none;
}
