import type { Fault, Path } from '../faults/fault.ts';

/** A fault for every item whose `field` stood in the list before; letter case makes no difference. */
export function repeatedField<Field extends string>(
  items: readonly ({ readonly [Key in Field]?: string } | undefined)[] | undefined,
  field: Field,
  path: Path,
): Fault[] {
  const first = new Map<string, number>();
  return (items ?? []).flatMap((item, index) => {
    const word = item?.[field];
    const key = word?.toLowerCase();
    if (word === undefined || key === undefined) return [];
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, index);
      return [];
    }
    const message = `the ${field} ${JSON.stringify(word)} is that of item ${before + 1} too`;
    return [{ path: [...path, index, field], message, hint: 'Give each item of the list its own.' }];
  });
}
