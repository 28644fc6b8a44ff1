import { describe, expect, test } from 'vitest';
import { diagramsIn, faultsIn } from '../../src/assessment/drawn.ts';
import { fc } from '../harness/properties.ts';

const textsIn = (text: string) => diagramsIn(text).map((diagram) => diagram.text);

describe('prose, notes and code are no diagrams', () => {
  test.each([
    'if a -> b fails we retry',
    'a -> b because it is faster',
    'We use Kafka -> consumers',
    'we go api -> db',
    'creates: 100M/min -> 1.67M/s',
    'busy minute 50k -> build for 60k',
    'owner silent 6 ms → loose, strict',
    'pk=code hashed → even spread',
    '- cache → yes, important',
    '- clicks → Cassandra, time-series',
    '• viral → hot key problem',
    'Vanity slugs -> yes, premium only',
    '10× → add shards, scales horizontally',
    'p99 5 ms => 2 ms',
    'GET /k7Qm2Zd -> 302',
    'x <= y and y >= z',
    'crit: push → sms → voice.',
    'cap check: tier -> consent -> quiet hours -> drop.',
    'A thread drains ring -> Redpanda -> Pinot.',
    'haproxy (spoe) -> limiter, go, stateless, 3 az -> valkey (counters only)',
    'Redis down → breaker opens → local bucket',
    'router: Kafka → SQS per provider: apns, fcm, sms. each own worker fleet',
    'callbacks: sink → Kafka → ClickHouse counters. hard bounce ⇒ kill address.',
    'DB → cron every minute selects the pending rows and sends them',
    'Bob -> nginx -> memcached.get("k3Xp9Qa") -> HIT',
    'list.map((entry) => entry.id)',
    'graph databases are slow here',
    'cluster size: 12 nodes, because one is not enough',
    'monolith -> microservices',
    'user id -> shard',
    'Region failover:\n  - we move writes -> later',
    'Cluster:\n  12 nodes\n  3 replicas',
    'We retry\n  -> so it is safe',
    'short code -> long url',
    'old key → new key',
    'HTTP -> HTTPS\nstring -> int',
    'x => x + 1',
    '[Client] --> [LB] --> [API]\n                 |\n                 v\n              [Redis]',
    '  client -> api\n    |\n  cache',
    '50K/s consumers -> S3 archive of 3 TB',
    '<- this one',
    '->',
    '日 ---> #',
    'client -> ...',
    `${'a '.repeat(300)}-> b`,
  ])('%s', (text) => {
    expect(textsIn(text)).toEqual([]);
  });

  test.each([
    'client -> api\nregion eu:\n  most of the users are there\nand so on',
    'client -> api\nregion eu:\n  primary writes happen here',
    'client -> api\nShard key: user id',
    'client -> api\nShard key: user id\n  never the time',
    'client -> api\ncluster size: twelve',
    'client -> api\nregion eu:\n- two zones',
    'region eu:\n  Here is the picture.\nclient -> api',
  ])('and a group of words is none: %j', (text) => {
    expect(textsIn(text)).toEqual(['client -> api']);
    expect(faultsIn(text)).toEqual([]);
  });

  test('and the text around a diagram is none of it', () => {
    const text = 'if a -> b fails we retry\nclient -> api\n100M/min -> 1.67M/s\n';
    expect(textsIn(text)).toEqual(['client -> api']);
  });
});

