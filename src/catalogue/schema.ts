import * as z from 'zod';
import { COMPETENCIES, DIFFICULTIES, LADDER, LEVELS, STAGES } from './words.ts';

/** Ids become file and folder names, so they are short, lower case and never a path. */
const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case letters, digits and single hyphens, as in rate-limiter')
  .max(60);
/** One line of text. */
const line = z
  .string()
  .trim()
  .min(1)
  .max(400)
  .regex(/^[^\n]*$/, 'keep this on one line');
/** Prose of any number of lines. */
const text = z.string().trim().min(1).max(6000);
/** Code or a notation, kept as it stands. */
const code = z.string().min(1).max(12_000);
const lines = z.array(line).min(1);
const minutes = z.int().min(1).max(480);

const level = z.enum(LEVELS);
const stage = z.enum(STAGES);
const competency = z.enum(COMPETENCIES);

/** A number with a unit next to a context, such as 10 ms near "p99". Units are those of the estimate notation. */
const numberSignal = z.strictObject({
  value: z.number(),
  unit: z.string().max(20).optional(),
  factor: z.number().min(1).default(2),
  near: z.array(line).optional(),
});

/**
 * One alternative of a signal: groups that must occur together. `|` separates choices, `*` is a prefix and `@name` a
 * class of the lexicon.
 */
const alternative = z.union([
  z.array(line).min(1),
  z.strictObject({ atLeast: z.int().min(1), of: z.array(line).min(1) }),
  z.strictObject({ number: numberSignal }),
]);

const point = z.strictObject({
  id,
  stage,
  competency,
  bar: level,
  weight: z.int().min(1).max(3),
  claim: line,
  probe: line,
  hints: z.array(line).length(3),
  answer: text,
  signals: z.strictObject({ any: z.array(alternative).min(1) }),
});

const twist = z.strictObject({
  id,
  stage: z.enum(['design', 'deep-dive']),
  change: text,
  wants: lines,
});

const fact = z.strictObject({
  id,
  topic: line,
  /** Other words by which a candidate asks for it. */
  asks: lines,
  answer: text,
});

const input = z.strictObject({ id, title: line, value: line, because: line.optional() });
const estimate = z.strictObject({
  id,
  title: line,
  /** In the estimate notation, over the ids of inputs and earlier estimates. */
  formula: line.optional(),
  value: line,
  /** How far a candidate may be off, as a ratio. */
  factor: z.number().min(1).max(100).default(2),
  because: line,
});

const component = z.strictObject({ name: line, does: text });
const flow = z.strictObject({ title: line, steps: lines });
const apiCall = z.strictObject({
  call: line,
  does: line,
  request: code.optional(),
  response: code.optional(),
  errors: z.array(line).optional(),
});
const dataStore = z.strictObject({
  name: line,
  technology: line,
  schema: code,
  indexes: z.array(line).default([]),
  notes: text.optional(),
});
const cacheLevel = z.strictObject({
  level: line,
  holds: line,
  pattern: line,
  key: line,
  lifetime: line,
  invalidation: line,
});
const technology = z.strictObject({
  component: line,
  choice: line,
  because: line,
  price: line,
  alternatives: z.array(z.strictObject({ name: line, when: line })).min(1),
});
const algorithm = z.strictObject({
  title: line,
  idea: text,
  pseudocode: code.optional(),
  complexity: line,
  choose: line,
});
const costItem = z.strictObject({ item: line, working: line, monthly: line });

const reference = z.strictObject({
  overview: text,
  diagram: code,
  components: z.array(component).min(3),
  flows: z.array(flow).min(1),
  api: z.array(apiCall).min(1),
  stores: z.array(dataStore).min(1),
  caching: z.array(cacheLevel),
  technologies: z.array(technology).min(1),
  algorithms: z.array(algorithm).min(1),
  cost: z.array(costItem),
});

const scaling = z.strictObject({
  bottlenecks: z.array(z.strictObject({ title: line, impact: text, solution: text, price: text })).min(1),
  strategies: z.array(z.strictObject({ title: line, text })).min(1),
  optimisations: lines,
});

const security = z.strictObject({
  authentication: text,
  authorization: text,
  protection: text,
  privacy: text,
  abuse: text.optional(),
});

const observability = z.strictObject({
  metrics: z.array(z.strictObject({ name: line, target: line })).min(1),
  alerts: z
    .array(z.strictObject({ severity: z.enum(['page', 'ticket', 'plan']), condition: line, action: line }))
    .min(1),
  logging: text,
  tracing: text,
});

