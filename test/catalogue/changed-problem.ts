import { parseProblem } from '../../src/catalogue/content-file.ts';
import type { Problem } from '../../src/catalogue/schema.ts';
import { problemText } from '../harness/content.ts';

const stub = problemText('sample');

export const FORMULA = 'requests * peak-factor';
export const OVERVIEW = 'The design in a few sentences.';

export type Change = readonly [from: string, to: string];

/** The stub with some of its texts changed; each must be there. */
export function changed(...changes: readonly Change[]): string {
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`The stub has no ${from}`);
    return text.replace(from, () => to);
  }, stub);
}

export function problemOf(text: string): Problem {
  const parsed = parse(text);
  if (!parsed.ok) throw new Error(parsed.diagnostics.map(({ message }) => message).join('\n'));
  return parsed.value;
}

export interface FoundFault {
  /** The text of the file from the place of the fault to the end of its line. */
  readonly at: string;
  readonly message: string;
  readonly hint: string;
}

export function faultsOf(text: string): FoundFault[] {
  const parsed = parse(text);
  if (parsed.ok) return [];
  return parsed.diagnostics.map(({ line, column, message, hint = '' }) => ({
    at: text.split('\n')[line - 1]?.slice(column - 1) ?? '',
    message,
    hint,
  }));
}

function parse(text: string) {
  return parseProblem({ path: 'sample.yaml', taken: false, bytes: new TextEncoder().encode(text) });
}
