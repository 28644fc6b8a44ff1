import { width } from '../../text/width.ts';
import { wrap } from '../../text/wrap.ts';
import type { DiagramNode, Edge, Graph } from '../graph.ts';
import { withTitles } from './group-titles.ts';
import type { Box, Cell, Picture, PlacedEdge, PlacedNode } from './picture.ts';
import { type Placed, placePlan, type Spot } from './placing.ts';
import type { ChannelRoom, Plan, PlanEdge, PlanNode, Spacing } from './plan.ts';
import { directEdges } from './rank.ts';

/** How a flow is laid out: from top to bottom or from left to right, and how tightly. */
export interface FlowOptions {
  readonly direction: 'down' | 'right';
  /** Labels are broken into lines of this width. */
  readonly nodeColumns: number;
  readonly labelColumns: number;
  /** Columns between boxes of a layer. */
  readonly gap: number;
  /** Groups below each other, or to the right of each other, in place of side by side. */
  readonly isStacked: boolean;
  /** Layers of boxes are broken up above this width. */
  readonly layerColumns: number;
  /** A wider picture is given up. */
  readonly mostColumns: number;
  /** Indices of groups that need room for their label beside a line. */
  readonly wideGroups?: ReadonlySet<number>;
}

const DOWN: ChannelRoom = {
  pitch: 1,
  lead: { node: 0, head: 1, label: 0 },
  tail: { node: 1, label: 0 },
  border: 1,
  apart: 2,
};
const RIGHT: ChannelRoom = {
  pitch: 2,
  lead: { node: 1, head: 2, label: 1 },
  tail: { node: 2, label: 1 },
  border: 2,
  apart: 1,
};
/** A frame and a space on both sides. */
const FRAME = 4;
/** `─ label ─┐` behind a box. */
const LOOP = 6;
const LOOP_ROWS = 2;
/** So many times its label, a group has room for it beside a line or two. */
const WIDE_GROUP = 2.4;
/** Shorter words are not broken. */
const LONGEST_WORD = 16;

interface Measured {
  readonly node: DiagramNode;
  readonly lines: readonly string[];
  readonly box: { readonly width: number; readonly height: number };
  readonly loops: readonly Edge[];
  /** Columns of the loops behind the box. */
  readonly beside: number;
}

/** Lays out a flow, or a connected part of one; undefined where it does not fit. */
export function flowPicture(graph: Graph, options: FlowOptions): Picture | undefined {
  const picture = new FlowLayout(graph, options).picture();
  const crossed = new Set(picture?.groups.flatMap(({ isCrossed }, group) => (isCrossed ? [group] : [])));
  if (crossed.size === 0) return picture;
  return new FlowLayout(graph, { ...options, wideGroups: crossed }).picture() ?? picture;
}

class FlowLayout {
  readonly #graph: Graph;
  readonly #options: FlowOptions;
  readonly #edges: readonly Edge[];
  readonly #measured: readonly Measured[];
  readonly #groupOf: ReadonlyMap<string, number>;
  readonly #labels: readonly (readonly string[])[];

  constructor(graph: Graph, options: FlowOptions) {
    this.#graph = graph;
    this.#options = options;
    this.#edges = graph.edges.filter(({ from, to }) => from !== to);
    this.#groupOf = new Map(graph.groups.flatMap(({ members }, group) => members.map((id) => [id, group])));
    this.#labels = this.#edges.map(({ label }) => (label === undefined ? [] : wrap(label, options.labelColumns)));
    const ports = this.#portCounts();
    this.#measured = graph.nodes.map((node) => this.#measure(node, ports.get(node.id)));
  }

