import { describe, expect, test } from 'vitest';
import type { PromptView } from '../../../src/context.ts';
import { Thresholds } from '../../../src/terminal/plain/thresholds.ts';

const view = (phaseLeftMs: number, phase = 'Capacity 2/7', phaseBudgetMs = 600_000): PromptView => ({
  title: '',
  phase,
  phaseBudgetMs,
  phaseLeftMs,
  totalLeftMs: 2_400_000,
  paused: false,
  turns: [],
  notice: undefined,
  saved: '',
});

/** What is said while the time runs down second by second. */
function saidFrom(fromMs: number, toMs: number): readonly string[] {
  const thresholds = new Thresholds();
  const said: string[] = [];
  for (let leftMs = fromMs; leftMs >= toMs; leftMs -= 1_000) {
    const sentence = thresholds.cross(view(leftMs, 'Capacity 2/7', fromMs));
    if (sentence !== undefined) said.push(sentence);
  }
  return said;
}

describe('thresholds', () => {
  test('are the half, the last two minutes and zero', () => {
    expect(saidFrom(1_200_000, -60_000)).toEqual([
      'Capacity 2/7: 20 minutes left, 40 minutes in all.',
      '10 minutes left in Capacity.',
      '2 minutes left in Capacity.',
      'The time for Capacity is over. You can finish your answer.',
    ]);
  });

  test('are the last fifth in a short phase', () => {
    expect(saidFrom(300_000, 1_000)).toEqual([
      'Capacity 2/7: 5 minutes left, 40 minutes in all.',
      '3 minutes left in Capacity.',
      '1 minute left in Capacity.',
    ]);
  });

  test('begin anew with each phase', () => {
    const thresholds = new Thresholds();
    thresholds.cross(view(10_000));
    expect(thresholds.cross(view(300_000, 'Design 3/7'))).toBe('Design 3/7: 5 minutes left, 40 minutes in all.');
    expect(thresholds.cross(view(299_000, 'Design 3/7'))).toBeUndefined();
  });
});
