import { routeChannel } from './channel.ts';
import { type Coordinates, coordinate } from './coordinates.ts';
import { layOut } from './layering.ts';
import { type Ordering, orderLayers } from './order.ts';
import type { Item, Layering, Plan, Size } from './plan.ts';

/** A place: across the layers, and along from the first to the last. */
export interface Spot {
  readonly across: number;
  readonly along: number;
}

/** From layer to layer; pieces with the same line are drawn as one. */
interface Route {
  readonly spots: readonly Spot[];
  readonly line: string;
}

/** A plan with a place for everything. Lines run through cells, their ends beside the nodes. */
export interface Placed {
  /** First cell of each node. */
  readonly nodes: readonly Spot[];
  /** First cell of each edge's label. */
  readonly labels: readonly (Spot | undefined)[];
  /** The pieces of each edge, from its start to its end. */
  readonly routes: readonly (readonly Route[])[];
  /** First and last cell of each group's border. */
  readonly groups: readonly { readonly first: Spot; readonly last: Spot }[];
  readonly size: Spot;
  readonly crossings: number;
  /** Edges against the layers. */
  readonly backward: number;
}

/** The layered layout of Sugiyama and others: layers, orders, places across, then lines between the layers. */
export function placePlan(plan: Plan): Placed | undefined {
  const layering = layOut(plan);
  const least = leastSize(plan, layering);
  if (least.across > plan.most.across || least.along > plan.most.along) return undefined;
  const ordering = orderLayers(layering, plan);
  const coordinates = coordinate(plan, layering, ordering);
  if (coordinates === undefined) return undefined;
  const placed = new Placement(plan, layering, coordinates).placed(ordering);
  const { across, along } = placed.size;
  return across > plan.most.across || along > plan.most.along ? undefined : placed;
}

/** What the layers need at the least, before much time has been spent on them. */
function leastSize({ spacing, channel }: Plan, { items, layers, spans }: Layering): Size {
  const room = (layer: readonly number[], group: number) =>
    layer.reduce((sum, item) => sum + (items[item]?.group === group ? items[item].across + spacing.lines : 0), 0);
  // A group is as wide in all of its layers as in its widest; its borders come on top.
  const groups = spans.map(
    (_, group) => Math.max(...layers.map((layer) => room(layer, group))) + 2 + 2 * spacing.padding,
  );
  const sizes = layers.map((layer, index) => {
    const present = groups.filter((_, group) => {
      const span = spans[group];
      return span !== undefined && span.first <= index && index <= span.last;
    });
    const across = room(layer, -1) + present.reduce((sum, each) => sum + each, 0) - spacing.lines;
    return { across, along: Math.max(...layer.map((item) => items[item]?.along ?? 0)) };
  });
  return {
    across: Math.max(0, ...sizes.map(({ across }) => across)),
    along: sizes.reduce((sum, { along }) => sum + along + channel.tail.label, -channel.tail.label),
  };
}

interface Row {
  readonly start: number;
  readonly size: number;
}

class Placement {
  readonly #plan: Plan;
  readonly #layering: Layering;
  readonly #coordinates: Coordinates;
  readonly #rows: Row[] = [];
  /** Of each leg, the spots at which it turns. */
  readonly #turns = new Map<number, readonly Spot[]>();
  readonly #borders: { first: number; last: number }[];
  #end = 0;
  #furthest: number;

