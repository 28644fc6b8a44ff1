import { isMap, isScalar, isSeq, type Pair, type ParsedNode, type YAMLMap } from 'yaml';
import type { TextFault } from '../faults/fault.ts';
import { unsafeCharacter } from './text.ts';

/** A value with the offset at which it begins, and those of what it holds. */
export interface PlacedValue {
  readonly value: unknown;
  readonly offset: number;
  /** Behind it; of a list or fields, where it begins. */
  readonly end: number;
  readonly children: ReadonlyMap<string | number, PlacedChild>;
}

interface PlacedChild extends PlacedValue {
  /** Where its key begins; for an item of a list, where the item does. */
  readonly keyOffset: number;
}

const NO_CHILDREN: ReadonlyMap<string | number, PlacedChild> = new Map();
// An assignment to one of these on an object that is put together by hand reaches its prototype.
const REFUSED_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** Plain values out of parsed nodes. Recursive: the depth was limited by `scanYaml`. Adds what is wrong to `faults`. */
export function placeValues(node: ParsedNode | null, offset: number, faults: TextFault[]): PlacedValue {
  if (isMap(node)) return placeMap(node as YAMLMap.Parsed, faults);
  if (isSeq<ParsedNode>(node)) return placeList(node.items, startOf(node, offset), faults);
  const start = startOf(node, offset);
  const value: unknown = isScalar(node) ? node.value : null;
  if (typeof value === 'string') checkText(value, start, faults);
  return { value, offset: start, end: node?.range?.[1] ?? start, children: NO_CHILDREN };
}

function placeList(items: readonly ParsedNode[], offset: number, faults: TextFault[]): PlacedValue {
  const children = new Map<number, PlacedChild>();
  for (const [index, item] of items.entries()) {
    const child = placeValues(item, offset, faults);
    children.set(index, { ...child, keyOffset: child.offset });
  }
  return { value: [...children.values()].map((child) => child.value), offset, end: offset, children };
}

function placeMap(map: YAMLMap.Parsed, faults: TextFault[]): PlacedValue {
  const children = new Map<string, PlacedChild>();
  const offset = startOf(map, 0);
  for (const pair of map.items as Pair<ParsedNode, ParsedNode | null>[]) {
    const keyOffset = startOf(pair.key, offset);
    // NFC, so that two spellings of one key that look the same are the same.
    const key = String(isScalar(pair.key) ? pair.key.value : '').normalize('NFC');
    const child = placeValues(pair.value, keyOffset, faults);
    const fault = keyFault(key, children.has(key));
    if (fault) faults.push({ offset: keyOffset, ...fault });
    else children.set(key, { ...child, keyOffset });
  }
  const value = Object.fromEntries([...children].map(([key, child]) => [key, child.value]));
  return { value, offset, end: offset, children };
}

function keyFault(key: string, taken: boolean): Omit<TextFault, 'offset'> | undefined {
  if (taken) return { message: `the key ${shown(key)} stands here a second time`, hint: 'Keep one of the two.' };
  if (REFUSED_KEYS.has(key)) return { message: `${key} cannot be a key`, hint: 'Take it out.' };
  if (key === '<<') return { message: 'merge keys (<<) are not read here', hint: 'Write the fields out.' };
  const character = unsafeCharacter(key);
  return character === undefined ? undefined : { message: `the key holds the character ${character}` };
}

function shown(key: string): string {
  return JSON.stringify(key.length > 40 ? `${key.slice(0, 40)}…` : key);
}

function checkText(text: string, offset: number, faults: TextFault[]): void {
  const character = unsafeCharacter(text);
  if (character === undefined) return;
  const message = `an escape in this text stands for the control character ${character}`;
  faults.push({ offset, message, hint: 'Take the escape out.' });
}

function startOf(node: { range?: readonly number[] | null } | null, otherwise: number): number {
  return node?.range?.[0] ?? otherwise;
}
