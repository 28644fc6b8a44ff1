import type { DiagramNode, Edge, Graph, Group } from '../graph.ts';

/** The parts of a flow that neither an arrow nor a group connects, in the order in which they were written. */
export function connectedParts(graph: Graph): Graph[] {
  const above = new Map(graph.nodes.map(({ id }) => [id, id]));
  const top = (id: string): string => {
    let at = id;
    for (let next = above.get(at) ?? at; next !== at; next = above.get(at) ?? at) {
      above.set(at, above.get(next) ?? next);
      at = next;
    }
    return at;
  };
  for (const { from, to } of graph.edges) above.set(top(from), top(to));
  for (const { members } of graph.groups) {
    for (const member of members) above.set(top(member), top(members[0] ?? member));
  }
  const parts = new Map<string, { nodes: DiagramNode[]; edges: Edge[]; groups: Group[] }>();
  for (const node of graph.nodes) {
    const part = parts.get(top(node.id)) ?? { nodes: [], edges: [], groups: [] };
    part.nodes.push(node);
    parts.set(top(node.id), part);
  }
  for (const edge of graph.edges) parts.get(top(edge.from))?.edges.push(edge);
  for (const group of graph.groups) parts.get(top(group.members[0] ?? ''))?.groups.push(group);
  return [...parts.values()].map((part) => ({ kind: graph.kind, ...part }));
}
