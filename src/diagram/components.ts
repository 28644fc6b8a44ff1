import type { DiagramNode, Edge, Graph, Mark, Shape } from './graph.ts';
import { namedKind } from './named-kinds.ts';
import { isMisfit } from './shapes.ts';

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

/** All that a diagram says, a sentence for each arrow, each group, and each frame and note of a sequence. */
export function drawnSentences(graph: Graph): string[] {
  const labels = labelsOf(graph);
  const marks = (after: number) =>
    (graph.marks ?? []).filter((mark) => mark.after === after).map((mark) => markText(mark, graph));
  return [
    ...graph.edges.flatMap((edge, index) => [...marks(index), sentenceOf(edge, graph)]),
    ...marks(graph.edges.length),
    ...graph.groups.map(
      ({ label, members }) => `${label} holds ${members.map((id) => labels.get(id) ?? id).join(', ')}`,
    ),
  ];
}

/** `alt cache hit`, `end`, `Note over api: the lease is held`. */
export function markText({ kind, word, text, nodes }: Mark, graph: Pick<Graph, 'nodes'>): string {
  if (kind !== 'note') return text === '' ? word : `${word} ${text}`;
  const labels = labelsOf(graph);
  return `${word} ${nodes.map((id) => labels.get(id) ?? id).join(', ')}: ${text}`;
}

/** What a shape or an arrow says that no word does. */
export interface ShapeStatement {
  /** Where it was drawn in its text, from 1. */
  readonly line: number;
  readonly text: string;
}

const KINDS: Readonly<Partial<Record<Shape, { readonly kind: string; readonly isNamedBy: RegExp }>>> = {
  store: { kind: 'database', isNamedBy: /\b(?:database|db|store)\b/i },
  cache: { kind: 'cache', isNamedBy: /cache/i },
  queue: { kind: 'queue', isNamedBy: /queue/i },
};

/** `[x]` says that x is a cache, `(x)` that it is a database, `api => jobs` that jobs is a queue and that nobody waits. */
export function shapeStatements({ nodes, edges }: Graph): ShapeStatement[] {
  const kinds = new Map(nodes.map((node) => [node.id, toldKind(node)]));
  const resting = nodes.flatMap(({ id, label, shape, line }) => {
    const kind = kinds.get(id);
    return kind === undefined || shape === 'queue' || line === undefined
      ? []
      : [{ line, text: `${label} is a ${kind}.` }];
  });
  const labels = labelsOf({ nodes });
  // Where each arrow is one and none leads to a queue, somebody draws all arrows so.
  const isPlain = edges.every(({ style }) => style === 'message') && nodes.every(({ shape }) => shape !== 'queue');
  const sent = edges.flatMap(({ from, to, style, heads, line }) => {
    if (isPlain || style !== 'message' || heads === 'none' || line === undefined) return [];
    const ends = heads === 'both' ? [from, to] : [to];
    return ends.map((id) => {
      const label = labels.get(id) ?? id;
      const isQueue = kinds.get(id) === 'queue';
      return {
        line,
        text: isQueue ? `Puts ${label} on a queue asynchronously.` : `Messages go to ${label} asynchronously.`,
      };
    });
  });
  return [...resting, ...sent].sort((a, b) => a.line - b.line);
}

/** The kind of a component where its shape tells it, and its name tells neither that nor another. */
function toldKind({ label, shape }: DiagramNode): string | undefined {
  const known = KINDS[shape];
  const name = label.replace(/\s\(.*\)$/s, '');
  if (known === undefined || known.isNamedBy.test(label) || namedKind(name) === shape || isMisfit(name, shape))
    return undefined;
  return known.kind;
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
  const lost = edge.isLost === true ? ', and it is lost' : '';
  return `${from} ${verbOf(edge, graph.nodes)} ${to}${about}${lost}`;
}

/** What an arrow does; where data rests, it is read out of there. */
export function verbOf({ from, style }: Edge, nodes: readonly DiagramNode[]): string {
  if (style === 'message') return 'sends messages to';
  if (style === 'reply') return 'replies to';
  const shape = nodes.find(({ id }) => id === from)?.shape;
  return shape === 'queue' || shape === 'store' || shape === 'cache' ? 'feeds' : 'calls';
}

function labelsOf({ nodes }: Pick<Graph, 'nodes'>): Map<string, string> {
  return new Map(nodes.map(({ id, label }) => [id, label]));
}
