import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assess } from '../../src/assessment/assess.ts';
import type { Weights } from '../../src/lexicon/weights.ts';
import type { EvaluatedPoint } from './evaluation.ts';

/** Problem -> a line for each of its points. */
type Lines = Readonly<Record<string, readonly { readonly id: string; readonly text: string }[]>>;

type ReadProblem = (problem: string) => {
  readonly points: readonly EvaluatedPoint[];
  readonly weights: Weights | undefined;
};

/** How many single lines that should earn nothing are credited: opposite claims, or bare keywords. */
function creditedLines(path: string, read: ReadProblem): string | undefined {
  if (!existsSync(path)) return undefined;
  const lines = JSON.parse(readFileSync(path, 'utf8')) as Lines;
  let credited = 0;
  let all = 0;
  for (const [problem, each] of Object.entries(lines)) {
    const { points, weights } = read(problem);
    for (const { id, text } of each) {
      const decision = assess(points, [{ phase: 'design', text }], weights).find((found) => found.id === id);
      if (decision === undefined) continue;
      all++;
      if (decision.state === 'covered') credited++;
    }
  }
  return `${credited} of ${all} (${((100 * credited) / Math.max(1, all)).toFixed(0)} %)`;
}

/** The two lists beside the sets. */
export function linesReport(setsFolder: string, read: ReadProblem): string {
  const row = (what: string, file: string) => {
    const credited = creditedLines(join(setsFolder, 'lines', file), read);
    return credited === undefined ? '' : `${what}: ${credited}\n`;
  };
  return row('Opposite claims credited', 'flips.json') + row('Bare keyword lines credited', 'keywords.json');
}
