import type { SessionRecord } from '../../src/context.ts';
import type { SessionEvent, SessionEventBody } from '../../src/session/events.ts';
import type { SessionHeader } from '../../src/session/header.ts';
import { planPhases } from '../../src/session/time-budget.ts';
import { shortTemplate, visitorCounter } from './catalogue.ts';

export const MINUTE = 60_000;

/** A header of a session of `visitorCounter`. */
export function headerLike(changes: Partial<SessionHeader> = {}): SessionHeader {
  return {
    session: '2026-11-20-visitor-counter',
    startedAt: '2026-11-20T09:30:00+01:00',
    timeZone: 'Europe/Berlin',
    versions: { sdi: '0.1.0', node: '20.19.0' },
    problem: { id: 'visitor-counter', title: 'Visitor counter', version: '1.0.0', hash: 'ab'.repeat(32) },
    template: { id: 'l6', title: 'Short L6 design' },
    level: 'L6',
    mode: 'interview',
    minutes: 30,
    seed: 7,
    scripted: false,
    ...changes,
  };
}

/** Events that open a session; the statement and the first question are said. */
function openingEvents(): readonly SessionEvent[] {
  const phases = planPhases(shortTemplate, 30) ?? [];
  return at(
    0,
    { type: 'opened', phases, problem: visitorCounter },
    { type: 'phase-opened', phase: 'requirements' },
    asked('statement', 'requirements', visitorCounter.statement),
    asked('question', 'requirements', 'What would you like to know?'),
  );
}

/** Events at a number of minutes. */
export function at(minutes: number, ...bodies: readonly SessionEventBody[]): readonly SessionEvent[] {
  return bodies.map((body) => ({ ...body, at: minutes * MINUTE }));
}

export function answered(phase: string, text: string): SessionEventBody {
  return { type: 'said', speaker: 'candidate', kind: 'answer', phase, text };
}

export function asked(
  kind: 'statement' | 'question' | 'fact' | 'nudge',
  phase: string,
  text: string,
): SessionEventBody {
  return { type: 'said', speaker: 'interviewer', kind, phase, text };
}

/** A session that was just opened, unless more events follow. */
export function recordLike(changes: Partial<SessionHeader> = {}, events: readonly SessionEvent[] = []): SessionRecord {
  return { header: headerLike(changes), events: [...openingEvents(), ...events] };
}

/** The full session with what was made of it: one point covered with two quotes, one missed, and a reflection. */
export function debriefedRecord(): SessionRecord {
  const [point] = visitorCounter.points;
  if (point === undefined) throw new Error('The visitor counter has no points.');
  const missed = {
    ...point,
    id: 'late',
    claim: 'Says how late a total may be.',
    answer: 'Five seconds, told on the screen.',
  };
  const problem = { ...visitorCounter, points: [point, missed] };
  const evidence = [
    { phase: 'requirements', quote: 'Count people in and out.' },
    { phase: 'design', quote: 'door -> gateway -> counter -> store' },
  ];
  const { header, events } = fullRecord();
  return {
    header,
    events: [
      ...events.map((event) => (event.type === 'opened' ? { ...event, problem } : event)),
      ...at(
        18,
        {
          type: 'assessed',
          matcher: 1,
          points: [
            { id: point.id, state: 'covered', evidence },
            { id: missed.id, state: 'missed', evidence: [] },
          ],
        },
        { type: 'reflected', text: 'More numbers.' },
      ),
    ],
  };
}

/** A session with one of everything: facts, overtime, a withdrawn turn, a way back, a pause, a leaving, notes, the end. */
export function fullRecord(): SessionRecord {
  return recordLike({}, [
    ...at(1, { type: 'said', speaker: 'candidate', kind: 'ask', phase: 'requirements', text: 'how many museums?' }),
    ...at(1, asked('fact', 'requirements', '1,000 museums with 10 doors each.')),
    ...at(2, answered('requirements', 'Count people in and out.\n- exact is not needed\n- 5 s stale is fine')),
    ...at(3, { type: 'noted', phase: 'requirements', text: 'ask about groups' }),
    ...at(5, asked('nudge', 'requirements', 'The time for Requirements is over. /next moves on when you are ready.')),
    ...at(6.5, answered('requirements', 'Out of scope: tickets.')),
    ...at(6.5, { type: 'phase-ended', phase: 'requirements', by: 'time' }, { type: 'phase-opened', phase: 'design' }),
    ...at(6.5, asked('question', 'design', 'What are the parts?')),
    ...at(8, answered('design', 'door -> gateway')),
    ...at(8.2, { type: 'withdrawn', turn: 6 }),
    ...at(9, { type: 'paused', reason: 'asked' }),
    ...at(9, { type: 'continued', awayMs: 3 * MINUTE }),
    ...at(12, answered('design', 'door -> gateway -> counter -> store\n\n\tstore: PostgreSQL')),
    ...at(12.5, { type: 'left', by: 'quit' }, { type: 'resumed' }),
    ...at(13, { type: 'went-back', phase: 'requirements' }, answered('requirements', 'Also: 10 doors a museum.')),
    ...at(14, { type: 'phase-ended', phase: 'design', by: 'next' }, { type: 'phase-opened', phase: 'trade-offs' }),
    ...at(14, asked('question', 'trade-offs', 'What did you give up?')),
    ...at(18, answered('trade-offs', 'Exactness, for 5 s.')),
    ...at(18, { type: 'phase-ended', phase: 'trade-offs', by: 'next' }, { type: 'ended' }),
  ]);
}
