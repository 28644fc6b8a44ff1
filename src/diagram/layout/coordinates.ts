import { lowestPositions, networkSimplex } from './network-simplex.ts';
import type { Ordering, Unit } from './order.ts';
import type { Layering, Plan } from './plan.ts';
import type { Span } from './span-graph.ts';

/** Where everything stands across; all integers from 0. */
export interface Coordinates {
  /** First column of each item. */
  readonly starts: readonly number[];
  /** Where each leg leaves its upper item and enters its lower one. */
  readonly pins: readonly { readonly upper: number; readonly lower: number }[];
  /** The two borders of each group. */
  readonly borders: readonly { readonly first: number; readonly last: number }[];
  readonly across: number;
}

/** Lines through several layers should be straight before others, and the only line between two nodes before many. */
const STRAIGHT = { chain: 8, nodes: 3, bend: 6, bends: 16 };
const CENTRED = { alone: 5, among: 1 };
const GROUP_NARROW = 2;

/**
 * Places the items of ordered layers: as close as the spacing allows, with the lines as straight as can be. Undefined
 * where even the closest places are too wide.
 */
export function coordinate(plan: Plan, layering: Layering, ordering: Ordering): Coordinates | undefined {
  const placing = new Placing(plan, layering, ordering);
  if (placing.leastAcross() > plan.most.across) return undefined;
  placing.confine(plan.most.across);
  return placing.solve();
}

class Placing {
  readonly #plan: Plan;
  readonly #layering: Layering;
  readonly #spans: Span[] = [];
  /** Variables: items first, then the borders of groups, then ports and the middles of legs. */
  #count: number;
  readonly #place = new Map<number, number>();
  readonly #pins: { upper: number; lower: number }[];
  readonly #entering: number[][];
  readonly #leaving: number[][];

  constructor(plan: Plan, layering: Layering, ordering: Ordering) {
    this.#plan = plan;
    this.#layering = layering;
    this.#count = layering.items.length + 2 * plan.groups.length;
    this.#pins = layering.legs.map(() => ({ upper: -1, lower: -1 }));
    this.#entering = layering.items.map(() => []);
    this.#leaving = layering.items.map(() => []);
    layering.legs.forEach(({ upper, lower }, leg) => {
      this.#leaving[upper]?.push(leg);
      this.#entering[lower]?.push(leg);
    });
    plan.groups.forEach(({ across }, group) => {
      this.#span(this.#border(group, 0), this.#border(group, 1), across, GROUP_NARROW);
    });
    for (const layer of ordering.layers) this.#separate(layer);
    for (const item of layering.items.keys()) this.#ports(item);
    layering.legs.forEach((_, leg) => {
      this.#straighten(leg);
    });
  }

  leastAcross(): number {
    return this.#across(lowestPositions(this.#count, this.#spans));
  }

