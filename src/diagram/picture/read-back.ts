import type { Edge } from '../graph.ts';
import type { Box, Cell, Picture } from '../layout/picture.ts';
import { Cells } from './cells.ts';
import { EAST, type Glyphs, NORTH, opposite, SIDES, type Side, SOUTH, WEST } from './glyphs.ts';

/** Where a line ends at a box: with a head that points at it, or out of its frame. */
interface Terminal {
  readonly node: string;
  readonly cell: Cell;
  /** The side of the box. */
  readonly side: Side;
  readonly head: readonly Edge['style'][];
}

interface Reached {
  readonly terminal: Terminal;
  readonly label: string | undefined;
  readonly isDashed: boolean;
}

/**
 * The edges that somebody sees who follows the lines of a painted flow from box to box. Of the picture, only the places
 * of boxes and labels are used; `undefined` where a text is damaged or a line cannot be followed.
 */
export function readBack(rows: readonly string[], picture: Picture, glyphs: Glyphs): Edge[] | undefined {
  return new Reader(rows, picture, glyphs).edges();
}

class Reader {
  readonly #cells: Cells;
  readonly #picture: Picture;
  readonly #glyphs: Glyphs;
  readonly #sides: ReadonlyMap<string, number>;
  readonly #dashes: ReadonlySet<string>;
  readonly #terminals = new Map<string, Terminal>();
  /** The texts on the lines, by their cells. */
  readonly #labels = new Map<string, string>();

  constructor(rows: readonly string[], picture: Picture, glyphs: Glyphs) {
    this.#cells = new Cells(rows);
    this.#picture = picture;
    this.#glyphs = glyphs;
    const sides = new Map<string, number>();
    for (const set of [glyphs.solid, glyphs.dashed]) {
      set.forEach((glyph, bits) => {
        if (bits !== 0) sides.set(glyph, (sides.get(glyph) ?? 0) | bits);
      });
    }
    this.#sides = sides;
    this.#dashes = new Set(glyphs.dashed.filter((glyph) => glyph !== ' ' && !glyphs.solid.includes(glyph)));
    for (const { edge, label } of picture.edges) {
      if (label === undefined) continue;
      for (const cell of cellsOf(label)) this.#labels.set(key(cell), edge.label ?? '');
    }
    for (const box of picture.nodes) this.#findTerminals(box.node.id, box);
  }

