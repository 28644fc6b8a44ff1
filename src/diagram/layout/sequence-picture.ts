import { width } from '../../text/width.ts';
import { wrap } from '../../text/wrap.ts';
import type { Graph } from '../graph.ts';
import { type Picture, type PlacedEdge, type PlacedNode, turns } from './picture.ts';

const LABEL_COLUMNS = [24, 16, 10];
const FRAME = 4;
const LEAST_GAP = 4;
/** A message to oneself goes out this far. */
const LOOP = 4;

/** A sequence: participants side by side, messages from above to below. Undefined where it is wider than `most`. */
export function sequencePicture(graph: Graph, most: number): Picture | undefined {
  for (const labelColumns of LABEL_COLUMNS) {
    const picture = layOutSequence(graph, labelColumns);
    if (picture.width <= most) return picture;
  }
  return undefined;
}

interface Message {
  readonly edge: Graph['edges'][number];
  readonly lines: readonly string[];
  readonly from: number;
  readonly to: number;
}

function layOutSequence(graph: Graph, labelColumns: number): Picture {
  const index = new Map(graph.nodes.map(({ id }, at) => [id, at]));
  const messages = graph.edges.map((edge) => ({
    edge,
    lines: edge.label === undefined ? [] : wrap(edge.label, labelColumns),
    from: index.get(edge.from) ?? 0,
    to: index.get(edge.to) ?? 0,
  }));
  const boxes = graph.nodes.map(({ label }) => {
    const lines = wrap(label, labelColumns);
    return { lines, columns: Math.max(...lines.map(width)) + FRAME };
  });
  const middles = spread(
    boxes.map(({ columns }) => columns),
    messages,
  );
  const height = Math.max(0, ...boxes.map(({ lines }) => lines.length)) + 2;
  const nodes = graph.nodes.map((node, at): PlacedNode => {
    const { lines, columns } = boxes[at] ?? { lines: [], columns: 0 };
    return { node, lines, x: (middles[at] ?? 0) - Math.floor((columns - 1) / 2), y: 0, width: columns, height };
  });
  const { edges, end } = rows(messages, middles, height);
  const bottom = Math.max(end, height);
  return {
    nodes,
    edges,
    groups: [],
    lifelines: middles.map((x) => ({ from: { x, y: height }, to: { x, y: bottom } })),
    width: Math.max(0, ...nodes.map((placed) => placed.x + placed.width), ...edges.map(rightEnd)),
    height: bottom + 1,
    crossings: 0,
    backward: 0,
  };
}

/** The lifelines, as close as boxes and the labels between them allow. */
function spread(columns: readonly number[], messages: readonly Message[]): number[] {
  const middles: number[] = [];
  columns.forEach((own, at) => {
    const before = columns[at - 1];
    const half = Math.floor((own - 1) / 2);
    let least =
      before === undefined ? half : (middles[at - 1] ?? 0) + before - Math.floor((before - 1) / 2) + LEAST_GAP + half;
    for (const { from, to, lines } of messages) {
      const wide = Math.max(0, ...lines.map(width));
      if (from === to && from === at - 1) least = Math.max(least, (middles[from] ?? 0) + LOOP + wide + LEAST_GAP);
      if (from !== to && Math.max(from, to) === at)
        least = Math.max(least, (middles[Math.min(from, to)] ?? 0) + wide + LEAST_GAP);
    }
    middles.push(least);
  });
  return middles;
}

/** Each message with its label above it; one to oneself has it beside. */
function rows(
  messages: readonly Message[],
  middles: readonly number[],
  start: number,
): { edges: PlacedEdge[]; end: number } {
  let y = start;
  const edges = messages.map(({ edge, lines, from, to }, at): PlacedEdge => {
    const [a, b] = [middles[from] ?? 0, middles[to] ?? 0];
    const size = { width: Math.max(0, ...lines.map(width)), height: lines.length };
    const line = `message ${at}`;
    if (from === to) {
      const top = y + 1;
      const height = Math.max(2, lines.length);
      y = top + height;
      const points = [
        { x: a + 1, y: top },
        { x: a + LOOP - 1, y: top },
        { x: a + LOOP - 1, y: top + height - 1 },
        { x: a + 1, y: top + height - 1 },
      ];
      const label = lines.length === 0 ? undefined : { x: a + LOOP + 1, y: top, ...size, lines };
      return { edge, pieces: [{ points, line }], label };
    }
    const row = y + lines.length + (lines.length === 0 ? 1 : 0);
    const step = a < b ? 1 : -1;
    const middle = Math.min(a, b) + Math.floor((Math.abs(a - b) - size.width) / 2) + 1;
    const label = lines.length === 0 ? undefined : { x: middle, y, ...size, lines };
    y = row + 1;
    const points = [
      { x: a + step, y: row },
      { x: b - step, y: row },
    ];
    return { edge, pieces: [{ points, line }], label };
  });
  return { edges, end: y };
}

function rightEnd(edge: PlacedEdge): number {
  const { label } = edge;
  return Math.max(...turns(edge).map(({ x }) => x + 1), label === undefined ? 0 : label.x + label.width);
}
