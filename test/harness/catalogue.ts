import type { Problem, Template } from '../../src/catalogue/schema.ts';

/** The tests' world: as small as a valid L6 problem can be. Every text can be told from every other. */
export const visitorCounter: Problem = {
  id: 'visitor-counter',
  title: 'Visitor counter',
  ladder: 'Amazon',
  level: 'L6',
  version: '1.0.0',
  updated: '2026-01-01',
  difficulty: 'easy',
  category: 'counting',
  companies: [{ name: 'Initech', source: 'made up for tests' }],
  tags: ['counter', 'cache'],
  minutes: { reading: 5, solving: 30 },
  statement: 'Design a counter of visitors.\n\nEvery museum shows the number of people inside.',
  context: 'Museums must not overcrowd.',
  stories: [{ as: 'guard', want: 'the number inside', so: 'that I can close the door' }],
  requirements: {
    functional: ['Count who enters and who leaves'],
    nonFunctional: [{ quality: 'scale', target: '1,000 museums' }],
    constraints: ['Doors lose their network for minutes'],
    assumptions: ['One door counts one person at a time'],
  },
  facts: [
    {
      id: 'museums',
      topic: 'Number of museums',
      asks: ['how many museums'],
      answer: '1,000 museums with 10 doors each.',
    },
    { id: 'visitors', topic: 'Visitors a day', asks: ['how many visitors'], answer: '10 million a day.' },
  ],
  capacity: {
    inputs: [{ id: 'visitors', title: 'Visitors a day', value: '10M/day', amount: 10_000_000 / 86_400 }],
    estimates: [
      {
        id: 'events',
        title: 'Door events per second',
        formula: 'visitors * 2',
        unit: '/s',
        amount: 20_000_000 / 86_400,
        text: '231/s',
        factor: 2,
        because: 'Each visitor enters and leaves.',
      },
    ],
  },
  reference: {
    overview: 'Doors send events to a counter service.',
    diagram: 'door -> gateway -> counter -> store',
    components: [
      { name: 'Gateway', does: 'Takes door events in.' },
      { name: 'Counter', does: 'Adds and subtracts.' },
      { name: 'Store', does: 'Keeps the totals.' },
    ],
    flows: [{ title: 'A visitor enters', steps: ['The door sends an event', 'The counter adds one'] }],
    api: [
      { call: 'POST /events', does: 'Records a passage', request: '{"door": 7, "by": 1}', errors: ['429 too many'] },
    ],
    stores: [{ name: 'totals', technology: 'PostgreSQL', schema: 'museum id -> total', indexes: ['museum id'] }],
    caching: [
      {
        level: 'Edge',
        holds: 'totals',
        pattern: 'read-through',
        key: 'museum id',
        lifetime: '5 s',
        invalidation: 'by time',
      },
    ],
    technologies: [
      {
        component: 'Store',
        choice: 'PostgreSQL',
        because: 'Totals are small.',
        price: 'One writer.',
        alternatives: [{ name: 'Redis', when: 'totals may be lost' }],
      },
    ],
    algorithms: [
      {
        title: 'Idempotent add',
        idea: 'Each event has an id.',
        pseudocode: 'if new(id): total += by',
        complexity: 'O(1)',
        choose: 'where events are sent twice',
      },
    ],
    cost: [{ item: 'Database', working: '1 node', monthly: '$200' }],
  },
  scaling: {
    bottlenecks: [{ title: 'One row', impact: 'Writes queue.', solution: 'Shard by door.', price: 'Sum on read.' }],
    strategies: [{ title: 'Shards', text: 'One counter for each door.' }],
    optimisations: ['Batch door events'],
  },
  security: {
    authentication: 'Doors hold certificates.',
    authorization: 'A door writes its own museum.',
    protection: 'TLS everywhere.',
    privacy: 'No person is identified.',
  },
  observability: {
    metrics: [{ name: 'event lag', target: 'p99 below 5 s' }],
    alerts: [{ severity: 'page', condition: 'lag above 60 s', action: 'Restart the gateway' }],
    logging: 'One line for each event.',
    tracing: 'One trace in a thousand.',
  },
  recovery: {
    backup: 'Nightly.',
    failover: 'A standby takes over.',
    objectives: [{ scope: 'totals', rto: '5 min', rpo: '1 min' }],
  },
  tradeOffs: [{ decision: 'Freshness', chosen: '5 s stale', over: 'exact', because: 'Guards do not need more.' }],
  followUps: {
    deepDives: [{ question: 'How are events counted once?', pointers: ['Ids'] }],
    variations: [{ question: 'What if doors count groups?', pointers: ['A number in the event'] }],
    realWorld: [{ question: 'How do you install 10,000 doors?', pointers: ['In waves'] }],
  },
  learning: { concepts: ['Idempotency'], technologies: ['PostgreSQL'], patterns: ['Sharded counter'] },
  assessment: { excellent: ['Counts once'], mistakes: ['One hot row'], tips: ['Ask about the doors'] },
  related: [{ title: 'Distributed counter', how: 'The same at scale' }],
  resources: [{ title: 'Sharded counters', url: 'https://example.com/counters', note: 'The pattern' }],
  points: [
    {
      id: 'once',
      stage: 'deep-dive',
      competency: 'data',
      bar: 'L6',
      weight: 3,
      claim: 'Counts each event once.',
      probe: 'A door sends the same event twice. What then?',
      hints: ['Think of a retry.', 'What tells two events apart?', 'Compare ids.'],
      answer: 'Each event has an id, and the store refuses an id that it has seen.',
      signals: { any: [['idempoten*|event id']] },
    },
  ],
  twists: [
    { id: 'groups', stage: 'design', change: 'Doors now count groups of people.', wants: ['A number in the event'] },
  ],
};

/** Covers every stage of L6 in three phases of 5, 15 and 10 minutes; named as the default template of L6 problems is. */
export const shortTemplate: Template = {
  id: 'l6',
  title: 'Short L6 design',
  ladder: 'Amazon',
  level: 'L6',
  version: '1.0.0',
  summary: 'Three phases for tests.',
  minutes: 30,
  phases: [
    {
      id: 'requirements',
      title: 'Requirements',
      stages: ['requirements', 'capacity'],
      minutes: 5,
      objective: 'Agree on what is built.',
      question: 'What would you like to know?',
      topics: ['Users'],
      checklist: ['Scale was asked for'],
      tips: ['Ask first'],
    },
    {
      id: 'design',
      title: 'Design',
      stages: ['design', 'deep-dive', 'scaling', 'reliability'],
      minutes: 15,
      objective: 'Boxes and arrows.',
      question: 'What are the parts?',
      topics: ['Components'],
      checklist: ['Each part has a task'],
      tips: ['Start with the flow'],
    },
    {
      id: 'trade-offs',
      title: 'Trade-offs',
      stages: ['trade-offs'],
      minutes: 10,
      objective: 'What was given up.',
      question: 'What did you give up?',
      topics: ['Costs'],
      checklist: ['An alternative is named'],
      tips: ['Say why'],
    },
  ],
  criteria: [],
};

/** `visitorCounter` with other values, for lists of more than one. */
export function problemLike(changes: Partial<Problem> & { readonly id: string }): Problem {
  return { ...visitorCounter, ...changes };
}
