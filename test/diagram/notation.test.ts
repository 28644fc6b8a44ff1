import { describe, expect, test } from 'vitest';
import { shapeStatements } from '../../src/diagram/components.ts';
import { DIAGRAM_GUIDE } from '../../src/diagram/guide.ts';
import { readDiagram } from '../../src/diagram/read-diagram.ts';
import { edgeTexts, graphOf, nodeTexts } from './samples.ts';

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `n${index}`).join(',');

describe('arrows', () => {
  test.each([
    ['a -> b', ['a -> b']],
    ['a->b', ['a -> b']],
    ['a --> b', ['a -> b']],
    ['a ----> b', ['a -> b']],
    ['a → b', ['a -> b']],
    ['a –> b', ['a -> b']],
    ['a ->> b', ['a -> b']],
    ['a => b', ['a => b']],
    ['a ==> b', ['a => b']],
    ['a ⇒ b', ['a => b']],
    ['a -.-> b', ['a => b']],
    ['a ~> b', ['a => b']],
    ['a ..> b', ['a => b']],
    ['a <- b', ['b -> a']],
    ['a <-- b', ['b -> a']],
    ['a ← b', ['b -> a']],
    ['a <= b', ['b => a']],
    ['a ⇐ b', ['b => a']],
    ['a <-> b', ['a <-> b']],
    ['a <--> b', ['a <-> b']],
    ['a ↔ b', ['a <-> b']],
    ['a <=> b', ['a <=> b']],
    ['a -- b', ['a -- b']],
    ['a -> b -> c', ['a -> b', 'b -> c']],
    ['a -> b => c <- d', ['a -> b', 'b => c', 'd -> c']],
    ['a -> a', ['a -> a']],
    ['a -> b, c', ['a -> b', 'a -> c']],
    ['a, b -> c', ['a -> c', 'b -> c']],
    ['a, b => c, d', ['a => c', 'a => d', 'b => c', 'b => d']],
    ['a -> b、c，d', ['a -> b', 'a -> c', 'a -> d']],
    ['a -> b, b', ['a -> b']],
    ['a -> b; b -> c', ['a -> b', 'b -> c']],
    ['write-behind -> read--through', ['write-behind -> read--through']],
    ['redis:6379 -> s3://logs', ['redis:6379 -> s3://logs']],
    ['a -> b.', ['a -> b']],
    ['a -> us.east -> v1.2', ['a -> us.east', 'us.east -> v1.2']],
    ['a -> (gRPC call) -> b', ['a -> b: gRPC call']],
    ['a -> (3 calls) => b', ['a -> 3 calls', '3 calls => b']],
    ['a ➜ b ➔ c ▶ d', ['a -> b', 'b -> c', 'c -> d']],
    ['a ⇄ b ⇢ c', ['a <-> b', 'b => c']],
    ['a —— b', ['a -- b']],
    ['a ──> b ─▶ c -→ d', ['a -> b', 'b -> c', 'c -> d']],
    ['a ←→ b ←─→ c ←─ d', ['a <-> b', 'b <-> c', 'd -> c']],
  ])('%s', (text, edges) => {
    expect(edgeTexts(graphOf(text))).toEqual(edges);
  });
});

test('the guide is a diagram, and means what it says', () => {
  const graph = graphOf(DIAGRAM_GUIDE.map(({ write }) => write).join('\n'));
  expect(edgeTexts(graph)).toEqual([
    'client -> lb',
    'lb -> api: HTTPS',
    'web <-> api',
    'api -> cache',
    'api -> orders db',
    'api => jobs',
    'jobs => worker',
  ]);
  const shapes = Object.fromEntries(graph.nodes.map(({ label, shape }) => [label, shape]));
  expect(shapes).toMatchObject({ cache: 'cache', 'orders db': 'store', jobs: 'queue' });
  expect(graph.groups).toMatchObject([{ label: 'region eu' }]);
});

