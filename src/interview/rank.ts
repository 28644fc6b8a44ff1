/** A number for an id that changes with the seed (FNV-1a, 32 bits). */
export function rank(seed: number, id: string): number {
  let hash = 0x811c9dc5;
  for (const character of `${seed}:${id}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash;
}
