import type * as z from 'zod';
import { nearest } from '../../text/nearest.ts';
import type { Fault, Path } from './fault.ts';
import { either, expected, nodesAt, type SchemaNode } from './schema-node.ts';

type Issue = z.core.$ZodIssue;

/** A file and its schema, which a message needs to say what was found and what was expected. */
interface Subject {
  readonly value: unknown;
  readonly schema: SchemaNode;
}

/** The validator's complaints in plain words: the first for each value, and every unknown key. */
export function schemaFaults(issues: readonly Issue[], subject: Subject): Fault[] {
  const faults = new Map<string, Fault>();
  for (const fault of issues.flatMap((issue) => faultsOf(issue, pathOf(issue), subject))) {
    const key = JSON.stringify([fault.path, fault.on]);
    if (!faults.has(key)) faults.set(key, fault);
  }
  return [...faults.values()];
}

function faultsOf(issue: Issue, path: Path, subject: Subject): Fault[] {
  const value = valueAt(subject.value, path);
  const nodes = nodesAt(subject.schema, path);
  const fault = (message: string, hint?: string): Fault[] => [
    { path, message, ...(hint === undefined ? {} : { hint }) },
  ];
  const wrong = (words: string) =>
    fault(`${nameOf(path)} must be ${words}, not ${shown(value)}`, typeHint(value, words));

  if (issue.code === 'unrecognized_keys') return unknownKeys(issue.keys, path, nodes);
  if (issue.code === 'invalid_key') return [{ ...wrongForm(path, path.at(-1), issue.issues[0]?.message), on: 'key' }];
  if (issue.code === 'invalid_union' && !('discriminator' in issue && issue.discriminator)) {
    const branch = fittingBranch(issue.errors);
    if (branch) return branch.flatMap((inner) => faultsOf(inner, [...path, ...pathOf(inner)], subject));
  }
  if (value === undefined) return fault(`${nameOf(path)} is missing`, nodes[0]?.description);
  if (value === null)
    return fault(path.length === 0 ? 'the file is empty' : `${nameOf(path)} is empty`, nodes[0]?.description);
  if (issue.code === 'invalid_format' && issue.format === 'regex') return [wrongForm(path, value, issue.message)];
  if (issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options)) {
    return wrong(either(issue.options.map(String)));
  }
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    if (Array.isArray(value)) return fault(`${nameOf(path)} must have ${count(nodes[0])}, not ${value.length}`);
    if (typeof value === 'string' && issue.code === 'too_small')
      return fault(`${nameOf(path)} is empty`, nodes[0]?.description);
    if (typeof value === 'string') {
      return fault(
        `${nameOf(path)} has ${value.trim().length} characters; at most ${issue.code === 'too_big' ? issue.maximum : 0} fit`,
      );
    }
  }
  return wrong(expected(nodes));
}

function wrongForm(path: Path, value: unknown, message = ''): Fault {
  const hint = `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
  return { path, message: `${nameOf(path)} is not written as it should be: ${shown(value)}`, hint };
}

function unknownKeys(keys: readonly string[], path: Path, nodes: readonly SchemaNode[]): Fault[] {
  const known = [...new Set(nodes.flatMap((node) => Object.keys(node.properties ?? {})))];
  const where = path.length === 0 ? 'here' : `in ${nameOf(path)}`;
  return keys.map((key, index) => {
    // Looking for near names is worth it for a few typing errors, not for a file of another kind.
    const near = index < 20 && key.length <= 60 ? nearest(key, known) : [];
    const hint = near.length > 0 ? `Did you mean ${either(near)}?` : `The fields ${where} are ${known.join(', ')}.`;
    return { path: [...path, key], on: 'key', message: `there is no field ${shown(key)} ${where}`, hint };
  });
}

/** The alternative that was most probably meant: its type fits, and it has the fewest faults. */
function fittingBranch(errors: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const isOfOtherType = (issue: Issue) => issue.code === 'invalid_type' && issue.path.length === 0;
  const weight = (issue: Issue) => (issue.code === 'unrecognized_keys' ? issue.keys.length : 1);
  const cost = (issues: readonly Issue[]) => issues.reduce((sum, issue) => sum + weight(issue), 0);
  const fitting = errors.filter((issues) => !issues.some(isOfOtherType));
  return fitting.toSorted((one, other) => cost(one) - cost(other))[0];
}

function typeHint(value: unknown, words: string): string | undefined {
  if (words === 'text' && (typeof value === 'number' || typeof value === 'boolean'))
    return `Put it in quotes: "${value}"`;
  if (/number/.test(words) && typeof value === 'string' && /^[\d.]+$/.test(value)) return 'Take the quotes off.';
  const near = typeof value === 'string' && value.length <= 60 ? nearest(value, words.split(/, | or /)) : [];
  return near.length > 0 && words.length > 20 ? `Did you mean ${either(near)}?` : undefined;
}

function count(node: SchemaNode | undefined): string {
  const { minItems, maxItems } = node ?? {};
  if (minItems !== undefined && minItems === maxItems) return `exactly ${items(minItems)}`;
  return minItems === undefined ? `at most ${items(maxItems ?? 0)}` : `at least ${items(minItems)}`;
}

function items(number: number): string {
  return number === 1 ? '1 item' : `${number} items`;
}

/** Such as `title`, or `item 2 of hints`. */
function nameOf(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'the file';
  return typeof last === 'string'
    ? last
    : `item ${last + 1} of ${path.findLast((step) => typeof step === 'string') ?? 'the file'}`;
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'fields (key: value)';
  if (typeof value !== 'string') return String(value);
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 59)}…` : value);
}

function pathOf(issue: Issue): Path {
  return issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((part, step) => {
    return typeof part === 'object' && part !== null && Object.hasOwn(part, step)
      ? part[step as keyof typeof part]
      : undefined;
  }, value);
}
