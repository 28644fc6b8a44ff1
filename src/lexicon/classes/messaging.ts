import type { Classes } from '../classes.ts';

/** Queues, streams and work in the background. */
export const MESSAGING: Classes = {
  'answer-at-once': `202|http 202|accepted|ack to the caller|acknowledges the caller|return immediately|returns at once|
    respond immediately|reply at once|answer at once|without waiting|non-blocking|fire and forget|async*|
    caller is done|caller does not wait|caller gets an id|returns an id|returns a notification id|right away|
    straight away|decouple`,
  async: `async*|asynchronous*|fire and forget|background|off the hot path|off the critical path|off the redirect path|
    out of band|out of the request path|non blocking|nonblocking|without waiting|not wait|after the response|
    after responding|after answering|decouple|side channel|later|batch job|offline|eventually processed`,
  'back-pressure': `back pressure|backpressure|push back|slow the producer|bounded queue|block the producer|flow control|
    credit based|reject when full`,
  'batch-processor': `spark|hadoop|mapreduce|map reduce|emr|hive|batch job|nightly job|cron job|batch processing|airflow|glue`,
  batching: 'batch*|bulk|group commit|micro batch|in groups|coalesc*|piggyback',
  'change-data-capture': `cdc|change data capture|debezium|binlog|dynamodb streams|change stream|wal tailing|outbox|transactional outbox|
    log tailing`,
  chunk: `chunk|batch|slice|page|shard|block|split into|cut into|pieces|sub-job|subtask|cursor|paginate|partition|
    groups of|1000 at a time|thousand users each|1k each|10k each`,
  'consumer-lag': 'consumer lag|queue depth|queue length|backlog|lag|age of the oldest message|messages behind',
  'dead-letter': 'dead letter|dlq|dead-letter queue|parking lot|poison queue|poison message|failed queue',
  'drop-or-buffer': `drop*|shed|discard|buffer*|spill|best effort|dlq|dead letter|local disk|local file|circuit breaker|breaker|
    lose some clicks|sacrifice|queue up|catch up|replay later`,
  enqueue: `enqueue|put on|put onto|push onto|write to|drop on|publish|produce|append|persist|hand to|place on|add to|insert|
    goes to|goes onto`,
  expand: `expand|fan out|fan-out|fanout|explode|enumerate|stream through|iterate|unroll|materialise|materialize|
    generate messages|spawn|enqueue|resolve`,
  'fan-out-on-read': 'fan out on read|pull model|read fan out|merge at read|assemble on read',
  'fan-out-on-write': 'fan out on write|push model|write fan out|precomputed feed|precompute timelines',
  'in-background': `background|async|asynchronous*|out of band|off the hot path|off the request path|not on the request path|
    periodic*|every few seconds|every n seconds|every second|every 5 s|every 100 ms|eventually|later|lazily|
    after the fact`,
  ingest: `ingest|take in|receive|collect|process|consume|listen|endpoint|handle|handler|record|store|write back|update|
    feed|append|publish|queue|pipeline|stream|kafka|go to|go into|mark|suppress|reconcile`,
  'lambda-architecture': 'lambda architecture|kappa architecture|batch and speed layer|speed layer',
  'late-event': 'late event|late arriving|out of order event|watermark|event time',
  'load-shedding': `shed|load shedding|shed load|drop low priority|reject early|brownout|prioritise traffic|admission control`,
  'long-polling': 'long poll*|hanging get|sse|server sent events|streaming connection',
  ordering: `order*|in order|fifo|sequence number|ordered per key|ordered delivery|same partition|total order|causal order`,
  outbox: 'outbox|transactional outbox|outbox table|outbox pattern',
  polling: 'poll*|pull every|refresh every|fetch periodically|ask every',
  'pub-sub': 'pub sub|pubsub|publish subscribe|sns|topic|fan out exchange|event bus|eventbridge|redis pub sub|nats',
  queue: `kafka|kinesis|sqs|sns|pulsar|rabbitmq|rabbit|nats|activemq|pub/sub|pubsub|service bus|event hub|celery|sidekiq|
    bullmq|event bus|message bus|message broker|broker|queue|stream|topic|lane|log|jetstream|redis streams|amqp|
    message queue`,
  'queue-buffer': 'buffer|spool|local queue|disk buffer|write ahead buffer|absorb the spike|smooth the spike',
  scheduler: `scheduler|cron|quartz|temporal|airflow|step functions|delay queue|timer wheel|timing wheel|delayed queue|
    scheduled job|cloud scheduler`,
  stream: `kafka|kinesis|pulsar|pub sub|pubsub|event hub|msk|redpanda|nats|event stream|stream|topic|event log|message bus|
    event bus|firehose|flink`,
  'stream-processor': `flink|spark streaming|kafka streams|ksql*|storm|samza|beam|dataflow|stream processor|stream processing|
    kinesis analytics|materialize`,
  webhook: 'webhook|callback url|http callback|call back|post back',
  websocket: `websocket|web socket|sse|server sent events|long poll*|persistent connection|long lived connection|socket.io|
    signalr|mqtt`,
  'window-aggregation': 'tumbling|hopping window|session window|windowed aggregat*|per minute aggregate|watermark',
  worker: `worker|consumer|sender|dispatcher|processor|pool|worker pool|fleet|thread pool|lambda|pod|process|handler|
    adapter|sender service`,
  'workflow-engine': `temporal|cadence|step functions|camunda|airflow|conductor|orchestrator|workflow engine|saga orchestrator`,
};
