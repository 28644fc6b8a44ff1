import { minimize } from './minimize.ts';

/** A statement by its features, and what it is to each point. */
export interface Sample {
  /** Numbers of its features. */
  readonly features: Int32Array;
  /** By point: whether it makes it. */
  readonly makes: Uint8Array;
  /** By point: how much it counts. */
  readonly counts: Float32Array;
}

/** What was learned: a bias a point, and of each feature, one behind the other, its weights for all points. */
export interface Learned {
  readonly bias: Float64Array;
  readonly weights: Float64Array;
}

/** Half of what the square of a weight costs. Chosen, as the rounds are, by labelled answers that were left out. */
const RIDGE = 0.1;
const ROUNDS = 60;

/**
 * One logistic regression a point over features of unit length, all together, with a part of each weight that all points
 * share; ridge regularised, by L-BFGS, stopped early. The same samples give the same weights.
 */
export function learn(samples: readonly Sample[], features: number, points: number): Learned {
  const loss = new Loss(samples, features, points);
  return loss.learned(minimize(loss, new Float64Array(loss.size), ROUNDS));
}

/** The loss over samples; its parameters are the own weights, feature by feature, the shared ones, and the biases. */
class Loss {
  readonly size: number;
  readonly #samples: readonly Sample[];
  readonly #features: number;
  readonly #points: number;
  readonly #lengths: Float64Array;

  constructor(samples: readonly Sample[], features: number, points: number) {
    this.#samples = samples;
    this.#features = features;
    this.#points = points;
    this.size = features * points + features + points;
    this.#lengths = Float64Array.from(samples, (sample) => 1 / Math.sqrt(Math.max(1, sample.features.length)));
  }

  /** Writes the gradient; gives the loss. Both are means over the samples. */
  at(parameters: Float64Array, gradient: Float64Array): number {
    const points = this.#points;
    const sharedFrom = this.#features * points;
    const biasFrom = sharedFrom + this.#features;
    const errors = new Float64Array(points);
    let loss = 0;
    for (let at = 0; at < biasFrom; at++) {
      const parameter = parameters[at] ?? 0;
      gradient[at] = RIDGE * parameter;
      loss += (RIDGE / 2) * parameter * parameter;
    }
    gradient.fill(0, biasFrom);
    for (const [index, { features, makes, counts }] of this.#samples.entries()) {
      const length = this.#lengths[index] ?? 1;
      errors.fill(0);
      let shared = 0;
      for (const feature of features) {
        shared += parameters[sharedFrom + feature] ?? 0;
        const from = feature * points;
        for (let point = 0; point < points; point++)
          errors[point] = (errors[point] ?? 0) + (parameters[from + point] ?? 0);
      }
      let sharedError = 0;
      for (let point = 0; point < points; point++) {
        const score = (parameters[biasFrom + point] ?? 0) + ((errors[point] ?? 0) + shared) * length;
        const count = counts[point] ?? 0;
        const isMade = makes[point] ?? 0;
        const error = (1 / (1 + Math.exp(-score)) - isMade) * count;
        loss += count * (Math.max(score, 0) + Math.log1p(Math.exp(-Math.abs(score))) - isMade * score);
        gradient[biasFrom + point] = (gradient[biasFrom + point] ?? 0) + error;
        errors[point] = error * length;
        sharedError += error * length;
      }
      for (const feature of features) {
        gradient[sharedFrom + feature] = (gradient[sharedFrom + feature] ?? 0) + sharedError;
        const from = feature * points;
        for (let point = 0; point < points; point++) {
          gradient[from + point] = (gradient[from + point] ?? 0) + (errors[point] ?? 0);
        }
      }
    }
    const share = 1 / Math.max(1, this.#samples.length);
    for (let at = 0; at < gradient.length; at++) gradient[at] = (gradient[at] ?? 0) * share;
    return loss * share;
  }

  learned(parameters: Float64Array): Learned {
    const points = this.#points;
    const sharedFrom = this.#features * points;
    return {
      bias: parameters.slice(sharedFrom + this.#features),
      weights: parameters
        .slice(0, sharedFrom)
        .map((own, at) => own + (parameters[sharedFrom + Math.floor(at / points)] ?? 0)),
    };
  }
}