describe('a text within an arrow is its label', () => {
  test.each([
    ['client --HTTPS--> lb', ['client -> lb: HTTPS']],
    ['client--HTTPS-->lb', ['client -> lb: HTTPS']],
    ['client -- HTTPS --> lb', ['client -> lb: HTTPS']],
    ['client -- GET /urls/:code --> lb', ['client -> lb: GET /urls/:code']],
    ['client --"a, b"--> lb', ['client -> lb: a, b']],
    ['client <--HTTPS--> lb', ['client <-> lb: HTTPS']],
    ['client <-HTTPS-> lb', ['client <-> lb: HTTPS']],
    ['client <-HTTPS- lb', ['lb -> client: HTTPS']],
    ['api ==publish==> kafka', ['api => kafka: publish']],
    ['api -. async .-> kafka', ['api => kafka: async']],
    ['client -1-> api -2-> db', ['client -> api: 1', 'api -> db: 2']],
    ['api --read-through--> cache', ['api -> cache: read-through']],
    ['client -(HTTPS)-> api -[gRPC]-> db', ['client -> api: HTTPS', 'api -> db: gRPC']],
    ['a --x-->|y| b: z', ['a -> b: x: y: z']],
    // What only looks like one:
    ['read--through -> x', ['read--through -> x']],
    ['a<-b->c', ['b -> a', 'b -> c']],
    ['a <-- b --> c', ['b -> a', 'b -> c']],
    ['a -- b -- c', ['a -- b', 'b -- c']],
    ['a -> b - c', ['a -> b - c']],
  ])('%s', (text, edges) => expect(edgeTexts(graphOf(text))).toEqual(edges));

  test.each(['url-service - reads -> db', 'Reads — client -> cdn', 'a -- b -> c'])(
    '%s may be several things',
    (text) => {
      expect(readDiagram(text).faults).toMatchObject([{ message: 'It is not clear what this dash begins.' }]);
    },
  );
});

describe('what stands in brackets between two arrows goes through them', () => {
  test.each([
    ['client -> (HTTPS) -> api -> (gRPC) -> svc', ['client -> api: HTTPS', 'api -> svc: gRPC']],
    ['api -> cache -> (if miss) -> db', ['api -> cache', 'cache -> db: if miss']],
    ['api -> [HTTP/2 + TLS] -> db: x', ['api -> db: HTTP/2 + TLS: x']],
    ['api -> (orders db) -> replica', ['api -> orders db', 'orders db -> replica']],
    ['api -> (HTTPS)', ['api -> HTTPS']],
  ])('%s', (text, edges) => expect(edgeTexts(graphOf(text))).toEqual(edges));
});

describe('bullets of a list are no part of a name', () => {
  test.each([
    ...['- a -> b', '* a -> b', '+ a -> b', '• a -> b', '– a -> b', '1. a -> b', '12) a -> b', '  - a -> b'],
    ...[
      'a) a -> b',
      '(2) a -> b',
      '1.1 a -> b',
      '#1 a -> b',
      'Step 1: a -> b',
      '- [ ] a -> b',
      '- [x] a -> b',
      '> a -> b',
      'a. a -> b',
      '2b) a -> b',
      '(2a) a -> b',
      'iii. a -> b',
    ],
  ])('%s', (text) => expect(edgeTexts(graphOf(text))).toEqual(['a -> b']));

  test('groups stand in lists too, and a number alone is a name', () => {
    expect(graphOf('- region eu: a\n- a -> b').groups).toMatchObject([{ label: 'region eu' }]);
    expect(edgeTexts(graphOf('1. -> 2.5'))).toEqual(['1. -> 2.5']);
  });
});

describe('numbers of several lines are told at their first arrows', () => {
  test.each([
    ['1. a -> b -> c\n2. b -> d: x', ['a -> b: 1', 'b -> c', 'b -> d: 2) x']],
    ['step 1: a -> b\nStep 2: b -> a', ['a -> b: 1', 'b -> a: 2']],
    ['#1 a -> b\n#2 a -> b', ['a -> b: 1', 'a -> b: 2']],
    ['1. a -> b\n1. b -> c', ['a -> b', 'b -> c']],
    ['1. a -> b\n1a. b -> c', ['a -> b: 1', 'b -> c: 1a']],
    ['a. web -> api\nb. api -> db', ['web -> api: a', 'api -> db: b']],
  ])('%j', (text, edges) => {
    const graph = graphOf(text);
    expect(edgeTexts(graph)).toEqual(edges);
    expect(graph.sections).toBeUndefined();
  });
});

describe('comments', () => {
  test.each([
    ['client -> api // entry\napi -> db # primary\ndb -> copy %% x', ['client -> api', 'api -> db', 'db -> copy']],
    ['%% x\n# a -> b\na -> s3://x', ['a -> s3://x']],
    ['#hashtag-service -> worker #3', ['#hashtag-service -> worker #3']],
    ['#todo\na -> b (c // d)', ['a -> b (c // d)']],
  ])('%j', (text, edges) => expect(edgeTexts(graphOf(text))).toEqual(edges));
});

