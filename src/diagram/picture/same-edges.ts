import type { Edge } from '../graph.ts';

/** Whether two lists hold the same edges, in any order. An edge with two heads, or none, has no direction. */
export function sameEdges(a: readonly Edge[], b: readonly Edge[]): boolean {
  const [left, right] = [a, b].map((edges) => edges.map(signature).sort());
  return JSON.stringify(left) === JSON.stringify(right);
}

function signature({ from, to, style, heads, label, isLost }: Edge): string {
  const ends = heads === 'to' ? [from, to] : [from, to].sort();
  return JSON.stringify([...ends, style, heads, label ?? '', isLost === true]);
}
