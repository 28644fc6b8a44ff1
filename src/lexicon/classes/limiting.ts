import type { Classes } from '../classes.ts';

/** Rate limits and fair shares. */
export const LIMITING: Classes = {
  'address-evasion': `spoof*|forge*|fake*|rotate addresses|rotating ips|ip rotation|botnet|residential proxies|x-forwarded-for|xff|
    dynamic ip|dhcp|change address|switch address|hop between ips`,
  'fixed-window': `fixed window|fw|fixed-window counter|tumbling window|calendar window|per-minute bucket|window counter reset`,
  'leaky-bucket': 'leaky bucket|leaky-bucket',
  lease: `lease|leased|token lease|batch of tokens|tokens in batches|chunk of tokens|block of tokens|slice of quota|
    prefetch|pre-fetch|reserve tokens|pre-allocate|preallocate|allotment|grab tokens|checkout tokens|local allowance|
    local budget|mini-bucket`,
  'limiting-algorithm': '@token-bucket|@leaky-bucket|@fixed-window|@sliding-log|@sliding-window',
  'multi-tenancy': 'multi tenant|multitenant|multi tenancy|tenant|tenants|shared by many teams',
  'noisy-neighbour': `noisy neighbour|noisy neighbor|starve|crowd out|drown|hog|monopolise|blast radius|bulkhead|shuffle shard*|
    cell-based|cellular|cells|dedicated shards|dedicated cluster|own pool|separate pool|isolation`,
  'over-admit': `over-admit*|overadmit*|overshoot*|over-count|exceed the limit|go over the limit|over the limit|above the limit|
    past the limit|more than the limit|beyond the limit|slip through|let through|lets through|leak through|both pass|
    both succeed|both go through|both allowed|both admitted|n+1`,
  'per-account': `per user|per account|per api key|per key|per ip|per address|per client|per tenant|per customer|per plan|
    each user|each account|each ip|free plan|free tier|anonymous users|by ip|by api key`,
  quota: `quota|provider limit|rate limit|limit of the provider|throughput limit|tps limit|600k a minute|10k/s|
    10k per second|429|too many requests|throttle|throttling|allowance|cap of the provider|sending rate|
    sending limit|per tenant limit|budget per|cap|ceiling|fair share|share of capacity`,
  'rate-limit': `rate limit*|throttle|quota|cap|token bucket|leaky bucket|max per|at most N per|limit per|ceiling|allowance|
    captcha`,
  'rate-limiter': `rate limiter|rate limit|token bucket|leaky bucket|bucket|permit|permits|limiter|pacing|pace|paced|throttle|
    semaphore|credits|tokens|gcra|governor|concurrency limit|aimd|adaptive rate`,
  shared: `shared|share|global*|distributed|central*|common|one bucket|single bucket|in redis|in valkey|across workers|
    all workers|across the fleet|every worker|leased|lease|fleet-wide|coordinated`,
  'shared-address': `nat|cgnat|carrier-grade nat|carrier nat|shared ip|shared address|share an ip|share one address|same ip|
    same address|corporate proxy|company proxy|office|campus|mobile carrier|vpn|tor|behind one address|
    behind a proxy`,
  'sliding-log': `sliding log|sliding window log|swl|request log|log of timestamps|timestamp log|list of timestamps|
    sorted set of timestamps|zset|zadd|zremrangebyscore`,
  'sliding-window': 'sliding window|sliding-window counter|rolling window|weighted window|two-bucket approximation|swc',
  'tenant-isolation': `tenant isolation|isolate tenants|per tenant|tenant id|silo|pool model|row level security|own schema|
    own database per tenant`,
  'token-bucket': 'token bucket|tokenbucket|token-bucket algorithm|gcra|generic cell rate',
};
