import { describe, expect, test } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import type { Signals } from '../../src/lexicon/signal.ts';
import { POINTS, pointOf } from './points.ts';

function stateOf(any: Signals['any'], text: string, more: Partial<Signals> = {}): string | undefined {
  return assess([{ id: 'x', signals: { any, ...more } }], [{ phase: 'design', text }])[0]?.state;
}

describe('an alternative', () => {
  test.each<[string, Signals['any'], string, string]>([
    ['holds in one sentence', [['shard*', 'client']], 'We shard by client.', 'covered'],
    ['holds in two neighbouring ones', [['shard*', 'client']], 'We shard it. The key is the client.', 'covered'],
    ['does not hold across three', [['shard*', 'client']], 'We shard it. It is big. Ask the client.', 'missed'],
    ['does not hold across lines of a list', [['shard*', 'client']], '- we shard it\n- ask the client', 'missed'],
    ['holds across two short lines', [['shard*', 'client']], 'we shard it\nkey = the client', 'covered'],
    ['keeps the sign of a share', [['20%', 'link']], '20% of the links', 'covered'],
    ['asks for the sign of a share', [['20%', 'link']], '20 of the links', 'missed'],
    ['knows a sign by itself', [['<', 'latency']], 'latency < 30 ms', 'covered'],
    [
      'holds below the line that announces it',
      [['shard*', 'client']],
      'We shard it by:\n- client of the call',
      'covered',
    ],
    ['allows two words in between', [['local counter*']], 'It has local in-process counters.', 'covered'],
    ['allows no more than two', [['local counter*']], 'It has local and also very precise counters.', 'missed'],
    ['does not reach over a comma', [['no restart']], 'There is no time, restart it.', 'missed'],
    ['reads a hyphen either way', [['failover']], 'It does fail-over by itself.', 'covered'],
    ['reads two words written as one', [['fail over']], 'It does failover by itself.', 'covered'],
    ['knows short forms', [['counter', 'request']], 'Each req adds to a tally.', 'covered'],
    ['needs all groups', [['shard*', 'client', 'hash']], 'We cache the page.', 'missed'],
    ['is unsure where one of three is missing', [['shard*', 'client', 'hash']], 'We shard by client.', 'unsure'],
  ])('%s', (_, any, text, expected) => {
    expect(stateOf(any, text)).toBe(expected);
  });

  test('does not count beside what unless names', () => {
    const any = [['99.99']];
    expect(stateOf(any, 'We want 99.99 of availability.', { unless: ['percentile'] })).toBe('covered');
    expect(stateOf(any, 'The 99.99 percentile is what we want.', { unless: ['percentile'] })).toBe('missed');
  });
});

describe('numbers and shapes', () => {
  test.each<[Signals['any'], string, string]>([
    [[[{ number: { value: 1_670_000, unit: 'req/s' } }]], 'That is 100M/min at the peak.', 'covered'],
    [[[{ number: { value: 1_670_000, unit: 'req/s' } }]], 'That is 1.7K requests per second.', 'missed'],
    [[[{ number: { value: 50_000, unit: 'req/s' } }]], 'Peak creates = 100M / 86400 * 4.3 = 5k/s', 'missed'],
    [[[{ number: { value: 50_000, unit: 'req/s' } }]], 'Peak requests: 80,000.', 'covered'],
    [[[{ number: { value: 640, unit: 'GB' } }]], 'It comes to 0.6 TB.', 'covered'],
    [[[{ number: { value: 10, unit: 'ms', atMost: true } }]], 'The check takes 4 ms.', 'covered'],
    [[[{ number: { value: 10, unit: 'ms', atMost: true } }]], 'Page when it takes > 8 ms.', 'missed'],
    [[[{ number: { value: 10, unit: 'ms', atMost: true, context: 'p99|latency' } }]], 'The p99 is 10 ms.', 'covered'],
    [
      [[{ number: { value: 10, unit: 'ms', atMost: true, context: 'p99|latency' } }]],
      'We flush every 10 ms.',
      'missed',
    ],
    [
      [[{ number: { value: 10, unit: 'ms', atMost: true, context: 'p99' } }]],
      'The p99 matters. We flush every 10 ms.',
      'missed',
    ],
    [[['queue', { optional: 'durable' }]], 'We put it on a queue.', 'covered'],
    [[['queue', { optional: 'durable' }]], 'It is durable.', 'missed'],
    [[[{ number: { value: 99.99, unit: '%', atLeast: true } }]], 'We promise five nines.', 'covered'],
    [[[{ number: { value: 99.99, unit: '%', atLeast: true } }]], 'We promise 99.9%.', 'missed'],
    [[[{ number: { value: 10, unit: '', factor: 1.1 } }]], 'There are ten of them.', 'covered'],
    [[[{ shape: 'growing-percentages' }]], 'We go 1% -> 5% -> 25%.', 'covered'],
    [[[{ shape: 'growing-percentages' }]], 'It is 25% here and 5% there.', 'missed'],
    [[[{ shape: 'times-around-boundary' }]], 'N at 11:59:59 and N at 12:00:00.', 'covered'],
    [[[{ shape: 'times-around-boundary' }]], 'fixed win: 100 @ 0:59 + 100 @ 1:01', 'covered'],
    [[[{ shape: 'min-cap' }]], 'tok = min(cap, tok + dt*rate)', 'covered'],
    [[[{ shape: 'read-compare-write' }]], 'GET -> compare -> SET from two pods', 'covered'],
    [[[{ shape: 'equation' }]], '10k x 1M = 1e10', 'covered'],
    [[[{ shape: 'adjacent-ranges' }]], 'one takes 1-1000, the next 1001-2000', 'covered'],
    [[[{ shape: 'flow' }]], 'client -> gateway', 'covered'],
  ])('%j in %s: %s', (any, text, expected) => {
    expect(stateOf(any, text)).toBe(expected);
  });
});

test('quotes whole sentences and list lines, byte for byte, with their phase', () => {
  const answers = [
    { phase: 'requirements', text: 'Nothing of it.' },
    { phase: 'design', text: 'Hello.\n -  The  counters live in Redis!  \nBye.' },
  ];
  expect(assess([pointOf('in-memory')], answers)).toEqual([
    { id: 'in-memory', state: 'covered', evidence: [{ phase: 'design', quote: 'The  counters live in Redis!' }] },
  ]);
});

test('keeps the order of the points and decides each of them', () => {
  expect(assess(POINTS, []).map(({ id, state }) => [id, state])).toEqual(POINTS.map(({ id }) => [id, 'missed']));
});
