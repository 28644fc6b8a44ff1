import { expect, test } from 'vitest';
import type { Signals } from '../../src/lexicon/signal.ts';
import { signalFaults } from '../../src/lexicon/signal-faults.ts';

test.each<[string, Signals, (string | number)[], string]>([
  ['an empty choice', { any: [['redis|']] }, ['any', 0, 0], 'a choice of this group is empty'],
  ['a bare @', { any: [['a'], ['b', '@']] }, ['any', 1, 1], 'a choice of this group is empty'],
  ['an unknown class', { any: [['@in-memory-stores']] }, ['any', 0, 0], 'the lexicon has no class "@in-memory-stores"'],
  ['a class inside a choice', { any: [['the @queue']] }, ['any', 0, 0], '"the @queue" is no choice'],
  ['a star inside a word', { any: [['sh*rd']] }, ['any', 0, 0], '"sh*rd" is no choice'],
  [
    'too many of too few',
    { any: [[{ atLeast: 3, of: ['a', 'b'] }]] },
    ['any', 0, 0, 'atLeast'],
    'atLeast asks for 3 of 2 groups',
  ],
  [
    'a class that unless does not know',
    { any: [['a']], unless: ['@x'] },
    ['unless', 0],
    'the lexicon has no class "@x"',
  ],
  [
    'an alternative that begins with what is not needed',
    { any: [[{ optional: 'a' }, 'b']] },
    ['any', 0, 0],
    'the first group of an alternative is needed',
  ],
  [
    'an unknown class that is not needed',
    { any: [['a', { optional: '@x' }]] },
    ['any', 0, 1, 'optional'],
    'the lexicon has no class "@x"',
  ],
  [
    'an unknown class around a number',
    { any: [[{ number: { value: 1, context: '@x' } }]] },
    ['any', 0, 0, 'number', 'context'],
    'the lexicon has no class "@x"',
  ],
  [
    'two bounds',
    { any: [[{ number: { value: 1, atMost: true, atLeast: true } }]] },
    ['any', 0, 0, 'number'],
    'only one of factor, atMost and atLeast can hold',
  ],
])('%s is a fault', (_, signals, path, message) => {
  expect(signalFaults(signals)).toMatchObject([{ path, message }]);
});

test('names the class that may be meant', () => {
  expect(signalFaults({ any: [['@queues']] })[0]?.hint).toContain('@queue');
});

test('finds nothing wrong with sound signals', () => {
  const any: Signals['any'] = [
    ['redis|@queue|local counter*|62**7', { atLeast: 1, of: ['a', 'b|c'] }],
    [
      { number: { value: 10, unit: 'ms', atMost: true, context: 'p99|@latency' } },
      { shape: 'flow' },
      { optional: 'a' },
    ],
  ];
  expect(signalFaults({ any, unless: ['x'], polarity: 'rejected' })).toEqual([]);
});
