import type { Shape } from '../graph.ts';
import { plainLabel } from './statements.ts';

export interface FlowNode {
  readonly id: string;
  /** Undefined where only the id is written. */
  readonly label: string | undefined;
  readonly shape: Shape | undefined;
  /** The offset behind it. */
  readonly end: number;
}

/** Longer brackets first. A plain rectangle says nothing about what it is, a diamond neither. */
const BRACKETS: readonly (readonly [string, readonly string[], Shape])[] = [
  ['(((', [')))'], 'actor'],
  ['([', ['])'], 'actor'],
  ['((', ['))'], 'actor'],
  ['[[', [']]'], 'box'],
  ['[(', [')]'], 'store'],
  ['[/', ['/]', '\\]'], 'queue'],
  ['[\\', ['\\]', '/]'], 'queue'],
  ['{{', ['}}'], 'cache'],
  ['[', [']'], 'box'],
  ['(', [')'], 'box'],
  ['{', ['}'], 'box'],
  ['>', [']'], 'queue'],
];
/** The names of shapes behind `@{ shape: … }` that mean more than a box. */
const NAMED_SHAPES: ReadonlyMap<string, Shape> = new Map([
  ...['cyl', 'cylinder', 'database', 'db', 'disk', 'lin-cyl', 'lined-cylinder'].map((name) => [name, 'store'] as const),
  ...['das', 'h-cyl', 'horizontal-cylinder', 'lean-r', 'lean-l'].map((name) => [name, 'queue'] as const),
  ...['hex', 'hexagon', 'prepare'].map((name) => [name, 'cache'] as const),
  ...['stadium', 'pill', 'terminal', 'circle', 'circ', 'dbl-circ'].map((name) => [name, 'actor'] as const),
]);
/** A dash belongs to an id where no arrow starts with it. */
const ID = /(?:[\p{L}\p{N}_.*/]|[-=](?![-=.>ox])|(?<=[\p{L}\p{N}])-(?=[ox][\p{L}\p{N}]))+/uy;
/** A link and the bracket of the next node: the own one was never closed. */
const HOLDS_LINK = /(?:--+>|---|==+>|-\.+->)(?:\|[^|]*\|)?\s*[\p{L}\p{N}_]+[[({]/u;
const CLASS = /:::[\w-]+/y;
const SHAPE_DATA = /@\{([^}]*)\}/y;

/** The node that starts at an offset, or undefined where none does; `unclosed` is where a bracket has no end. */
export function flowNodeAt(text: string, start: number): FlowNode | { readonly unclosed: number } | undefined {
  ID.lastIndex = start;
  const id = ID.exec(text)?.[0];
  if (id === undefined) return undefined;
  const shaped = shapeAt(text, start + id.length);
  if ('unclosed' in shaped) return shaped;
  CLASS.lastIndex = shaped.end;
  const end = CLASS.test(text) ? CLASS.lastIndex : shaped.end;
  return { id, label: shaped.label, shape: shaped.shape, end };
}

interface Shaped {
  readonly label: string | undefined;
  readonly shape: Shape | undefined;
  readonly end: number;
}

function shapeAt(text: string, start: number): Shaped | { readonly unclosed: number } {
  SHAPE_DATA.lastIndex = start;
  const data = SHAPE_DATA.exec(text)?.[1];
  if (data !== undefined) {
    const name = /\bshape:\s*"?([\w-]+)/.exec(data)?.[1] ?? '';
    const label = /\blabel:\s*(?:"([^"]*)"|([^,]*))/.exec(data);
    const written = label?.[1] ?? label?.[2];
    const shape = NAMED_SHAPES.get(name) ?? 'box';
    return { label: written === undefined ? undefined : plainLabel(written), shape, end: SHAPE_DATA.lastIndex };
  }
  const bracket = BRACKETS.find(([open]) => text.startsWith(open, start));
  if (bracket === undefined) return { label: undefined, shape: undefined, end: start };
  const [open, closes, shape] = bracket;
  const from = start + open.length;
  const close = closeAt(text, from, closes);
  if (close === undefined) return { unclosed: start };
  const written = text.slice(from, close.at);
  if (HOLDS_LINK.test(written) && !written.trim().startsWith('"')) return { unclosed: start };
  return { label: plainLabel(written), shape: shape === 'box' ? undefined : shape, end: close.at + close.length };
}

/** Brackets within quotes close nothing. */
function closeAt(text: string, from: number, closes: readonly string[]): { at: number; length: number } | undefined {
  let search = from;
  const quote = /\s*"/y;
  quote.lastIndex = from;
  if (quote.test(text)) {
    const end = text.indexOf('"', quote.lastIndex);
    if (end === -1) return undefined;
    search = end + 1;
  }
  return closes
    .map((close) => ({ at: text.indexOf(close, search), length: close.length }))
    .filter(({ at }) => at !== -1)
    .sort((a, b) => a.at - b.at)[0];
}
