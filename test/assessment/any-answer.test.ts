import { expect, test } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import { fc } from '../harness/properties.ts';
import { timesYardstick } from '../harness/speed.ts';
import { POINTS } from './points.ts';

const WORDS =
  'redis counters not never avoid instead of shard by client because , . ; : -> = ( ) ? ! \n - 10 ms 5% 1e9 100M/min a the no without over vs but if we would could fail open down replica failover ttl key kafka click é 日本 🙂 … ’ min(cap, 11:59 "'.split(
    ' ',
  );
const sentence = fc.array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 6 })), { maxLength: 60 });
const answers = fc.array(
  fc.record({ phase: fc.constantFrom('design', 'scaling'), text: sentence.map((words) => words.join(' ')) }),
  { maxLength: 4 },
);

test('any answers are judged, and every quote is an exact part of an answer of its phase', () => {
  fc.assert(
    fc.property(answers, (said) => {
      const decisions = assess(POINTS, said);
      expect(decisions.map(({ id }) => id)).toEqual(POINTS.map(({ id }) => id));
      for (const { state, evidence } of decisions) {
        expect(evidence.length > 0).toBe(state !== 'missed');
        for (const { phase, quote } of evidence) {
          expect(quote).not.toBe('');
          expect(said.some((answer) => answer.phase === phase && answer.text.includes(quote))).toBe(true);
        }
      }
      expect(assess(POINTS, said)).toEqual(decisions);
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['one endless word', 'a'.repeat(200_000)],
  ['one endless line', 'redis counters, '.repeat(20_000)],
  ['nothing but marks', '.,;:->()?!'.repeat(20_000)],
  ['nothing but numbers', '100M/min x 5% = '.repeat(10_000)],
  ['nothing but negations', 'not never no '.repeat(15_000)],
  ['one negation', 'not '.repeat(20_000)],
  ['one rejection', 'instead of redis '.repeat(20_000)],
  ['one supposition', 'we could a '.repeat(20_000)],
  ['nothing but line ends', '\n'.repeat(200_000)],
])('%s takes no more than a moment', (_, text) => {
  expect(timesYardstick(() => assess(POINTS, [{ phase: 'design', text }]), 300)).toBeLessThan(300);
});
