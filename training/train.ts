import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parse } from 'yaml';
import { compileSignals } from '../src/assessment/compiled-signals.ts';
import { OccurrenceFinder } from '../src/assessment/occurrences.ts';
import { PolarityReader } from '../src/assessment/polarity/polarity.ts';
import { bareWords } from '../src/assessment/text/bareness.ts';
import { readCorpus } from '../src/assessment/text/corpus.ts';
import { stemOf } from '../src/assessment/text/stem.ts';
import { FeatureNumbers } from '../src/assessment/weighing/feature-numbers.ts';
import { FeatureReader, type Features } from '../src/assessment/weighing/features.ts';
import type { Signals } from '../src/lexicon/signal.ts';
import { encodeWeights, type Weights } from '../src/lexicon/weights.ts';
import { calibrate, type Trial } from './calibrate.ts';
import { type Example, readExamples } from './examples.ts';
import { type Learned, learn, type Sample, seeded } from './learn.ts';

interface TrainedPoint {
  readonly id: string;
  readonly signals: Signals;
}

/** A feature that fewer examples have says nothing. */
const LEAST_EXAMPLES = 5;
/** How much an example of one point counts as saying nothing of another. */
const ELSEWHERE = 0.3;
const ELSEWHERE_UNMADE = 0.2;
const ALSO = 0.5;
/** Examples that make a point are twice and three times as many as the others: together each kind counts alike. */
const COUNT_OF = { '+': 1, '-': 2, '!': 3 } as const;
/** Learns the weights of the problems named, or of all that have examples, and writes them to `problems/weights`. */
export function train(root: string, names: readonly string[]): void {
  const folder = join(root, 'training/examples');
  const problems = names.length > 0 ? names : readdirSync(folder).sort();
  for (const problem of problems) {
    const weights = weightsOf(root, problem);
    const path = join(root, 'problems/weights', `${problem}.json`);
    writeFileSync(path, `${JSON.stringify(weights)}\n`);
    process.stdout.write(`${path}: ${JSON.stringify(weights).length} bytes\n`);
  }
}

/** What the weights of a problem depend on, but for the code. */
export function sourceHash(root: string, problem: string): string {
  const points = readPoints(root, problem).map(({ id, signals }) => ({ id, signals }));
  const examples = readExamples(join(root, 'training/examples', problem));
  return createHash('sha256')
    .update(JSON.stringify([points, examples]))
    .digest('hex')
    .slice(0, 16);
}

function readPoints(root: string, problem: string): readonly TrainedPoint[] {
  const document = parse(readFileSync(join(root, 'problems', `${problem}.yaml`), 'utf8')) as { points: TrainedPoint[] };
  return document.points;
}

function weightsOf(root: string, problem: string): Weights {
  const points = readPoints(root, problem);
  const examples = readExamples(join(root, 'training/examples', problem));
  const { names, readings } = frequentOf(readFeatures(examples, points));
  const trials = examples.map((example, index): Trial => trialOf(example, readings[index], points));
  const { bars, accuracy } = calibrate(trials, names.length, points.length);
  const samples = trials.map(({ sample }) => sample);
  const learned = learn(samples, names.length, points.length);
  process.stdout.write(
    `${problem}: ${examples.length} examples, ${names.length} features, ${accuracy.toFixed(3)} right of interviews put together from voices left out\n`,
  );
  return {
    learnedFrom: sourceHash(root, problem),
    points: points.map(({ id }) => id),
    features: names,
    ...written(learned, bars),
  };
}

/** The features of an example as a whole, and together with another one of its voice. */
interface Reading {
  readonly alone: Features;
  readonly beside: Features;
}

function readFeatures(
  examples: readonly Example[],
  points: readonly TrainedPoint[],
): { readonly names: readonly string[]; readonly readings: readonly Reading[] } {
  const corpus = readCorpus(
    examples.map(({ text }) => ({ phase: '', text })),
    stemOf,
  );
  const numbers = new FeatureNumbers([], true);
  const reader = new FeatureReader(
    points.map(({ id, signals }) => ({ id, signals: compileSignals(signals) })),
    numbers,
  );
  const bySentence = reader.sentences({
    corpus,
    finder: new OccurrenceFinder(corpus),
    polarity: new PolarityReader(corpus),
    bare: bareWords(corpus),
  });
  const byExample = examples.map((): Features[] => []);
  for (const [index, { turn }] of corpus.sentences.entries()) byExample[turn]?.push(bySentence[index] ?? []);
  const random = seeded(5);
  const readings = examples.map(({ voice, point }, index): Reading => {
    const own = byExample[index] ?? [];
    let other = index;
    while (examples[other]?.voice !== voice || examples[other]?.point === point) {
      other = Math.floor(random() * examples.length);
    }
    return { alone: reader.together(own), beside: reader.together([...own, ...(byExample[other] ?? [])]) };
  });
  return { names: numbers.names(), readings };
}

/** Without the features that too few examples have; those that are left are numbered anew, by their names. */
function frequentOf({ names, readings }: ReturnType<typeof readFeatures>): ReturnType<typeof readFeatures> {
  const counts = new Uint32Array(names.length);
  for (const { alone } of readings) for (const feature of alone) counts[feature] = (counts[feature] ?? 0) + 1;
  const frequent = names.filter((_, number) => (counts[number] ?? 0) >= LEAST_EXAMPLES).sort();
  const places = new Map(frequent.map((name, place) => [name, place]));
  const renumbered = (features: Features) => features.flatMap((feature) => places.get(names[feature] ?? '') ?? []);
  return {
    names: frequent,
    readings: readings.map(({ alone, beside }) => ({ alone: renumbered(alone), beside: renumbered(beside) })),
  };
}

function trialOf(example: Example, reading: Reading | undefined, points: readonly TrainedPoint[]): Trial {
  const { point, label, also, voice } = example;
  const place = points.findIndex(({ id }) => id === point);
  if (place === -1) throw `there is no point ${point}`;
  const isMade = label === '+';
  const makes = new Uint8Array(points.length);
  const counts = new Float32Array(points.length).fill(isMade ? ELSEWHERE : ELSEWHERE_UNMADE);
  for (const id of also) {
    const other = points.findIndex((each) => each.id === id);
    makes[other] = isMade ? 1 : 0;
    counts[other] = isMade ? ALSO : 0;
  }
  makes[place] = isMade ? 1 : 0;
  counts[place] = COUNT_OF[label];
  const sample: Sample = { features: Int32Array.from(reading?.alone ?? []), makes, counts };
  return { voice, point: place, isMade, sample, beside: Int32Array.from(reading?.beside ?? []) };
}

/**
 * Whole answers come out a little lower than the interviews put together from examples; measured on the sets for tuning.
 */
const ANSWERS_LOWER = 0.6;

/** The bias is what is learned, less the score from which a point is made. */
function written({ bias, shared, own }: Learned, bars: readonly number[]): Pick<Weights, 'bias' | 'shared' | 'own'> {
  return {
    bias: bars.map((bar, place) => Math.round(((bias[place] ?? 0) - bar + ANSWERS_LOWER) * 1000) / 1000),
    shared: encodeWeights(shared),
    own: encodeWeights(own),
  };
}
