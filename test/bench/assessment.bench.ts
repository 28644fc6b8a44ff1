import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { test } from 'vitest';
import { parse } from 'yaml';
import type { AssessedPoint } from '../../src/assessment/assess.ts';
import type { Answer } from '../../src/assessment/text/corpus.ts';
import type { Weights } from '../../src/lexicon/weights.ts';
import type { LabelledSet } from '../corpus/labelled-set.ts';

const ROUNDS = 21;
const LETTERS = ['c', 'd', 'f', 'h'];
const ID = 'rate-limiter';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Bundled as in the program: vitest calls what is imported in a slower way. */
const { importSource } = (await import(join(root, 'build/bundle.js'))) as {
  importSource: (
    root: string,
    path: string,
    folder: string,
  ) => Promise<typeof import('../../src/assessment/assess.ts')>;
};
const { assess } = await importSource(root, 'src/assessment/assess.ts', join(root, 'dist', `.bench-${process.pid}`));

function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

function pointsOf(id: string): readonly AssessedPoint[] {
  return (parse(textOf(`problems/${id}.yaml`)) as { points: AssessedPoint[] }).points;
}

const points = pointsOf(ID);
const sixty = [...points, ...pointsOf('notification-system')].slice(0, 60);
const weights = JSON.parse(textOf(`problems/weights/${ID}.json`)) as Weights;
const candidates = LETTERS.flatMap(
  (letter) => (JSON.parse(textOf(`test/corpus/tuning/${ID}.${letter}.json`)) as LabelledSet).candidates,
);

/** Real answers, over and over again. */
function answersOf(words: number): Answer[] {
  const answers: Answer[] = [];
  for (let count = 0, round = 0; count < words; round++) {
    const { answers: texts } = candidates[round % candidates.length] ?? { answers: {} };
    for (const [phase, text] of Object.entries<string>(texts)) {
      if (count >= words) break;
      answers.push({ phase, text, stages: [phase] });
      count += text.split(/\s+/).length;
    }
  }
  return answers;
}

function median(measure: () => void): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    measure();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN;
}

test('judging', () => {
  const long = answersOf(20_000);
  const usual = answersOf(2_000);
  const bySignals = median(() => assess(sixty, long));
  const byWeights = median(() => assess(points, long, weights));
  const interview = median(() => assess(points, usual, weights));
  const table = [
    '| what | measured | mark |',
    '|---|---|---|',
    `| 20,000 words against 60 points, by signals | ${bySignals.toFixed(0)} ms | ≤ 150 |`,
    `| 20,000 words against the ${points.length} points of a problem, by weights | ${byWeights.toFixed(0)} ms | ≤ 150 |`,
    `| 2,000 words, an interview, by weights | ${interview.toFixed(0)} ms | reported |`,
  ].join('\n');
  mkdirSync('.reports', { recursive: true });
  writeFileSync('.reports/bench-assessment.md', `${table}\n`);
  process.stdout.write(`\n${table}\n`);
});
