import { crossings } from './crossings.ts';
import type { Layering, Plan } from './plan.ts';

/** Neighbours in a layer: the members of a group, or one item that is in none. */
export interface Unit {
  /** -1 for none. */
  readonly group: number;
  /** Empty where a group goes past a layer in which it has nothing. */
  readonly items: readonly number[];
}

export interface Ordering {
  /** Of each layer, from its start across. Groups have the same order in all layers. */
  readonly layers: readonly (readonly Unit[])[];
  readonly crossings: number;
}

const SWEEPS = 8;
/** Sweeps without a gain, after which there is none to expect. */
const PATIENCE = 4;
const MOST_ROUNDS = 8;

/** Orders the layers so that few lines cross: barycentres up and down, then swaps of neighbours. */
export function orderLayers(layering: Layering, plan: Plan): Ordering {
  const starts = [firstOrder(layering), firstOrder(layering).map((layer) => [...layer].reverse())];
  let best: Ordering | undefined;
  for (const start of starts) {
    const found = new Sweeper(layering, plan, start).best();
    if (best === undefined || found.crossings < best.crossings) best = found;
    if (best.crossings === 0) break;
  }
  return best ?? { layers: [], crossings: 0 };
}

/** As a walk from the first node on meets them, so that what belongs together stands together. */
function firstOrder({ items, legs, layers }: Layering): number[][] {
  const next = items.map((): number[] => []);
  for (const { upper, lower } of legs) {
    next[upper]?.push(lower);
    next[lower]?.push(upper);
  }
  const met = new Map<number, number>();
  for (const start of items.keys()) {
    const stack = [start];
    for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
      if (met.has(item)) continue;
      met.set(item, met.size);
      stack.push(...[...(next[item] ?? [])].reverse());
    }
  }
  return layers.map((layer) => [...layer].sort((a, b) => (met.get(a) ?? 0) - (met.get(b) ?? 0)));
}

class Sweeper {
  readonly #layering: Layering;
  readonly #gap: number;
  readonly #above: number[][];
  readonly #below: number[][];
  #layers: Unit[][];
  /** Rough middle of each item across; layers are centred on 0. */
  readonly #middle: number[];
  #groupMiddle: number[];

  constructor(layering: Layering, plan: Plan, start: readonly (readonly number[])[]) {
    this.#layering = layering;
    this.#gap = plan.spacing.nodes;
    this.#above = layering.items.map(() => []);
    this.#below = layering.items.map(() => []);
    for (const { upper, lower } of layering.legs) {
      this.#below[upper]?.push(lower);
      this.#above[lower]?.push(upper);
    }
    this.#middle = layering.items.map(() => 0);
    this.#groupMiddle = layering.spans.map(() => 0);
    this.#layers = start.map((layer) => layer.map((item) => ({ group: -1, items: [item] })));
    for (const layer of this.#layers) this.#spread(layer, undefined);
    this.#settleGroups(this.#middle);
    this.#layers = start.map((layer, index) => this.#units(layer, index, this.#middle));
    for (const layer of this.#layers) this.#spread(layer, undefined);
  }

  best(): Ordering {
    let best = this.#kept();
    for (let sweep = 0, last = 0; sweep < SWEEPS && sweep - last <= PATIENCE && best.crossings > 0; sweep++) {
      this.#sweep(sweep % 2 === 0);
      if (sweep % 4 === 3 || sweep === SWEEPS - 1) this.#swapNeighbours();
      const found = this.#kept();
      if (found.crossings >= best.crossings) continue;
      best = found;
      last = sweep;
    }
    return best;
  }

  #kept(): Ordering {
    return { layers: this.#layers.map((layer) => [...layer]), crossings: this.#crossings() };
  }

  #sweep(isDown: boolean): void {
    const beside = isDown ? this.#above : this.#below;
    const wanted = this.#middle.map((middle, item) => mean(beside[item] ?? [], this.#middle) ?? middle);
    this.#settleGroups(wanted);
    const indices = [...this.#layers.keys()];
    for (const index of isDown ? indices : indices.reverse()) {
      const items = this.#layers[index]?.flatMap((unit) => unit.items) ?? [];
      for (const item of items) wanted[item] = mean(beside[item] ?? [], this.#middle) ?? this.#middle[item] ?? 0;
      const layer = this.#units(items, index, wanted);
      this.#layers[index] = layer;
      this.#spread(layer, wanted);
    }
  }

  #settleGroups(wanted: readonly number[]): void {
    const members = this.#layering.spans.map((): number[] => []);
    this.#layering.items.forEach(({ group }, item) => {
      members[group]?.push(item);
    });
    this.#groupMiddle = members.map((items, group) => mean(items, wanted) ?? this.#groupMiddle[group] ?? 0);
  }

