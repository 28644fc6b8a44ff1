/** What the name of a component says that it is. */
export type NamedKind = 'actor' | 'cache' | 'queue' | 'service' | 'store';

/** Who stands outside of a system, by the names in use. */
const ACTOR = /^(?:end )?(?:users?|clients?|customers?|browsers?|visitors?|viewers?|person|people|(?:mobile )?apps?)$/i;
/** By the last word of a name: `queue worker` is a worker. */
const LAST_WORDS: readonly (readonly [NamedKind, RegExp])[] = [
  ['cache', /\bcaches?$/i],
  ['queue', /\b(?:queue|topic|stream|bus|lane|broker|mq|dlq|outbox)(?:s|es)?$/i],
  ['store', /(?:\bdatabase|db|\bwarehouse)s?$/i],
  [
    'service',
    /\b(?:(?:micro|web)?service|svc|server|backend|front ?end|apis?|gateway|proxy|proxies|client|[an]?lb|load ?balancer|cdn|dns|lambda|worker|consumer|producer|publisher|limiter|scheduler|orchestrator|aggregator|dispatcher|router|notifier|indexer|writer|reader|sender|processor|handler|cdc)s?$/i,
  ],
];
/** Products are what they are wherever they stand in a name. */
const PRODUCTS: readonly (readonly [NamedKind, RegExp])[] = [
  ['queue', /\b(?:kafka|sqs|sns|kinesis|rabbitmq|activemq|pub\/?sub|nats|pulsar|eventbridge|event hubs?)\b/i],
  ['store', /\b(?:postgres(?:ql)?|mysql|cassandra|s3|spanner|bigtable|clickhouse|bigquery|snowflake)\b/i],
];

/** Undefined where a name, which has no note behind it, leaves it open. */
export function namedKind(name: string): NamedKind | undefined {
  if (ACTOR.test(name)) return 'actor';
  return [...LAST_WORDS, ...PRODUCTS].find(([, pattern]) => pattern.test(name))?.[0];
}

/** Dead letters are the only messages that one queue sends to another. */
export function isDeadLetters(name: string): boolean {
  return /\b(?:dead|dlq)/i.test(name);
}