  picture(): Picture | undefined {
    const placed = placePlan(this.#plan());
    if (placed === undefined) return undefined;
    const nodes = this.#measured.map((measured, index) => this.#placedNode(measured, placed.nodes[index]));
    const size = this.#cell(placed.size);
    const edges = [...this.#edges.map((edge, index) => this.#placedEdge(edge, index, placed)), ...this.#loops(nodes)];
    const groups = placed.groups.map(({ first, last }, index) => {
      const [from, to] = [this.#cell(first), this.#cell(last)];
      const label = this.#graph.groups[index]?.label ?? '';
      return { label, x: from.x, y: from.y, width: to.x - from.x + 1, height: to.y - from.y + 1 };
    });
    return {
      nodes,
      edges,
      groups: withTitles(groups, edges),
      marks: [],
      lifelines: [],
      width: size.x,
      height: size.y,
      crossings: placed.crossings,
      backward: placed.backward,
    };
  }

  #plan(): Plan {
    const index = new Map(this.#graph.nodes.map(({ id }, at) => [id, at]));
    const isDown = this.#options.direction === 'down';
    return {
      nodes: this.#measured.map((measured) => this.#planNode(measured, this.#groupOf.get(measured.node.id) ?? -1)),
      edges: this.#edges.map((edge, at) => this.#planEdge(edge, at, index)),
      groups: this.#graph.groups.map(({ label }, group) => {
        const share = this.#options.wideGroups?.has(group) === true ? WIDE_GROUP : 1;
        const columns = Math.ceil(share * (width(label) + FRAME));
        return isDown ? { across: columns, along: 2 } : { across: 2, along: columns };
      }),
      isStacked: this.#options.isStacked,
      spacing: this.#spacing(),
      channel: isDown ? DOWN : RIGHT,
      most: isDown
        ? { across: this.#options.mostColumns, along: Number.POSITIVE_INFINITY }
        : { across: Number.POSITIVE_INFINITY, along: this.#options.mostColumns },
    };
  }

  #spacing(): Spacing {
    const { gap, layerColumns, direction } = this.#options;
    if (direction === 'right')
      return { nodes: 1, lines: 1, padding: 0, ports: 1, mostAcross: Number.POSITIVE_INFINITY };
    return { nodes: gap, lines: Math.min(gap, 2), padding: 1, ports: 2, mostAcross: layerColumns };
  }

  #planNode({ box, loops, beside }: Measured, group: number): PlanNode {
    const looped = LOOP_ROWS * loops.length;
    if (this.#options.direction === 'down') {
      const side = { first: 1, last: box.width - 2 };
      return { across: box.width + beside, along: box.height, depth: box.height, group, into: side, outOf: side };
    }
    const last = box.height - 2;
    const outOf = { first: 1 + looped, last };
    return { across: box.height, along: box.width + beside, depth: box.width, group, into: { first: 1, last }, outOf };
  }

  #planEdge(edge: Edge, at: number, index: ReadonlyMap<string, number>): PlanEdge {
    const lines = this.#labels[at] ?? [];
    const size = { columns: Math.max(0, ...lines.map(width)), rows: lines.length };
    const isDown = this.#options.direction === 'down';
    const label = isDown ? { across: size.columns, along: size.rows } : { across: size.rows, along: size.columns + 2 };
    return {
      from: index.get(edge.from) ?? 0,
      to: index.get(edge.to) ?? 0,
      trunk: trunkOf(edge),
      heads: { from: edge.heads === 'both', to: edge.heads !== 'none' },
      isDashed: edge.style !== 'call',
      label: lines.length === 0 ? undefined : label,
    };
  }

