import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assess } from '../../src/assessment/assess.ts';
import type { EvaluatedPoint } from './evaluation.ts';

/** Problem -> a line for each of its points. */
type Lines = Readonly<Record<string, readonly { readonly id: string; readonly text: string }[]>>;

/** How many single lines that should earn nothing are credited: opposite claims, or bare keywords. */
function creditedLines(path: string, pointsOf: (problem: string) => readonly EvaluatedPoint[]): string | undefined {
  if (!existsSync(path)) return undefined;
  const lines = JSON.parse(readFileSync(path, 'utf8')) as Lines;
  let credited = 0;
  let all = 0;
  for (const [problem, each] of Object.entries(lines)) {
    const points = new Map(pointsOf(problem).map((point) => [point.id, point]));
    for (const { id, text } of each) {
      const point = points.get(id);
      if (point === undefined) continue;
      all++;
      if (assess([point], [{ phase: 'design', text }])[0]?.state === 'covered') credited++;
    }
  }
  return `${credited} of ${all} (${((100 * credited) / Math.max(1, all)).toFixed(0)} %)`;
}

/** The two lists beside the sets. */
export function linesReport(setsFolder: string, pointsOf: (problem: string) => readonly EvaluatedPoint[]): string {
  const row = (what: string, file: string) => {
    const credited = creditedLines(join(setsFolder, 'lines', file), pointsOf);
    return credited === undefined ? '' : `${what}: ${credited}\n`;
  };
  return row('Opposite claims credited', 'flips.json') + row('Bare keyword lines credited', 'keywords.json');
}