describe('a statement goes on further in', () => {
  test.each([
    ['client ->\n  lb ->\n  api', ['client -> lb', 'lb -> api']],
    ['client\n -> lb', ['client -> lb']],
    ['client\n  -> lb\n     -> api', ['client -> lb', 'lb -> api']],
    ['a -> b,\n  c', ['a -> b', 'a -> c']],
    ['a -> b,\n     c,\n     d', ['a -> b', 'a -> c', 'a -> d']],
    ['client -> lb -> api\n                -> db', ['client -> lb', 'lb -> api', 'api -> db']],
  ])('%j', (text, edges) => expect(edgeTexts(graphOf(text))).toEqual(edges));

  test('and its faults have their own lines', () => {
    expect(readDiagram('ok -> ok\nclient ->\n  [lb').faults).toMatchObject([{ line: 3, column: 3 }]);
    expect(readDiagram('client\n -> lb\n -> api').faults?.map(({ line }) => line)).toEqual([1, 2]);
  });
});

describe('a line that begins with an arrow below another arrow goes on from the same name', () => {
  test.each([
    ['a -> b\n  -> c', ['a -> b', 'a -> c']],
    ['a -> b -> c\n       -> d -> e\n       => f', ['a -> b', 'b -> c', 'b -> d', 'd -> e', 'b => f']],
    ['a, b -> c\n     -> d: x', ['a -> c', 'b -> c', 'a -> d: x', 'b -> d: x']],
    ['名 -> b\n   -> c', ['名 -> b', '名 -> c']],
  ])('%j', (text, edges) => expect(edgeTexts(graphOf(text))).toEqual(edges));

  test.each(['a -> b\n -> c', 'a -> b\n\n  -> c', 'a -> b\n# note\n  -> c', '  -> c'])('%j does not', (text) => {
    expect(readDiagram(text).faults).toMatchObject([{ message: 'Nothing stands before this arrow.' }]);
  });
});

describe('labels', () => {
  test.each([
    ['a -> b: HTTPS', ['a -> b: HTTPS']],
    ['a -> b:HTTPS', ['a -> b: HTTPS']],
    ['a -> b：请求', ['a -> b: 请求']],
    ['a -> b -> c: x', ['a -> b', 'b -> c: x']],
    ['a -> b, c: x', ['a -> b: x', 'a -> c: x']],
    ['a -> b: GET /a: 200; then more', ['a -> b: GET /a: 200; then more']],
    ['a -> b: one; b -> c: two', ['a -> b: one', 'b -> c: two']],
    ['a -> b: at 10:30', ['a -> b: at 10:30']],
    ['a ->|x| b ->|y| c', ['a -> b: x', 'b -> c: y']],
    ['a -> b:', ['a -> b']],
    ['a -> b:   many   spaces ', ['a -> b: many spaces']],
    ['a -> b: [unclosed (brackets', ['a -> b: [unclosed (brackets']],
  ])('%s', (text, edges) => {
    expect(edgeTexts(graphOf(text))).toEqual(edges);
  });
});

