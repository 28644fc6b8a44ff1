/**
 * How much the words of a statement speak for each point of a problem: learned from examples that make a point, fall short
 * of it, or turn it down. `training/README.md` tells how.
 */
export interface Weights {
  /** A hash of what they were learned from: other signals or examples want other weights. */
  readonly learnedFrom: string;
  /** The ids of the points, in the order of `bias` and of the rows of `own`. */
  readonly points: readonly string[];
  /** What a point starts from; where the sum comes out above 0 the point is made. */
  readonly bias: readonly number[];
  readonly features: readonly string[];
  /** What each feature says of any claim: whether something is decided or only mentioned. Signed bytes, base64. */
  readonly shared: string;
  /** What each feature says of each point, feature by feature. Signed bytes, base64. */
  readonly own: string;
}

/** All weights are whole numbers of this size. */
export const WEIGHT_STEP = 1 / 10;

/** Signed bytes of base64. */
export function decodeWeights(base64: string): Int8Array {
  return Int8Array.from(atob(base64), (character) => (character.charCodeAt(0) << 24) >> 24);
}

/** Numbers as signed bytes; what does not fit is cut off. */
export function encodeWeights(weights: Iterable<number>): string {
  let bytes = '';
  for (const weight of weights) {
    const steps = Math.max(-127, Math.min(127, Math.round(weight / WEIGHT_STEP)));
    bytes += String.fromCharCode(steps & 0xff);
  }
  return btoa(bytes);
}
