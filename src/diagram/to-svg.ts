import type { Graph } from './graph.ts';
import { isTooLarge, roomyPicture } from './layout/fit.ts';
import { UNICODE } from './picture/glyphs.ts';
import { paint } from './picture/paint.ts';
import { drawSvg } from './svg/draw-svg.ts';
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
  const picture = isTooLarge(graph) ? undefined : roomyPicture(graph);
  if (picture === undefined) return undefined;
  const rows = paint(picture, UNICODE);
  return showsAll({ rows, picture, glyphs: UNICODE, graph }) ? drawSvg(picture, { title, graph }) : undefined;
}