describe('components', () => {
  test.each([
    ['api -> [cache]', ['api', '[cache]']],
    ['api -> (orders db)', ['api', '(orders db)']],
    ['api -> [(orders)]', ['api', '(orders)']],
    ['api => events', ['api', 'events!']],
    ['api => events -> worker', ['api', 'events!', 'worker']],
    ['api => events => worker', ['api', 'events!', 'worker']],
    ['api => first => dead letter queue', ['api', 'first!', 'dead letter queue!']],
    ['api => [ring buffer]', ['api', '[ring buffer]']],
    ['api -> cache\n[cache]', ['api', '[cache]']],
    ['(db) -> api\napi -> DB', ['(db)', 'api']],
    ['Link  Service -> a\nlink service -> b', ['Link Service', 'a', 'b']],
    ['Link Service -> a\nlink-service -> b\nlink_service -> c', ['Link Service', 'a', 'b', 'c']],
    ['clients -> web -> user service', ['clients?', 'web', 'user service']],
    ['[a], (b)', ['[a]', '(b)']],
    ['__proto__ -> constructor -> toString', ['__proto__', 'constructor', 'toString']],
    ['# a -> b\n// a -> c\n\nd -> e', ['d', 'e']],
    ['```\na -> b\n```\nc -> d', ['a', 'b', 'c', 'd']],
    ['My design:\n```\na -> b\n```\nand\n```text\nb -> c\n```', ['a', 'b', 'c']],
    ['```json\n{}\n```\na -> b', ['a', 'b']],
    ['api -> {cache, db}', ['api', 'cache', 'db']],
    ['{web, mobile} -> {api}', ['web', 'mobile', '{api}']],
    ['((user)) -> [[queue]] -> {{session}}', ['user?', 'queue', '[session]']],
    ['**api** -> _client_, __init__', ['api', 'client?', '__init__']],
    ['api -> "timeline, cache", "a -> b"', ['api', 'timeline, cache', 'a -> b']],
    ['“api: web” -> ("orders (eu)")', ['api: web', '(orders (eu))']],
    ['12" disk -> 5" disk', ['12" disk', '5" disk']],
    ['client -> GET /v1/urls/:code', ['client?', 'GET /v1/urls/:code']],
    ['gateway -> users, orders\nusers -> (users db)', ['gateway', 'users', 'orders', '(users db)']],
    ['api -> users', ['api', 'users?']],
    ['a\u001b -> b\u202e', ['a\\u{1b}', 'b\\u{202e}']],
    ['limiter (Go) --> DragonflyDB', ['limiter (Go)', 'DragonflyDB']],
    ['Redis (3 shards) -> x', ['Redis (3 shards)', 'x']],
    ['api (a -> b: c; d, e) -> x', ['api (a -> b: c; d, e)', 'x']],
    ['api -> limiter\nLimiter (Go) -> db', ['api', 'limiter (Go)', 'db']],
    ['limiter (Go) -> db\nlimiter -> x\nlimiter (go) -> y', ['limiter (Go)', 'db', 'x', 'y']],
    ['api (see RFC (draft)) -> b', ['api (see RFC (draft))', 'b']],
    ['q -> worker (email), worker (sms)', ['q', 'worker (email)', 'worker (sms)']],
    ['api -> [Redis] (3 shards), (orders) (sharded)', ['api', '[Redis (3 shards)]', '(orders (sharded))']],
    ['api -> [Redis (LRU)]', ['api', '[Redis (LRU)]']],
    ['clients (mobile) => jobs (SQS)', ['clients (mobile)?', 'jobs (SQS)!']],
    ['"go" -> `mint` (GKE)', ['go', 'mint (GKE)']],
  ])('%j', (text, nodes) => {
    expect(nodeTexts(graphOf(text))).toEqual(nodes);
  });
});

describe('what is done with a component is told at its arrow', () => {
  test.each([
    [
      'api -> redis (INCR)\nworker -> redis (GET, SET)\nredis -> api',
      ['api -> redis: INCR', 'worker -> redis: GET, SET', 'redis -> api'],
    ],
    ['api -> Kafka (produce)\nKafka (consume) -> worker', ['api -> Kafka: produce', 'Kafka -> worker: consume']],
    ['api -> redis (GET): 5K/s', ['api -> redis: 5K/s (GET)']],
    ['1. api -> redis (GET) -> x\n2. x -> y', ['api -> redis: 1) GET', 'redis -> x', 'x -> y: 2']],
    ['a -> db (read replica)', ['a -> db (read replica)']],
  ])('%j', (text, edges) => expect(edgeTexts(graphOf(text))).toEqual(edges));
});

describe('brackets and arrows say no more than a name', () => {
  test.each([
    ['[Client] -> [Gateway] -> [Limiter] -> [Counters DB]', ['Client?', 'Gateway', 'Limiter', 'Counters DB']],
    ['web -> [alpha] -> [beta] -> [gamma] -> [delta]', ['web', 'alpha', 'beta', 'gamma', 'delta']],
    ['api -> [Redis], [Counters DB], (orders)', ['api', '[Redis]', 'Counters DB', '(orders)']],
    ['(user service) -> (orders)', ['user service', '(orders)']],
    ['limiter => Kafka\naggregator => limiter: quotas', ['limiter', 'Kafka!', 'aggregator']],
    [
      'producers => ingest API => Kafka (high), Kafka (bulk)',
      ['producers', 'ingest API', 'Kafka (high)!', 'Kafka (bulk)!'],
    ],
    ['client => lb => api => db', ['client?', 'lb', 'api', 'db']],
    ['db <= cdc', ['db', 'cdc']],
    ['x => planner\ny -> planner -> z', ['x', 'planner', 'y', 'z']],
    ['api => jobs\nworker -> jobs', ['api', 'jobs!', 'worker']],
  ])('%j', (text, nodes) => expect(nodeTexts(graphOf(text))).toEqual(nodes));

  test.each([
    ['[Client] -> [Gateway] -> [Limiter] -> [Counters DB]', []],
    ['client => lb => api => db', []],
    ['limiter -> [DynamoDB], [leases]', ['leases is a cache.']],
    ['api => Kafka', ['Messages go to Kafka asynchronously.']],
    ['api => jobs', ['Puts jobs on a queue asynchronously.']],
  ])('%j says %j', (text, said) => {
    expect(shapeStatements(graphOf(text)).map((each) => each.text)).toEqual(said);
  });
});

