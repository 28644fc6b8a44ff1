import type { Intent } from '../../src/session/decide.ts';
import { decide } from '../../src/session/decide.ts';
import type { PlannedPhase, SessionEvent } from '../../src/session/events.ts';
import type { SessionHeader } from '../../src/session/header.ts';
import { reduce } from '../../src/session/reduce.ts';
import { initialState, type SessionState } from '../../src/session/state.ts';
import { visitorCounter } from '../harness/catalogue.ts';

/** Three phases of 5, 10 and 15 minutes. */
export const phases: readonly PlannedPhase[] = (['requirements', 'design', 'trade-offs'] as const).map((id, index) => ({
  id,
  title: `${id.charAt(0).toUpperCase()}${id.slice(1)}`,
  stages: [id],
  budgetMinutes: 5 * (index + 1),
  objective: 'An objective.',
  question: `What about ${id}?`,
}));

export const header: SessionHeader = {
  session: '2026-11-22-visitor-counter',
  startedAt: '2026-11-22T12:00:00Z',
  timeZone: 'UTC',
  versions: { sdi: '0.0.0-test', node: '20.19.0' },
  problem: { id: 'visitor-counter', title: 'Visitor counter', version: '1.0.0', hash: '0'.repeat(64) },
  template: { id: 'small', title: 'Small' },
  level: 'L6',
  mode: 'interview',
  minutes: 30,
  seed: 7,
  scripted: false,
};

export const minutes = (count: number) => count * 60_000;

/** The state, all events and the last refusal after intents at times. */
export function play(...steps: readonly (readonly [at: number, intent: Intent])[]) {
  return playIn(phases, ...steps);
}

export function playIn(phases: readonly PlannedPhase[], ...steps: readonly (readonly [at: number, intent: Intent])[]) {
  let state: SessionState = initialState(header);
  const events: SessionEvent[] = [];
  let refusal: string | undefined;
  for (const [at, intent] of [[0, { type: 'open', phases, problem: visitorCounter }] as const, ...steps]) {
    const decision = decide(state, intent, at);
    refusal = decision.refusal;
    events.push(...decision.events);
    state = decision.events.reduce(reduce, state);
  }
  return { state, events, refusal };
}
