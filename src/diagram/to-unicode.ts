import { wrap } from '../text/wrap.ts';
import type { Graph } from './graph.ts';
import { fitPicture, isTooLarge } from './layout/fit.ts';
import type { Picture } from './layout/picture.ts';
import { ASCII, type Glyphs, UNICODE } from './picture/glyphs.ts';
import { paint } from './picture/paint.ts';
import { readBack } from './picture/read-back.ts';
import { readBackSequence } from './picture/read-back-sequence.ts';
import { sameEdges } from './picture/same-edges.ts';
import { titledGraphs } from './sections.ts';
import type { TextOptions } from './text-options.ts';
import { toList } from './to-list.ts';

/**
 * `too wide`: a list serves better. `incomplete`: what can be read from the picture is not what was written, so it is
 * not shown; the source serves better.
 */
export type UnicodeDrawing =
  | { readonly rows: readonly string[]; readonly reason?: undefined }
  | { readonly rows?: undefined; readonly reason: 'too wide' | 'incomplete' };

/**
 * A picture for the terminal, in the direction and with the spacing that suit the width; one below each title, and words
 * where some of them do not fit. Rows end without spaces.
 */
export function toUnicode(graph: Graph, options: TextOptions): UnicodeDrawing {
  const drawn = titledGraphs(graph).map((part) => ({ ...part, drawing: drawPart(part.graph, options) }));
  const reasons = drawn.map(({ drawing }) => drawing.reason);
  if (reasons.includes('incomplete')) return { reason: 'incomplete' };
  if (reasons.every((reason) => reason === 'too wide')) return { reason: 'too wide' };
  const rows = drawn.flatMap(({ title, graph: part, drawing }, index) => [
    ...(index === 0 ? [] : ['']),
    ...(title === undefined ? [] : [...wrap(title, options.width), '']),
    ...(drawing.rows ?? toList(part, options)),
  ]);
  return { rows };
}

function drawPart(graph: Graph, { width, ascii }: TextOptions): UnicodeDrawing {
  const picture = isTooLarge(graph) ? undefined : fitPicture(graph, width);
  if (picture === undefined) return { reason: 'too wide' };
  const glyphs = ascii ? ASCII : UNICODE;
  const rows = paint(picture, glyphs);
  return showsAll({ rows, picture, glyphs, graph }) ? { rows } : { reason: 'incomplete' };
}

interface Painted {
  readonly rows: readonly string[];
  readonly picture: Picture;
  readonly glyphs: Glyphs;
  readonly graph: Graph;
}

/** Whether all edges, and no others, can be read from painted rows, and every box is there. */
export function showsAll({ rows, picture, glyphs, graph }: Painted): boolean {
  const isSequence = graph.kind === 'sequence';
  const seen = (isSequence ? readBackSequence : readBack)(rows, picture, glyphs);
  if (seen === undefined || picture.nodes.length !== graph.nodes.length) return false;
  if (!isSequence) return sameEdges(seen, graph.edges);
  // ASCII has one kind of head, so a message looks like a reply.
  const shown = graph.edges.map((edge) =>
    glyphs === ASCII && edge.style === 'message' ? { ...edge, style: 'reply' as const } : edge,
  );
  return (
    sameEdges(seen, shown) && seen.every((edge, index) => edge.from === shown[index]?.from || edge.heads === 'both')
  );
}
