import { networkSimplex } from './network-simplex.ts';
import type { Plan } from './plan.ts';

/** Which edges to turn round so that no path leads back, and after whom else each node has to stand. */
export interface Directions {
  readonly isBack: readonly boolean[];
  /** Of each group, the one above it; only where groups are stacked. */
  readonly above: readonly (readonly [upper: number, lower: number])[];
}

/** As much of a plan as the directions depend on. */
interface Flow {
  readonly nodes: readonly { readonly group: number }[];
  readonly edges: readonly { readonly from: number; readonly to: number }[];
  readonly groups: readonly unknown[];
  readonly isStacked: boolean;
}

/** What was written first tends to stand first. */
export function directEdges({ nodes, edges, groups, isStacked }: Flow): Directions {
  const { isBack, order } = walk(nodes.length, edges);
  if (!isStacked || groups.length < 2) return { isBack, above: [] };
  const depth = depths(order, edges, isBack);
  const stack = groups
    .map((_, group) => ({ group, at: mean(depth.filter((__, node) => nodes[node]?.group === group)) }))
    .sort((a, b) => a.at - b.at)
    .map(({ group }) => group);
  const level = levels(nodes, edges, { stack, order });
  return {
    isBack: edges.map(({ from, to }) => {
      const climb = (level[from] ?? 0) - (level[to] ?? 0);
      return climb === 0 ? (order[from] ?? 0) > (order[to] ?? 0) : climb > 0;
    }),
    above: stack.slice(1).map((group, index) => [stack[index] ?? 0, group] as const),
  };
}

/** Depth first from the first node on: edges back to where the walk came from, and the order without them. */
function walk(count: number, edges: readonly { readonly from: number; readonly to: number }[]) {
  const leaving = Array.from({ length: count }, (): number[] => []);
  edges.forEach((edge, index) => {
    leaving[edge.from]?.push(index);
  });
  const isBack = edges.map(() => false);
  const state = new Uint8Array(count);
  const order = new Array<number>(count).fill(0);
  let place = count;
  for (let start = 0; start < count; start++) {
    if (state[start] !== 0) continue;
    const stack = [{ node: start, next: 0 }];
    state[start] = 1;
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const index = leaving[top.node]?.[top.next++];
      if (index === undefined) {
        state[top.node] = 2;
        order[top.node] = --place;
        stack.pop();
        continue;
      }
      const to = edges[index]?.to ?? 0;
      if (state[to] === 1) isBack[index] = true;
      if (state[to] !== 0) continue;
      state[to] = 1;
      stack.push({ node: to, next: 0 });
    }
  }
  return { isBack, order };
}

/** The longest way to each node. */
function depths(order: readonly number[], edges: Flow['edges'], isBack: readonly boolean[]): number[] {
  const depth = order.map(() => 0);
  for (const node of inOrder(order)) {
    edges.forEach(({ from, to }, edge) => {
      if (from === node && isBack[edge] !== true) depth[to] = Math.max(depth[to] ?? 0, (depth[node] ?? 0) + 1);
    });
  }
  return depth;
}

/** Groups get even levels; what is in none stands right before what it leads to, or with what leads to it. */
function levels(
  nodes: Flow['nodes'],
  edges: Flow['edges'],
  by: { stack: readonly number[]; order: readonly number[] },
): number[] {
  const own = nodes.map(({ group }) => (group === -1 ? undefined : 2 * by.stack.indexOf(group)));
  const level = own.map((each) => each ?? -1);
  for (const node of inOrder(by.order)) {
    if (own[node] !== undefined) continue;
    const after = edges.flatMap(({ from, to }) => (from === node ? (own[to] ?? []) : []));
    const before = edges.flatMap(({ from, to }) => (to === node ? (level[from] ?? []) : []));
    level[node] = after.length > 0 ? Math.min(...after) - 1 : Math.max(-1, ...before);
  }
  return level;
}

function inOrder(order: readonly number[]): number[] {
  return [...order.keys()].sort((a, b) => (order[a] ?? 0) - (order[b] ?? 0));
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0) / Math.max(1, numbers.length);
}

/** The layer of each node, from 0: every edge leads on, and the edges are short in sum. */
export function rankNodes({ nodes, edges, spacing }: Plan, { isBack, above }: Directions): number[] {
  const flow = edges.map(({ from, to }, index) => (isBack[index] === true ? { from: to, to: from } : { from, to }));
  const between = above.flatMap(([upper, lower], index) => {
    const gate = nodes.length + index;
    return nodes.flatMap(({ group }, node) => {
      if (group === upper) return [{ from: node, to: gate }];
      return group === lower ? [{ from: gate, to: node }] : [];
    });
  });
  const spans = [
    ...flow.map((span) => ({ ...span, least: 1, weight: 1 })),
    ...between.map((span) => ({ ...span, least: 1, weight: 0 })),
  ];
  const count = nodes.length + above.length;
  const after = Array.from({ length: count }, (): number[] => []);
  for (const { from, to } of spans) after[from]?.push(to);
  const sizes = nodes.map((node) => node.across + spacing.nodes);
  return narrowed(networkSimplex(count, spans), after, { sizes, most: spacing.mostAcross }).slice(0, nodes.length);
}

interface Room {
  readonly sizes: readonly number[];
  readonly most: number;
}

/** Moves nodes on from layers that are too wide, those with the least behind them first. */
function narrowed(found: readonly number[], after: readonly (readonly number[])[], { sizes, most }: Room): number[] {
  const ranks = [...found];
  const behind = after.map((_, node) => reach(node, after));
  for (let rank = 0; rank <= Math.max(...ranks); rank++) {
    const layer = sizes.flatMap((_, node) => (ranks[node] === rank ? [node] : []));
    layer.sort((a, b) => (behind[a] ?? 0) - (behind[b] ?? 0) || b - a);
    let total = layer.reduce((sum, node) => sum + (sizes[node] ?? 0), 0);
    while (layer.length > 1 && total > most) {
      const node = layer.shift() ?? 0;
      total -= sizes[node] ?? 0;
      push(node, rank + 1, ranks, after);
    }
  }
  return ranks;
}

function push(start: number, rank: number, ranks: number[], after: readonly (readonly number[])[]): void {
  const stack = [{ node: start, least: rank }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { node, least } = next;
    if ((ranks[node] ?? 0) >= least) continue;
    ranks[node] = least;
    for (const to of after[node] ?? []) stack.push({ node: to, least: least + 1 });
  }
}

function reach(start: number, after: readonly (readonly number[])[]): number {
  const seen = new Set([start]);
  const stack = [start];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    for (const to of after[node] ?? []) {
      if (seen.has(to)) continue;
      seen.add(to);
      stack.push(to);
    }
  }
  return seen.size;
}
