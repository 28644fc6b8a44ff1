import { drawnSentences } from '../components.ts';
import type { Graph } from '../graph.ts';
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
  withoutStraight,
} from '../layout/picture.ts';
import { drawnWidth, escapeXml } from './letters.ts';
import { outline, type Rect } from './outline.ts';
import { at, crossPath, headPoints, roundedPath } from './route.ts';
import { STYLE } from './style.ts';

/** Pixels of a cell. */
const COLUMN = 8;
const ROW = 18;
const MARGIN = 16;
const NODE_FONT = 13;
const LABEL_FONT = 12;
const LABEL_ROW = 15;
const TITLE_FONT = 15;
const TITLE_ROW = 30;
const FIGURE_GAP = 28;
/** The lid of a cylinder moves its text off the middle. */
const SHIFT = 3;

interface Subject {
  readonly title: string;
  readonly graph: Graph;
}

/** A picture and what stands above it. */
export interface Figure {
  readonly title: string | undefined;
  readonly picture: Picture;
}

/** Pictures as one `<svg>`, below each other; lines run through the middles of their cells. */
export function drawSvg(figures: readonly Figure[], { title, graph }: Subject): string {
  const width = Math.max(...figures.map(figureWidth)) + 2 * MARGIN;
  const stacked: string[] = [];
  let y = MARGIN;
  for (const { title: own, picture } of figures) {
    if (own !== undefined) {
      stacked.push(`<text class="title" x="${MARGIN}" y="${y + TITLE_ROW / 2}">${escapeXml(own)}</text>`);
      y += TITLE_ROW;
    }
    stacked.push(`<g class="picture" transform="translate(${MARGIN} ${y})">`, ...pictureParts(picture), '</g>');
    y += picture.height * ROW + FIGURE_GAP;
  }
  const height = y - FIGURE_GAP + MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="sdi-diagram" role="img" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<title>${escapeXml(title)}</title>`,
    `<desc>${escapeXml(`${drawnSentences(graph).join('. ')}.`)}</desc>`,
    `<style>${STYLE}</style>`,
    `<rect class="card" width="${width}" height="${height}" rx="8"/>`,
    ...stacked,
    '</svg>\n',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function figureWidth({ title, picture }: Figure): number {
  return Math.ceil(Math.max(picture.width * COLUMN, drawnWidth(title ?? '', TITLE_FONT)));
}

function pictureParts(picture: Picture): string[] {
  return [
    ...picture.groups.map(group),
    ...picture.lifelines.map(
      ({ from, to }) =>
        `<path class="lifeline" d="M${at({ x: middle(from).x, y: middle(from).y - ROW })}V${middle(to).y}"/>`,
    ),
    ...picture.marks.map(mark),
    ...picture.edges.map((edge) => line(edge, picture)),
    ...picture.nodes.map(node),
    ...picture.edges.map(label),
  ];
}

function group(placed: PlacedGroup): string {
  const { x, y, width, height } = frame(placed);
  const title = middle(placed.title);
  const text = `<text class="halo" x="${title.x - COLUMN / 2}" y="${title.y}">${escapeXml(placed.label)}</text>`;
  return `<g class="group"><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="8"/>${text}</g>`;
}

/** A line across a sequence, with its text at the beginning; a note has none. */
function mark(placed: PlacedMark): string {
  const { x, y } = middle(placed);
  const rule = placed.kind === 'note' ? '' : `<path d="M${at({ x, y })}H${x + (placed.width - 1) * COLUMN}"/>`;
  const first = middle(textOfMark(placed));
  const texts = placed.lines.map(
    (text, row) =>
      `<text class="halo" x="${first.x - COLUMN / 2}" y="${first.y + row * ROW}">${escapeXml(text)}</text>`,
  );
  return `<g class="mark ${placed.kind}">${rule}${texts.join('')}</g>`;
}

function node(placed: PlacedNode): string {
  const rect = frame(placed);
  const room = rect.width - COLUMN;
  const shape = placed.node.shape;
  const centre = {
    x: rect.x + rect.width / 2 - (shape === 'queue' ? SHIFT : 0),
    y: rect.y + rect.height / 2 + (shape === 'store' ? SHIFT : 0),
  };
  const rows = texts(placed.lines, centre, { room, font: NODE_FONT, row: ROW - 2 });
  return `<g class="node ${shape}">${outline(shape, rect)}${rows}</g>`;
}

/** From frame to frame: the ends are longer by the way from a cell's middle to the frame beside it. */
function line(edge: PlacedEdge, picture: Picture): string {
  const points = ends(edge, picture);
  const { style, heads } = edge.edge;
  const tips = [
    ...(heads === 'none' ? [] : [[points.at(-2), points.at(-1)]]),
    ...(heads === 'both' ? [[points[1], points[0]]] : []),
  ];
  const drawn = tips.map(([before, tip]) => {
    if (before === undefined || tip === undefined) return '';
    if (edge.edge.isLost === true) return `<path class="head" d="${crossPath(before, tip)}"/>`;
    const shape = headPoints(before, tip).map(at).join('L');
    return `<path class="head" d="M${shape}${style === 'message' ? '' : 'Z'}"/>`;
  });
  return `<g class="edge ${style}"><path class="line" d="${roundedPath(points)}"/>${drawn.join('')}</g>`;
}

function ends(edge: PlacedEdge, { nodes, lifelines }: Picture): Cell[] {
  const points = turns(edge).map(middle);
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return [];
  const reach = (point: Cell, id: string): Cell => {
    if (lifelines.length > 0) {
      const near = lifelines.map(({ from }) => middle(from).x).filter((x) => Math.abs(x - point.x) <= COLUMN);
      return { x: near[0] ?? point.x, y: point.y };
    }
    const placed = nodes.find((each) => each.node.id === id);
    return placed === undefined ? point : clamp(point, frame(placed));
  };
  return withoutStraight([reach(first, edge.edge.from), ...points, reach(last, edge.edge.to)]);
}

function label({ edge, label: placed }: PlacedEdge): string {
  if (placed === undefined) return '';
  const { x, y, width, height } = placed;
  const centre = { x: (x + width / 2) * COLUMN, y: (y + height / 2) * ROW };
  const rows = texts(placed.lines, centre, { room: width * COLUMN, font: LABEL_FONT, row: LABEL_ROW });
  return `<g class="edge ${edge.style}">${rows.replaceAll('<text', '<text class="halo"')}</g>`;
}

interface TextStyle {
  /** Pixels that a row may take; a wider one is drawn narrower. */
  readonly room: number;
  readonly font: number;
  readonly row: number;
}

function texts(lines: readonly string[], centre: Cell, { room, font, row }: TextStyle): string {
  return lines
    .map((text, index) => {
      const y = centre.y + (index - (lines.length - 1) / 2) * row;
      const squeezed = drawnWidth(text, font) > room ? ` textLength="${room}" lengthAdjust="spacingAndGlyphs"` : '';
      return `<text x="${centre.x}" y="${y}"${squeezed}>${escapeXml(text)}</text>`;
    })
    .join('');
}

function frame({ x, y, width, height }: Box): Rect {
  const { x: left, y: top } = middle({ x, y });
  return { x: left, y: top, width: (width - 1) * COLUMN, height: (height - 1) * ROW };
}

function middle({ x, y }: Cell): Cell {
  return { x: x * COLUMN + COLUMN / 2, y: y * ROW + ROW / 2 };
}

function clamp({ x, y }: Cell, rect: Rect): Cell {
  return {
    x: Math.min(Math.max(x, rect.x), rect.x + rect.width),
    y: Math.min(Math.max(y, rect.y), rect.y + rect.height),
  };
}
