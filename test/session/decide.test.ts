import { describe, expect, test } from 'vitest';
import { reduce } from '../../src/session/reduce.ts';
import {
  elapsedMs,
  initialState,
  openPhase,
  phaseLeftMs,
  type SessionState,
  totalLeftMs,
  usedMs,
} from '../../src/session/state.ts';
import { visitorCounter } from '../harness/catalogue.ts';
import { header, minutes, phases, play, playIn } from './sessions.ts';

const answer = (text: string) => ({ type: 'answer', text }) as const;
const next = (draft = '') => ({ type: 'next', draft }) as const;

describe('a phase', () => {
  test('holds any number of turns before its zero', () => {
    const { state } = play([minutes(1), answer('one')], [minutes(4.9), answer('two')]);
    expect(openPhase(state)?.id).toBe('requirements');
    expect(state.turns.map((turn) => [turn.text, turn.overtime])).toEqual([
      ['one', false],
      ['two', false],
    ]);
  });

  test('ends when an answer is sent at its zero, and the answer is marked overtime', () => {
    const { state, events } = play([minutes(5), answer('late')]);
    expect(openPhase(state)?.id).toBe('design');
    expect(state.turns[0]).toMatchObject({ phase: 'requirements', overtime: true, added: false });
    expect(events.slice(2).map((event) => event.type)).toEqual(['said', 'phase-ended', 'phase-opened']);
  });

  test('does not end by time alone, nor by a question to the interviewer', () => {
    const { state } = play([minutes(9), { type: 'ask', text: 'how many museums?' }]);
    expect(openPhase(state)?.id).toBe('requirements');
  });

  test('ends by next, which sends the draft first', () => {
    const { state } = play([minutes(1), next('typed so far')]);
    expect(state.turns.map((turn) => [turn.phase, turn.text])).toEqual([['requirements', 'typed so far']]);
    expect(openPhase(state)?.id).toBe('design');
  });

  test('ends by next with a blank draft and sends nothing', () => {
    expect(play([minutes(1), next(' \n ')]).state.turns).toEqual([]);
  });

  test('over its budget leaves the budgets of later phases as they are', () => {
    const { state } = play([minutes(9), next()]);
    const design = openPhase(state);
    expect(design && phaseLeftMs(design, minutes(9))).toBe(minutes(10));
    expect(state.phases[0] && elapsedMs(state.phases[0], minutes(20))).toBe(minutes(9));
    expect(totalLeftMs(state, minutes(31))).toBe(-minutes(1));
  });
});

test('the session ends behind the last phase, and nothing is taken after that', () => {
  const { state, refusal } = play([1, next()], [2, next()], [3, next('the end')], [4, answer('too late')]);
  expect(state.ended).toBe(true);
  expect(state.turns.map((turn) => turn.text)).toEqual(['the end']);
  expect(refusal).toBe('The interview is over.');
});

describe('going back', () => {
  test('sends the next answer to the earlier phase, and only that one', () => {
    const { state } = play(
      [1, next()],
      [2, { type: 'back', phase: 'requirements' }],
      [3, answer('forgot this')],
      [4, answer('the design')],
    );
    expect(state.turns.map((turn) => [turn.phase, turn.added, turn.at])).toEqual([
      ['requirements', true, 3],
      ['design', false, 4],
    ]);
  });

  test('takes a title as well as an id, and the open phase to stay', () => {
    expect(play([1, next()], [2, { type: 'back', phase: 'Requirements' }]).state.back).toBe('requirements');
    const stayed = play(
      [1, next()],
      [2, { type: 'back', phase: 'requirements' }],
      [3, { type: 'back', phase: 'design' }],
    );
    expect(stayed.state.back).toBeUndefined();
  });

  test.each(['1', 'req', 'REQUIRE'])('takes its number on the screen and its beginning: %s', (phase) => {
    expect(play([1, next()], [2, { type: 'back', phase }]).state.back).toBe('requirements');
  });

  test('takes a word of its title', () => {
    const named = phases.map((phase) => ({ ...phase, title: `The ${phase.title}` }));
    expect(playIn(named, [1, next()], [2, { type: 'back', phase: 'require' }]).state.back).toBe('requirements');
    expect(playIn(named, [1, next()], [2, { type: 'back', phase: 'the' }]).state.back).toBeUndefined();
  });

  test('does not end an overdue phase with the turn that went back', () => {
    const { state } = play(
      [1, next()],
      [minutes(30), { type: 'back', phase: 'requirements' }],
      [minutes(30), answer('x')],
    );
    expect(openPhase(state)?.id).toBe('design');
  });

  test.each([
    [play([1, { type: 'back', phase: 'design' }]), 'This is the first phase; there is none to go back to.'],
    [play([1, next()], [2, { type: 'back', phase: 'trade-offs' }]), 'Which phase? /back requirements'],
    [play([1, next()], [2, { type: 'back', phase: '' }]), 'Which phase? /back requirements'],
  ])('is refused where there is no such earlier phase', ({ refusal, state }, sentence) => {
    expect(refusal).toBe(sentence);
    expect(state.back).toBeUndefined();
  });
});