const recovery = z.strictObject({
  backup: text,
  failover: text,
  objectives: z.array(z.strictObject({ scope: line, rto: line, rpo: line })).min(1),
});

const tradeOff = z.strictObject({ decision: line, chosen: line, over: line, because: text });
const followUp = z.strictObject({ question: line, pointers: lines });

/** What only a platform (L7) problem has, after the L7 template. */
const platform = z.strictObject({
  strategy: z.strictObject({ market: text, value: text, vision: text, organisation: text }),
  tenancy: z.strictObject({ isolation: text, resources: text, distribution: text }),
  developers: z.strictObject({ selfService: text, tools: text, ecosystem: text }),
  data: z.strictObject({ consistency: text, governance: text, analytics: text }),
  compliance: z.strictObject({ frameworks: lines, controls: text, threats: text }),
  serviceLevels: z.array(z.strictObject({ name: line, target: line })).min(1),
  evolution: z.strictObject({ innovation: text, ecosystem: text, migration: text, measures: lines }),
});

export const problemSchema = z.strictObject({
  id,
  title: line,
  ladder: z.literal(LADDER),
  level,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'use three numbers, as in 1.0.0'),
  updated: z.iso.date(),
  difficulty: z.enum(DIFFICULTIES),
  category: id,
  companies: z.array(z.strictObject({ name: line, source: line })).default([]),
  tags: z.array(id).min(1),
  minutes: z.strictObject({ reading: minutes, solving: minutes }),
  statement: text,
  context: text,
  stories: z.array(z.strictObject({ as: line, want: line, so: line })).min(1),
  requirements: z.strictObject({
    functional: lines,
    nonFunctional: z
      .array(
        z.strictObject({
          quality: z.enum([
            'scale',
            'performance',
            'availability',
            'consistency',
            'durability',
            'security',
            'compliance',
            'cost',
          ]),
          target: line,
        }),
      )
      .min(1),
    constraints: lines,
    assumptions: lines,
  }),
  facts: z.array(fact).min(1),
  capacity: z.strictObject({ inputs: z.array(input).min(1), estimates: z.array(estimate).min(1) }),
  reference,
  scaling,
  security,
  observability,
  recovery,
  tradeOffs: z.array(tradeOff).min(1),
  platform: platform.optional(),
  followUps: z.strictObject({
    deepDives: z.array(followUp).min(1),
    variations: z.array(followUp).min(1),
    realWorld: z.array(followUp).min(1),
  }),
  learning: z.strictObject({ concepts: lines, technologies: lines, patterns: lines }),
  assessment: z.strictObject({ excellent: lines, mistakes: lines, tips: lines }),
  related: z.array(z.strictObject({ problem: id.optional(), title: line, how: line })).default([]),
  resources: z.array(z.strictObject({ title: line, url: z.url().optional(), note: line })).default([]),
  points: z.array(point).default([]),
  twists: z.array(twist).default([]),
});

const seen = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('competency'), competency }),
  z.strictObject({ by: z.literal('timing') }),
  z.strictObject({ by: z.literal('estimates') }),
  z.strictObject({ by: z.literal('own-word') }),
]);

const phase = z.strictObject({
  id,
  title: line,
  stages: z.array(stage).min(1),
  minutes,
  objective: line,
  question: text,
  topics: lines,
  checklist: lines,
  tips: lines,
});

export const templateSchema = z.strictObject({
  id,
  title: line,
  ladder: z.literal(LADDER).optional(),
  /** The level whose stages the phases cover; without one, the template serves any level. */
  level: level.optional(),
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'use three numbers, as in 1.0.0'),
  summary: line,
  /** The default length; the phases' minutes are weights that are scaled to it. */
  minutes,
  phases: z.array(phase).min(1),
  /** Other weights for short sessions, as the framework's 45-minute plan has. */
  short: z.strictObject({ upTo: minutes, minutes: z.record(id, minutes) }).optional(),
  criteria: z
    .array(z.strictObject({ group: line, items: z.array(z.strictObject({ id, text: line, seen })).min(1) }))
    .default([]),
});

export type Problem = z.output<typeof problemSchema>;
export type Template = z.output<typeof templateSchema>;
export type TemplatePhase = Template['phases'][number];
export type Fact = Problem['facts'][number];