  constructor(plan: Plan, layering: Layering, coordinates: Coordinates) {
    this.#plan = plan;
    this.#layering = layering;
    this.#coordinates = coordinates;
    this.#furthest = coordinates.across;
    this.#borders = plan.groups.map(() => ({ first: 0, last: 0 }));
    this.#open(0, 0);
    layering.layers.forEach((items, layer) => {
      const size = Math.max(...items.map((item) => this.#item(item).along));
      this.#rows.push({ start: this.#end, size });
      this.#end += size;
      this.#channel(layer);
    });
  }

  placed({ crossings }: Ordering): Placed {
    const { items } = this.#layering;
    const spots = items.map(({ layer }, item) => ({ across: this.#start(item), along: this.#row(layer).start }));
    const labels = this.#plan.edges.map(
      (_, edge) => spots[items.findIndex(({ kind, of }) => kind === 'label' && of === edge)],
    );
    return {
      nodes: this.#plan.nodes.map((_, node) => spots[node] ?? { across: 0, along: 0 }),
      labels,
      routes: this.#plan.edges.map((_, edge) => this.#route(edge)),
      groups: this.#coordinates.borders.map(({ first, last }, group) => ({
        first: { across: first, along: this.#borders[group]?.first ?? 0 },
        last: { across: last, along: this.#borders[group]?.last ?? 0 },
      })),
      size: { across: this.#furthest, along: this.#end },
      crossings,
      backward: this.#layering.isReversed.filter(Boolean).length,
    };
  }

  /** What stands between a layer and the next: heads, borders that close, tracks, borders that open, heads. */
  #channel(layer: number): void {
    const room = this.#plan.channel;
    const legs = this.#legsBelow(layer);
    const upper = this.#kind(layer);
    const isLast = layer === this.#layering.layers.length - 1;
    const channel = routeChannel(this.#nets(legs), { apart: room.apart, taken: this.#taken });
    if (!isLast) this.#end += this.#lead(legs, upper);
    this.#close(layer);
    const first = this.#end;
    this.#end += Math.max(0, (channel.tracks - 1) * room.pitch + (channel.tracks > 0 ? 1 : 0));
    const trees = [...new Set(legs.map((leg) => this.#leg(leg).upper + this.#leg(leg).tree))];
    for (const leg of legs) {
      const crossing = channel.crossings[trees.indexOf(this.#leg(leg).upper + this.#leg(leg).tree)];
      this.#turn(
        leg,
        (crossing?.tracks ?? []).map((track) => first + track * room.pitch),
        crossing?.step,
      );
    }
    this.#open(layer + 1, isLast ? 0 : room.tail[this.#kind(layer + 1)]);
  }

  #nets(legs: readonly number[]) {
    const nets = new Map<string, { tree: string; top: number; bottoms: number[] }>();
    for (const leg of legs) {
      const { upper, tree } = this.#leg(leg);
      const pin = this.#pin(leg);
      const net = nets.get(upper + tree) ?? { tree, top: pin.upper, bottoms: [] };
      net.bottoms.push(pin.lower);
      nets.set(upper + tree, net);
    }
    return [...nets.values()];
  }

  #lead(legs: readonly number[], upper: 'node' | 'label'): number {
    const { lead, tail } = this.#plan.channel;
    const isHere = new Set(legs);
    const needed = this.#plan.edges.flatMap(({ heads, isDashed }, edge) => {
      if (!isHere.has(this.#layering.paths[edge]?.[0] ?? -1)) return [];
      const isReversed = this.#layering.isReversed[edge] === true;
      const head = (isReversed ? heads.to : heads.from) ? lead.head : 0;
      // Without a piece of line its style could not be told; an end without a head, or with room for one, shows it.
      const hasLine = !isDashed || tail.node > 1 || (isReversed ? !heads.from : !heads.to);
      return [hasLine ? head : head + 1];
    });
    return Math.max(lead[upper], ...needed);
  }

  #turn(leg: number, tracks: readonly number[], step: number | undefined): void {
    const { upper, lower } = this.#pin(leg);
    const [first, second] = tracks;
    if (step !== undefined) this.#furthest = Math.max(this.#furthest, step + 1);
    if (first === undefined) this.#turns.set(leg, []);
    else if (second === undefined || step === undefined) {
      this.#turns.set(leg, [
        { across: upper, along: first },
        { across: lower, along: first },
      ]);
    } else {
      this.#turns.set(leg, [
        { across: upper, along: first },
        { across: step, along: first },
        { across: step, along: second },
        { across: lower, along: second },
      ]);
    }
  }

  /** The borders of groups that begin with a layer, and the room before it. */
  #open(layer: number, tail: number): void {
    const groups = this.#layering.spans.flatMap(({ first }, group) => (first === layer ? [group] : []));
    for (const group of groups) this.#setBorder(group, 'first', this.#end);
    this.#end += (groups.length > 0 ? this.#plan.channel.border : 0) + tail;
  }

  #close(layer: number): void {
    const groups = this.#layering.spans.flatMap(({ last }, group) => (last === layer ? [group] : []));
    if (groups.length === 0) return;
    const ends = groups.map((group) => (this.#borders[group]?.first ?? 0) + (this.#plan.groups[group]?.along ?? 0));
    const border = Math.max(this.#end + this.#plan.channel.border - 1, ...ends);
    for (const group of groups) this.#setBorder(group, 'last', border);
    this.#end = border + 1;
  }

  #setBorder(group: number, side: 'first' | 'last', along: number): void {
    const border = this.#borders[group];
    if (border !== undefined) border[side] = along;
  }

  #route(edge: number): Route[] {
    const path = this.#layering.paths[edge] ?? [];
    const routes = path.map((leg) => {
      const { upper, lower, tree } = this.#leg(leg);
      const pin = this.#pin(leg);
      const { layer, kind, of } = this.#item(upper);
      const begin = this.#row(layer).start + (kind === 'node' ? (this.#plan.nodes[of]?.depth ?? 0) : 0);
      const end = this.#row(this.#item(lower).layer).start - 1;
      const first = { across: pin.upper, along: begin };
      const last = { across: pin.lower, along: end };
      // A line with no room for itself between two layers is as long as nothing.
      const spots = end < begin ? [] : [first, ...(this.#turns.get(leg) ?? []), last];
      return { spots, line: `${tree} ${upper}` };
    });
    if (this.#layering.isReversed[edge] !== true) return routes;
    return routes.reverse().map(({ spots, line }) => ({ spots: [...spots].reverse(), line }));
  }

  get #taken(): Set<number> {
    return new Set(this.#coordinates.borders.flatMap(({ first, last }) => [first, last]));
  }

  #kind(layer: number): 'node' | 'label' {
    const items = this.#layering.layers[layer] ?? [];
    return items.some((item) => this.#item(item).kind === 'node') ? 'node' : 'label';
  }

  #legsBelow(layer: number): number[] {
    return [...this.#layering.legs.keys()].filter((leg) => this.#item(this.#leg(leg).upper).layer === layer);
  }

  #row(layer: number): Row {
    return this.#rows[layer] ?? { start: 0, size: 0 };
  }

  #start(item: number): number {
    return this.#coordinates.starts[item] ?? 0;
  }

  #item(item: number): Item {
    return this.#layering.items[item] ?? { kind: 'bend', layer: 0, group: -1, of: -1, across: 1, along: 0 };
  }

  #leg(leg: number) {
    return this.#layering.legs[leg] ?? { upper: 0, lower: 0, tree: '' };
  }

  #pin(leg: number) {
    return this.#coordinates.pins[leg] ?? { upper: 0, lower: 0 };
  }
}
