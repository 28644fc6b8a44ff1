import type { DiagramNote } from './graph.ts';
import { nameKey } from './notation/names.ts';

interface Named {
  readonly key: string;
  readonly label: string;
  readonly at: { readonly line: number };
}

const BETWEEN = /\s+(?:&|\+|\/|and|or)\s+/i;

/** Components such as `api & cdn`, where one of both is drawn by itself too: two may be meant. */
export function joinedNames(nodes: readonly Named[]): DiagramNote[] {
  const keys = new Set(nodes.map(({ key }) => key));
  return nodes.flatMap(({ label, at }) => {
    const parts = label.split(BETWEEN);
    if (parts.length < 2 || !parts.some((part) => keys.has(nameKey(part)))) return [];
    return [{ line: at.line, message: `${label} is drawn as one. Write \`${parts.join(', ')}\` for ${parts.length}.` }];
  });
}
