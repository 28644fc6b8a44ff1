import { nearest } from '../text/nearest.ts';
import type { DiagramNote, Edge } from './graph.ts';

interface Named {
  readonly key: string;
  readonly label: string;
  readonly at: { readonly line: number };
}

/** Beyond this many nobody typed the names, and comparing each with each would take long. */
const MOST_COMPARED = 60;
/** A slip in a shorter name makes any other of it. */
const SHORTEST = 3;

/** Components that no arrow touches and that are spelled almost like one that is drawn. */
export function nearMisses(nodes: readonly Named[], edges: readonly Edge[]): DiagramNote[] {
  const touched = new Set(edges.flatMap((edge) => [edge.from, edge.to]));
  const drawn = nodes
    .filter((node) => touched.has(node.key))
    .map((node) => node.label)
    .slice(0, MOST_COMPARED);
  const alone = nodes.filter(({ key, label }) => !touched.has(key) && label.length >= SHORTEST).slice(0, MOST_COMPARED);
  if (drawn.length === 0) return [];
  return alone.flatMap(({ label, at }) => {
    const near = nearest(label, drawn).filter((name) => Math.abs(name.length - label.length) <= 2);
    // `api` and `api2` are two on purpose.
    const meant = near.find((name) => withoutNumber(name) !== withoutNumber(label));
    if (meant === undefined) return [];
    return [{ line: at.line, message: `No arrow touches ${label}. Did you mean ${meant}?` }];
  });
}

function withoutNumber(name: string): string {
  return name.replaceAll(/[\s\d_-]/g, '').toLowerCase();
}
