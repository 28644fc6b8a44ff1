import type { Path } from './fault.ts';

/** The part of a generated JSON Schema that messages need. */
export interface SchemaNode {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: boolean | SchemaNode;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
}

/** Every schema that a value at `path` may follow: more than one where alternatives lead there. */
export function nodesAt(node: SchemaNode, path: Path): readonly SchemaNode[] {
  const branches = node.anyOf ?? node.oneOf;
  if (branches) {
    const nodes = branches.flatMap((branch) => nodesAt(branch, path));
    return path.length === 0 && node.description !== undefined ? [node, ...nodes] : nodes;
  }
  const [step, ...rest] = path;
  if (step === undefined) return [node];
  const child = typeof step === 'number' ? node.items : fieldOf(node, step);
  return child ? nodesAt(child, rest) : [];
}

function fieldOf(node: SchemaNode, key: string): SchemaNode | undefined {
  if (node.properties && Object.hasOwn(node.properties, key)) return node.properties[key];
  return typeof node.additionalProperties === 'object' ? node.additionalProperties : undefined;
}

/** What a value must be, to stand after "must be". */
export function expected(nodes: readonly SchemaNode[]): string {
  const choices = nodes.flatMap((node) => node.enum ?? (node.const === undefined ? [] : [node.const])).map(String);
  if (choices.length > 0) return either([...new Set(choices)]);
  return either([...new Set(nodes.filter((node) => node.type !== undefined).map(typeWords))]);
}

export function either(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

function typeWords(node: SchemaNode): string {
  if (node.type === 'integer') return `a whole number${range(node)}`;
  if (node.type === 'number') return `a number${range(node)}`;
  if (node.type === 'array') return 'a list';
  if (node.type === 'object') return 'fields (key: value)';
  if (node.format === 'date') return 'a date such as 2026-01-31';
  if (node.format === 'uri') return 'an address such as https://example.com/page';
  return 'text';
}

function range({ minimum, maximum }: SchemaNode): string {
  if (minimum === undefined) return '';
  const bounded = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER;
  return bounded ? ` from ${minimum} to ${maximum}` : ` of at least ${minimum}`;
}
