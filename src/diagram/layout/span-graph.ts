/** A wish of a pair: `to` stands at least `least` behind `from`, and each step further costs `weight`. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly least: number;
  readonly weight: number;
}

/** Spans in flat arrays: they are gone through thousands of times for one picture. */
export class SpanGraph {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly least: Int32Array;
  /** What it costs to move each node by one. */
  readonly pulls: Float64Array;
  /** The spans at node `n` are `touching` from `starts[n]` to before `starts[n + 1]`. */
  readonly starts: Int32Array;
  readonly touching: Int32Array;

  constructor(count: number, spans: readonly Span[]) {
    this.from = Int32Array.from(spans, ({ from }) => from);
    this.to = Int32Array.from(spans, ({ to }) => to);
    this.least = Int32Array.from(spans, ({ least }) => least);
    this.pulls = new Float64Array(count);
    this.starts = new Int32Array(count + 1);
    this.touching = new Int32Array(2 * spans.length);
    for (const { from, to, weight } of spans) {
      this.pulls[from] = at(this.pulls, from) - weight;
      this.pulls[to] = at(this.pulls, to) + weight;
      for (const node of [from, to]) this.starts[node + 1] = at(this.starts, node + 1) + 1;
    }
    for (let node = 0; node < count; node++) this.starts[node + 1] = at(this.starts, node + 1) + at(this.starts, node);
    const next = this.starts.slice();
    for (let span = 0; span < spans.length; span++) {
      for (const node of [at(this.from, span), at(this.to, span)]) {
        this.touching[at(next, node)] = span;
        next[node] = at(next, node) + 1;
      }
    }
  }

  /** The end of a span that is not `node`. */
  other(span: number, node: number): number {
    return at(this.from, span) === node ? at(this.to, span) : at(this.from, span);
  }
}

/** An element that is there. */
function at(array: Int32Array | Float64Array, index: number): number {
  return array[index] ?? 0;
}
