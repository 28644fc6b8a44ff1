import type { Cell } from '../layout/picture.ts';

const ROUND = 6;
const HEAD = { length: 9, half: 4.5 };

/** A path through points, its turns rounded. */
export function roundedPath(points: readonly Cell[]): string {
  return points
    .map((point, index) => {
      const before = points[index - 1];
      const after = points[index + 1];
      if (before === undefined) return `M${at(point)}`;
      if (after === undefined) return `L${at(point)}`;
      const round = Math.min(ROUND, distance(before, point) / 2, distance(point, after) / 2);
      return `L${at(towards(point, before, round))}Q${at(point)} ${at(towards(point, after, round))}`;
    })
    .join('');
}

/** A head whose tip is the last of two points. */
export function headPoints(before: Cell, tip: Cell): Cell[] {
  const back = towards(tip, before, HEAD.length);
  const side = {
    x: ((tip.y - before.y) / distance(before, tip)) * HEAD.half,
    y: ((before.x - tip.x) / distance(before, tip)) * HEAD.half,
  };
  return [{ x: back.x + side.x, y: back.y + side.y }, tip, { x: back.x - side.x, y: back.y - side.y }];
}

/** A cross before the tip, the last of two points. */
export function crossPath(before: Cell, tip: Cell): string {
  const { x, y } = towards(tip, before, HEAD.length);
  const by = HEAD.half;
  return `M${at({ x: x - by, y: y - by })}L${at({ x: x + by, y: y + by })}M${at({ x: x - by, y: y + by })}L${at({ x: x + by, y: y - by })}`;
}

/** A point, for an attribute. */
export function at({ x, y }: Cell): string {
  return `${round(x)} ${round(y)}`;
}

function towards(from: Cell, to: Cell, by: number): Cell {
  const share = by / Math.max(1, distance(from, to));
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

function distance(a: Cell, b: Cell): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