  /** How many lines touch the side of a node that they come in at, and the other. */
  #portCounts(): Map<string, { into: number; outOf: number }> {
    const index = new Map(this.#graph.nodes.map(({ id }, at) => [id, at]));
    const { isBack } = directEdges({
      nodes: this.#graph.nodes.map(({ id }) => ({ group: this.#groupOf.get(id) ?? -1 })),
      edges: this.#edges.map(({ from, to }) => ({ from: index.get(from) ?? 0, to: index.get(to) ?? 0 })),
      groups: this.#graph.groups,
      isStacked: this.#options.isStacked,
    });
    const into = new Map<string, number>();
    const outOf = new Map<string, Set<string>>();
    this.#edges.forEach((edge, at) => {
      const [upper, lower] = isBack[at] === true ? [edge.to, edge.from] : [edge.from, edge.to];
      into.set(lower, (into.get(lower) ?? 0) + 1);
      const trunk = isBack[at] === true ? undefined : trunkOf(edge);
      outOf.set(upper, (outOf.get(upper) ?? new Set()).add(trunk ?? `edge ${at}`));
    });
    return new Map(
      this.#graph.nodes.map(({ id }) => [id, { into: into.get(id) ?? 0, outOf: outOf.get(id)?.size ?? 0 }]),
    );
  }

  #measure(node: DiagramNode, ports = { into: 0, outOf: 0 }): Measured {
    const longest = Math.max(...node.label.split(' ').map(width));
    const lines = wrap(node.label, Math.max(this.#options.nodeColumns, Math.min(longest, LONGEST_WORD)));
    const loops = this.#graph.edges.filter(({ from, to }) => from === node.id && to === node.id);
    const looped = LOOP_ROWS * loops.length;
    const isDown = this.#options.direction === 'down';
    const rows = isDown ? looped : Math.max(ports.into, looped + ports.outOf);
    const columns = isDown ? 2 * Math.max(ports.into, ports.outOf) + 1 : 0;
    const box = {
      width: Math.max(Math.max(...lines.map(width)) + FRAME, columns),
      height: Math.max(lines.length, rows) + 2,
    };
    const beside = Math.max(0, ...loops.map(({ label }) => (label === undefined ? 0 : width(label)) + LOOP));
    return { node, lines, box, loops, beside };
  }

  #placedNode({ node, lines, box }: Measured, spot: Spot | undefined): PlacedNode {
    return { node, lines, ...this.#cell(spot ?? { across: 0, along: 0 }), ...box };
  }

  #placedEdge(edge: Edge, index: number, placed: Placed): PlacedEdge {
    const pieces = (placed.routes[index] ?? []).map(({ spots, line }) => ({
      points: spots.map((at) => this.#cell(at)),
      line,
    }));
    const spot = placed.labels[index];
    const lines = this.#labels[index] ?? [];
    if (spot === undefined) return { edge, pieces, label: undefined };
    const at = this.#cell(spot);
    const x = this.#options.direction === 'down' ? at.x : at.x + 1;
    return { edge, pieces, label: { x, y: at.y, ...extent(lines), lines } };
  }

  /** Out of the side of a box, round, and back into it two rows below. */
  #loops(nodes: readonly PlacedNode[]): PlacedEdge[] {
    return this.#measured.flatMap(({ loops, beside }, index) => {
      const { x, y, width: columns } = nodes[index] ?? { x: 0, y: 0, width: 0 };
      const start = x + columns;
      return loops.map((edge, loop) => {
        const top = y + 1 + LOOP_ROWS * loop;
        const end = start + beside - 1;
        const lines = edge.label === undefined ? [] : [edge.label];
        const points = [
          { x: start, y: top },
          { x: end, y: top },
          { x: end, y: top + 1 },
          { x: start, y: top + 1 },
        ];
        const label = lines.length === 0 ? undefined : { x: start + 2, y: top, ...extent(lines), lines };
        return { edge, pieces: [{ points, line: `loop ${index} ${loop}` }], label };
      });
    });
  }

  #cell({ across, along }: Spot): Cell {
    return this.#options.direction === 'down' ? { x: across, y: along } : { x: along, y: across };
  }
}

/** Arrows of one style from one node share a line; where a head stands at the start too, there is one line each. */
function trunkOf({ style, heads }: Edge): string | undefined {
  return heads === 'to' ? style : undefined;
}

function extent(lines: readonly string[]): Pick<Box, 'width' | 'height'> {
  return { width: Math.max(0, ...lines.map(width)), height: lines.length };
}
