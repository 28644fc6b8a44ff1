import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { assess } from '../../src/assessment/assess.ts';
import type { Weights } from '../../src/lexicon/weights.ts';
import type { EvaluatedPoint } from './evaluation.ts';

/** What people said in interviews, and the point that it was once taken for. */
const NOT_MADE: Readonly<Record<string, readonly (readonly [point: string, text: string])[]>> = {
  'rate-limiter': [
    ['policy-ownership', 'Platform users: about a hundred API teams.'],
    ['algorithm-choice', 'I prefer 10 TB disks over 5 TB disks because they are cheaper.'],
    ['in-memory-counters', 'Netflix keeps its counters in Redis, but we will use MySQL.'],
    ['in-memory-counters', 'The old design kept counters in Redis. We drop that and use Postgres rows.'],
    ['in-memory-counters', 'Redis for counters? No.'],
    ['latency-target', 'Is p99 below 10 ms what you want?'],
    ['limit-keys', 'Do limits apply per user, per API key and per IP address?'],
    ['availability-target', 'Do you need 99.99% availability?'],
    ['explicit-non-goal', 'Is billing out of scope?'],
    ['peak-rate', 'Is the peak 1.67M requests per second?'],
    ['atomic-update', 'What if two limiters read the same count at the same time and both admit?'],
    ['shard-replicas', 'In v2 every shard gets two replicas with automatic failover.'],
    ['shard-replicas', 'Every shard has two replicas with automatic failover. We don’t do this for now.'],
    ['shard-replicas', 'My old team had two replicas for every shard with automatic failover.'],
    ['shard-replicas', 'If we had the money, every shard would get two replicas with automatic failover.'],
    ['shard-replicas', 'Out of scope: two replicas with automatic failover for each shard.'],
    ['live-policy-change', 'Changing limits at run time without a restart comes in v2.'],
    ['store-down', 'A colleague of mine suggested that we fail open when Redis is unreachable. I disagree.'],
    ['in-memory-counters', 'I thought about keeping the counters in Redis. I decided against it.'],
    ['in-memory-counters', 'Stripe keeps its counters in Redis.'],
    ['peak-rate', '100 million checks a minute is about 6 million per second.'],
    ['counter-memory', 'A node with 640 GB of memory costs a lot.'],
    ['separate-policy-store', 'I keep counters and policies together in one MySQL.'],
  ],
  'url-shortener': [
    ['screen-urls', 'We check each destination against Safe Browsing. That comes next year.'],
    ['cache-mapping', 'Memcached in front of the store? Overkill.'],
    ['create-rate', 'We create 100M links a day, which is about 116K per second.'],
  ],
  'notification-system': [
    ['release-spread', 'Alert if p99 > 5s over 5 minutes'],
    ['release-spread', 'SLO burn alert over 30 minutes per hour'],
    ['release-spread', 'rolling deploy over 20 minutes, zone by zone'],
    ['release-spread', 'Canary 1% for 10 minutes per zone, then roll back on error rate'],
    ['release-spread', '99.99% -> 5.2 minutes per year'],
    ['campaign-calendar', 'Pre-scale before Prime Day.'],
    ['average-rate', '500M a day is 5.8 per second.'],
    ['lanes-by-class', 'Separate queues for each class are planned for a later version.'],
    ['user-preferences', 'Some day users should be able to switch categories off.'],
    ['second-provider', 'Netflix fails over to a second email provider when the first one is down.'],
    ['provider-quota', 'Twilio allows 100/s per number, so a token bucket per worker'],
  ],
};

const read = (path: string) => readFileSync(new URL(`../../problems/${path}`, import.meta.url), 'utf8');

describe.each(Object.entries(NOT_MADE))('%s', (problem, cases) => {
  const { points } = parse(read(`${problem}.yaml`)) as { points: EvaluatedPoint[] };
  const weights = JSON.parse(read(`weights/${problem}.json`)) as Weights;

  test.each(cases)('%s is not made by: %s', (id, text) => {
    const stage = points.find((point) => point.id === id)?.stage ?? '';
    const decision = assess(points, [{ phase: stage, stages: [stage], text }], weights).find((each) => each.id === id);
    expect(decision?.state).toMatch(/^(?:missed|unsure)$/);
  });
});
