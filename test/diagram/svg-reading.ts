import type { Graph } from '../../src/diagram/graph.ts';

interface Area {
  readonly label: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The edges that an SVG shows, by where its lines begin and end: `from to style heads`. */
export function edgesInSvg(svg: string, graph: Graph): string[] {
  const areas = areasOf(svg);
  const ids = new Map(graph.nodes.map(({ id, label }) => [label.replaceAll(' ', ''), id]));
  return [...svg.matchAll(/<g class="edge (\w+)"><path class="line" d="([^"]+)"\/>(.*?)<\/g>/g)].map((match) => {
    const [, style = '', path = '', heads = ''] = match;
    const points = pointsOf(path);
    const ends = [points[0], points.at(-1)].map((point) => ids.get(areaAt(areas, point, graph)?.label ?? ''));
    const count = heads.split('class="head"').length - 1;
    return `${ends.join(' ')} ${style} ${['none', 'to', 'both'][count]}`;
  });
}

/** All texts, without what stands for special characters. */
export function labelsInSvg(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => plainText(match[1] ?? ''));
}

function areasOf(svg: string): Area[] {
  return [...svg.matchAll(/<g class="node \w+">(.*?)<\/g>/g)].map(([, body = '']) => {
    const label = labelsInSvg(body).join('').replaceAll(' ', '');
    const rect = /<rect class="shape" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/.exec(body);
    if (rect !== null) {
      const [x = 0, y = 0, width = 0, height = 0] = rect.slice(1).map(Number);
      return { label, left: x, top: y, right: x + width, bottom: y + height };
    }
    // A cylinder: its outline goes round from corner to corner.
    const path = /<path class="shape" d="([^"]+)"/.exec(body)?.[1] ?? '';
    const xs: number[] = [];
    const ys: number[] = [];
    for (const [, command = '', numbers = ''] of path.matchAll(/([MAHVZ])([^MAHVZ]*)/g)) {
      const values = numbers
        .trim()
        .split(/[\s,]+/)
        .map(Number);
      if (command === 'H') xs.push(values[0] ?? 0);
      else if (command === 'V') ys.push(values[0] ?? 0);
      else if (command !== 'Z') {
        xs.push(values.at(-2) ?? 0);
        ys.push(values.at(-1) ?? 0);
      }
    }
    const bend = 5;
    return {
      label,
      left: Math.min(...xs) - bend,
      top: Math.min(...ys) - bend,
      right: Math.max(...xs) + bend,
      bottom: Math.max(...ys) + bend,
    };
  });
}

/** A line of a flow ends at a shape, one of a sequence below the middle of one. */
function areaAt(areas: readonly Area[], point: Point | undefined, { kind }: Graph): Area | undefined {
  if (point === undefined) return undefined;
  const slack = 1;
  if (kind === 'sequence') return areas.find(({ left, right }) => Math.abs((left + right) / 2 - point.x) <= 8);
  return areas.find(
    ({ left, right, top, bottom }) =>
      point.x >= left - slack && point.x <= right + slack && point.y >= top - slack && point.y <= bottom + slack,
  );
}

function pointsOf(path: string): Point[] {
  return [...path.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));
}

function plainText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
