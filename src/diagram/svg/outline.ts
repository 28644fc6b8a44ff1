import type { Shape } from '../graph.ts';

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How far the ends of a cylinder are bent. */
const BEND = 5;

/** The outline of a component: a standing cylinder for a store, a lying one for a queue, else a rectangle. */
export function outline(shape: Shape, { x, y, width, height }: Rect): string {
  const [right, bottom] = [x + width, y + height];
  if (shape === 'store') {
    const arc = `A${width / 2} ${BEND} 0 0`;
    const body = `M${x} ${y + BEND}${arc} 1 ${right} ${y + BEND}V${bottom - BEND}${arc} 1 ${x} ${bottom - BEND}Z`;
    return `<path class="shape" d="${body}M${x} ${y + BEND}${arc} 0 ${right} ${y + BEND}"/>`;
  }
  if (shape === 'queue') {
    const arc = `A${BEND} ${height / 2} 0 0`;
    const body = `M${x + BEND} ${y}H${right - BEND}${arc} 1 ${right - BEND} ${bottom}H${x + BEND}${arc} 1 ${x + BEND} ${y}Z`;
    return `<path class="shape" d="${body}M${right - BEND} ${y}${arc} 0 ${right - BEND} ${bottom}"/>`;
  }
  const round = shape === 'actor' ? Math.min(18, height / 2) : 4;
  return `<rect class="shape" x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}"/>`;
}
