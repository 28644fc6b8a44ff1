import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { type EvaluatedPoint, figuresOf, judge } from './evaluation.ts';
import type { LabelledSet } from './labelled-set.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const set = JSON.parse(read('./tuning/rate-limiter.given.json')) as LabelledSet;
const { points } = parse(read('../../problems/rate-limiter.yaml')) as { points: EvaluatedPoint[] };

test('the set that the matcher was tuned on stays where it was', () => {
  const judgements = judge('given', set, points);
  const figures = figuresOf(judgements);
  expect(figures.decisions).toBe(150);
  expect(figures.accuracy).toBeGreaterThanOrEqual(0.85);
  expect(figures.kappa).toBeGreaterThanOrEqual(0.7);
  expect(figures.unsure).toBeLessThanOrEqual(0.15);
  expect(figures.stuffing).toBeLessThanOrEqual(0.1);
  expect(judgements.filter(({ isForged }) => isForged)).toEqual([]);
});