describe('groups', () => {
  const groupsOf = (text: string) => {
    const { groups, nodes } = graphOf(text);
    const labels = new Map(nodes.map(({ id, label }) => [id, label]));
    return groups.map(({ label, members }) => `${label}: ${members.map((id) => labels.get(id)).join(', ')}`);
  };

  test.each([
    ['region eu: api, db\napi -> (db)', ['region eu: api, db']],
    ['Region EU: api\nregion eu: db\napi -> db', ['Region EU: api, db']],
    ['group payments: api, db\napi -> db', ['payments: api, db']],
    ['region each of three: api\napi -> db', ['region each of three: api']],
    ['zone a: [cache], (db)', ['zone a: cache, db']],
    ['vpc a: api -> db: x', ['vpc a: api, db']],
    ['data center east: api\napi -> db', ['data center east: api']],
    ['region 东京：订单\n订单 -> db', ['region 东京: 订单']],
    ['cell router -> shard: by key', []],
    ['region eu: api, api\napi -> db', ['region eu: api']],
    ['region eu { api, db }\napi -> db', ['region eu: api, db']],
    ['region eu {\n  api\n  db -> x\n}\ny -> x', ['region eu: api, db, x']],
    ['region eu:\n  az a: api\n  lb -> api\n  db\nx -> lb', ['region eu: lb, db', 'region eu / az a: api']],
    ['group pay: pay, db\npay -> db', ['pay: pay, db']],
    ['vpc:\n  api -> db\nweb -> api', ['vpc: api, db']],
    [
      'region eu:\n- api -> db\n- cache\nregion us:\n* x -> db2\nweb -> api',
      ['region eu: api, db, cache', 'region us: x, db2'],
    ],
    [
      'vpc:\n  public subnet: alb\n  private subnet:\n    api -> db\nalb -> api',
      ['vpc / public subnet: alb', 'vpc / private subnet: api, db'],
    ],
    ['eu region: api, db\napi -> db', ['eu region: api, db']],
    ['eu region:\n  api -> db', []],
    ['eu region: api -> db', []],
    ['1. region eu:\n   api -> db\n2. web -> api', ['region eu: api, db']],
    ['VPC {\n  az a:\n    api -> db\n}\nweb -> api', ['VPC / az a: api, db']],
    ['group a:\n  group b:\n    api\n  end\n  db\nend\napi -> db', ['a: db', 'a / b: api']],
    ['group a:\n  api\n  end\ndb -> api', ['a: api']],
    ['region eu: api, end\napi -> end', ['region eu: api, end']],
  ])('%j', (text, groups) => {
    expect(groupsOf(text)).toEqual(groups);
  });
});

