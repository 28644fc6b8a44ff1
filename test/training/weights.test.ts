import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { decodeWeights, type Weights } from '../../src/lexicon/weights.ts';
import { sourceHash } from '../../training/train.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const problems = readdirSync(`${root}training/examples`);

test('every problem with weights has examples, and the other way about', () => {
  expect(readdirSync(`${root}problems/weights`)).toEqual(problems.map((problem) => `${problem}.json`));
});

test.each(problems)('the weights of %s come from its points and examples as they are: npm run train', (problem) => {
  const weights = JSON.parse(readFileSync(`${root}problems/weights/${problem}.json`, 'utf8')) as Weights;
  expect(weights.learnedFrom).toBe(sourceHash(root, problem));
  expect(weights.bias).toHaveLength(weights.points.length);
  expect(decodeWeights(weights.weights)).toHaveLength(weights.features.length * weights.points.length);
});
