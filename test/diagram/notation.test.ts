import { describe, expect, test } from 'vitest';
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
  ])('%s', (text, edges) => {
    expect(edgeTexts(graphOf(text))).toEqual(edges);
  });
});

describe('bullets of a list are no part of a name', () => {
  test.each(['- a -> b', '* a -> b', '+ a -> b', '• a -> b', '– a -> b', '1. a -> b', '12) a -> b', '  - a -> b'])(
    '%s',
    (text) => expect(edgeTexts(graphOf(text))).toEqual(['a -> b']),
  );

  test('groups stand in lists too, and a number alone is a name', () => {
    expect(graphOf('- region eu: a\n- a -> b').groups).toMatchObject([{ label: 'region eu' }]);
    expect(edgeTexts(graphOf('1. -> 2.5'))).toEqual(['1. -> 2.5']);
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
    ['clients -> web -> user service', ['clients?', 'web', 'user service']],
    ['[a], (b)', ['[a]', '(b)']],
    ['__proto__ -> constructor -> toString', ['__proto__', 'constructor', 'toString']],
    ['# a -> b\n// a -> c\n\nd -> e', ['d', 'e']],
    ['```\na -> b\n```\nc -> d', ['a', 'b']],
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
    ['Reads: a -> b: HTTPS', ['Reads: a b']],
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
    ['"a, b" -> c', 1, 1, 'This quotation mark has no partner in its name.'],
    ['a -> "b -> c"', 1, 6, 'This quotation mark has no partner in its name.'],
    ['"api: web" -> db', 1, 10, 'This quotation mark has no partner in its name.'],
    ['q -> w (email)\nw -> x\nw (sms) -> x', 2, 1, 'Several have the name w: w (email), w (sms).'],
    ['api gateway', 1, 1, 'This line has no arrow.'],
    ['api: calls db', 1, 1, 'There is no arrow before this colon.'],
    ['a -> b: x -> c', 1, 9, 'There is an arrow in this label.'],
    ['a < b', 1, 3, 'This `<` belongs to no arrow.'],
    ['[x] -> (x)', 1, 8, 'x is a store here and a cache in line 1.'],
    ['region: a', 1, 1, 'This region has no name.'],
    ['region eu:', 1, 1, 'region eu has no members.'],
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
    ['gatway -> x\nregion eu: gateway', 2, 'No arrow touches gateway. Did you mean gatway?'],
  ])('%j', (text, line, message) => {
    expect(readDiagram(text)).toMatchObject({ notes: [{ line, message }] });
  });

  test('none for a component that stands alone by intention', () => {
    expect(readDiagram('api -> (db)\n[monitoring cache]')).toMatchObject({ notes: [] });
  });
});
