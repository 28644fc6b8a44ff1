/** What a number measures. A count is of anything; a ratio is a share of 1. */
type Dimension = 'count' | 'rate' | 'bytes' | 'bytes/s' | 'time' | 'ratio' | 'times' | 'money';

/** One way to read a number, in the base unit of its dimension: bytes, seconds, per second. */
export interface Reading {
  readonly dimension: Dimension;
  readonly value: number;
}
