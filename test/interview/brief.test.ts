import { expect, test } from 'vitest';
import { briefText } from '../../src/interview/brief.ts';
import { ownNumbers } from '../../src/interview/own-working.ts';
import type { Intent } from '../../src/session/decide.ts';
import { play } from '../session/sessions.ts';

const brief = (...intents: readonly Intent[]) => {
  const { state } = play(...intents.map((intent, index) => [index + 1, intent] as const));
  return briefText(state, ownNumbers(state));
};
const answer = (text: string): Intent => ({ type: 'answer', text });

test('the problem stands alone where nothing was asked, changed or worked out', () => {
  expect(brief(answer('302 with max-age=0 = no caching'))).toBe(
    [
      'The problem',
      'Design a counter of visitors.\n\nEvery museum shows the number of people inside.',
      '',
      'You have asked for no fact yet; /ask is how.',
    ].join('\n'),
  );
});

test('what changed stands there in the words of the problem', () => {
  const turns = [{ kind: 'twist', about: 'groups', text: 'Before that: Doors now count groups of people.' }] as const;
  expect(brief({ type: 'say', turns })).toContain('\n\nWhat changed\nDoors now count groups of people.');
});

test.each([
  [['peak = 100M/min = 1.67M/s, so we shard'], ['peak = 100M/min = 1.67M/s']],
  [['counters = 10K * 1M * 64 bytes\n  in all'], ['counters = 10K * 1M * 64 bytes']],
  [
    ['qps = 50K/s', 'reads = qps * 3'],
    ['qps = 50K/s', 'reads = qps * 3'],
  ],
  [['We serve 50K/s.\npeak = 3 * 50K/s = 150K/s'], ['peak = 3 * 50K/s = 150K/s']],
  [['peak = 2 * 3 = 6', 'peak = 2 * 3 = 6'], ['peak = 2 * 3 = 6']],
  [['Redirect status: 302 with Cache-Control: private, max-age=0 - a 301 would be cached by\nthe browser'], []],
  [['const retries = 3;', 'client -> api => 2 stores', 'if a == 3 we stop'], []],
])('of %j it holds the working alone', (answers, numbers) => {
  const shown = brief(...answers.map(answer)).split('\n\nYour numbers\n')[1];
  expect(shown?.split('\n') ?? []).toEqual(numbers);
});

test('what /calc worked out stands there as it was worked out, and what was withdrawn does not', () => {
  const calculate = { type: 'calculate', text: '10B * 2 = 20B' } as const;
  const shown = brief(calculate, answer('peak = 2 * 3 = 6'), { type: 'undo' });
  expect(shown).toMatch(/Your numbers\n10B \* 2 = 20B$/);
});