describe('titles', () => {
  const sectionsOf = (text: string) => {
    const { nodes, sections = [] } = graphOf(text);
    const label = (id: string) => nodes.find((node) => node.id === id)?.label;
    return sections.map(({ title = '', nodes: ids }) => `${title}: ${ids.map(label).join(' ')}`);
  };

  test.each([
    ['a -> b', []],
    ['Read path: client -> api -> cache', ['Read path: client api cache']],
    ['Read path：客户 -> 订单', ['Read path: 客户 订单']],
    ['Reads:\na -> b\nb -> c\nWrites:\n\na -> d', ['Reads: a b c', 'Writes: a d']],
    ['a -> b\nWrites: a => c', [': a b', 'Writes: a c']],
    ['Reads: a -> b\nWrites: a -> c\nreads: b -> d', ['Reads: a b d', 'Writes: a c']],
    ['Reads: a -> b\nWrites: b -> c\nregion eu: a, c', ['Reads: a b', 'Writes: b c']],
    ['Reads: a -> b\nWrites: b -> c\n[spare]', ['Reads: a b', 'Writes: b c spare']],
    ['- Reads: a -> b', ['Reads: a b']],
    ['Reads:\n  a -> b\nWrites:\n  a -> c\nx -> a', [': a x', 'Reads: a b', 'Writes: a c']],
    ['Reads:\n  a -> b\n## Writes\na -> c', ['Reads: a b', 'Writes: a c']],
    ['Reads: a -> b: HTTPS', ['Reads: a b']],
    ['# Shop\n## Reads\n### In short\na -> b\n**Writes**\na -> c', ['In short: a b', 'Writes: a c']],
    ['**Reads:** a -> b', ['Reads: a b']],
  ])('%j', (text, sections) => expect(sectionsOf(text)).toEqual(sections));

  test('shapes hold below every title, and an arrow may stand below several', () => {
    const graph = graphOf('Reads: client -> api -> (orders)\nWrites: client -> api => orders');
    expect(nodeTexts(graph)).toEqual(['client?', 'api', '(orders)']);
    expect(edgeTexts(graph)).toEqual(['client -> api', 'api -> orders', 'api => orders']);
    expect(graph.sections?.map(({ edges }) => edges.length)).toEqual([2, 2]);
  });

  test('a colon behind an arrow is a label still, and one within a name none', () => {
    expect(graphOf('a -> b: HTTPS').sections).toBeUndefined();
    expect(graphOf('redis:6379 -> b').sections).toBeUndefined();
    expect(readDiagram('svc:a -> b').faults).toMatchObject([{ message: 'There is no arrow before this colon.' }]);
  });
});