  edges(): Edge[] | undefined {
    if (!this.#textsAreWhole()) return undefined;
    const edges: Edge[] = [];
    const done = new Set<string>();
    const starts = [...this.#terminals.values()].sort((a, b) => a.head.length - b.head.length);
    for (const start of starts) {
      if (done.has(key(start.cell))) continue;
      const reached = this.#follow(start);
      for (const { terminal } of [...reached, { terminal: start }]) done.add(key(terminal.cell));
      const read = edgesOf(start, reached);
      if (read === undefined) return undefined;
      edges.push(...read);
    }
    return edges;
  }

  #textsAreWhole(): boolean {
    const labels = this.#picture.edges.every(({ edge, label }) => {
      if (label === undefined) return edge.label === undefined;
      return this.#isText(label, edge.label ?? '');
    });
    const nodes = this.#picture.nodes.every(({ node, x, y, width, height }) => {
      const inside = { x: x + 1, y: y + 1, width: width - 2, height: height - 2 };
      return this.#isText(inside, node.label);
    });
    return labels && nodes;
  }

  /** Whatever the breaks between its lines; the line beside a short one is no part of a text. */
  #isText(box: Box, text: string): boolean {
    const squeezed = (rows: readonly string[]) =>
      [...rows.join('')].filter((glyph) => glyph !== ' ' && !this.#sides.has(glyph));
    return squeezed(this.#cells.rows(box)).join('') === squeezed([text]).join('');
  }

  #findTerminals(node: string, box: Box): void {
    for (const side of SIDES) {
      const index = SIDES.indexOf(side);
      const shape = this.#picture.nodes.find((placed) => placed.node.id === node)?.node.shape ?? 'box';
      for (const frame of sideCells(box, side)) {
        const beside = next(frame, side);
        const glyph = this.#cells.at(beside);
        if (this.#labels.has(key(beside)) && this.#cells.at(frame) !== this.#glyphs.frames[shape].exits[index])
          continue;
        const pointing = SIDES.indexOf(opposite(side));
        const head = (['call', 'message', 'reply'] as const).filter(
          (style) => this.#glyphs.heads[style][pointing] === glyph,
        );
        const isExit = this.#cells.at(frame) === this.#glyphs.frames[shape].exits[index];
        if (isExit) this.#terminals.set(key(frame), { node, cell: frame, side, head: [] });
        else if (head.length > 0 && !this.#labels.has(key(beside))) {
          this.#terminals.set(key(beside), { node, cell: beside, side, head });
        }
      }
    }
  }

  /** All ends of the line that starts at one. */
  #follow(start: Terminal): Reached[] {
    const reached: Reached[] = [];
    const seen = new Set<string>([key(start.cell)]);
    const stack = [{ cell: start.cell, side: start.side, label: undefined as string | undefined, isDashed: false }];
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const step = this.#step(at.cell, at.side);
      if (step === undefined || seen.has(key(step.cell))) continue;
      const label = step.label ?? at.label;
      const glyph = this.#cells.at(step.cell);
      const isDashed = at.isDashed || step.isDashed || this.#dashes.has(glyph);
      seen.add(key(step.cell));
      const terminal = this.#terminals.get(key(step.cell));
      if (terminal !== undefined) {
        reached.push({ terminal, label, isDashed });
        continue;
      }
      for (const side of SIDES) {
        if (side !== opposite(at.side) && ((this.#sides.get(glyph) ?? 0) & side) !== 0) {
          stack.push({ cell: step.cell, side, label, isDashed });
        }
      }
    }
    return reached;
  }

  /** From a cell to the next one of its line: straight through labels, and below lines that it crosses. */
  #step(from: Cell, side: Side): { cell: Cell; label?: string; isDashed: boolean } | undefined {
    let label: string | undefined;
    const isAcross = side === EAST || side === WEST;
    for (let cell = next(from, side); ; cell = next(cell, side)) {
      const passed = this.#labels.get(key(cell));
      if (passed !== undefined) {
        label = passed;
        continue;
      }
      const glyph = this.#cells.at(cell);
      const found = { cell, isDashed: false, ...(label === undefined ? {} : { label }) };
      const terminal = this.#terminals.get(key(cell));
      if (terminal !== undefined) return terminal.side === opposite(side) ? found : undefined;
      const sides = this.#sides.get(glyph) ?? 0;
      if ((sides & opposite(side)) !== 0) return found;
      const isCrossing = isAcross && sides === (NORTH | SOUTH);
      if (!isCrossing) return undefined;
    }
  }
}

/** Heads are reached from where a line leaves; two heads, or none, make one edge of both ends. */
function edgesOf(start: Terminal, reached: readonly Reached[]): Edge[] | undefined {
  const heads = reached.filter(({ terminal }) => terminal.head.length > 0);
  const [other] = reached;
  const isTree = start.head.length === 0 && heads.length === reached.length && heads.length > 0;
  if (isTree) return heads.map((end) => edgeTo(start, end, 'to'));
  if (other === undefined || reached.length > 1) return undefined;
  return [edgeTo(start, other, start.head.length > 0 ? 'both' : 'none')];
}

function edgeTo(start: Terminal, { terminal, label, isDashed }: Reached, heads: Edge['heads']): Edge {
  const styles = [...terminal.head, ...start.head];
  const isMessage = isDashed || (styles.includes('message') && !styles.includes('call'));
  const ends = { from: start.node, to: terminal.node, heads };
  return { ...ends, style: isMessage ? 'message' : 'call', ...(label === undefined ? {} : { label }) };
}

function key({ x, y }: Cell): string {
  return `${x} ${y}`;
}

function next({ x, y }: Cell, side: Side): Cell {
  return { x: x + (side === EAST ? 1 : side === WEST ? -1 : 0), y: y + (side === SOUTH ? 1 : side === NORTH ? -1 : 0) };
}

function cellsOf({ x, y, width, height }: Box): Cell[] {
  return Array.from({ length: width * height }, (_, at) => ({ x: x + (at % width), y: y + Math.floor(at / width) }));
}

/** The cells of a frame on one side, without the corners. */
function sideCells({ x, y, width, height }: Box, side: Side): Cell[] {
  if (side === NORTH || side === SOUTH) {
    const row = side === NORTH ? y : y + height - 1;
    return Array.from({ length: width - 2 }, (_, at) => ({ x: x + 1 + at, y: row }));
  }
  const column = side === WEST ? x : x + width - 1;
  return Array.from({ length: height - 2 }, (_, at) => ({ x: column, y: y + 1 + at }));
}
