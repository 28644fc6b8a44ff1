import * as z from 'zod';
import { SHAPES } from '../lexicon/signal.ts';
import { keepOnOneLine, oneLine } from './text-schema.ts';

/** Choices separated by `|`, `*` for a prefix, `@name` for a class of the lexicon: many may stand in one line. */
const choices = z.string().trim().min(1).max(2000).regex(oneLine, keepOnOneLine);
/** A quantity; in the unit's base it must be within `factor` of `value`, or at most, or at least that. */
const numberGroup = z.strictObject({
  number: z.strictObject({
    value: z.number(),
    unit: z.string().max(20).optional(),
    context: choices.optional(),
    factor: z.number().min(1).optional(),
    atMost: z.literal(true).optional(),
    atLeast: z.literal(true).optional(),
  }),
});

/** Choices, or something with a structure. */
const group = z.union([
  choices,
  z.strictObject({ atLeast: z.int().min(1), of: z.array(choices).min(1) }),
  z.strictObject({ optional: choices }),
  numberGroup,
  z.strictObject({ shape: z.enum(SHAPES) }),
]);

/** What covers a point; the notation is that of the lexicon. */
export const signals = z.strictObject({
  any: z
    .array(z.array(group).min(1))
    .min(1)
    .describe('Alternatives; in one of them all groups must occur within one sentence or two neighbouring ones'),
  unless: z.array(choices).min(1).optional().describe('No alternative counts where one of these occurs beside it'),
  polarity: z.literal('rejected').optional().describe('The point is a rejection of what the first group names'),
});
