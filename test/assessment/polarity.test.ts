import { describe, expect, test } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import { pointOf } from './points.ts';

const FLIPPED: readonly (readonly [string, string])[] = [
  ['in-memory', 'I would avoid Redis for the counters.'],
  ['in-memory', 'We keep the counters in Postgres instead of Redis.'],
  ['in-memory', 'Unlike Redis, a plain file keeps the counters after a crash.'],
  ['in-memory', 'We could keep the counters in Redis, but that is overkill.'],
  ['in-memory', "We don't need Redis for the counters."],
  ['in-memory', 'Redis would be wrong for the counters.'],
  ['in-memory', 'No Redis, Memcached or Aerospike for the counters.'],
  ['in-memory', 'I considered Redis for the counters but decided against it.'],
  ['in-memory', 'Should the counters live in Redis?'],
  ['in-memory', 'Some people would put the counters into Redis.'],
  ['in-memory', 'I prefer MySQL over Redis for the counters.'],
  ['in-memory', 'There is no reason to put counters into Redis.'],
  ['in-memory', 'Netflix keeps its counters in Redis, but we will use MySQL.'],
  ['in-memory', 'The old design kept the counters in Redis. We drop that and use Postgres rows.'],
  ['in-memory', 'Redis for the counters? No.'],
  ['cache', 'A cache in front of the database is not needed.'],
  ['cache', "I wouldn't cache the mapping."],
  ['cache', 'The lookup runs without a cache.'],
  ['cache', 'Caching the links would be overkill.'],
  ['shard', 'I would not shard by client.'],
  ['shard', 'There is no need to shard the table by user.'],
  ['shard', 'Rather than sharding by key we buy a bigger machine.'],
  ['shard', 'Sharding by client is unnecessary.'],
  ['shard', 'If I am not asked for it I would not shard by client.'],
  ['shard', 'In v2 we shard by client.'],
  ['shard', 'We never shard by client over 16 nodes.'],
  ['shard', 'Sharding by client is a nice-to-have.'],
  ['shard', 'We shard by client, but only in version two.'],
  ['shard', 'Out of scope: sharding by client.'],
  ['shard', 'We shard by client, but this is not done.'],
  ['shard', 'If we had more time, we would shard by client.'],
  ['shard', 'It is not true that when the table grows we shard by client.'],
  ['shard', 'I have not decided whether we shard by client.'],
  ['shard', 'My last company sharded by client.'],
  ['shard', 'At Netflix they shard by client.'],
  ['shard', 'I thought about it: we shard by client. We decided against it.'],
  ['shard', "We shard by client. That's for later, though."],
  ['shard', 'We shard by client; the table grows quickly. We decided against it.'],
  ['shard', 'Could it be that we shard by client; that the table grows quickly?'],
  ['cache', 'A cache in front of the database? Overkill.'],
  ['shard', 'Rather than cutting the table up when it grows and to shard by client, we buy a bigger machine.'],
  ['replicas', 'The primary has no replicas and never fails over.'],
  ['replicas', 'Replicas with failover for each node are not worth it.'],
  ['ttl', 'The keys never expire.'],
  ['ttl', "We don't set a TTL on the counter keys."],
  ['queue', 'I would not put click events on a queue.'],
  ['queue', 'Kafka is overkill for the click events.'],
  ['queue', 'Click events are written at once, without Kafka.'],
  ['store-down', "We don't fail open."],
  ['store-down', 'It makes no sense to fail closed.'],
  ['atomic', 'The update need not be atomic, and two checks at the same time never happen.'],
  ['atomic', "I don't think we need locks, since concurrent calls do not happen."],
  ['batches', 'Instances never lease tokens.'],
  ['batches', 'Leasing a batch of tokens to each instance is not necessary.'],
  ['hot-key', 'Hot keys are not a problem, so there is nothing to split.'],
  ['hot-key', 'We do not split a hot key.'],
  ['keys', "We don't limit by user or by API key."],
  ['no-sql', 'Postgres is fine for the counters.'],
  ['no-sql', 'MySQL holds the counters on the hot path.'],
  ['two-stores', 'The rules are not kept in Postgres.'],
  ['two-stores', 'The rules and the counters share the same database, Postgres.'],
];

const STRAIGHT: readonly (readonly [string, string])[] = [
  ['in-memory', 'I would not avoid Redis for the counters.'],
  ['in-memory', 'Redis holds the counters, not MySQL.'],
  ['in-memory', 'The counters are never without Redis behind them.'],
  ['in-memory', 'The counters live in Redis because Postgres would not keep up.'],
  ['in-memory', 'What holds the counters? Redis holds the counters.'],
  ['in-memory', 'As Netflix does it, the counters live in Redis.'],
  ['cache', 'The mapping does not fit into memory, so a cache keeps the popular links.'],
  ['cache', 'Not only a CDN but also Redis caches the links.'],
  ['shard', 'It does not fit on one node, so we shard by client.'],
  ['shard', 'If the table does not fit on one node we shard by client.'],
  ['shard', 'We shard by user and not by policy.'],
  ['shard', 'We shard by client, and in v2 there will be a second region.'],
  ['shard', 'Dashboards come in v2; we shard by client.'],
  ['shard', 'We shard by client. Dashboards are for later.'],
  ['shard', 'At Netflix they did it so, and we shard by client.'],
  ['replicas', 'No shard runs without a replica, and it fails over by itself.'],
  ['store-down', 'We fail open, since blocking everybody is worse.'],
  ['atomic', 'A Lua script is atomic, so two calls cannot race.'],
  ['atomic', 'It is atomic to avoid a race.'],
  ['hot-key', 'A hot key does not overload its shard: we split it.'],
  ['no-sql', 'I would avoid Postgres for the counters.'],
  ['no-sql', 'Postgres is too slow for the counters.'],
  ['no-sql', 'Redis rather than MySQL for the counters.'],
  ['no-sql', 'I thought of keeping the counters in CockroachDB and decided against it.'],
  ['no-sql', 'Rejected: Postgres for the counters.'],
  ['no-sql', 'postgres(counters) rejected'],
  ['no-sql', 'Lock a MySQL row for the counters - no'],
  ['no-sql', 'The counters would then sit in MySQL, which we do not want.'],
  ['no-sql', 'Why not Postgres? The counters change too often.'],
  ['two-stores', 'The rules live in Postgres.'],
];

function stateOf(id: string, text: string): string | undefined {
  return assess([pointOf(id)], [{ phase: 'design', text }])[0]?.state;
}

describe('a claim turned round', () => {
  test.each(FLIPPED)('%s is not covered by: %s', (id, text) => {
    expect(stateOf(id, text)).not.toBe('covered');
  });
});

describe('a claim beside a negation of something else', () => {
  test.each(STRAIGHT)('%s is covered by: %s', (id, text) => {
    expect(stateOf(id, text)).toBe('covered');
  });
});

test.each([
  'The lookup must not take longer than 50 ms.',
  'Nobody waits for more than 50 ms.',
  'It cannot cost over 50 ms.',
])('a bound is no negation: %s', (text) => {
  const bound = { id: 'bound', signals: { any: [[{ number: { value: 50, unit: 'ms' } }]] } };
  expect(assess([bound], [{ phase: 'design', text }])[0]?.state).toBe('covered');
});

test('what is only doubted is unsure', () => {
  expect(stateOf('shard', 'Maybe we shard by user somehow.')).toBe('unsure');
});
