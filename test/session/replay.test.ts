import { expect, test } from 'vitest';
import { decide, type Intent } from '../../src/session/decide.ts';
import type { SessionEvent, SessionEventBody } from '../../src/session/events.ts';
import { reduce, replay } from '../../src/session/reduce.ts';
import { initialState, type SessionState } from '../../src/session/state.ts';
import { visitorCounter } from '../harness/catalogue.ts';
import { fc } from '../harness/properties.ts';
import { header, phases } from './sessions.ts';

const text = fc.string({ unit: 'binary', maxLength: 20 });
const phaseName = fc.constantFrom('requirements', 'design', 'trade-offs', 'nowhere', '');

const intent: fc.Arbitrary<Intent> = fc.oneof(
  fc.record({ type: fc.constantFrom('answer', 'ask', 'note'), text }) as fc.Arbitrary<Intent>,
  text.map((draft) => ({ type: 'next', draft }) as const),
  phaseName.map((phase) => ({ type: 'back', phase }) as const),
  fc.constantFrom<Intent>({ type: 'undo' }, { type: 'pause', reason: 'asked' }, { type: 'resume' }),
  fc.nat(10_000).map((awayMs) => ({ type: 'continue', awayMs }) as const),
  fc.constantFrom<Intent>({ type: 'leave', by: 'quit' }, { type: 'leave', by: 'hangup' }),
  text.map((said) => ({ type: 'say', turns: [{ kind: 'question', text: said }] }) as const),
);

const body: fc.Arbitrary<SessionEventBody> = fc.oneof(
  fc.constant<SessionEventBody>({ type: 'opened', phases, problem: visitorCounter }),
  phaseName.map((phase) => ({ type: 'phase-opened', phase }) as const),
  phaseName.map((phase) => ({ type: 'phase-ended', phase, by: 'next' }) as const),
  fc
    .record({ phase: phaseName, text })
    .map((said) => ({ type: 'said', speaker: 'candidate', kind: 'answer', ...said }) as const),
  fc.record({ phase: phaseName, text }).map((note) => ({ type: 'noted', ...note }) as const),
  fc.integer({ min: -2, max: 9 }).map((turn) => ({ type: 'withdrawn', turn }) as const),
  phaseName.map((phase) => ({ type: 'went-back', phase }) as const),
  fc.constantFrom<SessionEventBody>(
    { type: 'paused', reason: 'slept' },
    { type: 'continued' },
    { type: 'left', by: 'quit' },
    { type: 'resumed' },
    { type: 'ended' },
    { type: 'unknown', name: 'probe' },
  ),
);

test('replaying what was decided gives the live state, for any intents at any times', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(intent, fc.nat(900_000)), { maxLength: 40 }), (steps) => {
      let live: SessionState = initialState(header);
      let at = 0;
      const events: SessionEvent[] = [];
      for (const [each, delay] of [[{ type: 'open', phases, problem: visitorCounter }, 0] as const, ...steps]) {
        at += delay;
        const decision = decide(live, each, at);
        expect(decision.events.length === 0 || decision.refusal === undefined).toBe(true);
        events.push(...decision.events);
        live = decision.events.reduce(reduce, live);
      }
      expect(replay({ header, events: JSON.parse(JSON.stringify(events)) })).toEqual(live);
    }),
  );
});

test('any list of events replays, in any order, without an exception', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(body, fc.nat(900_000)), { maxLength: 40 }), (list) => {
      const state = replay({ header, events: list.map(([event, at]) => ({ ...event, at })) });
      expect(state.turns.map((turn) => turn.turn)).toEqual([...state.turns.keys()]);
      expect(
        state.phases.filter((phase) => phase.openedAt !== undefined && phase.endedAt === undefined).length,
      ).toBeLessThanOrEqual(1);
    }),
  );
});
