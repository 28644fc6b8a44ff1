import type { Edge } from '../graph.ts';
import { type Box, type Picture, textOfMark } from '../layout/picture.ts';
import { Cells } from './cells.ts';
import { EAST, type Glyphs, NORTH, SOUTH, WEST } from './glyphs.ts';

/** A stretch of a row from one lifeline to the next but one, or out from one and back. */
interface Run {
  readonly y: number;
  readonly first: number;
  readonly last: number;
  readonly glyphs: string;
}

/**
 * The messages that somebody sees between the lifelines of a painted sequence, from above to below. `undefined` where a
 * text is damaged or a line leads from or to no lifeline.
 */
export function readBackSequence(rows: readonly string[], picture: Picture, glyphs: Glyphs): Edge[] | undefined {
  const cells = new Cells(rows);
  const texts: [Box, string][] = [
    ...picture.nodes.map(({ node, x, y, width, height }): [Box, string] => {
      return [{ x: x + 1, y: y + 1, width: width - 2, height: height - 2 }, node.label];
    }),
    ...picture.edges.flatMap(({ edge, label }): [Box, string][] =>
      label === undefined ? [] : [[label, edge.label ?? '']],
    ),
    ...picture.marks.map((mark): [Box, string] => [textOfMark(mark), mark.lines.join('')]),
  ];
  const plain = (lines: readonly string[]) => squeezed(lines).replaceAll(glyphs.group.across, '');
  if (texts.some(([box, text]) => plain(cells.rows(box)) !== plain([text]))) return undefined;
  const edges = runsOf(cells, picture, glyphs).map((run) => messageOf(run, picture, glyphs));
  return edges.every((edge) => edge !== undefined)
    ? edges.flatMap((edge) => (edge === 'none' ? [] : [edge]))
    : undefined;
}

function runsOf(cells: Cells, picture: Picture, glyphs: Glyphs): Run[] {
  const drawn = new Set([...glyphs.solid, ...glyphs.dashed].filter((_, sides) => (sides & (EAST | WEST)) !== 0));
  for (const [, right, , left] of Object.values(glyphs.heads)) drawn.add(right).add(left);
  drawn.add(glyphs.lost);
  const runs: Run[] = [];
  for (let y = picture.lifelines[0]?.from.y ?? picture.height; y < picture.height; y++) {
    const isText = (x: number) =>
      picture.edges.some(({ label }) => label !== undefined && isIn(label, x, y)) ||
      picture.marks.some((mark) => isIn(mark, x, y));
    for (let x = 0; x < picture.width; x++) {
      let text = '';
      for (let at = x; at < picture.width && !isText(at) && drawn.has(cells.at({ x: at, y })); at++)
        text += cells.at({ x: at, y });
      if (text !== '') runs.push({ y, first: x, last: x + text.length - 1, glyphs: text });
      x += text.length;
    }
  }
  return runs;
}

/** `'none'` for the upper half of a message to oneself, which its lower half ends. */
function messageOf(run: Run, picture: Picture, glyphs: Glyphs): Edge | 'none' | undefined {
  const at = (x: number) => picture.nodes[picture.lifelines.findIndex(({ from }) => from.x === x)]?.node.id;
  const left = at(run.first - 1);
  const [, rightHeads, , leftHeads] = [0, 1, 2, 3].map((side) =>
    Object.values(glyphs.heads).map((heads) => heads[side]),
  );
  const turnsBack = isCorner(run.glyphs.slice(-1), glyphs);
  const right = turnsBack ? left : at(run.last + 1);
  const isLostAt = (glyph: string) => glyph === glyphs.lost;
  const [first, last] = [run.glyphs.slice(0, 1), run.glyphs.slice(-1)];
  const isHeadLeft = leftHeads?.includes(first) === true || isLostAt(first);
  const isHeadRight = rightHeads?.includes(last) === true || isLostAt(last);
  const lost = isLostAt(first) || isLostAt(last) ? { isLost: true as const } : {};
  if (left === undefined || right === undefined) return undefined;
  if (turnsBack && !isHeadLeft) return 'none';
  if (!isHeadLeft && !isHeadRight) return undefined;
  const [from, to] = isHeadRight ? [left, right] : [right, left];
  const label = picture.edges.find(({ label: box }) => box !== undefined && isLabelOf(box, run, turnsBack))?.edge.label;
  const heads = isHeadLeft && isHeadRight ? 'both' : 'to';
  return { from, to, style: styleOf(run, glyphs), heads, ...lost, ...(label === undefined ? {} : { label }) };
}

function isCorner(glyph: string, { solid }: Glyphs): boolean {
  return [NORTH | WEST, SOUTH | WEST].some((sides) => solid[sides] === glyph);
}

/** A reply has a dashed line, a message a dashed line and a hollow head; ASCII shows the line only. */
function styleOf(run: Run, glyphs: Glyphs): Edge['style'] {
  const isDashed = [...run.glyphs].some((glyph) => glyphs.dashed.includes(glyph) && !glyphs.solid.includes(glyph));
  const isHollow = [...run.glyphs].some(
    (glyph) => glyphs.heads.message.includes(glyph) && !glyphs.heads.call.includes(glyph),
  );
  return isHollow ? 'message' : isDashed ? 'reply' : 'call';
}

function isLabelOf(label: Box, run: Run, turnsBack: boolean): boolean {
  if (turnsBack)
    return label.x === run.last + 2 && label.y <= run.y && run.y <= label.y + Math.max(label.height, 2) - 1;
  return label.y + label.height === run.y && label.x >= run.first - 1 && label.x + label.width <= run.last + 2;
}

function isIn(box: Box, x: number, y: number): boolean {
  return x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height;
}

function squeezed(lines: readonly string[]): string {
  return lines.join('').replaceAll(' ', '');
}
