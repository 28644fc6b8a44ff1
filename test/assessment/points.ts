import type { AssessedPoint } from '../../src/assessment/assess.ts';

/** A small world of points with signals as an author writes them. */
export const POINTS: readonly AssessedPoint[] = [
  point('in-memory', [['@in-memory-store', 'counter*|count|bucket|state']]),
  point('cache', [['cache|@in-memory-store|cdn', 'mapping|url|link|redirect|database|lookup']]),
  point('shard', [['@shard', 'client|user|key|code|tenant']]),
  point('replicas', [['@replica', '@failover', 'shard|node|primary|database']]),
  point('ttl', [['@ttl', 'key|counter|entry|link']]),
  point('queue', [['kafka|queue|kinesis|async*', 'click|event|message']]),
  point('store-down', [
    ['fail open|fail closed'],
    ['@in-memory-store|store', '@unreachable', 'allow|let through|local counter*|deny'],
  ]),
  point('atomic', [['@atomic', 'race|concurrent*|at the same time|both']]),
  point('batches', [['lease|batch', 'token|permit|id', 'instance|node|server|local*']]),
  point('latency', [[{ number: { value: 10, unit: 'ms', atMost: true } }, 'p99|latency|check']]),
  point('hot-key', [['hot key|hot client|viral', 'split|sub counter|salt|local cache']]),
  point('rollout', [['flag|change|rollout|roll out', { shape: 'growing-percentages' }]]),
  point('keys', [[{ atLeast: 2, of: ['user', 'api key', 'ip', 'region'] }, 'limit|quota']]),
  { id: 'no-sql', signals: { any: [['@relational-database|disk', 'counter|hot path|check']], polarity: 'rejected' } },
  {
    id: 'two-stores',
    signals: { any: [['policy|rule', '@relational-database']], unless: ['same database|same store'] },
  },
];

function point(id: string, any: AssessedPoint['signals']['any']): AssessedPoint {
  return { id, signals: { any } };
}

export function pointOf(id: string): AssessedPoint {
  const found = POINTS.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no point ${id}`);
  return found;
}
