import { expect, test } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import { POINTS } from './points.ts';

const BARE = `Redis, counters, cluster
Redis counters
in-memory store, bucket state, Memcached
cache, mapping, CDN
CDN + cache + redirect lookup
Redis cache / database lookup
sharding, partitioning, client key
Consistent hashing, sharding, user key, virtual nodes
shards; tenants; keys
replicas, failover, primary
replication, read replicas, failover, sharding, quorum
primary / replica / failover / node
TTL, key expiry, LRU eviction
counter TTL
expiry, entries, links
Kafka, click events, async processing
message queue, events
async, queue, message
fail-open / fail-closed
fail open, fail closed
Circuit breaker, retries, bulkhead, fail-open / fail-closed, graceful degradation
store outage, local counters, deny
Redis, outage, unavailable, local counters
atomic operations, CAS, race conditions
Lua scripts, atomicity, concurrency, locks
atomic Lua, both instances
token leases, local instances
batching, tokens, nodes, local caches
ID batches, servers, leases
p99 latency, checks, SLA, SLO
hot key mitigation, splitting
hot keys, sub-counters, salting
viral links, local cache, split
feature flags, canary, rollout, percentages
per-tenant quota
SQL vs NoSQL, counters, hot path
Postgres, disk, counters
policies, Postgres, rules
rules, MySQL, config
Token bucket, Redis, counters, Kafka, events, shards, clients, TTL, keys, replicas, failover, nodes`.split('\n');

test.each(BARE)('a bare list covers nothing: %s', (text) => {
  const covered = assess(POINTS, [{ phase: 'design', text }]).filter(({ state }) => state === 'covered');
  expect(covered.map(({ id }) => id)).toEqual([]);
});

const STATED: readonly (readonly [string, string])[] = [
  ['in-memory', 'client -> gateway -> limiter -> redis (counters)'],
  ['in-memory', 'counters: Redis'],
  ['in-memory', 'counter state = redis hash'],
  ['shard', 'sharded by client key'],
  ['latency', 'p99 < 10ms'],
  ['keys', 'limits per user + per api key'],
  ['ttl', 'TTL on every key'],
  ['shard', 'shard(user, policy), 4096 slots'],
  ['cache', 'A cache mirrors the mapping, redirects, counts'],
  ['replicas', 'Shard primary, replica standby (failover)'],
];

test.each(STATED)('a short note with a relation covers %s: %s', (id, text) => {
  const decision = assess(POINTS, [{ phase: 'design', text }]).find((each) => each.id === id);
  expect(decision?.state).toBe('covered');
});
