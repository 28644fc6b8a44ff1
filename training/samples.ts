import { searchOf } from '../src/assessment/assess.ts';
import { FeatureNumbers } from '../src/assessment/weighing/feature-numbers.ts';
import { FeatureReader, type Features, type SoughtPoints } from '../src/assessment/weighing/features.ts';
import type { Search } from '../src/assessment/windows.ts';
import type { Candidate, Label, LabelledSet } from '../test/corpus/labelled-set.ts';
import type { Example } from './examples.ts';
import type { Sample } from './learn.ts';

/** A feature that fewer examples have says nothing. */
const LEAST_EXAMPLES = 5;
/** There are two and three times as many examples that make a point; and to credit the opposite of a claim is the worst. */
const COUNT_OF = { '+': 1, '-': 2, '!': 9 } as const;
/** How much an example of one point counts as saying nothing of another. */
const ELSEWHERE = 0.3;
const ELSEWHERE_UNMADE = 0.2;
const ALSO = 0.5;
/** The heading of examples that make no point of the problem, and how much each counts as saying nothing of any. */
const NOTHING = 'nothing';
const NOTHING_SAID = 1;
/** How much a part of an answer counts as saying nothing of a point that its candidate did not make, or that has no label. */
const IN_ANSWER = 0.3;
const UNLABELLED = 0.1;

export interface Samples {
  /** The features, in the order of their numbers. */
  readonly names: readonly string[];
  readonly ofExamples: readonly Sample[];
  /** By set: sentences of its answers, alone and with the next. */
  readonly ofSets: readonly (readonly Sample[])[];
}

/** What examples and labelled answers teach about points. */
export function readSamples(points: SoughtPoints, examples: readonly Example[], sets: readonly LabelledSet[]): Samples {
  const numbers = new FeatureNumbers([], true);
  const reader = new FeatureReader(points, numbers);
  const ids = points.map(({ id }) => id);
  const ofExamples = exampleSamples(reader, ids, examples);
  const ofSets = sets.map(({ candidates }) => candidates.flatMap((each) => answerSamples(reader, ids, each)));
  const names = numbers.names();
  const frequent = frequentOf(names, ofExamples);
  const places = new Map(frequent.map((name, place) => [name, place]));
  const renumbered = (sample: Sample): Sample => ({
    ...sample,
    features: sample.features.map((feature) => places.get(names[feature] ?? '') ?? -1).filter((place) => place >= 0),
  });
  return {
    names: frequent,
    ofExamples: ofExamples.map(renumbered),
    ofSets: ofSets.map((samples) => samples.map(renumbered)),
  };
}

function frequentOf(names: readonly string[], samples: readonly Sample[]): string[] {
  const counts = new Uint32Array(names.length);
  for (const { features } of samples) for (const feature of features) counts[feature] = (counts[feature] ?? 0) + 1;
  return names.filter((_, number) => (counts[number] ?? 0) >= LEAST_EXAMPLES).sort();
}

function exampleSamples(reader: FeatureReader, ids: readonly string[], examples: readonly Example[]): Sample[] {
  const search = searchOf(examples.map(({ text }) => ({ phase: '', text })));
  const bySentence = reader.sentences(search);
  const byExample = examples.map((): Features[] => []);
  for (const [index, { turn }] of search.corpus.sentences.entries()) byExample[turn]?.push(bySentence[index] ?? []);
  return examples.map((example, index) => exampleSample(example, reader.together(byExample[index] ?? []), ids));
}

function exampleSample({ point, label, also }: Example, features: Features, ids: readonly string[]): Sample {
  if (point === NOTHING) {
    return {
      features: Int32Array.from(features),
      makes: new Uint8Array(ids.length),
      counts: new Float32Array(ids.length).fill(NOTHING_SAID),
    };
  }
  const place = ids.indexOf(point);
  if (place === -1) throw `there is no point ${point}`;
  const isMade = label === '+';
  const makes = new Uint8Array(ids.length);
  const counts = new Float32Array(ids.length).fill(isMade ? ELSEWHERE : ELSEWHERE_UNMADE);
  for (const other of also.map((id) => ids.indexOf(id)).filter((known) => known !== -1)) {
    makes[other] = isMade ? 1 : 0;
    counts[other] = isMade ? ALSO : 0;
  }
  makes[place] = isMade ? 1 : 0;
  counts[place] = COUNT_OF[label];
  return { features: Int32Array.from(features), makes, counts };
}

function answerSamples(reader: FeatureReader, ids: readonly string[], { answers, labels }: Candidate): Sample[] {
  const search = searchOf(Object.entries(answers).map(([phase, text]) => ({ phase, text })));
  const bySentence = reader.sentences(search);
  return windowsOf(search).map(({ sentences, text }) => {
    const features = reader.together(sentences.map((index) => bySentence[index] ?? []));
    const taught = ids.map((id) => lessonOf(labels[id], text));
    return {
      features: Int32Array.from(features),
      makes: Uint8Array.from(taught, ({ isMade }) => (isMade ? 1 : 0)),
      counts: Float32Array.from(taught, ({ count }) => count),
    };
  });
}

/** What a part of an answer teaches about a point. The rest of an answer that makes it may make it too, or not. */
function lessonOf(label: Label | undefined, text: string): { readonly isMade: boolean; readonly count: number } {
  if (label === undefined) return { isMade: false, count: UNLABELLED };
  const quote = label.quote?.trim() ?? '';
  const isMade = label.label === 'covered';
  const isQuoted = quote !== '' && (text.includes(quote) || (quote.includes(text) && text.length > 0.6 * quote.length));
  if (isQuoted && label.label !== 'absent') return { isMade, count: 1 };
  return { isMade: false, count: isMade ? 0 : IN_ANSWER };
}

/** Each sentence alone, and with the next one of its turn. */
function windowsOf({ corpus }: Search): { readonly sentences: readonly number[]; readonly text: string }[] {
  return corpus.sentences.flatMap(({ turn, start, end }, index) => {
    const { text = '', quote } = corpus.answers[turn] ?? {};
    const alone = { sentences: [index], text: quote ?? text.slice(start, end) };
    const next = corpus.sentences[index + 1];
    if (next?.turn !== turn) return [alone];
    return [alone, { sentences: [index, index + 1], text: quote ?? text.slice(start, next.end) }];
  });
}
