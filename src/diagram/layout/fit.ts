import type { Graph } from '../graph.ts';
import { type FlowOptions, flowPicture } from './flow-picture.ts';
import { packPictures } from './pack.ts';
import { connectedParts } from './parts.ts';
import type { Picture } from './picture.ts';
import { sequencePicture } from './sequence-picture.ts';

/** Beyond this a picture helps nobody, and takes long. */
const MOST_NODES = 80;
const MOST_EDGES = 120;
const ROWS_PER_CROSSING = 3;
const ROWS_PER_BACKWARD = 3;
/** Tighter pictures are harder to read. */
const ROWS_PER_SET = 8;
const FEW_TANGLES = 12;

type Try = Omit<FlowOptions, 'layerColumns' | 'mostColumns'> & {
  /** Of the width, that a layer may take; the rest is for the lines past it. */
  readonly share: number;
};

const DOWN = { direction: 'down', isStacked: false, share: 1 } as const;
const RIGHT = { direction: 'right', isStacked: false, share: 1 } as const;
const ROOMY = { nodeColumns: 22, labelColumns: 18, gap: 3 };
const CLOSE = { nodeColumns: 14, labelColumns: 12, gap: 2 };
const TIGHT = { nodeColumns: 10, labelColumns: 10, gap: 1 };

/** From generous to tight. */
const TRIES: readonly (readonly Try[])[] = [
  [
    { ...DOWN, ...ROOMY },
    { ...RIGHT, ...ROOMY },
    { ...DOWN, ...ROOMY, isStacked: true },
  ],
  [
    { ...DOWN, ...ROOMY, share: 0.6 },
    { ...DOWN, ...ROOMY, share: 0.6, isStacked: true },
    { ...DOWN, ...CLOSE },
    { ...RIGHT, ...CLOSE },
    { ...DOWN, ...CLOSE, isStacked: true },
  ],
  [
    { ...DOWN, ...TIGHT },
    { ...DOWN, ...TIGHT, isStacked: true },
  ],
  [
    { ...DOWN, ...TIGHT, share: 0.6 },
    { ...DOWN, ...TIGHT, share: 0.6, isStacked: true },
    { ...DOWN, ...TIGHT, share: 0.4, isStacked: true },
  ],
];

const ROOMY_WIDTHS = [120, 160, 220, 320, 640, Number.POSITIVE_INFINITY];
const ROOMY_TRIES = 2;

export function isTooLarge({ nodes, edges }: Graph): boolean {
  return nodes.length > MOST_NODES || edges.length > MOST_EDGES;
}

/** The best picture of a graph that is at most `width` columns wide. */
export function fitPicture(graph: Graph, width: number): Picture | undefined {
  return fitParts(graph, width, TRIES);
}

/** A picture for where a page can be as wide as it wants, but had better not be. */
export function roomyPicture(graph: Graph): Picture | undefined {
  for (const width of ROOMY_WIDTHS) {
    const picture = fitParts(graph, width, TRIES.slice(0, ROOMY_TRIES));
    if (picture !== undefined) return picture;
  }
  return undefined;
}

function fitParts(graph: Graph, width: number, tries: typeof TRIES): Picture | undefined {
  if (graph.kind === 'sequence') return sequencePicture(graph, width);
  const pictures: Picture[] = [];
  for (const part of connectedParts(graph)) {
    const picture = fitPart(part, width, tries);
    if (picture === undefined) return undefined;
    pictures.push(picture);
  }
  return packPictures(pictures, width);
}

/** The best picture of the first set in which one fits; where it is tangled, one of the next set may be better. */
function fitPart(part: Graph, width: number, tries: typeof TRIES): Picture | undefined {
  let best: { readonly picture: Picture; readonly cost: number; readonly set: number } | undefined;
  for (const [set, options] of tries.entries()) {
    if (best !== undefined && (set > best.set + 1 || tangles(best.picture) <= FEW_TANGLES)) break;
    for (const { share, ...each } of options) {
      if (each.isStacked && part.groups.length < 2) continue;
      const picture = flowPicture(part, { ...each, layerColumns: Math.floor(width * share), mostColumns: width });
      if (picture === undefined) continue;
      const cost = picture.height + tangles(picture) + set * ROWS_PER_SET;
      if (best === undefined || cost < best.cost) best = { picture, cost, set };
    }
  }
  return best?.picture;
}

/** In rows: a crossing, or an arrow that points back, is as bad as some rows more. */
function tangles({ crossings, backward }: Picture): number {
  return ROWS_PER_CROSSING * crossings + ROWS_PER_BACKWARD * backward;
}
