import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { assess } from '../../src/assessment/assess.ts';
import type { Weights } from '../../src/lexicon/weights.ts';
import type { EvaluatedPoint } from './evaluation.ts';

/** What a candidate who wastes no words would say; nothing is learned from these. */
const STATEMENTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'rate-limiter': {
    'limit-keys': 'We limit per user and per API key.',
    'latency-target': 'p99 below 10 ms.',
    'availability-target': 'Availability 99.99%.',
    'live-policy-change': 'Policies can be changed without a restart.',
    'explicit-non-goal': 'DDoS protection is out of scope.',
    'peak-rate': 'Peak is 1.67 million requests per second.',
    'counter-count': '10k policies x 1M keys = 10 billion counters.',
    'counter-memory': '10B x 64 bytes = 640 GB of memory.',
    'exceeds-one-node': '640 GB does not fit on one node, so we shard.',
    'check-in-front': 'The API gateway calls the limiter before it forwards a request.',
    'in-memory-counters': 'Counters live in Redis.',
    'separate-policy-store': 'Policies live in Postgres, counters in Redis.',
    'informative-reply': 'We return 429 with Retry-After and the remaining quota.',
    'shard-by-limit-key': 'We shard the counters by hash of the key.',
    'shard-replicas': 'Each shard has two replicas and fails over automatically.',
    'store-down': 'If Redis is down we fail open.',
    'counter-ttl': 'Each counter expires after its window by a TTL.',
    'hot-key': 'For a hot key we split it over several sub-counters.',
    'alert-threshold': 'Alert when p99 exceeds 20 ms for 5 minutes.',
    'ip-not-identity': 'An IP address alone is not a reliable identity because of NAT.',
    'lazy-refill': 'Tokens are refilled on access from the elapsed time.',
    'algorithm-choice': 'I choose token bucket because it allows bursts.',
    'window-boundary-burst': 'A fixed window lets through twice the limit at the boundary.',
    'token-batches': 'Each instance takes tokens in batches of 100 to save round trips.',
    'local-then-reconcile': 'Each region counts locally and syncs in the background.',
    'inexact-counts': 'We accept 5% inaccuracy for lower latency.',
  },
  'url-shortener': {
    'code-length': 'Codes have seven characters.',
    'custom-alias': 'Users can choose a custom alias.',
    'redirect-latency': 'Redirects take less than 50 ms at p99.',
    'retention-five-years': 'Links are kept for five years.',
    'read-heavy': 'There are ten redirects for each new link.',
    'create-rate': '100M new links a day is 1,160 writes per second.',
    'peak-redirects': 'Peak redirects: 50,000 per second.',
    'link-storage': '182 billion links x 500 bytes = 91 TB.',
    'click-storage': 'Clicks: 1B a day x 200 bytes x 5 years = 365 TB.',
    'code-space': '62^7 = 3.5 trillion codes, enough for 182 billion links.',
    'split-read-write': 'The redirect service is separate from the create service.',
    'key-value-mapping': 'The mapping is stored in DynamoDB.',
    'cache-mapping': 'Redis caches the mapping in front of the database.',
    'async-clicks': 'Click events go to Kafka asynchronously.',
    'base62-ids': 'We encode a counter in base 62.',
    'unguessable-codes': 'Codes are shuffled so that they cannot be guessed.',
    'redirect-status': 'We use 302 because browsers cache a 301 and we would lose clicks.',
    'alias-rules': 'An alias is checked against reserved words and must not be taken.',
    'shard-by-code': 'We shard the links by short code.',
    'id-blocks': 'Each server gets a block of 1000 ids.',
    'hit-ratio': 'We expect a cache hit ratio of 95%.',
    'screen-urls': 'Each URL is checked with Safe Browsing for malware.',
    'create-limits': 'Each API key may create 100 links per hour.',
    'survive-zone-loss': 'The table is replicated over three zones, so we survive the loss of one.',
    'approximate-counts': 'Click counts may be a few minutes late.',
  },
  'notification-system': {
    channels: 'We send push, email and SMS.',
    'message-classes': 'Messages are critical, transactional or promotional.',
    'critical-latency': 'Critical messages arrive within 5 seconds.',
    'user-preferences': 'Users can switch off each category and channel.',
    'frequency-cap': 'A user gets at most three promotions a day.',
    'average-rate': '500M a day is 5,800 notifications per second.',
    'sms-cost': '1.5M SMS a day x 30 x $0.33 = $15M a month.',
    'async-accept': 'The API writes the message to Kafka and returns 202 at once.',
    'lanes-by-class': 'Each class has its own queue, so campaigns do not delay critical messages.',
    'channel-workers': 'Each channel has its own worker pool.',
    'key-value-state': 'Delivery state is stored in Cassandra.',
    'receipts-path': 'Providers send delivery receipts to our webhook and we store them.',
    idempotency: 'Each request has an idempotency key that we store with a conditional write.',
    'quiet-hours': "During quiet hours in the user's time zone we hold messages until the morning.",
    'consent-at-send': 'We check preferences again right before sending.',
    escalation: 'If nobody acknowledges within 60 seconds we send an SMS.',
    'campaign-chunks': 'A campaign is split into chunks of 1000 users.',
    'provider-quota': 'A shared rate limiter keeps us under the quota of each provider.',
    'shard-by-user': 'Preferences are sharded by user id.',
    backoff: 'Failed sends are retried with exponential backoff and jitter, at most five times.',
    'second-provider': 'If Twilio fails we switch to a second SMS provider.',
    expiry: 'Each message has an expiry and is dropped after it.',
  },
};

