import { expect, test } from 'vitest';
import type { AssessedPoint } from '../../src/assessment/assess.ts';
import { assess } from '../../src/assessment/assess.ts';
import { lexiconNames } from '../../src/lexicon/lexicon.ts';

const MARK_MS = 150;
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

test('20,000 words against 60 points take about the mark, and twice the words about twice as long', ({ annotate }) => {
  const text = (words: number) => {
    const lines: string[] = [];
    for (let count = 0; count < words; ) {
      const line = SENTENCES[lines.length % SENTENCES.length] ?? '';
      lines.push(line);
      count += line.split(' ').length;
    }
    return lines.join('\n');
  };
  const once = quickest(() => assess(POINTS, [{ phase: 'design', text: text(20_000) }]));
  const twice = quickest(() => assess(POINTS, [{ phase: 'design', text: text(40_000) }]));
  void annotate(
    `20,000 words: ${Math.round(once)} ms, the mark is ${MARK_MS} ms; 40,000 words: ${Math.round(twice)} ms`,
  );
  expect(once).toBeLessThan(MARK_MS * 5);
  expect(twice).toBeLessThan(once * 5);
});

function quickest(run: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5; round++) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}
