/** A statement by its features, and what it is to each point. */
export interface Sample {
  /** Numbers of its features. */
  readonly features: Int32Array;
  /** By point: whether it makes it. */
  readonly makes: Uint8Array;
  /** By point: how much it counts; from 1 on it is an example of that very point. */
  readonly counts: Float32Array;
}

/** Weights by feature, and by feature and point. */
export interface Learned {
  readonly bias: Float32Array;
  readonly shared: Float32Array;
  /** Of a feature, one behind the other, its weights for all points. */
  readonly own: Float32Array;
}

const ROUNDS = 12;
const BIAS_RATE = 0.5;
/** Weights learn more slowly than biases: they are many. */
const RATE = 0.15;
const DECAY = 2e-5;
/** Errors below this change nothing that matters. */
const NEGLIGIBLE = 1e-4;

/**
 * One logistic regression a point over features of unit length, all together, with weights that they share; by AdaGrad
 * (Duchi, Hazan and Singer, 2011) in an order that is always the same.
 */
export function learn(samples: readonly Sample[], features: number, points: number): Learned {
  const model = new Model(features, points);
  const order = samples.map((_, index) => index);
  const random = seeded(7);
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order, random);
    for (const index of order) {
      const sample = samples[index];
      if (sample !== undefined) model.take(sample);
    }
  }
  return model;
}

/** What a model makes of features, by point; above 0 it is made. */
export function scoreOf({ bias, shared, own }: Learned, features: Int32Array, point: number): number {
  const points = bias.length;
  let sum = 0;
  for (const feature of features) sum += (shared[feature] ?? 0) + (own[feature * points + point] ?? 0);
  return (bias[point] ?? 0) + sum * lengthOf(features);
}

function lengthOf(features: Int32Array): number {
  return features.length === 0 ? 0 : 1 / Math.sqrt(features.length);
}

class Model implements Learned {
  readonly #bias: Weighing;
  readonly #shared: Weighing;
  readonly #own: Weighing;

  constructor(features: number, points: number) {
    this.#bias = new Weighing(points, BIAS_RATE);
    this.#shared = new Weighing(features, RATE);
    this.#own = new Weighing(features * points, RATE);
  }

  get bias(): Float32Array {
    return this.#bias.weights;
  }

  get shared(): Float32Array {
    return this.#shared.weights;
  }

  get own(): Float32Array {
    return this.#own.weights;
  }

  take({ features, makes, counts }: Sample): void {
    const points = counts.length;
    const length = lengthOf(features);
    let sharedError = 0;
    for (let point = 0; point < points; point++) {
      const count = counts[point] ?? 0;
      if (count === 0) continue;
      const chance = 1 / (1 + Math.exp(-scoreOf(this, features, point)));
      const error = (chance - (makes[point] ?? 0)) * count;
      if (Math.abs(error) < NEGLIGIBLE) continue;
      if (count >= 1) sharedError += error;
      this.#bias.learn(point, error);
      for (const feature of features) this.#own.learn(feature * points + point, error * length);
    }
    if (sharedError === 0) return;
    for (const feature of features) this.#shared.learn(feature, sharedError * length);
  }
}

/** Weights with the squares of all gradients that each has met. */
class Weighing {
  readonly weights: Float32Array;
  readonly #squares: Float32Array;
  readonly #rate: number;

  constructor(size: number, rate: number) {
    this.weights = new Float32Array(size);
    this.#squares = new Float32Array(size).fill(1e-6);
    this.#rate = rate;
  }

  learn(at: number, error: number): void {
    const gradient = error + DECAY * (this.weights[at] ?? 0);
    const square = (this.#squares[at] ?? 0) + gradient * gradient;
    this.#squares[at] = square;
    this.weights[at] = (this.weights[at] ?? 0) - (this.#rate * gradient) / Math.sqrt(square);
  }
}

function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
}

/** A linear congruential generator (Numerical Recipes): the same sequence everywhere. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
