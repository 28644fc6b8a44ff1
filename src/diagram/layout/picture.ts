import { width } from '../../text/width.ts';
import type { DiagramNode, Edge, Mark } from '../graph.ts';

/** A cell: column and row from 0. */
export interface Cell {
  readonly x: number;
  readonly y: number;
}

/** Cells from the first to behind the last. */
export interface Box extends Cell {
  readonly width: number;
  readonly height: number;
}

export interface PlacedNode extends Box {
  readonly node: DiagramNode;
  /** Its label, broken into lines. */
  readonly lines: readonly string[];
}

/** A piece of a line: its ends and turns, each at a right angle to the next. */
interface Piece {
  readonly points: readonly Cell[];
  /** Pieces with the same one are one line; others only cross it. */
  readonly line: string;
}

export interface PlacedEdge {
  readonly edge: Edge;
  /** From the cell beside the one node to the cell beside the other. */
  readonly pieces: readonly Piece[];
  /** Stands on the line. */
  readonly label: (Box & { readonly lines: readonly string[] }) | undefined;
}

export interface PlacedGroup extends Box {
  readonly label: string;
  /** Where the label begins, in the upper or the lower border. */
  readonly title: Cell;
  /** A line goes through the label, since there is no place without one. */
  readonly isCrossed: boolean;
}

/** Of a sequence: a row across it, or several, with the text in them. */
export interface PlacedMark extends Box {
  readonly kind: Mark['kind'];
  readonly lines: readonly string[];
}

/** A diagram on a grid of cells that are one column wide and one row high. */
export interface Picture {
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
  readonly groups: readonly PlacedGroup[];
  readonly marks: readonly PlacedMark[];
  /** Of a sequence: one below each participant, which its messages cross. */
  readonly lifelines: readonly { readonly from: Cell; readonly to: Cell }[];
  readonly width: number;
  readonly height: number;
  readonly crossings: number;
  /** Edges that point up, or to the left. */
  readonly backward: number;
}

/** Where the text of a mark begins, and what it takes. */
export function textOfMark({ x, y, height, lines }: PlacedMark): Box {
  return { x: x + 2, y, width: Math.max(...lines.map(width)), height };
}

/** The ends and the turns of an edge. */
export function turns({ pieces }: PlacedEdge): Cell[] {
  return withoutStraight(pieces.flatMap((piece) => piece.points));
}

/** Points without those at which a line only goes on. */
export function withoutStraight(points: readonly Cell[]): Cell[] {
  const kept: Cell[] = [];
  for (const point of points) {
    const [before, last] = [kept.at(-2), kept.at(-1)];
    if (last?.x === point.x && last.y === point.y) continue;
    const isOn = (axis: 'x' | 'y') => before?.[axis] === last?.[axis] && last?.[axis] === point[axis];
    if (before !== undefined && (isOn('x') || isOn('y'))) kept.pop();
    kept.push(point);
  }
  return kept;
}
