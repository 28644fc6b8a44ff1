import { graphemes, width } from '../../text/width.ts';
import {
  type Box,
  type Cell,
  type Picture,
  type PlacedEdge,
  type PlacedGroup,
  type PlacedMark,
  type PlacedNode,
  textOfMark,
  turns,
} from '../layout/picture.ts';
import { EAST, type Frame, type Glyphs, NORTH, opposite, SIDES, type Side, SOUTH, WEST } from './glyphs.ts';

interface Line {
  readonly id: string;
  sides: number;
  readonly isDashed: boolean;
}

/** The rows of a picture, without spaces at their ends. Where two lines cross, the one that goes down is on top. */
export function paint(picture: Picture, glyphs: Glyphs): string[] {
  return new Painter(picture, glyphs).rows();
}

class Painter {
  readonly #picture: Picture;
  readonly #glyphs: Glyphs;
  /** A character of two columns is followed by an empty one. */
  readonly #cells: string[][];
  readonly #lines = new Map<string, Line[]>();
  readonly #boxes: ReadonlyMap<string, PlacedNode>;

  constructor(picture: Picture, glyphs: Glyphs) {
    this.#picture = picture;
    this.#glyphs = glyphs;
    this.#cells = Array.from({ length: picture.height }, () => new Array<string>(picture.width).fill(' '));
    this.#boxes = new Map(picture.nodes.map((placed) => [placed.node.id, placed]));
  }

  rows(): string[] {
    const { nodes, edges, groups, lifelines, marks } = this.#picture;
    for (const group of groups) this.#group(group);
    for (const { from, to } of lifelines)
      for (let y = from.y; y <= to.y; y++) this.#put({ x: from.x, y }, this.#glyphs.lifeline);
    for (const mark of marks) this.#mark(mark);
    for (const edge of edges) this.#trace(edge);
    this.#strokes();
    for (const node of nodes) this.#box(node);
    for (const edge of edges) this.#ends(edge);
    for (const { label } of edges) {
      if (label === undefined) continue;
      if (lifelines.length > 0) this.#clear(label);
      this.#text(label, label.lines);
    }
    return this.#cells.map((row) => row.join('').trimEnd());
  }

