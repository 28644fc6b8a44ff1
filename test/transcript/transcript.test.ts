import { expect, test } from 'vitest';
import type { SessionEvent } from '../../src/session/events.ts';
import { plainTheme } from '../../src/text/theme.ts';
import { renderJson } from '../../src/transcript/json.ts';
import { renderTerminal } from '../../src/transcript/terminal.ts';
import { transcribe } from '../../src/transcript/transcript.ts';
import { phaseMinutes, turnsToShow } from '../../src/transcript/wording.ts';
import { answered, at, fullRecord, headerLike, MINUTE, recordLike } from '../harness/sessions.ts';

test('a phase has its time, its overtime and its turns', () => {
  const { phases } = transcribe(fullRecord());
  const summary = phases.map(({ id, elapsedMs, overtimeMs, turns }) => [
    id,
    elapsedMs / MINUTE,
    overtimeMs / MINUTE,
    turns.length,
  ]);
  expect(summary).toEqual([
    ['requirements', 6.5, 1.5, 8],
    ['design', 7.5, 0, 3],
    ['trade-offs', 4, 0, 2],
  ]);
});

test('an answer sent back to a phase stands in that phase and is marked', () => {
  const turn = transcribe(fullRecord()).phases[0]?.turns.at(-1);
  expect(turn).toMatchObject({ text: 'Also: 10 doors a museum.', added: true, at: 13 * MINUTE });
});

test('an open session counts its running phase up to the last event', () => {
  const transcript = transcribe(recordLike({}, at(4, answered('requirements', 'x'))));
  expect(transcript).toMatchObject({ finished: false, elapsedMs: 4 * MINUTE, overtimeMs: 0 });
  expect(transcript.phases.map(({ reached, elapsedMs }) => [reached, elapsedMs])).toEqual([
    [true, 4 * MINUTE],
    [false, 0],
    [false, 0],
  ]);
});

test('what is left of the plan is overtime of the session', () => {
  expect(transcribe(recordLike({}, at(33, answered('requirements', 'x')))).overtimeMs).toBe(3 * MINUTE);
});

test('a journal without events has a transcript', () => {
  const transcript = transcribe({ header: headerLike(), events: [] });
  expect(transcript).toMatchObject({ phases: [], statement: undefined, finished: false, elapsedMs: 0 });
});

test('a phase that was left for another try of the one before keeps its time, and its question stands once', () => {
  const question = {
    type: 'said',
    speaker: 'interviewer',
    kind: 'question',
    phase: 'design',
    text: 'Draw it.',
  } as const;
  const left = [
    ...at(2, answered('requirements', 'x'), { type: 'phase-ended', phase: 'requirements', by: 'next' }),
    ...at(2, { type: 'phase-opened', phase: 'design' }, question),
    ...at(3, { type: 'retried', phase: 'requirements' }),
    ...at(5, answered('requirements', 'y'), { type: 'phase-ended', phase: 'requirements', by: 'next' }),
  ];
  const shown = (...events: readonly SessionEvent[]) => {
    const phase = transcribe(recordLike({ mode: 'coach' }, [...left, ...events])).phases[1];
    if (phase === undefined) throw new Error('there is no second phase');
    return [phaseMinutes(phase), turnsToShow(phase).map(({ text }) => text)];
  };
  expect(shown()).toEqual(['1 of 15 min', ['Draw it.']]);
  const again = at(5, { type: 'phase-opened', phase: 'design' }, question);
  expect(shown(...again)).toEqual(['1 of 15 min', ['Draw it.']]);
  expect(shown(...again, ...at(6, answered('design', 'z')))).toEqual(['2 of 15 min', ['Draw it.', 'z']]);
});

test('the statement is shown once', () => {
  const text = renderTerminal(transcribe(fullRecord()), { theme: plainTheme, columns: 80 });
  expect(text.match(/Design a counter of visitors/g)).toHaveLength(1);
});

test('empty lines at the end of an answer are shown in no terminal', () => {
  const text = (answer: string) =>
    renderTerminal(transcribe(recordLike({}, at(1, answered('requirements', answer)))), {
      theme: plainTheme,
      columns: 80,
    });
  expect(text('first\n\nlast\n\n')).toBe(text('first\n\nlast'));
});

test('no line is wider than the terminal', () => {
  for (const columns of [40, 60, 80, 100]) {
    const text = renderTerminal(transcribe(fullRecord()), { theme: plainTheme, columns });
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(columns);
  }
});

test('JSON keeps every answer as it was and prints no unseen character', () => {
  const answer = '\x1b]0;x\x07 \u202e \u200b \u{e0041} \x9b31m 日本';
  const json = renderJson(transcribe(recordLike({}, at(1, answered('requirements', answer)))));
  expect(JSON.parse(json).phases[0].turns.at(-1).text).toBe(answer);
  expect(json.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});
