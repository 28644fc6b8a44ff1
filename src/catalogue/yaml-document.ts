import type { Diagnostic } from '../errors.ts';
import { type Fault, mostOf, type Path, type Place, type TextFault } from './faults/fault.ts';
import { type LineMap, lineMapOf } from './yaml/line-map.ts';
import { scanYaml } from './yaml/scan.ts';
import { composeYaml } from './yaml/syntax.ts';
import { decodeText } from './yaml/text.ts';
import { type PlacedValue, placeValues } from './yaml/values.ts';

/** The largest file of content. */
export const CONTENT_LIMIT = 256 * 1024;

export interface YamlDocument {
  readonly file: string;
  /** Plain data: strings, numbers, booleans, null, arrays and objects. */
  readonly value: unknown;
  /** Where a value stands, or its key; a path that is not there leads to the key of what should hold it. */
  at(path: Path, on?: 'key' | 'value'): Place;
  /** Faults with their places, in the order of the file. */
  diagnostics(faults: readonly Fault[]): Diagnostic[];
}

export type ParsedYaml =
  | { readonly ok: true; readonly document: YamlDocument }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Never throws. Only plain data is accepted: no aliases, tags, merge keys, directives or duplicate keys. `limit` is in bytes. */
export function parseYaml(bytes: Uint8Array, file: string, limit = CONTENT_LIMIT): ParsedYaml {
  const { text, faults: textFaults } = decodeText(bytes, limit);
  const map = lineMapOf(text);
  const refuse = (faults: readonly TextFault[]): ParsedYaml => ({
    ok: false,
    diagnostics: cut(faults.map((fault) => placed(fault, file, map))),
  });

  if (textFaults.length > 0) return refuse(textFaults);
  const scanFaults = scanYaml(text);
  if (scanFaults.length > 0) return refuse(scanFaults);
  const composed = composeYaml(text);
  if (!('contents' in composed)) return refuse(composed);
  const valueFaults: TextFault[] = [];
  const root = placeValues(composed.contents, 0, valueFaults);
  if (valueFaults.length > 0) return refuse(valueFaults);
  return { ok: true, document: documentOf(root, { file, text, map }) };
}

interface Written {
  readonly file: string;
  readonly text: string;
  readonly map: LineMap;
}

function documentOf(root: PlacedValue, { file, text, map }: Written): YamlDocument {
  const diagnostic = (fault: Fault): Diagnostic => {
    const { line, column } = map.place(offsetOf(fault, root, text));
    return { file, line, column, ...words(fault), source: map.line(line) };
  };
  return {
    file,
    value: root.value,
    at: (path, on = 'value') => map.place(spanAt(root, path, on).offset),
    diagnostics: (faults) => cut(faults.map(diagnostic).sort(byPlace)),
  };
}

function offsetOf({ path, on, within }: Fault, root: PlacedValue, text: string): number {
  const { offset, end } = spanAt(root, path, on ?? 'value');
  if (within === undefined) return offset;
  // A folded text has its spaces elsewhere; what is written with escapes is not found, and the value has to do.
  const found = looseSpaces(within.part).exec(text.slice(offset, end));
  if (found === null) return offset;
  const before = looseSpaces(within.part.slice(0, within.offset)).exec(found[0]);
  return offset + found.index + (before?.[0].length ?? 0);
}

function looseSpaces(part: string): RegExp {
  return new RegExp(part.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll(/\s+/g, '\\s+'), 'u');
}

/** A path that leads nowhere ends at the key of what should hold it. */
function spanAt(root: PlacedValue, path: Path, on: 'key' | 'value'): { readonly offset: number; readonly end: number } {
  let value = root;
  let keyOffset = root.offset;
  for (const step of path) {
    const child = value.children.get(step);
    if (!child) return { offset: keyOffset, end: keyOffset };
    value = child;
    keyOffset = child.keyOffset;
  }
  return on === 'key' ? { offset: keyOffset, end: keyOffset } : value;
}

function placed(fault: TextFault, file: string, map: LineMap): Diagnostic {
  const { line, column } = map.place(fault.offset);
  return { file, line, column, ...words(fault), source: map.line(line) };
}

function words({ message, hint }: { message: string; hint?: string }): { message: string; hint?: string } {
  return hint === undefined ? { message } : { message, hint };
}

function byPlace(one: Diagnostic, other: Diagnostic): number {
  return one.line - other.line || one.column - other.column;
}

function cut(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return mostOf(diagnostics, (last, left) => ({ ...last, message: `and ${left} more faults from here on` }));
}
