import { describe, expect, test } from 'vitest';
import { sentencesOf } from '../../src/assessment/text/sentences.ts';
import { stemOf } from '../../src/assessment/text/stem.ts';
import { wordsOf } from '../../src/assessment/text/tokens.ts';

const FORMS = [
  'shard shards sharded sharding',
  'cache caches cached caching',
  'replicate replicated replication replicating',
  'policy policies',
  'atomic atomically atomicity',
  'drop dropped dropping drops',
  'store stores stored storing',
  'consistent consistency consistently',
  'run running ran runs',
  'keep kept keeps keeping',
  'send sent sending',
  'behaviour behavior',
  'serialise serialize serialised serializing',
  'split splits splitting',
  'queue queues queued',
  'deploy deploys deployed deployment',
  'use uses used using',
  'lose lost losing loss',
  'add added adding adds',
];

describe('stems', () => {
  test.each(FORMS)('%s share one', (forms) => {
    expect(new Set(forms.split(' ').map(stemOf)).size).toBe(1);
  });

  test.each(['node note', 'shard share', 'user use', 'counter count', 'server service', 'redis red', 'policy police'])(
    '%s do not',
    (words) => {
      const [one = '', other = ''] = words.split(' ');
      expect(stemOf(one)).not.toBe(stemOf(other));
    },
  );
});

describe('sentences', () => {
  const quotes = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

  test.each([
    ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
    [
      'Redis caches the mapping; the mapping lives in DynamoDB.',
      ['Redis caches the mapping;', 'the mapping lives in DynamoDB.'],
    ],
    ['Push; email; SMS; voice.', ['Push; email; SMS; voice.']],
    ['- first\n- second', ['first', 'second']],
    ['1. first\n2) second', ['first', 'second']],
    ['e.g. redis, i.e. memory', ['e.g. redis, i.e. memory']],
    ['p99 is 99.9% of 1.5 s', ['p99 is 99.9% of 1.5 s']],
    ['a >= b ? take : deny', ['a >= b ? take : deny']],
    ['', []],
    ['  \n \n', []],
  ])('%j', (text, expected) => {
    expect(quotes(text)).toEqual(expected);
  });

  test('cuts what goes on without an end, and loses none of it', () => {
    const text = `${'counters in redis and '.repeat(100)}${'x'.repeat(2_000)}`;
    const parts = sentencesOf(text).map(({ start, end }) => text.slice(start, end));
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(700);
    expect(parts.join(' ').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
  });

  test('joins what an editor wrapped', () => {
    const text = 'The counters of each client live in Redis, and every shard of it has\ntwo replicas.';
    expect(quotes(text)).toEqual([text]);
  });
});

test('contractions are written out and identifiers taken apart', () => {
  const words = (text: string) => wordsOf(text).map(({ word }) => word);
  expect(words("we don't, can't and won't; it isn’t I'd")).toEqual(
    'we do not can not and will not it is not i would'.split(' '),
  );
  expect(words('isAllowed reset_at fail-open 10ms p99')).toEqual('is allowed reset at fail open 10 ms p99'.split(' '));
});
