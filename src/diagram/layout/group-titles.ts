import { width } from '../../text/width.ts';
import { type Box, type PlacedEdge, type PlacedGroup, turns } from './picture.ts';

/** From the corner of a border to the title in it. */
const MARGIN = 2;

/** Puts the titles of groups where no line goes through their border: the upper one, or else the lower one. */
export function withTitles(
  groups: readonly (Box & { readonly label: string })[],
  edges: readonly PlacedEdge[],
): PlacedGroup[] {
  return groups.map((group) => {
    const rows = [group.y, group.y + group.height - 1];
    const found = rows.flatMap((y) => {
      const x = freeColumn(group, new Set(edges.flatMap((edge) => crossedColumns(edge, y))));
      return x === undefined ? [] : [{ x, y }];
    });
    return { ...group, title: found[0] ?? { x: group.x + MARGIN, y: group.y }, isCrossed: found.length === 0 };
  });
}

function freeColumn(
  { x, width: columns, label }: Box & { readonly label: string },
  crossed: ReadonlySet<number>,
): number | undefined {
  const wide = width(label);
  let free = 0;
  for (let column = x + 1; column < x + columns - 1; column++) {
    free = crossed.has(column) ? 0 : free + 1;
    if (free === wide + 2) return column - wide;
  }
  return undefined;
}

function crossedColumns(edge: PlacedEdge, row: number): number[] {
  const points = turns(edge);
  return points.flatMap((point, index) => {
    const next = points[index + 1];
    if (next === undefined || next.x !== point.x) return [];
    return Math.min(point.y, next.y) <= row && row <= Math.max(point.y, next.y) ? [point.x] : [];
  });
}
