import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Template } from '../../src/catalogue/schema.ts';
import { planPhases } from '../../src/session/time-budget.ts';

const folder = new URL('../../templates/', import.meta.url);
const templates = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => parse(readFileSync(new URL(name, folder), 'utf8')) as Template);

const budgets = (id: string, minutes: number) => planPhases(named(id), minutes)?.map((phase) => phase.budgetMinutes);

function named(id: string): Template {
  const template = templates.find((each) => each.id === id);
  if (template === undefined) throw new Error(`no template ${id}`);
  return template;
}

describe('planPhases', () => {
  test.each(templates.map((template) => [template.id, template] as const))(
    'gives %s whole-minute budgets that add up, from 15 to 240 minutes',
    (_, template) => {
      for (let minutes = 15; minutes <= 240; minutes++) {
        const phases = planPhases(template, minutes) ?? [];
        expect(phases.reduce((sum, phase) => sum + phase.budgetMinutes, 0)).toBe(minutes);
        for (const phase of phases) {
          expect(Number.isInteger(phase.budgetMinutes)).toBe(true);
          expect(phase.budgetMinutes).toBeGreaterThanOrEqual(1);
          if (minutes >= 45 && phase.stages.includes('requirements'))
            expect(phase.budgetMinutes).toBeGreaterThanOrEqual(5);
        }
      }
    },
  );

  test.each([
    ['five-phase', 60, [10, 10, 15, 15, 10]],
    ['five-phase', 45, [5, 10, 15, 10, 5]],
    ['five-phase', 53, [9, 9, 13, 13, 9]],
    ['framework', 60, [5, 15, 20, 15, 5]],
    ['l6', 60, [5, 5, 14, 18, 9, 5, 4]],
    ['l6', 45, [5, 4, 10, 13, 7, 3, 3]],
  ])('gives %s at %i minutes %j', (id, minutes, expected) => {
    expect(budgets(id, minutes)).toEqual(expected);
  });

  test('uses the 45-minute plan up to 52 minutes and the 60-minute plan from 53 on', () => {
    const shareOfCapacity = (minutes: number) => (budgets('five-phase', minutes)?.[1] ?? 0) / minutes;
    expect(shareOfCapacity(52)).toBeGreaterThan(0.21);
    expect(shareOfCapacity(53)).toBeLessThan(0.18);
  });

  test('gives ties to the earlier phase', () => {
    const two = {
      ...named('framework'),
      phases: named('framework')
        .phases.slice(1, 3)
        .map((phase) => ({ ...phase, minutes: 10 })),
    };
    expect(planPhases(two, 15)?.map((phase) => phase.budgetMinutes)).toEqual([8, 7]);
  });

  test('has no plan where there is less than a minute a phase', () => {
    expect(planPhases(named('five-phase'), 4)).toBeUndefined();
    expect(budgets('five-phase', 5)).toEqual([1, 1, 1, 1, 1]);
  });
});
