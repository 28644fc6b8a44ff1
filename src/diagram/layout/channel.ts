/** A line between two layers: one place where it comes in from above, and those where it goes out below. */
export interface Net {
  readonly tree: string;
  readonly top: number;
  readonly bottoms: readonly number[];
}

/** A stretch of a net across the channel. */
interface Run {
  /** Index of the net. */
  readonly net: number;
  readonly top: number;
  readonly bottoms: readonly number[];
  readonly first: number;
  readonly last: number;
}

/** How a net crosses a channel: straight down, or over one track, or over two with a step between them. */
interface Crossing {
  readonly tracks: readonly number[];
  /** Where the step from the first track to the second is. */
  readonly step: number | undefined;
}

export interface Channel {
  /** Of each net. */
  readonly crossings: readonly Crossing[];
  readonly tracks: number;
}

export interface ChannelOptions {
  /** Runs on one track keep at least this many places between them. */
  readonly apart: number;
  /** Where no step may go down. */
  readonly taken: ReadonlySet<number>;
}

/** Gives every net that is not straight a track, so that no two lines lie on each other and few cross. */
export function routeChannel(nets: readonly Net[], options: ChannelOptions): Channel {
  const runs = nets.flatMap((net, index) => (isStraight(net) ? [] : [runOf(index, net.top, net.bottoms)]));
  const { order, steps } = sortRuns(runs, nets, options);
  const tracks: number[] = [];
  order.forEach((run, index) => {
    const above = order
      .slice(0, index)
      .map((other, at) => (touches(other, run, options.apart) ? (tracks[at] ?? 0) + 1 : 0));
    tracks.push(Math.max(0, ...above));
  });
  const crossings = nets.map((_, net) => ({
    tracks: order.flatMap((run, index) => (run.net === net ? [tracks[index] ?? 0] : [])),
    step: steps.get(net),
  }));
  return { crossings, tracks: Math.max(0, ...tracks.map((track) => track + 1)) };
}

function isStraight({ top, bottoms }: Net): boolean {
  return bottoms.every((bottom) => bottom === top);
}

function runOf(net: number, top: number, bottoms: readonly number[]): Run {
  return { net, top, bottoms, first: Math.min(top, ...bottoms), last: Math.max(top, ...bottoms) };
}

/** Whether one has to stand below the other: they overlap, or the line of one goes through the other's end. */
function touches(a: Run, b: Run, apart: number): boolean {
  return a.first <= b.last + apart && b.first <= a.last + apart;
}

/** From above to below. Where lines come to lie on each other in any order, one of them makes a step. */
function sortRuns(runs: readonly Run[], nets: readonly Net[], options: ChannelOptions) {
  const left = [...runs];
  const order: Run[] = [];
  const steps = new Map<number, number>();
  const taken = new Set([...options.taken, ...nets.flatMap(({ top, bottoms }) => [top, ...bottoms])]);
  while (left.length > 0) {
    const free = left.filter((run) => left.every((other) => other === run || !mustBeAbove(other, run)));
    const next = free.length > 0 ? cheapest(free, left) : (left.find((run) => !steps.has(run.net)) ?? left[0]);
    if (next === undefined) break;
    left.splice(left.indexOf(next), 1);
    if (free.length > 0) {
      order.push(next);
      continue;
    }
    const step = freePlace(next, taken);
    taken.add(step);
    steps.set(next.net, step);
    order.push(runOf(next.net, next.top, [step]));
    left.push(runOf(next.net, step, next.bottoms));
  }
  return { order, steps };
}

/** `a` comes from above where `b` goes down. */
function mustBeAbove(a: Run, b: Run): boolean {
  return a.net !== b.net && b.bottoms.includes(a.top);
}

function cheapest(free: readonly Run[], left: readonly Run[]): Run | undefined {
  let best: Run | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const run of free) {
    const cost = left.reduce((sum, other) => sum + (other === run ? 0 : cost2(run, other) - cost2(other, run)), 0);
    if (cost >= least) continue;
    least = cost;
    best = run;
  }
  return best;
}

/** How often the lines of two runs cross when the first one is the upper. */
function cost2(upper: Run, lower: Run): number {
  const isWithin = (at: number, run: Run) => at > run.first && at < run.last;
  return upper.bottoms.filter((bottom) => isWithin(bottom, lower)).length + (isWithin(lower.top, upper) ? 1 : 0);
}

function freePlace({ first, last, top }: Run, taken: ReadonlySet<number>): number {
  const between = Array.from({ length: Math.max(0, last - first - 1) }, (_, index) => first + 1 + index);
  const near = between.filter((at) => !taken.has(at)).sort((a, b) => Math.abs(a - top) - Math.abs(b - top));
  let beyond = last + 1;
  while (taken.has(beyond)) beyond++;
  return near[0] ?? beyond;
}
