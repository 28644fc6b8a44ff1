import * as z from 'zod';
import type { ContentSource } from './catalogue.ts';
import { problemSchema, templateSchema } from './schema.ts';

/** The JSON Schema (draft 7, which editors of YAML understand) of a kind of file, as the text of `schema.json`. */
export function jsonSchemaText(kind: ContentSource['kind']): string {
  const schema = z.toJSONSchema(kind === 'problem' ? problemSchema : templateSchema, {
    io: 'input',
    target: 'draft-7',
  });
  const title = kind === 'problem' ? 'A problem of sdi' : 'A template of sdi';
  return `${JSON.stringify({ title, ...schema }, null, 2)}\n`;
}
