import type { DiagramNode, Edge, Graph, Shape } from './graph.ts';

export interface Component {
  readonly label: string;
  readonly shape: Shape;
  /** What the diagram says about it, each arrow as a sentence without a full stop. */
  readonly sentences: readonly string[];
}

/** The components of a diagram in the order in which they were written. */
export function componentsOf(graph: Graph): Component[] {
  const sentences = graph.edges.map((edge) => ({ edge, text: sentenceOf(edge, graph) }));
  return graph.nodes.map(({ id, label, shape }) => ({
    label,
    shape,
    sentences: sentences.filter(({ edge }) => edge.from === id || edge.to === id).map(({ text }) => text),
  }));
}

/** All that a diagram says, a sentence for each arrow and each group; what is drawn counts as said. */
export function drawnSentences(graph: Graph): string[] {
  const labels = labelsOf(graph);
  return [
    ...graph.edges.map((edge) => sentenceOf(edge, graph)),
    ...graph.groups.map(
      ({ label, members }) => `${label} holds ${members.map((id) => labels.get(id) ?? id).join(', ')}`,
    ),
  ];
}

function sentenceOf(edge: Edge, graph: Graph): string {
  const labels = labelsOf(graph);
  const [from, to] = [labels.get(edge.from) ?? edge.from, labels.get(edge.to) ?? edge.to];
  const about = edge.label === undefined ? '' : `: ${edge.label}`;
  if (edge.heads === 'none') return `${from} is connected to ${to}${about}`;
  if (edge.heads === 'both') {
    const each = edge.style === 'message' ? 'send messages to each other' : 'call each other';
    return `${from} and ${to} ${each}${about}`;
  }
  return `${from} ${verbOf(edge, graph.nodes)} ${to}${about}`;
}

/** What an arrow does; where data rests, it is read out of there. */
export function verbOf({ from, style }: Edge, nodes: readonly DiagramNode[]): string {
  if (style === 'message') return 'sends messages to';
  if (style === 'reply') return 'replies to';
  const shape = nodes.find(({ id }) => id === from)?.shape;
  return shape === 'queue' || shape === 'store' || shape === 'cache' ? 'feeds' : 'calls';
}

function labelsOf({ nodes }: Graph): Map<string, string> {
  return new Map(nodes.map(({ id, label }) => [id, label]));
}
