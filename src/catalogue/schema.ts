import * as z from 'zod';
import { signals } from './signal-schema.ts';
import { code, id, line, text } from './text-schema.ts';
import { COMPETENCIES, DIFFICULTIES, LADDER, LEVELS, STAGES } from './words.ts';

const lines = z.array(line).min(1);
const minutes = z.int().min(1).max(480);

const level = z.enum(LEVELS);
const stage = z.enum(STAGES);
const competency = z.enum(COMPETENCIES);

const point = z.strictObject({
  id: id.describe('Stable for ever: transcripts cite it.'),
  stage: stage.describe('The kind of work that the point belongs to.'),
  competency: competency.describe('What the point is summed under.'),
  bar: level.describe('The level from which the point is expected.'),
  weight: z.int().min(1).max(3).describe('How much it counts, 1 to 3.'),
  claim: line.describe('What a good candidate says or does, as one checkable sentence.'),
  probe: line.describe("The interviewer's question after it; it must not give the answer away."),
  hints: z.array(line).length(3).describe('Three hints, each a step nearer; none says the claim.'),
  answer: text.describe('A model answer.'),
  signals,
});

const twist = z.strictObject({
  id,
  stage: z.enum(['design', 'deep-dive']),
  change: text.describe('The requirement that changes, as the interviewer says it.'),
  wants: lines.describe('What a good reaction holds.'),
});

const fact = z.strictObject({
  id,
  topic: line.describe('What the fact is about, such as: requests a day.'),
  asks: lines.describe(
    'Other words by which a candidate asks for it; | parts words to choose from, @name is a class of them.',
  ),
  answer: text.describe('What the interviewer says when asked.'),
});

const input = z.strictObject({
  id,
  title: line,
  value: line.describe('A quantity with its unit, in quotes where it is a bare number: 500 M/day, 2 KB, "3".'),
  because: line.optional(),
});
const estimate = z.strictObject({
  id,
  title: line,
  formula: line.describe('In the estimate notation, over the ids of inputs and earlier estimates.'),
  unit: line.describe('What the result is shown in, such as /s, TB or %; count for a plain number.'),
  factor: z.number().min(1).max(100).default(2).describe('How far a candidate may be off, as a ratio.'),
  because: line.describe('Why the figure matters; the sum is in the formula. Figures may be quoted: {{peak-rate}}.'),
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
  diagram: code.describe('In the arrow notation: client -> gateway -> store.'),
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
  ladder: z.literal(LADDER).describe('Whose levels these are: an L6 elsewhere is another thing.'),
  level: level.describe('L6 (senior) or L7 (principal).'),
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'use three numbers, as in 1.0.0'),
  updated: z.iso.date().describe('The day of the last change, as in 2026-01-31.'),
  difficulty: z.enum(DIFFICULTIES),
  category: id,
  companies: z
    .array(z.strictObject({ name: line, source: line }))
    .default([])
    .describe('Companies known to have asked this, each with where that is said.'),
  tags: z.array(id).min(1),
  minutes: z.strictObject({ reading: minutes, solving: minutes }),
  statement: text.describe('What the candidate is told: vague on purpose, and without a figure of scale.'),
  context: text.describe('Who needs this and why.'),
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
  facts: z.array(fact).min(1).describe('What the interviewer knows and tells only when asked.'),
  capacity: z
    .strictObject({ inputs: z.array(input).min(1), estimates: z.array(estimate).min(1) })
    .describe('The quantities given, and those worked out from them.'),
  reference,
  scaling,
  security,
  observability,
  recovery,
  tradeOffs: z.array(tradeOff).min(1),
  platform: platform.optional().describe('For L7 problems, and only for them.'),
  followUps: z.strictObject({
    deepDives: z.array(followUp).min(1),
    variations: z.array(followUp).min(1),
    realWorld: z.array(followUp).min(1),
  }),
  learning: z.strictObject({ concepts: lines, technologies: lines, patterns: lines }),
  assessment: z.strictObject({ excellent: lines, mistakes: lines, tips: lines }),
  related: z.array(z.strictObject({ problem: id.optional(), title: line, how: line })).default([]),
  resources: z.array(z.strictObject({ title: line, url: z.url().optional(), note: line })).default([]),
  points: z.array(point).default([]).describe('The checkable claims that an answer is judged by.'),
  twists: z.array(twist).default([]).describe('Requirements, one of which changes in the middle of an interview.'),
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
  stages: z.array(stage).min(1).describe('The stages discussed here; each belongs to one phase.'),
  minutes: minutes.describe('Of the default length; scaled to the session.'),
  objective: line.describe('What the candidate should have reached at its end.'),
  question: text.describe('How the interviewer opens it.'),
  topics: lines,
  checklist: lines,
  tips: lines,
});

export const templateSchema = z.strictObject({
  id,
  title: line,
  ladder: z.literal(LADDER).optional(),
  level: level.optional().describe('Whose stages the phases cover; without one, the template serves any level.'),
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'use three numbers, as in 1.0.0'),
  summary: line,
  minutes: minutes.describe("The default length; the phases' minutes are weights that are scaled to it."),
  phases: z.array(phase).min(1),
  short: z
    .strictObject({ upTo: minutes, minutes: z.record(id, minutes) })
    .optional()
    .describe('Other weights, by phase, for sessions of at most upTo minutes.'),
  criteria: z
    .array(z.strictObject({ group: line, items: z.array(z.strictObject({ id, text: line, seen })).min(1) }))
    .default([]),
});

/** A problem as its file has it. */
export type WrittenProblem = z.output<typeof problemSchema>;
type WrittenCapacity = WrittenProblem['capacity'];

/** A problem as the program has it: amounts in base units (bytes, seconds, dollars, counts), quotes filled in. */
export type Problem = Omit<WrittenProblem, 'capacity'> & {
  readonly capacity: {
    readonly inputs: readonly (WrittenCapacity['inputs'][number] & { readonly amount: number })[];
    /** `text` is the amount in the estimate's unit, such as `4.32 PB`. */
    readonly estimates: readonly (WrittenCapacity['estimates'][number] & {
      readonly amount: number;
      readonly text: string;
    })[];
  };
};
export type Template = z.output<typeof templateSchema>;
export type TemplatePhase = Template['phases'][number];
export type Fact = Problem['facts'][number];