describe('a diagram is read as people write it', () => {
  test.each([
    'Pingora (edge) --> limiter (Go) --> DragonflyDB',
    'anycast → edge pop → LB → rd pods (Go, stateless, no creds for write) → L1 LRU in proc → Redis',
    'Services → API Gateway → Kafka → providers (APNs, FCM, Twilio, SendGrid)',
    'client → envoy edge → (gRPC ext call) → RL svc (stateless, every AZ) → redis cluster (regional)',
    'Varnish -> redirectd (Rust, GET only) -> FoundationDB <- linkd (Go, POST/PUT only)',
    'Planner -> per medium Service Bus queue -> medium workers (push-apple, mail, text, call)',
    'feedback: SES SNS / twilio webhooks / apns 410 → ingest lambda → kafka "events" → state upd + ClickHouse',
    'go path: CDN worker -> go -> Valkey -> Dynamo',
    'Read path: client -> api',
    'fastly -> GLB -> `hop` (follow only; Rust, 3 regions)\n              -> `mint` (own deploy)',
    'client --HTTPS--> lb\nlb --gRPC--> api',
    'client ➜ api ➜ (db)',
    '- client -> lb -> api\n- api -> (orders)',
    '1. client -> api\n2. api -> (orders)',
    '* client -> api (Go) -> db',
    'region eu:\n  api eu -> (orders eu)\nregion us:\n  api us -> (orders us)\ndns -> api eu, api us',
    'lb -> api\nregion eu {\n  api -> (db)\n  az a {\n    worker -> (db)\n  }\n}',
    'vpc:\n  api, orders worker\n  [session cache]\nclient -> api -> orders worker',
    'group a:\n  checkout\n  ledger\nend\nclient -> checkout -> ledger',
    'zone a:\n  api -> (db)\n\n  api -> [cache]',
    'checkout -> ledger\nzone a: checkout, ledger',
    'vpc:\n  public subnet: alb\n  private subnet:\n    api -> (db)\nalb -> api',
    'region eu:\n- api -> (db)\n- session cache\nclient -> api',
    '1. Region eu:\n   api -> db\n   worker -> db\n2. dns -> api',
    'auth-service -> checkout\nregion eu: checkout, Auth Service',
    'client ->\n  api ->\n  db',
    'client -> api,\n          cdn,\n          dns\napi -> db',
  ])('%s', (text) => {
    expect(textsIn(`So:\n${text}\nThat is all of it.`)).toEqual([text]);
    expect(faultsIn(text)).toEqual([]);
  });

  test.each([
    ['Client → DNS → Web servers → DB.', 'Client → DNS → Web servers → DB'],
    ['Team → REST API → provider. We call Apple in the request.', 'Team → REST API → provider'],
    ['clicks: pod → Kinesis → Flink (1 min). 302 goes out before.', 'clicks: pod → Kinesis → Flink (1 min)'],
    [
      'fastly -> GLB -> hop\n              -> mint (GKE). each on its own\na -> b',
      'fastly -> GLB -> hop\n              -> mint (GKE)',
    ],
  ])('a remark behind its full stop is none of it: %s', (text, diagram) => {
    expect(textsIn(text)[0]).toBe(diagram);
  });

  test.each([
    '- viral → hot key problem\n- clicks → Cassandra, time-series',
    '- cache → Redis\n- store → Postgres',
    'new rule: shadow → all',
    'cap: n → drop',
    'unknown outcome: links → Dynamo; plans → PG',
    'soft bounce (full box) → retry later; spam → opt-out',
    'hot shards of all tenants (ring) → spread',
    'queue "daily" → workers',
  ])('a list of notes is none: %j', (text) => {
    expect(textsIn(text)).toEqual([]);
    expect(faultsIn(text)).toEqual([]);
  });

  test('bullets with an arrow are read where they hang together, and next to a diagram only then', () => {
    expect(textsIn('- client -> api\n- api -> db\n- db -> replica')).toHaveLength(1);
    expect(textsIn('- client -> lb -> api\n- viral → hot key problem')).toEqual(['- client -> lb -> api']);
  });
});

describe('a line beside a diagram is none of it unless they share a name', () => {
  test.each([
    'client -> load balancer\nload balancer -> GET service\nload balancer -> POST service\nPOST service -> db',
    'client -> api\napi -> Kafka -> 50K/s consumers\napi -> S3',
    'client -> api\napi -> 3 shards\n3 shards -> 2 replicas each',
    'Checkout -> Ledger\nLedger -> Payouts',
    'client -> api\nCheckout -> Ledger',
  ])('and so all of this is one: %j', (text) => {
    expect(textsIn(`So:\n\n${text}\n\nThat is all of it.`)).toEqual([text]);
  });

  test.each([
    ['client -> api\n100M/min -> 1.67M/s', 'client -> api'],
    ['client -> api\nGET /k7Qm2Zd -> 302', 'client -> api'],
    ['client -> api\n3 calls -> 2 calls', 'client -> api'],
  ])('and so this is not: %j', (text, diagram) => {
    expect(textsIn(text)).toEqual([diagram]);
  });
});

