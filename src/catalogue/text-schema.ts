import * as z from 'zod';

/** Ids become file and folder names, so they are short, lower case and never a path. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case letters, digits and single hyphens, as in rate-limiter')
  .regex(/^(?!(con|prn|aux|nul|com[0-9]|lpt[0-9])$)/, 'some systems keep this name for a device; choose another')
  .max(60);
export const oneLine = /^[^\n]*$/;
export const keepOnOneLine = 'keep this on one line';
/** One line of text. */
export const line = z.string().trim().min(1).max(400).regex(oneLine, keepOnOneLine);
/** Prose of any number of lines. */
export const text = z.string().trim().min(1).max(6000);
/** Code or a notation, kept as it stands. */
export const code = z.string().min(1).max(12_000);
