/**
 * How much the words of a statement speak for each point of a problem: learned from examples and labelled answers.
 * `training/README.md` tells how.
 */
export interface Weights {
  /** A hash of what they were learned from: other signals or examples want other weights. */
  readonly learnedFrom: string;
  /** The ids of the points, in the order of `bias` and of the rows of `weights`. */
  readonly points: readonly string[];
  /** What a point starts from; where the sum comes out above 0 the point is made. */
  readonly bias: readonly number[];
  /** From this sum on (below 0) it is near enough to ask the candidate. */
  readonly unsureFrom: number;
  readonly features: readonly string[];
  /** What each feature says of each point, feature by feature. Signed bytes, base64. */
  readonly weights: string;
}

/** All weights are whole numbers of this size. */
export const WEIGHT_STEP = 1 / 10;

/** Signed bytes of base64. */
export function decodeWeights(base64: string): Int8Array {
  const bytes = atob(base64);
  const weights = new Int8Array(bytes.length);
  for (let at = 0; at < bytes.length; at++) weights[at] = bytes.charCodeAt(at);
  return weights;
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
