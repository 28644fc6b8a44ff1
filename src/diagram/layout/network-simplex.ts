import { type Span, SpanGraph } from './span-graph.ts';

/** Further steps improve nothing that one would see. */
const STEPS_PER_NODE = 8;
/** Steps times what each one looks at: a tenth of a second. What is not improved by then is still well placed. */
const MOST_WORK = 5_000_000;

/**
 * Integer positions from 0 that keep the least length of every span at the lowest total cost. They can all be kept.
 * Network simplex, as in Gansner et al., "A technique for drawing directed graphs" (1993).
 */
export function networkSimplex(count: number, spans: readonly Span[]): number[] {
  if (count === 0) return [];
  const simplex = new Simplex(count, [...spans, ...bridges(count, spans)]);
  const most = Math.min(count * STEPS_PER_NODE, MOST_WORK / (count + spans.length));
  for (let step = 0; step < most && simplex.improve(); step++);
  const positions = Array.from(simplex.positions);
  const least = positions.reduce((low, position) => Math.min(low, position), Number.POSITIVE_INFINITY);
  return positions.map((position) => position - least);
}

/** Spans that cost nothing, between parts that have none between them. */
function bridges(count: number, spans: readonly Span[]): Span[] {
  const above = Array.from({ length: count }, (_, node) => node);
  const top = (node: number): number => {
    let at = node;
    for (let next = above[at] ?? at; next !== at; next = above[at] ?? at) {
      above[at] = above[next] ?? next;
      at = next;
    }
    return at;
  };
  for (const { from, to } of spans) above[top(from)] = top(to);
  const tops = above.flatMap((_, node) => (top(node) === node ? [node] : []));
  return tops.slice(1).map((to, index) => ({ from: tops[index] ?? 0, to, least: 0, weight: 0 }));
}

/** Positions from 0, each as low as the least lengths allow. */
export function lowestPositions(count: number, spans: readonly Span[]): number[] {
  return Array.from(longestPaths(new SpanGraph(count, spans)));
}

/** The cheapest positions are reached along a tree of spans that have exactly their least length. */
class Simplex {
  readonly positions: Int32Array;
  readonly #graph: SpanGraph;
  /** The spans of the tree at each node. */
  readonly #branches: number[][];
  /** The nodes as the tree is walked from its root; each subtree is one stretch of them. */
  readonly #order: Int32Array;
  readonly #place: Int32Array;
  readonly #size: Int32Array;
  /** The span that leads to a node in the tree. */
  readonly #up: Int32Array;
  /** What it costs to move a subtree by one. */
  readonly #pull: Float64Array;