test('a phase that is tried again has its whole budget, and keeps the time of all its tries', () => {
  const coached = [
    { at: 0, type: 'opened', phases, problem: visitorCounter },
    { at: 0, type: 'phase-opened', phase: 'requirements' },
    { at: minutes(4), type: 'phase-ended', phase: 'requirements', by: 'next' },
    { at: minutes(4), type: 'phase-opened', phase: 'design' },
    { at: minutes(6), type: 'retried', phase: 'requirements' },
    { at: minutes(7), type: 'phase-ended', phase: 'requirements', by: 'next' },
    { at: minutes(7), type: 'phase-opened', phase: 'design' },
  ] as const;
  const state = coached.reduce<SessionState>(reduce, initialState(header));
  const at = minutes(10);
  expect(state.phases.map((phase) => usedMs(phase, at))).toEqual([minutes(5), minutes(5), 0]);
  expect(state.phases.map(({ triedBefore }) => triedBefore)).toEqual([1, 0, 0]);
  expect(state.phases.map((phase) => phaseLeftMs(phase, at))).toEqual([minutes(4), minutes(7), minutes(15)]);
});

describe('undo', () => {
  test('withdraws the last turn sent, then the one before', () => {
    const { state } = play([1, answer('a')], [2, answer('b')], [3, { type: 'undo' }], [4, { type: 'undo' }]);
    expect(state.turns.map((turn) => turn.withdrawn)).toEqual([true, true]);
  });

  test('aims the corrected answer at the phase it was withdrawn from', () => {
    const { state } = play([1, next('wrong')], [2, { type: 'undo' }], [3, answer('right')]);
    expect(state.turns.map((turn) => [turn.text, turn.phase, turn.withdrawn])).toEqual([
      ['wrong', 'requirements', true],
      ['right', 'requirements', false],
    ]);
  });

  test('is refused when nothing was sent', () => {
    expect(play([1, { type: 'undo' }]).refusal).toBe('Nothing was sent yet.');
  });
});

describe('a pause', () => {
  test('is an event with its length, and lets nothing but notes through', () => {
    const paused = play([1, { type: 'pause', reason: 'asked' }], [1, { type: 'note', text: 'n' }], [1, answer('x')]);
    expect(paused.state).toMatchObject({ paused: true, turns: [], notes: [{ text: 'n' }] });
    expect(paused.refusal).toBe('The clock is paused; /pause goes on.');
    const { state } = play([1, { type: 'pause', reason: 'asked' }], [1, { type: 'continue', awayMs: 500 }]);
    expect(state).toMatchObject({ paused: false, pauses: [{ at: 1, reason: 'asked', awayMs: 500 }] });
  });

  test('ends when a session is resumed', () => {
    const { state } = play(
      [1, { type: 'pause', reason: 'asked' }],
      [1, { type: 'leave', by: 'quit' }],
      [1, { type: 'resume' }],
    );
    expect(state).toMatchObject({ paused: false, leavings: [{ at: 1, by: 'quit' }] });
  });
});

test.each(['answer', 'ask', 'note'] as const)('a blank %s is refused with a sentence and no event', (type) => {
  const { refusal, events } = play([1, { type, text: ' \n' }]);
  expect(refusal).toMatch(/^(Nothing to send|Ask about|A note needs)/);
  expect(events).toHaveLength(2);
});
