import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import { parseProblem } from '../../src/catalogue/content-file.ts';
import type { Problem } from '../../src/catalogue/schema.ts';
import type { Weights } from '../../src/lexicon/weights.ts';

function contentOf(id: string): { readonly problem: Problem; readonly weights: Weights } {
  const bytes = (path: string) => readFileSync(fileURLToPath(new URL(`../../problems/${path}`, import.meta.url)));
  const parsed = parseProblem({ path: `problems/${id}.yaml`, taken: false, bytes: bytes(`${id}.yaml`) });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics[0]));
  return { problem: parsed.value, weights: JSON.parse(bytes(`weights/${id}.json`).toString()) as Weights };
}

describe.each(['rate-limiter', 'url-shortener', 'notification-system'])('of %s', (id) => {
  const { problem, weights } = contentOf(id);
  const stateOf = ({ id: own, stage }: Problem['points'][number], text: string) =>
    assess(problem.points, [{ phase: stage, text, stages: [stage] }], weights).find((each) => each.id === own)?.state;

  test('every model answer makes its point', () => {
    const missed = problem.points.filter((point) => stateOf(point, point.answer) !== 'covered');
    expect(missed.map((point) => point.id)).toEqual([]);
  });

  test('no probe and no hint gives its point away', () => {
    const given = problem.points.flatMap((point) =>
      [point.probe, ...point.hints].filter((text) => stateOf(point, text) === 'covered'),
    );
    expect(given).toEqual([]);
  });
});