  /** Straight lines must not make it wider than it may be. */
  confine(most: number): void {
    if (!Number.isFinite(most)) return;
    const wall = this.#count++;
    const ends = [
      ...this.#layering.items.map(({ across }, item) => ({ first: item, last: item, across })),
      ...this.#plan.groups.map((_, group) => ({
        first: this.#border(group, 0),
        last: this.#border(group, 1),
        across: 1,
      })),
    ];
    for (const { first, last, across } of ends) {
      this.#span(wall, first, 0, 0);
      this.#span(last, wall, across - most, 0);
    }
  }

  solve(): Coordinates {
    const at = networkSimplex(this.#count, this.#spans);
    const of = (variable: number) => at[variable] ?? 0;
    const borders = this.#plan.groups.map((_, group) => ({
      first: of(this.#border(group, 0)),
      last: of(this.#border(group, 1)),
    }));
    return {
      starts: this.#layering.items.map((_, item) => of(item)),
      pins: this.#pins.map(({ upper, lower }) => ({ upper: of(upper), lower: of(lower) })),
      borders,
      across: this.#across(at),
    };
  }

  #across(at: readonly number[]): number {
    const items = this.#layering.items.map(({ across }, item) => (at[item] ?? 0) + across);
    const borders = this.#plan.groups.map((_, group) => (at[this.#border(group, 1)] ?? 0) + 1);
    return Math.max(...items, ...borders);
  }

  #separate(layer: readonly Unit[]): void {
    const { nodes, lines, padding } = this.#plan.spacing;
    let before: { readonly variable: number; readonly size: number; readonly isNode: boolean } | undefined;
    const follow = (variable: number, size: number, isNode: boolean, gap?: number) => {
      if (before !== undefined) {
        this.#span(before.variable, variable, before.size + (gap ?? (before.isNode && isNode ? nodes : lines)), 0);
      }
      before = { variable, size, isNode };
    };
    for (const { group, items } of layer) {
      if (group !== -1) follow(this.#border(group, 0), 1, false);
      items.forEach((item, index) => {
        this.#place.set(item, this.#place.size);
        const { across, kind } = this.#item(item);
        follow(item, across, kind === 'node', group !== -1 && index === 0 ? padding : undefined);
      });
      if (group !== -1) follow(this.#border(group, 1), 1, false, items.length > 0 ? padding : undefined);
    }
  }

  /** Ports move along the sides of a node, in the order of what they lead to. */
  #ports(item: number): void {
    const { kind, of, across } = this.#item(item);
    const into = this.#entering[item] ?? [];
    const outOf = this.#leaving[item] ?? [];
    if (kind !== 'node') {
      const pin = this.#fixed(item, kind === 'label' ? Math.floor((across - 1) / 2) : 0);
      for (const leg of into) this.#pin(leg).lower = pin;
      for (const leg of outOf) this.#pin(leg).upper = pin;
      return;
    }
    const node = this.#plan.nodes[of];
    if (node === undefined) return;
    const entering = into.map((leg) => ({ legs: [leg], at: this.#place.get(this.#leg(leg).upper) ?? 0 }));
    this.#side(item, entering, { ...node.into, end: 'lower' });
    const trees = new Set(outOf.map((leg) => this.#leg(leg).tree));
    const leaving = Array.from(trees, (tree) => {
      const legs = outOf.filter((leg) => this.#leg(leg).tree === tree);
      const places = legs.map((leg) => this.#place.get(this.#leg(leg).lower) ?? 0);
      return { legs, at: places.reduce((sum, place) => sum + place, 0) / places.length };
    });
    this.#side(item, leaving, { ...node.outOf, end: 'upper' });
  }

  #side(
    item: number,
    ports: { legs: number[]; at: number }[],
    side: { first: number; last: number; end: 'upper' | 'lower' },
  ): void {
    const { first, last, end } = side;
    const middle = this.#fixed(item, Math.floor((first + last) / 2));
    let before: number | undefined;
    for (const { legs } of ports.sort((a, b) => a.at - b.at)) {
      const port = this.#count++;
      this.#span(item, port, first, 0);
      this.#span(port, item, -last, 0);
      if (before !== undefined) this.#span(before, port, this.#plan.spacing.ports, 0);
      this.#near(port, middle, ports.length === 1 ? CENTRED.alone : CENTRED.among);
      before = port;
      for (const leg of legs) this.#pin(leg)[end] = port;
    }
  }

  #straighten(leg: number): void {
    const { upper, lower } = this.#leg(leg);
    const nodes = [upper, lower].filter((item) => this.#item(item).kind === 'node').length;
    const isChain = this.#leaving[upper]?.length === 1 && this.#entering[lower]?.length === 1;
    const between = isChain ? STRAIGHT.chain : STRAIGHT.nodes;
    const weight = nodes === 2 ? between : nodes === 1 ? STRAIGHT.bend : STRAIGHT.bends;
    const pin = this.#pin(leg);
    this.#near(pin.upper, pin.lower, weight);
  }

  #near(a: number, b: number, weight: number): void {
    const middle = this.#count++;
    this.#span(middle, a, 0, weight);
    this.#span(middle, b, 0, weight);
  }

  /** A variable at a fixed distance behind an item. */
  #fixed(item: number, distance: number): number {
    if (distance === 0) return item;
    const variable = this.#count++;
    this.#span(item, variable, distance, 0);
    this.#span(variable, item, -distance, 0);
    return variable;
  }

  #span(from: number, to: number, least: number, weight: number): void {
    this.#spans.push({ from, to, least, weight });
  }

  #border(group: number, side: 0 | 1): number {
    return this.#layering.items.length + 2 * group + side;
  }

  #item(item: number) {
    return this.#layering.items[item] ?? { kind: 'bend' as const, across: 1, of: -1 };
  }

  #leg(leg: number) {
    return this.#layering.legs[leg] ?? { upper: 0, lower: 0, tree: '' };
  }

  #pin(leg: number) {
    return this.#pins[leg] ?? { upper: -1, lower: -1 };
  }
}
