import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parse } from 'yaml';
import { compileSignals } from '../src/assessment/compiled-signals.ts';
import type { Signals } from '../src/lexicon/signal.ts';
import { encodeWeights, type Weights } from '../src/lexicon/weights.ts';
import type { LabelledSet } from '../test/corpus/labelled-set.ts';
import { type Calibration, calibrate, trialsOf } from './calibrate.ts';
import { type Example, readExamples } from './examples.ts';
import { type Learned, learn } from './learn.ts';
import { readSamples } from './samples.ts';

interface TrainedPoint {
  readonly id: string;
  readonly stage: string;
  readonly signals: Signals;
}

/** What the weights of a problem are learned from. */
interface Material {
  readonly points: readonly TrainedPoint[];
  readonly examples: readonly Example[];
  readonly sets: readonly LabelledSet[];
}

/** Learns the weights of the problems named, or of all that have examples, and writes them to `problems/weights`. */
export function train(root: string, names: readonly string[]): void {
  const problems = names.length > 0 ? names : readdirSync(join(root, 'training/examples')).sort();
  for (const problem of problems) {
    const weights = weightsOf(readMaterial(root, problem), problem);
    const path = join(root, 'problems/weights', `${problem}.json`);
    writeFileSync(path, `${JSON.stringify(weights)}\n`);
    process.stdout.write(`${path}: ${JSON.stringify(weights).length} bytes\n`);
  }
}

/** What the weights of a problem depend on, but for the code. */
export function sourceHash(root: string, problem: string): string {
  return hashOf(readMaterial(root, problem));
}

function hashOf(material: Material): string {
  return createHash('sha256').update(JSON.stringify(material)).digest('hex').slice(0, 16);
}

function readMaterial(root: string, problem: string): Material {
  const document = parse(readFileSync(join(root, 'problems', `${problem}.yaml`), 'utf8')) as { points: TrainedPoint[] };
  const folder = join(root, 'test/corpus/tuning');
  const files = readdirSync(folder).filter((name) => name.startsWith(`${problem}.`));
  return {
    points: document.points.map(({ id, stage, signals }) => ({ id, stage, signals })),
    examples: [...readExamples(join(root, 'training/examples', problem)), ...readLines(join(folder, 'lines'), problem)],
    sets: files.sort().map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as LabelledSet),
  };
}

/** Single lines beside the sets: opposite claims, and bare keywords. */
function readLines(folder: string, problem: string): readonly Example[] {
  const read = (file: string, label: Example['label']): Example[] => {
    const lines = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Readonly<
      Record<string, readonly { readonly id: string; readonly text: string }[]>
    >;
    return (lines[problem] ?? []).map(({ id, text }) => ({ point: id, label, text, also: [], voice: file }));
  };
  return [...read('flips.json', '!'), ...read('keywords.json', '-')];
}

function weightsOf(material: Material, problem: string): Weights {
  const { examples, sets } = material;
  const points = material.points.map(({ id, stage, signals }) => ({ id, stage, signals: compileSignals(signals) }));
  const { names, ofExamples, ofSets } = readSamples(points, examples, sets);
  const without = (left: number | undefined) =>
    learn([...ofExamples, ...ofSets.filter((_, index) => index !== left).flat()], names.length, points.length);
  const written = (learned: Learned, { bar, unsureFrom }: Pick<Calibration, 'bar' | 'unsureFrom'>): Weights => ({
    learnedFrom: hashOf(material),
    points: points.map(({ id }) => id),
    bias: Array.from(learned.bias, (bias) => Math.round((bias - bar) * 1000) / 1000),
    unsureFrom: Math.round(unsureFrom * 1000) / 1000,
    features: names,
    weights: encodeWeights(learned.weights),
  });
  const trials = sets.flatMap((set, index) =>
    trialsOf(set, points, written(without(index), { bar: 0, unsureFrom: Number.NEGATIVE_INFINITY })),
  );
  const calibration = calibrate(trials);
  process.stdout.write(
    `${problem}: ${examples.length} examples, ${sets.length} sets, ${names.length} features; kappa of each set by the others ${calibration.kappa.toFixed(3)}\n`,
  );
  return written(without(undefined), calibration);
}
