import * as z from 'zod';
import type { Diagnostic } from '../errors.ts';
import type { ContentSource } from './catalogue.ts';
import { completeProblem } from './complete-problem.ts';
import type { Fault, Path } from './faults/fault.ts';
import { schemaFaults } from './faults/schema-faults.ts';
import type { SchemaNode } from './faults/schema-node.ts';
import { type Sound, soundPart } from './faults/sound.ts';
import { PROBLEM_RULES } from './rules/problem-rules.ts';
import { TEMPLATE_RULES } from './rules/template-rules.ts';
import { type Problem, problemSchema, type Template, templateSchema } from './schema.ts';
import { parseYaml, type YamlDocument } from './yaml-document.ts';

/** What the other files of a catalogue need to know of one, be it right or wrong. */
export interface ContentFile {
  readonly kind: ContentSource['kind'];
  readonly taken: boolean;
  readonly file: string;
  readonly id: string | undefined;
  /** The problems it names as related, with where it does. */
  readonly related: readonly { readonly id: string; readonly path: Path }[];
  /** Undefined where the text is no YAML. */
  readonly document: YamlDocument | undefined;
}

/** A parsed file: the value, or every fault of schema and rules in the order of the file. */
export type Parsed<T> = ContentFile &
  ({ readonly ok: true; readonly value: T } | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] });

/** What of a source it takes to parse it. */
export type ContentText = Pick<ContentSource, 'path' | 'taken'> & { readonly bytes: Uint8Array };

/** Never throws. The last part of the path, without its ending, must be the id. */
export function parseProblem(text: ContentText): Parsed<Problem> {
  const parsed = parseContent(text, 'problem', problemSchema, PROBLEM_RULES);
  return parsed.ok ? { ...parsed, value: completeProblem(parsed.value) } : parsed;
}

/** As `parseProblem`. */
export function parseTemplate(text: ContentText): Parsed<Template> {
  return parseContent(text, 'template', templateSchema, TEMPLATE_RULES);
}

type Rule<T> = (value: Sound<T>) => readonly Fault[];

function parseContent<T extends { id: string }>(
  { path: file, taken, bytes }: ContentText,
  kind: ContentFile['kind'],
  schema: z.ZodType<T>,
  rules: readonly Rule<T>[],
): Parsed<T> {
  const yaml = parseYaml(bytes, file);
  if (!yaml.ok) {
    const { diagnostics } = yaml;
    return { ok: false, kind, taken, file, id: undefined, related: [], document: undefined, diagnostics };
  }
  const { document } = yaml;
  const parsed = schema.safeParse(document.value);
  const sound = parsed.success ? (parsed.data as Sound<T>) : soundPart(schema, document.value);
  const faults = [
    ...(parsed.success ? [] : schemaFaults(parsed.error.issues, { value: document.value, schema: nodeOf(schema) })),
    ...(sound === undefined ? [] : [...rules.flatMap((rule) => rule(sound)), ...nameFaults(sound, file)]),
  ];
  const content: ContentFile = { kind, taken, file, document, ...mentions(sound) };
  if (parsed.success && faults.length === 0) return { ...content, ok: true, value: parsed.data };
  return { ...content, ok: false, diagnostics: document.diagnostics(faults) };
}

function nodeOf(schema: z.ZodType): SchemaNode {
  return z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }) as SchemaNode;
}

/** A file is found by its id. */
function nameFaults({ id }: { readonly id?: unknown }, file: string): Fault[] {
  const name = (file.split(/[\\/]/).at(-1) ?? file).replace(/\.ya?ml$/i, '');
  if (typeof id !== 'string' || id === name) return [];
  const hint = `Rename the file to ${id}.yaml, or change the id.`;
  return [{ path: ['id'], message: `the id "${id}" is not the name of its file`, hint }];
}

function mentions(
  sound: { readonly id?: unknown; readonly related?: unknown } | undefined,
): Pick<ContentFile, 'id' | 'related'> {
  const related = Array.isArray(sound?.related) ? (sound.related as Sound<Problem['related']>) : [];
  return {
    id: typeof sound?.id === 'string' ? sound.id : undefined,
    related: related.flatMap((item, index) =>
      item?.problem === undefined ? [] : [{ id: item.problem, path: ['related', index, 'problem'] }],
    ),
  };
}
