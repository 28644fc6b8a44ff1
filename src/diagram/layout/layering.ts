import type { Item, Layering, Leg, Plan } from './plan.ts';
import { directEdges, rankNodes } from './rank.ts';

/**
 * Puts the nodes into layers. Labels get layers of their own between those of nodes; where an edge passes a layer
 * there is a bend, shared by the edges of a trunk.
 */
export function layOut(plan: Plan): Layering {
  return new Layers(plan).build();
}

const NO_EDGE = { from: 0, to: 0, trunk: undefined, label: undefined };

class Layers {
  readonly #plan: Plan;
  readonly #isReversed: readonly boolean[];
  /** Layers of nodes are even, those of labels odd, before the empty ones go. */
  readonly #rows: number[];
  readonly #index: ReadonlyMap<number, number>;
  readonly #spans: { first: number; last: number }[];
  readonly #items: Item[] = [];
  readonly #legs = new Map<string, Leg & { readonly index: number }>();
  readonly #bends = new Map<string, number>();

  constructor(plan: Plan) {
    this.#plan = plan;
    const directions = directEdges(plan);
    this.#isReversed = directions.isBack;
    this.#rows = rankNodes(plan, directions).map((rank) => 2 * rank);
    const labels = plan.edges.flatMap((edge, index) => (edge.label === undefined ? [] : [this.#lowerRow(index) - 1]));
    const used = [...new Set([...this.#rows, ...labels])].sort((a, b) => a - b);
    this.#index = new Map(used.map((row, index) => [row, index]));
    this.#spans = plan.groups.map((_, group) => {
      const layers = plan.nodes.flatMap((node, index) => (node.group === group ? [this.#layerOf(index)] : []));
      return { first: Math.min(...layers), last: Math.max(...layers) };
    });
  }

  build(): Layering {
    this.#plan.nodes.forEach(({ across, along, group }, of) => {
      this.#items.push({ kind: 'node', layer: this.#layerOf(of), across, along, group, of });
    });
    const paths = this.#plan.edges.map((_, edge) => this.#path(edge));
    const layers = Array.from(this.#index, (): number[] => []);
    this.#items.forEach(({ layer }, index) => {
      layers[layer]?.push(index);
    });
    const legs = [...this.#legs.values()].map(({ upper, lower, tree }) => ({ upper, lower, tree }));
    return { items: this.#items, legs, layers, paths, isReversed: this.#isReversed, spans: this.#spans };
  }

  #path(edge: number): number[] {
    const { trunk, label } = this.#edge(edge);
    const [from, to] = this.#ends(edge);
    const tree = trunk === undefined || this.#isReversed[edge] === true ? `edge ${edge}` : `${from} ${trunk}`;
    const last = this.#layerOf(to);
    const path: number[] = [];
    let upper = from;
    for (let layer = this.#layerOf(from) + 1; layer < last; layer++) {
      const isLabel = label !== undefined && layer === last - 1;
      const lower = isLabel ? this.#label(edge, layer) : this.#bend(`${tree} ${layer}`, edge, layer);
      path.push(this.#leg(upper, lower, tree));
      upper = lower;
    }
    return [...path, this.#leg(upper, to, tree)];
  }

  #bend(key: string, edge: number, layer: number): number {
    const group = this.#groupAt(edge, layer);
    const known = this.#bends.get(key);
    const item = known === undefined ? undefined : this.#items[known];
    if (known === undefined || item === undefined) {
      this.#bends.set(key, this.#items.length);
      return this.#items.push({ kind: 'bend', layer, across: 1, along: 0, group, of: -1 }) - 1;
    }
    if (item.group !== group) this.#items[known] = { ...item, group: -1 };
    return known;
  }

  #label(edge: number, layer: number): number {
    const { across, along } = this.#edge(edge).label ?? { across: 1, along: 1 };
    return this.#items.push({ kind: 'label', layer, across, along, group: this.#groupAt(edge, layer), of: edge }) - 1;
  }

  /** A line stays within the group it comes from, or goes to, as long as that lasts. */
  #groupAt(edge: number, layer: number): number {
    const isIn = (group: number) => {
      const span = this.#spans[group];
      return span !== undefined && layer >= span.first && layer <= span.last;
    };
    const groups = this.#ends(edge).map((node) => this.#plan.nodes[node]?.group ?? -1);
    return groups.find(isIn) ?? -1;
  }

  #leg(upper: number, lower: number, tree: string): number {
    const isNode = this.#items[lower]?.kind === 'node';
    // Two edges of a trunk into the same node stay two.
    const key = isNode ? `leg ${this.#legs.size}` : `${tree} ${upper} ${lower}`;
    const known = this.#legs.get(key);
    if (known !== undefined) return known.index;
    const index = this.#legs.size;
    this.#legs.set(key, { upper, lower, tree, index });
    return index;
  }

  #layerOf(node: number): number {
    return this.#index.get(this.#rows[node] ?? 0) ?? 0;
  }

  #lowerRow(edge: number): number {
    return this.#rows[this.#ends(edge)[1]] ?? 0;
  }

  #ends(edge: number): [number, number] {
    const { from, to } = this.#edge(edge);
    return this.#isReversed[edge] === true ? [to, from] : [from, to];
  }

  #edge(edge: number) {
    return this.#plan.edges[edge] ?? NO_EDGE;
  }
}
