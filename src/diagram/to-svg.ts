import type { Graph } from './graph.ts';
import { isTooLarge, roomyPicture } from './layout/fit.ts';
import { UNICODE } from './picture/glyphs.ts';
import { paint } from './picture/paint.ts';
import { titledGraphs } from './sections.ts';
import { drawSvg, type Figure } from './svg/draw-svg.ts';
import { showsAll } from './to-unicode.ts';

export interface SvgOptions {
  /** What the picture is called by programs that read the page aloud. */
  readonly title: string;
}

/**
 * A whole `<svg>` that needs nothing from outside and holds no script; light or dark as the reader prefers. Undefined
 * where the diagram is too large, or where not all that was written can be read from the picture.
 */
export function toSvg(graph: Graph, { title }: SvgOptions): string | undefined {
  const figures: Figure[] = [];
  for (const part of titledGraphs(graph)) {
    const picture = isTooLarge(part.graph) ? undefined : roomyPicture(part.graph);
    if (picture === undefined) return undefined;
    const rows = paint(picture, UNICODE);
    if (!showsAll({ rows, picture, glyphs: UNICODE, graph: part.graph })) return undefined;
    figures.push({ title: part.title, picture });
  }
  return drawSvg(figures, { title, graph });
}