/** Bounds, which are said with a negation. */
const BOUNDS: readonly (readonly [problem: string, point: string, text: string])[] = [
  ['rate-limiter', 'latency-target', 'The check must not cost more than 5 ms.'],
  ['rate-limiter', 'latency-target', "I don't want to add more than 5 ms at p99."],
  ['url-shortener', 'redirect-latency', 'No one should wait longer than 80 ms for a redirect.'],
  ['url-shortener', 'create-limits', 'Nobody may create more than 100 links an hour.'],
  ['notification-system', 'critical-latency', 'A critical message must not take longer than five seconds.'],
  ['notification-system', 'frequency-cap', "We don't send anyone more than two promotions a day, across all brands."],
];

const read = (path: string) => readFileSync(new URL(`../../problems/${path}`, import.meta.url), 'utf8');

describe.each(Object.entries(STATEMENTS))('%s: what is said in so many words', (problem, statements) => {
  const { points } = parse(read(`${problem}.yaml`)) as { points: EvaluatedPoint[] };
  const weights = JSON.parse(read(`weights/${problem}.json`)) as Weights;
  const judged = Object.entries(statements).map(([id, text]) => {
    const stage = points.find((point) => point.id === id)?.stage ?? '';
    const decisions = assess(points, [{ phase: stage, stages: [stage], text }], weights);
    return { id, text, decisions };
  });

  test('nearly always makes its point, and is hardly ever missed', () => {
    const inState = (state: string) =>
      judged.filter(({ id, decisions }) => decisions.find((each) => each.id === id)?.state === state);
    expect(inState('missed').length, inState('missed')[0]?.text).toBeLessThanOrEqual(1);
    expect(inState('covered').length / judged.length).toBeGreaterThanOrEqual(0.85);
  });

  test('makes hardly any other point', () => {
    const others = judged.flatMap(({ id, text, decisions }) =>
      decisions.filter((each) => each.id !== id && each.state === 'covered').map((each) => `${each.id}: ${text}`),
    );
    expect(others.length / judged.length).toBeLessThanOrEqual(0.25);
  });
});

test.each(BOUNDS)('%s: %s is made by a bound: %s', (problem, id, text) => {
  const { points } = parse(read(`${problem}.yaml`)) as { points: EvaluatedPoint[] };
  const weights = JSON.parse(read(`weights/${problem}.json`)) as Weights;
  const stage = points.find((point) => point.id === id)?.stage ?? '';
  const decisions = assess(points, [{ phase: stage, stages: [stage], text }], weights);
  expect(decisions.find((each) => each.id === id)?.state).toBe('covered');
});
