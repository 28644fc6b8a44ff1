import { width } from '../../text/width.ts';
import { wrap } from '../../text/wrap.ts';
import { markText } from '../components.ts';
import type { Graph, Mark } from '../graph.ts';
import { type Picture, type PlacedEdge, type PlacedMark, type PlacedNode, turns } from './picture.ts';

/** From generous to tight: labels are broken into lines of these widths, but no word is. */
const LABEL_COLUMNS = [24, 22, 20, 18, 16, 14, 12, 10];
const TIGHT_COLUMNS = [...LABEL_COLUMNS, 8, 6];
/** Only where nothing else helps, long words are broken. */
const LONGEST_WORDS = { most: 24, broken: [14, 10, 0] };
const WIDEST_LABEL = 40;
/** A message to oneself goes out this far. */
const LOOP = 4;
/** Before and behind the text of a mark, and what a frame within another is further in. */
const MARK_MARGIN = 4;
const MARK_INDENT = 2;
const LEAST_MARK = 24;

interface Spacing {
  /** What a box has besides its text, and columns between boxes, and what a gap has besides its labels. */
  readonly frame: number;
  readonly boxes: number;
  readonly labels: number;
}

const ROOMY: Spacing = { frame: 4, boxes: 4, labels: 4 };
const CLOSE: Spacing = { frame: 4, boxes: 2, labels: 3 };
const TIGHT: Spacing = { frame: 2, boxes: 1, labels: 3 };

interface Try extends Spacing {
  readonly labelColumns: number;
  readonly longestWord: number;
}

const TRIES: readonly Try[] = [
  ...LABEL_COLUMNS.flatMap((labelColumns) => [ROOMY, CLOSE].map((spacing) => tryOf(spacing, labelColumns))),
  ...TIGHT_COLUMNS.map((labelColumns) => tryOf(TIGHT, labelColumns)),
  ...LONGEST_WORDS.broken.map((longestWord) => tryOf(TIGHT, 8, longestWord)),
];

function tryOf(spacing: Spacing, labelColumns: number, longestWord = LONGEST_WORDS.most): Try {
  return { ...spacing, labelColumns, longestWord };
}

/** A sequence: participants side by side, messages from above to below. Undefined where it is wider than `most`. */
export function sequencePicture(graph: Graph, most: number): Picture | undefined {
  for (const each of TRIES) {
    const picture = layOutSequence(graph, each, Math.min(LEAST_MARK, most));
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

function layOutSequence(graph: Graph, each: Try, leastMark: number): Picture {
  const index = new Map(graph.nodes.map(({ id }, at) => [id, at]));
  const narrow = graph.edges.map((edge) => ({
    edge,
    lines: edge.label === undefined ? [] : broken(edge.label, each),
    from: index.get(edge.from) ?? 0,
    to: index.get(edge.to) ?? 0,
  }));
  const boxes = graph.nodes.map(({ label }) => {
    const lines = broken(label, each);
    return { lines, columns: Math.max(...lines.map(width)) + each.frame };
  });
  const middles = spread(
    boxes.map(({ columns }) => columns),
    narrow,
    each,
  );
  const messages = narrow.map((message) => widened(message, middles, each));
  const height = Math.max(0, ...boxes.map(({ lines }) => lines.length)) + 2;
  const nodes = graph.nodes.map((node, at): PlacedNode => {
    const { lines, columns } = boxes[at] ?? { lines: [], columns: 0 };
    return { node, lines, x: (middles[at] ?? 0) - Math.floor((columns - 1) / 2), y: 0, width: columns, height };
  });
  const right = Math.max(0, ...nodes.map((placed) => placed.x + placed.width));
  const columns = Math.max(right, ...rows(messages, middles, { start: height, marks: [] }).edges.map(rightEnd));
  const marks = markRows(graph, Math.max(columns, leastMark));
  const { edges, placedMarks, end } = rows(messages, middles, { start: height, marks });
  const bottom = Math.max(end, height);
  return {
    nodes,
    edges,
    groups: [],
    marks: placedMarks,
    lifelines: middles.map((x) => ({ from: { x, y: height }, to: { x, y: bottom } })),
    width: Math.max(columns, ...placedMarks.map((mark) => mark.x + mark.width)),
    height: bottom + 1,
    crossings: 0,
    backward: 0,
  };
}

function broken(text: string, { labelColumns, longestWord }: Try): string[] {
  const longest = Math.max(...text.split(' ').map(width));
  return wrap(text, Math.max(labelColumns, Math.min(longest, longestWord)));
}

/** A label takes the room that there is between its lifelines anyway. */
function widened(message: Message, middles: readonly number[], { labels }: Try): Message {
  const { edge, lines, from, to } = message;
  const room = Math.abs((middles[from] ?? 0) - (middles[to] ?? 0)) - labels;
  if (edge.label === undefined || room <= Math.max(...lines.map(width))) return message;
  return { ...message, lines: wrap(edge.label, Math.min(room, WIDEST_LABEL)) };
}

/** The lifelines, as close as boxes and the labels between them allow. */
function spread(columns: readonly number[], messages: readonly Message[], spacing: Spacing): number[] {
  const middles: number[] = [];
  columns.forEach((own, at) => {
    const before = columns[at - 1];
    const half = Math.floor((own - 1) / 2);
    let least =
      before === undefined
        ? half
        : (middles[at - 1] ?? 0) + before - Math.floor((before - 1) / 2) + spacing.boxes + half;
    for (const { from, to, lines } of messages) {
      const wide = Math.max(0, ...lines.map(width));
      if (from === to && from === at - 1) least = Math.max(least, (middles[from] ?? 0) + LOOP + wide + spacing.labels);
      if (from !== to && Math.max(from, to) === at)
        least = Math.max(least, (middles[Math.min(from, to)] ?? 0) + wide + spacing.labels);
    }
    middles.push(least);
  });
  return middles;
}

interface MarkRow {
  readonly mark: Mark;
  readonly lines: readonly string[];
  readonly x: number;
  readonly width: number;
}

/** A mark goes across the whole picture; one within a frame begins further in. */
function markRows(graph: Graph, columns: number): MarkRow[] {
  let depth = 0;
  return (graph.marks ?? []).map((mark) => {
    if (mark.kind === 'end') depth--;
    const own = Math.max(0, mark.kind === 'branch' ? depth - 1 : depth);
    if (mark.kind === 'begin') depth++;
    const x = Math.min(own * MARK_INDENT, Math.floor(columns / 2));
    const room = columns - x;
    return { mark, lines: wrap(markText(mark, graph), room - MARK_MARGIN), x, width: room };
  });
}

interface Rows {
  readonly start: number;
  readonly marks: readonly MarkRow[];
}

/** Each message with its label above it; one to oneself has it beside. */
function rows(messages: readonly Message[], middles: readonly number[], { start, marks }: Rows) {
  let y = start;
  const placedMarks: PlacedMark[] = [];
  const addMarks = (after: number) => {
    for (const { mark, lines, x, width: columns } of marks.filter((each) => each.mark.after === after)) {
      placedMarks.push({ kind: mark.kind, lines, x, y, width: columns, height: lines.length });
      y += lines.length;
    }
  };
  const edges = messages.map(({ edge, lines, from, to }, at): PlacedEdge => {
    addMarks(at);
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
  addMarks(messages.length);
  return { edges, placedMarks, end: y };
}

function rightEnd(edge: PlacedEdge): number {
  const { label } = edge;
  return Math.max(...turns(edge).map(({ x }) => x + 1), label === undefined ? 0 : label.x + label.width);
}