  #units(items: readonly number[], layer: number, wanted: readonly number[]): Unit[] {
    const alone = items.filter((item) => this.#layering.items[item]?.group === -1);
    const present = this.#layering.spans.flatMap(({ first, last }, group) =>
      layer >= first && layer <= last ? [group] : [],
    );
    const units = [
      ...alone.map((item) => ({ group: -1, items: [item], at: wanted[item] ?? 0 })),
      ...present.map((group) => ({
        group,
        items: items
          .filter((item) => this.#layering.items[item]?.group === group)
          .sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0)),
        at: this.#groupMiddle[group] ?? 0,
      })),
    ];
    // Two groups in the same middle keep the order of their numbers, in every layer.
    return units
      .sort((a, b) => a.at - b.at || a.group - b.group)
      .map(({ group, items: found }) => ({ group, items: found }));
  }

  /** Rough places: side by side, as near as it goes on average to where the items want to be. */
  #spread(layer: readonly Unit[], wanted: readonly number[] | undefined): void {
    let at = 0;
    const items = layer.flatMap((unit) => unit.items);
    for (const item of items) {
      const size = this.#layering.items[item]?.across ?? 1;
      this.#middle[item] = at + size / 2;
      at += size + this.#gap;
    }
    const off =
      wanted === undefined
        ? at / 2
        : items.reduce((sum, item) => sum + (this.#middle[item] ?? 0) - (wanted[item] ?? 0), 0) /
          Math.max(1, items.length);
    for (const item of items) this.#middle[item] = (this.#middle[item] ?? 0) - off;
  }

  /** Swaps neighbours as long as that saves crossings. */
  #swapNeighbours(): void {
    const places = this.#places();
    for (let round = 0, isBetter = true; isBetter && round < MOST_ROUNDS; round++) {
      isBetter = false;
      for (const [index, layer] of this.#layers.entries()) {
        for (let at = 0; at + 1 < layer.length; at++) {
          const [left, right] = [layer[at], layer[at + 1]];
          if (left?.group !== -1 || right?.group !== -1) continue;
          if (!this.#swapSaves(left.items[0], right.items[0], places)) continue;
          layer.splice(at, 2, right, left);
          isBetter = true;
        }
        this.#layers[index] = layer.map((unit) => {
          const items = [...unit.items];
          for (let at = 0; at + 1 < items.length; at++) {
            const [left = 0, right = 0] = [items[at], items[at + 1]];
            if (!this.#swapSaves(left, right, places)) continue;
            items.splice(at, 2, right, left);
            isBetter = true;
          }
          return { group: unit.group, items };
        });
      }
    }
    for (const layer of this.#layers) this.#spread(layer, this.#middle);
  }

  /** Exchanges the places of two neighbours if fewer lines cross then. */
  #swapSaves(left = 0, right = 0, places: number[] = []): boolean {
    const saved = [this.#above, this.#below].reduce((sum, beside) => {
      const [a, b] = [beside[left] ?? [], beside[right] ?? []];
      return sum + inversions(a, b, places) - inversions(b, a, places);
    }, 0);
    if (saved <= 0) return false;
    [places[left], places[right]] = [places[right] ?? 0, places[left] ?? 0];
    return true;
  }

  #places(): number[] {
    const places: number[] = [];
    for (const layer of this.#layers) {
      const items = layer.flatMap((unit) => unit.items);
      for (const [place, item] of items.entries()) places[item] = place;
    }
    return places;
  }

  #crossings(): number {
    const places = this.#places();
    const targets = (item: number) => (this.#below[item] ?? []).map((to) => places[to] ?? 0);
    return this.#layers.reduce((sum, layer) => sum + crossings(layer.flatMap((unit) => unit.items).map(targets)), 0);
  }
}

/** How many lines of two neighbours cross, when `left` are the ends of the left one. */
function inversions(left: readonly number[], right: readonly number[], places: readonly number[]): number {
  let count = 0;
  for (const a of left) for (const b of right) if ((places[a] ?? 0) > (places[b] ?? 0)) count++;
  return count;
}

function mean(items: readonly number[], of: readonly number[]): number | undefined {
  if (items.length === 0) return undefined;
  return items.reduce((sum, item) => sum + (of[item] ?? 0), 0) / items.length;
}
