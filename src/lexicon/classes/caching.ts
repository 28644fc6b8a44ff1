import type { Classes } from '../classes.ts';

/** Caches and how long they are right. */
export const CACHING: Classes = {
  'bloom-filter': 'bloom filter|bloom|cuckoo filter|xor filter|membership filter',
  cache: `cache|cached|caching|redis|memcached|memcache|elasticache|valkey|keydb|dragonfly|dax|hazelcast|varnish|lru|
    read through|cache aside|in memory store|in memory layer`,
  'cache-stampede': 'stampede|thundering herd|dogpile|cache avalanche|many misses at once|all miss at once|miss storm',
  cdn: `cdn|cloudfront|fastly|akamai|cloudflare|cloud cdn|front door|edge|edge cache|edge location|edge node|edge server|
    pop|pops|points of presence`,
  coalesce: `coalesce|request coalescing|single flight|singleflight|collapsed forwarding|request collapsing|shared read|
    one request per key|lock per key|mutex per key|dogpile`,
  compression: 'compress*|gzip|zstd|snappy|lz4|brotli|delta encod*|dictionary encod*',
  edge: `edge|cdn|pop|point of presence|edge location|edge node|cloudflare workers|lambda edge|edge function|edge compute`,
  eviction: 'evict*|lru|lfu|eviction policy|arc|least recently used|least frequently used|fifo eviction|maxmemory',
  'hit-ratio': `hit rate|hit ratio|cache hit|hits|hit %|served from cache|answered from the cache|answered by the cdn|
    answered by the edge|absorbed by|offload|never reach the database|of reads from cache`,
  invalidation: 'invalidate|invalidation|purge|bust|evict|expire early|delete from the cache|surrogate key',
  late: `late|late binding|as late as possible|at send time|just before|just in time|right before|last moment|
    in the worker|at the worker|by the channel worker|at the end|lazily|at dispatch|delay*|lag*|behind|not real time|
    near real time|minutes old|eventually|catch up|stale|a minute later|refreshed every|hourly|batch`,
  'local-cache': `in process|in-process cache|local cache|l1 cache|l1|near cache|caffeine|guava|memory of the server|
    held in memory on each server|process memory|in each server's memory|local lru`,
  'negative-cache': 'negative cach*|cache misses|cache the miss|cache 404|cache not found|tombstone|cache negative',
  prefetch: 'prefetch*|pre fetch*|preload|warm the cache|warm up|prewarm|pre warm',
  purge: `purge|invalidate|invalidation|evict|flush|bust|surrogate key|tombstone|overwrite the entry|delete from cache|
    push the change`,
  'read-through': 'read through|cache aside|lazy load*|look aside|on a miss|populate on miss|fill on miss',
  sketch: 'count min sketch|count min|cms|space saving|heavy hitters|top k|hyperloglog|hll|sketch|t digest|misra gries',
  stale: `stale|old|out of date|outdated|too late|no longer useful|no longer relevant|irrelevant|worthless|pointless|
    hours late|overdue|yesterday's|expired|past its|backlog|aged out|old destination|old target|old url|lag behind|
    lingering|still redirect|still works|still live|still resolves|keeps working|keep serving the old`,
  ttl: `ttl|time to live|expire|expires|expiry|expiration|pexpire|expireat|setex|age out|lapse|self-destruct|auto-delete|
    evaporate|max-age|s-maxage|cache lifetime|cache duration|cache expiry|expires after|cached for|cache for|
    keep it in cache for`,
  'write-behind': 'write behind|write back|flush later|asynchronous write|batched writes',
  'write-through': 'write through|write to both|update the cache on write|writes the cache too',
};
