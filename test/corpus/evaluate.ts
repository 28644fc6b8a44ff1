import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parse } from 'yaml';
import type { Weights } from '../../src/lexicon/weights.ts';
import {
  bestOverlap,
  type EvaluatedPoint,
  type Figures,
  figuresOf,
  interval,
  type Judgement,
  judge,
} from './evaluation.ts';
import type { LabelledSet } from './labelled-set.ts';
import { linesReport } from './single-lines.ts';

const HEAD = [
  'set',
  'method',
  'n',
  'accuracy',
  'κ',
  'precision',
  'recall',
  'unsure',
  'seen',
  'stuffing',
  'quotes carry',
];

/** The folders of sets, and what they are for. */
const USES = ['tuning', 'untuned'] as const;

/**
 * Prints a Markdown table of how the points' weights and signals do on labelled sets. `--points FOLDER` takes points from
 * other files than `problems/`, `--sets FOLDER` other sets, `--details` lists each decision that differs from its label.
 */
export function evaluate(root: string, args: readonly string[]): void {
  const option = (name: string, otherwise: string) => args[args.indexOf(name) + 1 || -1] ?? otherwise;
  const setsFolder = option('--sets', join(root, 'test/corpus'));
  const pointsFolder = option('--points', join(root, 'problems'));
  const rows: string[][] = [];
  let forged = 0;
  for (const use of USES) {
    const folder = join(setsFolder, use);
    const judged = existsSync(folder) ? judgeSets(folder, pointsFolder, true) : [];
    if (judged.length === 0) continue;
    for (const { set, judgements } of judged) {
      rows.push(...rowsOf(`${set} (${use})`, judgements));
      if (args.includes('--details')) process.stdout.write(details(judgements));
    }
    const all = judged.flatMap(({ judgements }) => judgements);
    rows.push(...rowsOf(`all (${use})`, all));
    const bySignals = judgeSets(folder, pointsFolder, false).flatMap(({ judgements }) => judgements);
    rows.push([`all (${use})`, 'signals alone', ...cells(figuresOf(bySignals), bySignals)]);
    forged += all.filter(({ isForged }) => isForged).length;
  }
  const table = [HEAD, HEAD.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
  process.stdout.write(`${table}\n\nQuotes that are no exact part of the answers: ${forged}\n`);
  process.stdout.write(
    linesReport(join(setsFolder, 'untuned'), (problem) => ({
      points: readPoints(join(pointsFolder, `${problem}.yaml`)),
      weights: readWeights(pointsFolder, problem),
    })),
  );
}

/** The sets of a folder, each with its judgements. */
function judgeSets(folder: string, pointsFolder: string, isWeighed: boolean) {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.sort().flatMap((file) => {
    const set = JSON.parse(readFileSync(join(folder, file), 'utf8')) as LabelledSet;
    const name = file.replace('.json', '');
    const points = readPoints(join(pointsFolder, `${set.problem}.yaml`));
    const judgements = judge(name, set, points, isWeighed ? readWeights(pointsFolder, set.problem) : undefined);
    return judgements.length === 0 ? [] : [{ set: name, judgements }];
  });
}

function readPoints(path: string): EvaluatedPoint[] {
  const document = parse(readFileSync(path, 'utf8')) as { points?: EvaluatedPoint[] };
  return document.points ?? [];
}

function readWeights(folder: string, problem: string): Weights | undefined {
  const path = join(folder, 'weights', `${problem}.json`);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Weights) : undefined;
}

function rowsOf(set: string, judgements: readonly Judgement[]): string[][] {
  const own = figuresOf(judgements);
  const overlap = bestOverlap(judgements);
  return [
    [set, 'sdi', ...cells(own, judgements)],
    [set, 'word overlap, best threshold', ...cells(figuresOf(judgements, overlap))],
    [set, 'always covered', ...cells(figuresOf(judgements, () => true))],
  ];
}

function cells(figures: Figures, judgements?: readonly Judgement[]): string[] {
  const within = (measure: (among: Figures) => number) => {
    if (judgements === undefined) return '';
    const [low, high] = interval(judgements, (among) => measure(figuresOf(among)));
    return ` (${two(low)} to ${two(high)})`;
  };
  const { decisions, accuracy, kappa, precision, recall, unsure, seen, stuffing, carried } = figures;
  const own =
    judgements === undefined ? ['', '', two(stuffing), ''] : [two(unsure), two(seen), two(stuffing), two(carried)];
  return [
    String(decisions),
    two(accuracy) + within((each) => each.accuracy),
    two(kappa) + within((each) => each.kappa),
    two(precision),
    two(recall),
    ...own,
  ];
}

function two(value: number): string {
  return Number.isNaN(value) ? '–' : value.toFixed(2);
}

function details(judgements: readonly Judgement[]): string {
  return judgements
    .filter(({ state, label }) => (state === 'covered') !== (label === 'covered') || state === 'unsure')
    .map(
      ({ candidate, point, label, state, labelQuote, quotes }) =>
        `${candidate} ${point}: ${label} but ${state}\n    label: ${labelQuote ?? ''}\n    found: ${quotes.join(' // ')}\n`,
    )
    .join('');
}
