import { describe, expect, test } from 'vitest';
import { checkDrawings } from '../../src/assessment/drawings.ts';
import { diagramsIn } from '../../src/assessment/drawn.ts';
import type { SessionEventBody } from '../../src/session/events.ts';
import { reduce } from '../../src/session/reduce.ts';
import { initialState } from '../../src/session/state.ts';
import { visitorCounter } from '../harness/catalogue.ts';
import { header, phases } from '../session/sessions.ts';

describe('a diagram in an answer', () => {
  test.each([
    ['client -> lb -> api', 2],
    ['First the picture:\n\nclient -> api: HTTPS\napi => queue\nregion eu: api\n\nThe api checks the token.', 2],
    ['flowchart LR\n  a[Client] --> b[(Store)]\n\nThat is all.', 1],
    ['api -> cache, (orders db)', 2],
  ])('is found: %s', (text, edges) => {
    const [diagram, ...others] = diagramsIn(text);
    expect(others).toEqual([]);
    expect(diagram?.graph.edges).toHaveLength(edges);
    expect(text.slice(diagram?.start, diagram?.end)).toBe(diagram?.text);
  });

  test.each([
    'We send it to the queue and then the worker takes it.',
    '100M/min -> 1.67M/s',
    'if the store is down -> we fail open on local counters',
    'creates 100e6/d => 1.16 kps, burst 5 kps',
    'rows.map((row) => row.id)',
    'const f = (a) => { return a; }',
    'a < b, and x - y > 3',
    'memory: 640 GB -> does not fit on one node, so we shard by the key',
    'region eu: the one with most users',
    '',
  ])('prose and code are none: %s', (text) => {
    expect(diagramsIn(text)).toEqual([]);
  });

  test('two of them are two', () => {
    expect(diagramsIn('a -> b\n\nand for writes\n\nc -> d').map(({ text }) => text)).toEqual(['a -> b', 'c -> d']);
  });
});

function drawingsOf(...answers: readonly string[]) {
  const events: SessionEventBody[] = [
    { type: 'opened', phases, problem: visitorCounter },
    { type: 'phase-opened', phase: 'requirements' },
    ...answers.map(
      (text): SessionEventBody => ({ type: 'said', speaker: 'candidate', kind: 'answer', phase: 'requirements', text }),
    ),
  ];
  return checkDrawings(events.reduce((state, body) => reduce(state, { ...body, at: 1 }), initialState(header)));
}

describe('what was drawn beside what was said', () => {
  test('components that no answer speaks of are named, and stores that no diagram has', () => {
    const report = drawingsOf(
      'client -> gateway -> counter service -> (totals store)\ngateway -> fraud scorer',
      'The gateway checks the token. The counter service adds one and keeps a copy in a Redis cluster. Clients retry.',
    );
    expect(report).toEqual({ unexplained: ['totals store', 'fraud scorer'], undrawn: ['Redis'] });
  });

  test('what is drawn by another name is drawn', () => {
    const report = drawingsOf('api -> (links db)', 'The links db is a key-value store like DynamoDB, behind the api.');
    expect(report).toEqual({ unexplained: [], undrawn: [] });
  });

  test('what is turned down need not be drawn', () => {
    const report = drawingsOf(
      'api -> (Postgres)',
      'The api writes to Postgres. I would not use Memcached. We rejected Cassandra because of its repairs. Instead of DynamoDB we take Postgres.',
    );
    expect(report).toEqual({ unexplained: [], undrawn: [] });
  });

  test('who calls from outside and what an arrow explains need no words', () => {
    const report = drawingsOf('client -> api\napi -> (Redis): EVALSHA of the bucket\napi -> scorer');
    expect(report).toEqual({ unexplained: ['scorer'], undrawn: [] });
  });

  test.each([
    [
      'client -> LB -> API GW -> (orders db)',
      'A load balancer spreads the load over the gateway. Orders are kept for a year.',
    ],
    ['client -> load balancer -> orders', 'An LB stands in front of orders.'],
    ['api -> (PG)\napi -> [Redis]', 'The api keeps users in PostgreSQL and caches sessions in Redis.'],
    ['api -> (DDB)\napi => SQS => worker', 'The api writes to DynamoDB. The worker polls the queue.'],
    ['api -> pg', 'The api writes rows to PostgreSQL.'],
    ['api -> (db)\napi -> [cache]', 'The api reads from Redis first and from Postgres then.'],
    ['api -> [cache]', 'The api looks into Memcached.'],
    ['api -> (orders db)', 'The api keeps orders. Writes are many, so we take Cassandra.'],
    ['api -> blob store', 'The api puts images into S3.'],
    ['api -> (Postgres)', 'The api writes to Postgres. Later we could move to Cassandra. I considered MongoDB for it.'],
    ['api -> auth service\napi -> WebSocket server', 'The api asks for authentication. A web socket is kept open.'],
    ['lb -> api1, api2', 'The LB picks one of two api servers.'],
    ['mobile client -> api\nproducer -> api', 'The api is stateless.'],
    ['api -> (Postgres)', 'The api writes to Postgres. If we outgrow it, we move to DynamoDB.'],
    ['web, ios, android -> api\n客户端 -> api', 'The api is stateless.'],
  ])('another word for the same is no other thing: %s', (drawing, said) => {
    expect(drawingsOf(drawing, said)).toEqual({ unexplained: [], undrawn: [] });
  });

  test('a component is named once, however it is spelled', () => {
    const report = drawingsOf(
      'lb -> fraud-scorer\nlb -> api',
      'fraud scorer -> rules db\nfraud scorer -> api',
      'The api is stateless, behind an LB.',
    );
    expect(report).toEqual({ unexplained: ['fraud-scorer', 'rules db'], undrawn: [] });
  });

  test('of more products than stores without a name the last ones are not drawn', () => {
    const report = drawingsOf(
      'api -> (orders db)\napi -> scorer',
      'The scorer is ours. We know Postgres best. The history goes into Cassandra.',
    );
    expect(report?.undrawn).toEqual(['Cassandra']);
  });

  test('a product beside others by name is another thing', () => {
    const report = drawingsOf(
      'api -> (Cassandra)\napi -> scorer',
      'The api writes to Cassandra. Sessions are in DynamoDB.',
    );
    expect(report).toEqual({ unexplained: ['scorer'], undrawn: ['DynamoDB'] });
  });

  test('a store that stands in the diagram is drawn', () => {
    const report = drawingsOf('api -> (Postgres)', 'The api writes to Postgres.');
    expect(report).toEqual({ unexplained: [], undrawn: [] });
  });

  test('without a diagram there is nothing to say', () => {
    expect(drawingsOf('We keep it in Redis.')).toBeUndefined();
  });
});
