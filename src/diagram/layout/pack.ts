import type { Cell, Picture } from './picture.ts';

const BESIDE = 4;
const BELOW = 1;

/** Several pictures as one: side by side as long as the width allows, then below each other. */
export function packPictures(pictures: readonly Picture[], width: number): Picture {
  const [only] = pictures;
  if (only !== undefined && pictures.length === 1) return only;
  let at: Cell = { x: 0, y: 0 };
  let below = 0;
  let packed: Picture = {
    nodes: [],
    edges: [],
    groups: [],
    marks: [],
    lifelines: [],
    width: 0,
    height: 0,
    crossings: 0,
    backward: 0,
  };
  pictures.forEach((picture, index) => {
    if (at.x > 0 && at.x + picture.width > width) at = { x: 0, y: below + BELOW };
    packed = joined(packed, moved(picture, at, index));
    below = Math.max(below, at.y + picture.height);
    at = { x: at.x + picture.width + BESIDE, y: at.y };
  });
  return packed;
}

function joined(a: Picture, b: Picture): Picture {
  return {
    nodes: [...a.nodes, ...b.nodes],
    edges: [...a.edges, ...b.edges],
    groups: [...a.groups, ...b.groups],
    marks: [...a.marks, ...b.marks],
    lifelines: [...a.lifelines, ...b.lifelines],
    width: Math.max(a.width, b.width),
    height: Math.max(a.height, b.height),
    crossings: a.crossings + b.crossings,
    backward: a.backward + b.backward,
  };
}

function moved(picture: Picture, by: Cell, index: number): Picture {
  const move = <T extends Cell>(cell: T): T => ({ ...cell, x: cell.x + by.x, y: cell.y + by.y });
  return {
    nodes: picture.nodes.map(move),
    edges: picture.edges.map(({ edge, pieces, label }) => ({
      edge,
      pieces: pieces.map(({ points, line }) => ({ points: points.map(move), line: `${index} ${line}` })),
      label: label === undefined ? undefined : move(label),
    })),
    groups: picture.groups.map((group) => ({ ...move(group), title: move(group.title) })),
    marks: picture.marks.map(move),
    lifelines: picture.lifelines.map(({ from, to }) => ({ from: move(from), to: move(to) })),
    width: picture.width + by.x,
    height: picture.height + by.y,
    crossings: picture.crossings,
    backward: picture.backward,
  };
}