describe('faults have a place and a way out', () => {
  test.each([
    ['api ->', 1, 5, 'Nothing stands behind this arrow.'],
    ['api -> : x', 1, 5, 'Nothing stands behind this arrow.'],
    ['-> api', 1, 1, 'Nothing stands before this arrow.'],
    ['ok -> ok\n  a -> -> b', 2, 8, 'There is no name between two arrows.'],
    ['a -> [cache', 1, 6, 'This `[` is never closed.'],
    ['a -> cache]', 1, 11, 'This `]` closes nothing.'],
    ['a -> (b]', 1, 8, 'This `]` closes nothing.'],
    ['a -> []', 1, 6, 'These brackets hold no name.'],
    ['a -> b(x)', 1, 7, 'Brackets stand around a whole name.'],
    ['a -> b, , c', 1, 9, 'A name is missing beside this comma.'],
    ['a -> b (x) c', 1, 8, 'Brackets stand around a whole name.'],
    ['a -> b ()', 1, 8, 'Brackets stand around a whole name.'],
    ['"a, b -> c', 1, 1, 'This quotation mark has no partner in its name.'],
    ['a -> [cache, db]', 1, 6, 'These brackets hold several names.'],
    ['a -> b |HTTPS|', 1, 8, 'This `|` belongs to no label.'],
    ['a ↓ b', 1, 3, 'This `↓` belongs to no arrow.'],
    ['a — b', 1, 1, 'This dash has no head.'],
    ['EU: api, db', 1, 1, 'There is no arrow before this colon.'],
    ['region eu: api\nclient -> region eu', 2, 11, 'region eu is a group.'],
    ['api -> {id, text} -> worker', 1, 8, 'It is not clear what these braces hold.'],
    ['api -> (push | mail)', 1, 14, 'This `|` stands in a name.'],
    ['a -> {b', 1, 6, 'This `{` is never closed.'],
    ['```\nflowchart LR\nA --> B\n```\nb -> c', 5, 1, 'A second diagram stands beside the one in Mermaid.'],
    ['+---+\n| a | --> | b |', 1, 1, 'Box art and tables are not read.'],
    ['a\n  |\n  v\nb', 2, 1, 'Box art and tables are not read.'],
    ['api\n├── cache', 2, 1, 'Box art and tables are not read.'],
    ['client -> api\n  └-> cache', 2, 1, 'Box art and tables are not read.'],
    ['a -> ═══', 1, 6, 'This is no name.'],
    ['| a -> b | HTTPS |', 1, 1, 'Box art and tables are not read.'],
    ['A --> B\nB --> C[(db)]', 1, 1, 'This is a flowchart of Mermaid without its first line.'],
    ['flowchart XY\nA --> B', 1, 1, 'No flowchart of Mermaid begins so.'],
    ['sequence diagram\nA->>B: x', 1, 1, 'No sequence diagram of Mermaid begins so.'],
    ['@startuml\na -> b', 1, 1, 'sdi cannot read PlantUML.'],
    ['q -> w (email)\nw -> x\nw (sms) -> x', 2, 1, 'Several have the name w: w (email), w (sms).'],
    ['api gateway', 1, 1, 'This line has no arrow.'],
    ['api: calls db', 1, 1, 'There is no arrow before this colon.'],
    ['a -> b: x -> c', 1, 9, 'There is an arrow in this label.'],
    ['a < b', 1, 3, 'This `<` belongs to no arrow.'],
    ['[x] -> (x)', 1, 8, 'x is a store here and a cache in line 1.'],
    ['region: a', 1, 1, 'This region has no name.'],
    ['region eu:', 1, 1, 'region eu has no members.'],
    ['group:\n  a -> b', 1, 1, 'This group has no name.'],
    ['a -> b\nend', 2, 1, 'This line has no arrow.'],
    ['region eu: a\nregion us: a\na -> b', 2, 12, 'a stands in region eu already (line 1).'],
    ['', 1, 1, 'Nothing is drawn here yet.'],
    ['# nothing', 1, 1, 'Nothing is drawn here yet.'],
    ['a -> b\n  Writes:', 2, 3, 'Nothing is drawn below this title.'],
    ['one: two: a -> b', 1, 6, 'There is no arrow before this colon.'],
    ['```\na ->\n```', 2, 3, 'Nothing stands behind this arrow.'],
    ['classDiagram\nA <|-- B', 1, 1, 'sdi cannot read classDiagram of Mermaid.'],
  ])('%j', (text, line, column, message) => {
    const { faults } = readDiagram(text);
    expect(faults?.[0]).toMatchObject({ line, column, message });
    expect(faults?.every(({ hint }) => hint !== undefined && hint !== '')).toBe(true);
  });

  test.each([
    ['long names', `a -> ${'x'.repeat(81)}`, 6, 'This name is 81 columns wide; the most is 80.'],
    ['wide names', `a -> ${'名'.repeat(41)}`, 6, 'This name is 82 columns wide; the most is 80.'],
    ['long labels', `a -> b: ${'x'.repeat(161)}`, 3, 'This label is 161 columns wide; the most is 160.'],
    ['many components', `${numbered(501)} -> b`, 2391, 'A diagram has at most 500 components.'],
    ['many arrows', `${numbered(11)} -> ${numbered(100)}`, 35, 'A diagram has at most 1000 arrows.'],
  ])('%s', (_, text, column, message) => {
    expect(readDiagram(text).faults?.[0]).toMatchObject({ line: 1, column, message });
  });

  test('all of them at once', () => {
    const { faults } = readDiagram('a ->\nb -> c\n-> d\n[e -> f');
    expect(faults?.map(({ line }) => line)).toEqual([1, 3, 4]);
  });
});

describe('notes', () => {
  test.each([
    ['a -> b\na -> B', 2, 'The arrow from a to b stands in line 1 too; it is drawn once.'],
    ['region eu: api\nclient -> eu', 2, 'eu is drawn beside region eu. Name a component within it: `client -> api`.'],
    ['[Client] -> [Gateway] -> [Redis]', 1, '[ ] is read as a box: Client is no cache.'],
    ['x\n\n```\na -> b\n```', 1, 'What stands outside of the fence is left out.'],
    ['gatway -> x\nregion eu: gateway', 2, 'No arrow touches gateway. Did you mean gatway?'],
    ['web -> api & cdn\napi -> db', 1, 'api & cdn is drawn as one. Write `api, cdn` for 2.'],
    ['web -> api and cdn or db\ncdn -> web', 1, 'api and cdn or db is drawn as one. Write `api, cdn, db` for 3.'],
    ['auth service -> a\nauth-service -> b', 2, 'auth-service is read as auth service.'],
  ])('%j', (text, line, message) => {
    expect(readDiagram(text)).toMatchObject({ notes: [{ line, message }] });
  });

  test.each(['api -> (db)\n[monitoring cache]', 'region eu: api; db\nregion us: api2 -> db2', 'api -> auth & billing'])(
    'none for a component that stands alone by intention: %j',
    (text) => expect(readDiagram(text)).toMatchObject({ notes: [] }),
  );
});
