/** A smooth function of many numbers. */
export interface Smooth {
  /** Writes the gradient at `place`; gives the value there. */
  at(place: Float64Array, gradient: Float64Array): number;
}

/** Steps that are remembered. */
const MEMORY = 8;
/** A step must win this share of what the slope promises (Armijo). */
const LEAST_WIN = 1e-4;
const MOST_HALVINGS = 30;

interface Step {
  readonly moved: Float64Array;
  readonly turned: Float64Array;
  readonly curvature: number;
}

/**
 * A place near a minimum, after at most `rounds` steps from `start`: L-BFGS with backtracking (Nocedal and Wright, Numerical
 * Optimization, 2nd edition, algorithms 3.1 and 7.5).
 */
export function minimize(smooth: Smooth, start: Float64Array, rounds: number): Float64Array {
  let place = start;
  let gradient = new Float64Array(start.length);
  let value = smooth.at(place, gradient);
  const steps: Step[] = [];
  for (let round = 0; round < rounds; round++) {
    const direction = downhill(gradient, steps);
    const slope = dot(direction, gradient);
    if (!(slope < 0)) break;
    let stride = steps.length === 0 ? 1 / Math.sqrt(-slope) : 1;
    let next = place;
    let nextGradient = gradient;
    let nextValue = Number.POSITIVE_INFINITY;
    for (let halving = 0; halving < MOST_HALVINGS; halving++, stride /= 2) {
      next = along(place, direction, stride);
      nextGradient = new Float64Array(start.length);
      nextValue = smooth.at(next, nextGradient);
      if (nextValue <= value + LEAST_WIN * stride * slope) break;
    }
    if (!(nextValue < value)) break;
    const moved = along(next, place, -1);
    const turned = along(nextGradient, gradient, -1);
    const curvature = dot(moved, turned);
    if (curvature > 0) steps.push({ moved, turned, curvature });
    if (steps.length > MEMORY) steps.shift();
    [place, gradient, value] = [next, nextGradient, nextValue];
  }
  return place;
}

/** Minus the gradient, bent by the curvature that the last steps have met. */
function downhill(gradient: Float64Array, steps: readonly Step[]): Float64Array {
  const direction = gradient.map((each) => -each);
  const shares: number[] = [];
  for (const { moved, turned, curvature } of [...steps].reverse()) {
    const share = dot(moved, direction) / curvature;
    shares.unshift(share);
    addTo(direction, turned, -share);
  }
  const last = steps.at(-1);
  if (last !== undefined) {
    const scale = last.curvature / dot(last.turned, last.turned);
    for (let at = 0; at < direction.length; at++) direction[at] = (direction[at] ?? 0) * scale;
  }
  for (const [index, { moved, turned, curvature }] of steps.entries()) {
    addTo(direction, moved, (shares[index] ?? 0) - dot(turned, direction) / curvature);
  }
  return direction;
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}

function addTo(sum: Float64Array, other: Float64Array, share: number): void {
  for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) + share * (other[at] ?? 0);
}

function along(place: Float64Array, direction: Float64Array, stride: number): Float64Array {
  const sum = place.slice();
  addTo(sum, direction, stride);
  return sum;
}