  #group(group: PlacedGroup): void {
    this.#frame(group, this.#glyphs.group);
    this.#write({ x: group.title.x - 1, y: group.title.y }, ` ${group.label} `);
  }

  /** A note stands alone; a frame begins, goes on and ends with a line. */
  #mark(mark: PlacedMark): void {
    const { across } = this.#glyphs.group;
    if (mark.kind !== 'note') for (let x = mark.x; x < mark.x + mark.width; x++) this.#put({ x, y: mark.y }, across);
    const text = textOfMark(mark);
    this.#clear(text);
    mark.lines.forEach((line, row) => {
      this.#write({ x: text.x - 1, y: text.y + row }, ` ${line} `);
    });
  }

  #box(placed: PlacedNode): void {
    const { x, y, width: columns, height } = placed;
    this.#clear({ x: x + 1, y: y + 1, width: columns - 2, height: height - 2 });
    this.#frame(placed, this.#glyphs.frames[placed.node.shape]);
    const top = y + 1 + Math.floor((height - 2 - placed.lines.length) / 2);
    this.#text({ x: x + 1, y: top, width: columns - 2, height: placed.lines.length }, placed.lines);
  }

  #frame({ x, y, width: columns, height }: Box, { corners, across, down }: Omit<Frame, 'exits'>): void {
    const [right, bottom] = [x + columns - 1, y + height - 1];
    for (let column = x; column <= right; column++)
      for (const row of [y, bottom]) this.#put({ x: column, y: row }, across);
    for (let row = y; row <= bottom; row++) for (const column of [x, right]) this.#put({ x: column, y: row }, down);
    this.#put({ x, y }, corners[0]);
    this.#put({ x: right, y }, corners[1]);
    this.#put({ x: right, y: bottom }, corners[2]);
    this.#put({ x, y: bottom }, corners[3]);
  }

  #trace({ edge, pieces }: PlacedEdge): void {
    const isDashed = edge.style !== 'call';
    const points = pieces.flatMap((piece) => piece.points.map((cell) => ({ cell, line: piece.line })));
    points.forEach((point, index) => {
      const next = points[index + 1];
      if (next === undefined) return;
      const step = { x: Math.sign(next.cell.x - point.cell.x), y: Math.sign(next.cell.y - point.cell.y) };
      const side = sideOf(step);
      for (let at = point.cell; at.x !== next.cell.x || at.y !== next.cell.y; ) {
        this.#touch(at, { id: point.line, sides: side, isDashed });
        at = { x: at.x + step.x, y: at.y + step.y };
        const isNext = at.x === next.cell.x && at.y === next.cell.y;
        this.#touch(at, { id: isNext ? next.line : point.line, sides: opposite(side), isDashed });
      }
    });
    if (this.#picture.lifelines.length > 0) return;
    for (const [point, id] of [
      [points[0], edge.from],
      [points.at(-1), edge.to],
    ] as const) {
      const box = this.#boxes.get(id);
      if (point === undefined || box === undefined) continue;
      this.#touch(point.cell, { id: point.line, sides: sideTowards(point.cell, box), isDashed });
    }
  }

  #touch({ x, y }: Cell, line: Line): void {
    const key = `${x} ${y}`;
    const lines = this.#lines.get(key) ?? [];
    const own = lines.find(({ id }) => id === line.id);
    if (own === undefined) this.#lines.set(key, [...lines, { ...line }]);
    else own.sides |= line.sides;
  }

  #strokes(): void {
    for (const [key, lines] of this.#lines) {
      const [x = 0, y = 0] = key.split(' ').map(Number);
      const top = lines.find(({ sides }) => sides !== (EAST | WEST)) ?? lines[0];
      if (top !== undefined)
        this.#put({ x, y }, (top.isDashed ? this.#glyphs.dashed : this.#glyphs.solid)[top.sides] ?? ' ');
    }
  }

  #ends(placed: PlacedEdge): void {
    const { edge } = placed;
    const points = turns(placed);
    const { heads, style } = edge;
    if (this.#picture.lifelines.length > 0) {
      this.#headOfMessage(points.at(-2), points.at(-1), edge);
      if (heads === 'both') this.#headOfMessage(points[1], points[0], edge);
      return;
    }
    this.#end(points[0], edge.from, heads === 'both' ? style : undefined);
    this.#end(points.at(-1), edge.to, heads === 'none' ? undefined : style);
  }

  #headOfMessage(before: Cell | undefined, point: Cell | undefined, { style, isLost }: PlacedEdge['edge']): void {
    if (before === undefined || point === undefined) return;
    const index = SIDES.indexOf(sideOf({ x: point.x - before.x, y: 0 }));
    this.#put(point, isLost === true ? this.#glyphs.lost : (this.#glyphs.heads[style][index] ?? ' '));
  }

  /** A head that points at a box, or the place in its frame where a line leaves. */
  #end(point: Cell | undefined, id: string, head: PlacedEdge['edge']['style'] | undefined): void {
    const box = this.#boxes.get(id);
    if (point === undefined || box === undefined) return;
    const side = sideTowards(point, box);
    const index = SIDES.indexOf(side);
    if (head !== undefined) this.#put(point, this.#glyphs.heads[head][index] ?? ' ');
    else {
      const step = stepOf(side);
      const exit = this.#glyphs.frames[box.node.shape].exits[(index + 2) % SIDES.length] ?? ' ';
      this.#put({ x: point.x + step.x, y: point.y + step.y }, exit);
    }
  }

  /** Lines of text, each in the middle of the box. */
  #text({ x, y, width: columns }: Box, lines: readonly string[]): void {
    lines.forEach((line, row) => {
      this.#write({ x: x + Math.floor((columns - width(line)) / 2), y: y + row }, line);
    });
  }

  #clear({ x, y, width: columns, height }: Box): void {
    for (let row = y; row < y + height; row++) this.#write({ x, y: row }, ' '.repeat(columns));
  }

  #write({ x, y }: Cell, text: string): void {
    let column = x;
    for (const { segment } of graphemes(text)) {
      const columns = width(segment);
      this.#put({ x: column, y }, segment);
      for (let rest = 1; rest < columns; rest++) this.#put({ x: column + rest, y }, '');
      column += columns;
    }
  }

  #put({ x, y }: Cell, text: string): void {
    const row = this.#cells[y];
    if (row !== undefined && x >= 0 && x < row.length) row[x] = text;
  }
}

function sideOf({ x, y }: Cell): Side {
  if (x !== 0) return x > 0 ? EAST : WEST;
  return y > 0 ? SOUTH : NORTH;
}

function stepOf(side: Side): Cell {
  return { x: side === EAST ? 1 : side === WEST ? -1 : 0, y: side === SOUTH ? 1 : side === NORTH ? -1 : 0 };
}

function sideTowards(point: Cell, { x, y, height }: Box): Side {
  if (point.y < y) return SOUTH;
  if (point.y >= y + height) return NORTH;
  return point.x < x ? EAST : WEST;
}
