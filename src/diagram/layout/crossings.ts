/** How many lines cross between two layers: of each upper item in order, the places of those that it leads to. */
export function crossings(targets: readonly (readonly number[])[]): number {
  const size = Math.max(0, ...targets.flat()) + 2;
  const tree = new Int32Array(size);
  let seen = 0;
  let count = 0;
  for (const places of targets) {
    for (const place of places) {
      let within = 0;
      for (let at = place + 1; at > 0; at -= at & -at) within += tree[at] ?? 0;
      count += seen - within;
    }
    for (const place of places) {
      seen++;
      for (let at = place + 1; at < size; at += at & -at) tree[at] = (tree[at] ?? 0) + 1;
    }
  }
  return count;
}
