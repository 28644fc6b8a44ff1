import { expect, test } from 'vitest';
import type { AssessedPoint } from '../../src/assessment/assess.ts';
import { assess } from '../../src/assessment/assess.ts';
import { lexiconNames } from '../../src/lexicon/lexicon.ts';
import { timesYardstick } from '../harness/speed.ts';
import { countWork } from '../harness/work.ts';

const SENTENCES = [
  'The gateway asks the limiter before it forwards the call to the backend, and the counters live in a Redis cluster.',
  'We shard by a hash of the client key, with two replicas a shard that take over in under 10 s.',
  'At the peak 100M/min = 1.67M/s, so 640 GB of counters does not fit on one node.',
  'If the store is down we fail open on local counters, and page when p99 > 20 ms for five minutes.',
  'I would avoid Postgres for the counters, since each update costs a disk flush.',
  'Rules are pushed to every instance within seconds; nothing restarts.',
];

/** Sixty points over the whole lexicon, five alternatives each. */
const POINTS: readonly AssessedPoint[] = Array.from({ length: 60 }, (_, index) => ({
  id: `point-${index}`,
  signals: {
    any: Array.from({ length: 5 }, (__, step) => {
      const names = lexiconNames();
      const name = (offset: number) => `@${names[(index * 7 + step * 3 + offset) % names.length] ?? ''}`;
      return [`${name(0)}|counter*|store`, `${name(1)}|client|shard by`, `${name(2)}|each|per second|does not`];
    }),
  },
}));

function answersOf(words: number) {
  const lines: string[] = [];
  for (let count = 0; count < words; ) {
    const line = SENTENCES[lines.length % SENTENCES.length] ?? '';
    lines.push(line);
    count += line.split(' ').length;
  }
  return [{ phase: 'design', text: lines.join('\n') }];
}

test('20,000 words against 60 points take no long time', () => {
  const answers = answersOf(20_000);
  expect(timesYardstick(() => assess(POINTS, answers), 40)).toBeLessThan(40);
});

test('twice the words are twice the work', () => {
  const [once, twice] = [answersOf(2_000), answersOf(4_000)];
  assess(POINTS, once);
  expect(countWork(() => assess(POINTS, twice)) / countWork(() => assess(POINTS, once))).toBeLessThan(2.1);
});
