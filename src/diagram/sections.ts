import type { Edge, Graph, Section } from './graph.ts';

interface DrawnEdge {
  readonly edge: Edge;
  readonly sections: ReadonlySet<number>;
}

/**
 * What stands below each title, the first before any of them. A component stands below the titles of its arrows; one that
 * has none, where it was first named.
 */
export function sectionsOf(
  nodes: ReadonlyMap<string, { readonly section: number }>,
  edges: readonly DrawnEdge[],
  headings: readonly { readonly title: string }[],
): Section[] {
  const touched = new Set(edges.flatMap(({ edge }) => [edge.from, edge.to]));
  return [undefined, ...headings].map((heading, section) => {
    const own = edges.filter(({ sections }) => sections.has(section)).map(({ edge }) => edge);
    const ends = new Set(own.flatMap(({ from, to }) => [from, to]));
    const isBelow = (id: string) => (touched.has(id) ? ends.has(id) : nodes.get(id)?.section === section);
    return { title: heading?.title, nodes: [...nodes.keys()].filter(isBelow), edges: own };
  });
}

/** A diagram with one title at most. */
export interface Titled {
  readonly title: string | undefined;
  readonly graph: Graph;
}

/** A graph as the diagrams that its titles make of it. */
export function titledGraphs(graph: Graph): readonly Titled[] {
  if (graph.sections === undefined) return [{ title: undefined, graph }];
  return graph.sections.map(({ title, nodes, edges }) => {
    const own = new Set(nodes);
    const groups = graph.groups
      .map((group) => ({ ...group, members: group.members.filter((id) => own.has(id)) }))
      .filter(({ members }) => members.length > 0);
    const { kind, marks } = graph;
    const part = { kind, nodes: graph.nodes.filter(({ id }) => own.has(id)), edges, groups };
    // A sequence has one title at most.
    return { title, graph: marks === undefined ? part : { ...part, marks } };
  });
}
