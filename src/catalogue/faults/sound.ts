import * as z from 'zod';

/** A value of which parts may be missing: what fits the schema of a file that does not fit as a whole. */
export type Sound<T> = T extends readonly (infer Item)[]
  ? readonly (Sound<Item> | undefined)[]
  : T extends object
    ? { readonly [Key in keyof T]?: Sound<T[Key]> }
    : T;

/**
 * Every part of `value` that fits, with defaults filled in; a list keeps a hole where an item does not fit, so that
 * positions stay true. Lets the rules speak of the rest of a file that also has faults of schema.
 */
export function soundPart<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): Sound<z.output<Schema>> | undefined {
  return soundOf(schema, value) as Sound<z.output<Schema>> | undefined;
}

function soundOf(schema: z.core.$ZodType, value: unknown): unknown {
  if (schema instanceof z.ZodOptional) return value === undefined ? undefined : soundOf(schema.unwrap(), value);
  if (schema instanceof z.ZodDefault && value !== undefined) return soundOf(schema.unwrap(), value);
  if (schema instanceof z.ZodObject) return soundObject(schema, value);
  if (schema instanceof z.ZodArray) {
    return Array.isArray(value) ? value.map((item) => soundOf(schema.element, item)) : undefined;
  }
  const parsed = z.safeParse(schema, value);
  return parsed.success ? parsed.data : undefined;
}

function soundObject(schema: z.ZodObject, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const fields = new Map(Object.entries(value));
  return Object.fromEntries(Object.entries(schema.shape).map(([key, field]) => [key, soundOf(field, fields.get(key))]));
}