  constructor(count: number, spans: readonly Span[]) {
    this.#graph = new SpanGraph(count, spans);
    this.#branches = Array.from({ length: count }, () => []);
    this.#order = new Int32Array(count);
    this.#place = new Int32Array(count);
    this.#size = new Int32Array(count);
    this.#up = new Int32Array(count);
    this.#pull = new Float64Array(count);
    this.positions = longestPaths(this.#graph);
    this.#growTree();
  }

  /** Moves the subtree that gains most; false when none gains. */
  improve(): boolean {
    this.#walkTree();
    const moving = this.#bestSubtree();
    if (moving === -1) return false;
    const leaving = at(this.#up, moving);
    const isAhead = at(this.#graph.to, leaving) === moving;
    const first = at(this.#place, moving);
    const last = first + at(this.#size, moving) - 1;
    const entering = this.#tightest(first, last, isAhead);
    if (entering === -1) return false;
    const slack = this.#slack(entering);
    const distance = isAhead ? slack : -slack;
    for (let place = first; place <= last; place++) this.#shift(at(this.#order, place), distance);
    this.#cut(leaving);
    this.#join(entering);
    return true;
  }

  #bestSubtree(): number {
    let best = -1;
    let most = 0;
    for (let place = 1; place < this.#order.length; place++) {
      const node = at(this.#order, place);
      const pull = at(this.#pull, node);
      const gain = at(this.#graph.to, at(this.#up, node)) === node ? -pull : pull;
      if (gain <= most) continue;
      most = gain;
      best = node;
    }
    return best;
  }

  /** The span between a subtree and the rest that gets tight first when the subtree moves ahead, or back. */
  #tightest(first: number, last: number, isAhead: boolean): number {
    const { from, to, starts, touching } = this.#graph;
    const [near, far] = isAhead ? [from, to] : [to, from];
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let place = first; place <= last; place++) {
      const node = at(this.#order, place);
      for (let index = at(starts, node); index < at(starts, node + 1); index++) {
        const span = at(touching, index);
        if (at(near, span) !== node) continue;
        const other = at(this.#place, at(far, span));
        if (other >= first && other <= last) continue;
        const slack = this.#slack(span);
        if (slack >= least) continue;
        least = slack;
        best = span;
      }
    }
    return best;
  }

  #walkTree(): void {
    const { pulls } = this.#graph;
    const waiting = [0];
    this.#up[0] = -1;
    let place = 0;
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      this.#order[place] = node;
      this.#place[node] = place++;
      this.#size[node] = 1;
      this.#pull[node] = at(pulls, node);
      for (const span of this.#branches[node] ?? []) {
        if (span === this.#up[node]) continue;
        const next = this.#graph.other(span, node);
        this.#up[next] = span;
        waiting.push(next);
      }
    }
    while (--place > 0) {
      const node = at(this.#order, place);
      const parent = this.#graph.other(at(this.#up, node), node);
      this.#size[parent] = at(this.#size, parent) + at(this.#size, node);
      this.#pull[parent] = at(this.#pull, parent) + at(this.#pull, node);
    }
  }

  #join(span: number): void {
    for (const node of [at(this.#graph.from, span), at(this.#graph.to, span)]) this.#branches[node]?.push(span);
  }

  #cut(span: number): void {
    for (const node of [at(this.#graph.from, span), at(this.#graph.to, span)]) {
      const branches = this.#branches[node];
      branches?.splice(branches.indexOf(span), 1);
    }
  }

  #growTree(): void {
    const { starts, touching } = this.#graph;
    const isIn = new Uint8Array(this.positions.length);
    const grown = [0];
    isIn[0] = 1;
    for (let next = 0; grown.length < this.positions.length; ) {
      for (; next < grown.length; next++) {
        const node = grown[next] ?? 0;
        for (let index = at(starts, node); index < at(starts, node + 1); index++) {
          const span = at(touching, index);
          const other = this.#graph.other(span, node);
          if (isIn[other] === 1 || this.#slack(span) !== 0) continue;
          isIn[other] = 1;
          this.#join(span);
          grown.push(other);
        }
      }
      if (grown.length === this.positions.length) return;
      const nearest = this.#nearestTo(isIn);
      const slack = this.#slack(nearest);
      const distance = isIn[at(this.#graph.from, nearest)] === 1 ? slack : -slack;
      for (const node of grown) this.#shift(node, distance);
      next = 0;
    }
  }

  #nearestTo(isIn: Uint8Array): number {
    const { from, to } = this.#graph;
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let span = 0; span < from.length; span++) {
      if (isIn[at(from, span)] === isIn[at(to, span)]) continue;
      const slack = this.#slack(span);
      if (slack >= least) continue;
      least = slack;
      best = span;
    }
    return best;
  }

  #shift(node: number, distance: number): void {
    this.positions[node] = at(this.positions, node) + distance;
  }

  #slack(span: number): number {
    const { from, to, least } = this.#graph;
    return at(this.positions, at(to, span)) - at(this.positions, at(from, span)) - at(least, span);
  }
}

/** Each node as near to the start as its spans allow; spans that cannot all be kept end the search early. */
function longestPaths({ from, to, least, starts, touching }: SpanGraph): Int32Array {
  const count = starts.length - 1;
  const positions = new Int32Array(count);
  const isWaiting = new Uint8Array(count).fill(1);
  const waiting = Array.from(positions.keys());
  for (let next = 0; next < waiting.length && next < count * count; next++) {
    const node = waiting[next] ?? 0;
    isWaiting[node] = 0;
    for (let index = at(starts, node); index < at(starts, node + 1); index++) {
      const span = at(touching, index);
      if (at(from, span) !== node) continue;
      const other = at(to, span);
      const position = at(positions, node) + at(least, span);
      if (at(positions, other) >= position) continue;
      positions[other] = position;
      if (isWaiting[other] === 0) waiting.push(other);
      isWaiting[other] = 1;
    }
  }
  return positions;
}

/** An element that is there. Not imported: a call across modules is slow in the innermost loops. */
function at(array: Int32Array | Float64Array, index: number): number {
  return array[index] ?? 0;
}
