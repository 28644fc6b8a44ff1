/** A stretch of text in UTF-16 code units, `end` excluded. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Where a stretch came from: surely from the clipboard or a file, or perhaps from there. */
export type Origin = 'pasted' | 'perhaps-pasted';

export interface PastedStretch extends Stretch {
  readonly origin: Origin;
}

/** A change of a text: at `at`, `removed` goes and `inserted` comes. */
export interface Splice {
  readonly at: number;
  readonly removed: string;
  readonly inserted: string;
}

/** Where the stretches that were pasted lie after a splice; what it inserts is added when it was pasted itself. */
export function shiftPasted(
  pasted: readonly PastedStretch[],
  splice: Splice,
  origin: Origin | undefined,
): readonly PastedStretch[] {
  const { at, removed, inserted } = splice;
  if (pasted.length === 0 && origin === undefined) return pasted;
  const cutEnd = at + removed.length;
  const growth = inserted.length - removed.length;
  const shifted = pasted.flatMap((stretch): readonly PastedStretch[] => {
    const before = { ...stretch, start: stretch.start, end: Math.min(stretch.end, at) };
    const after = { ...stretch, start: Math.max(stretch.start, cutEnd) + growth, end: stretch.end + growth };
    return [before, after].filter(({ start, end }) => end > start);
  });
  if (origin !== undefined && inserted !== '') shifted.push({ start: at, end: at + inserted.length, origin });
  return shifted;
}

/** Whether any of the text from `start` to `end` is of one of the origins. */
export function isPasted(
  pasted: readonly PastedStretch[],
  { start, end }: Stretch,
  origins: readonly Origin[],
): boolean {
  return pasted.some((each) => each.start < end && each.end > start && origins.includes(each.origin));
}