describe('a diagram goes on', () => {
  test('over blank lines, in the arrow notation', () => {
    expect(textsIn('\nclient -> api\n\n\napi -> (db)\n\nregion eu: api\n\nThat is all.')).toEqual([
      'client -> api\n\n\napi -> (db)\n\nregion eu: api',
    ]);
  });

  test('over blank lines, in Mermaid, as far as it can be read', () => {
    const mermaid = 'sequenceDiagram\n  client->>api: read\n\n  api-->>client: text';
    expect(textsIn(`First:\n\n${mermaid}\n\nSo one round trip will do.`)).toEqual([mermaid]);
    expect(diagramsIn(mermaid)[0]?.graph.edges).toHaveLength(2);
  });

  test('to the end of its fence', () => {
    const inside = 'graph TD\n  a --> b\n\n  b --> c';
    expect(textsIn(`\`\`\`mermaid\n${inside}\n\`\`\`\nx -> y`)).toEqual([inside, 'x -> y']);
  });

  test('with numbers in names that are no quantities', () => {
    expect(textsIn('client -> 3rd party api, 2FA service -> s3, Redis 7')).toHaveLength(1);
  });

  test.each(['a ~> b', 'a <- b', 'a <-> b', 'a ↔ b', 'a –> b', 'a -.-> b', 'a->b;b->c', 'a ==> b', 'a <= b'])(
    'with every arrow that the notation has: %s',
    (text) => expect(textsIn(text)).toEqual([text]),
  );
});

describe('what is meant as a diagram and cannot be read', () => {
  test.each([
    ['client -> api\napi ->\napi -> (db)', 2],
    ['The path:\n\nclient -> (orders', 3],
    ['Read path: client -> (api', 1],
    ['```\nflowchart LR\n  a -->\n```', 3],
  ])('is never half drawn: %j', (text, line) => {
    expect(textsIn(text)).toEqual([]);
    expect(faultsIn(text)).toMatchObject([{ line, message: expect.stringMatching(/\.$/) }]);
  });

  test('leaves the diagrams of other paragraphs alone', () => {
    const text = 'a -> b\n\nb -> (c\n\nc -> d';
    expect(textsIn(text)).toEqual(['a -> b', 'c -> d']);
    expect(faultsIn(text)).toMatchObject([{ line: 3 }]);
  });

  test('is not what was never meant as one', () => {
    expect(faultsIn('rows.map((row) => { return row; })\nWe retry -> so it is safe.\n5 ms -> 2 ms')).toEqual([]);
  });
});

const PIECES = [
  'a',
  'api',
  ' -> ',
  '->',
  '\n',
  '\n\n',
  '(',
  ')',
  'flowchart LR',
  '```',
  'region eu: ',
  'vpc:\n  ',
  'az a {\n',
  '\n}\n',
  '\nend\n',
  '\n  ',
  '[db]',
  ', ',
  ': x',
  'we ',
  '9',
];

test('places are those of the text, in order, and each diagram is found alone too', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      let from = 0;
      for (const { text: own, start, end, graph } of diagramsIn(text)) {
        expect(text.slice(start, end)).toBe(own);
        expect(start).toBeGreaterThanOrEqual(from);
        expect(graph.edges.length).toBeGreaterThan(0);
        expect(textsIn(own)).toEqual([own]);
        from = end;
      }
      for (const { line } of faultsIn(text)) expect(text.split('\n').length).toBeGreaterThanOrEqual(line);
    }),
    { numRuns: 1_000 },
  );
});

test.each<[string, string, number]>([
  ['spaces', `a${' '.repeat(100_000)}-> b`, 0],
  ['dashes', '-'.repeat(100_000), 0],
  ['broken lines', 'a -> (b\n'.repeat(10_000), 0],
  ['paragraphs', 'a -> b\n\n'.repeat(900), 1],
  ['paragraphs of Mermaid', `flowchart LR\n${'a --> b\n\n'.repeat(5_000)}`, 2],
  ['groups', 'region eu:\n  a -> b\n'.repeat(4_500), 1],
  ['open groups', `${'az a {\n'.repeat(10_000)}  a -> b`, 1],
  ['groups of words', 'region eu:\n  it is\n'.repeat(4_000), 0],
  ['lines that go on', 'a ->\n  b ->\n'.repeat(8_000), 0],
  ['heads of Mermaid', 'flowchart LR\n\n'.repeat(5_000), 0],
])('100,000 characters of %s are looked through well before this test has to end', (_, text, count) => {
  expect(diagramsIn(text)).toHaveLength(count);
});
