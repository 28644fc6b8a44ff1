import { width } from '../text/width.ts';
import { wrap } from '../text/wrap.ts';
import { markText, verbOf } from './components.ts';
import type { DiagramNode, Edge, Graph } from './graph.ts';
import { titledGraphs } from './sections.ts';
import type { TextOptions } from './text-options.ts';

const BRACKETS: Readonly<Partial<Record<DiagramNode['shape'], readonly [string, string]>>> = {
  cache: ['[', ']'],
  store: ['(', ')'],
};
const INDENT = '  ';

/** A diagram in words, for where no picture fits: who calls whom, title by title and group by group. */
export function toList(graph: Graph, options: TextOptions): string[] {
  return titledGraphs(graph).flatMap(({ title, graph: part }, index) => {
    const gap = index === 0 ? [] : [''];
    if (title === undefined) return [...gap, ...partRows(part, options)];
    const rows = partRows(part, { ...options, width: Math.max(1, options.width - INDENT.length) });
    return [...gap, ...wrap(title, options.width), ...rows.map((row) => INDENT + row)];
  });
}

function partRows(graph: Graph, { width: columns, ascii }: TextOptions): string[] {
  const names = new Map(graph.nodes.map(({ id, label, shape }) => [id, bracketed(label, shape)]));
  if (graph.kind === 'sequence') {
    return sequenceSteps(graph, names).flatMap(({ text, depth }) => hanging(text, INDENT.repeat(depth), columns));
  }
  const grouped = new Set(graph.groups.flatMap(({ members }) => members));
  const rows = (ids: readonly string[], indent: string) =>
    ids.flatMap((id) => {
      const text = lineOf(id, graph, { names, dash: ascii ? '-' : '–' });
      return text === undefined ? [] : hanging(text, indent, columns);
    });
  const outside = graph.nodes.map(({ id }) => id).filter((id) => !grouped.has(id));
  return [
    ...rows(outside, ''),
    ...graph.groups.flatMap(({ label, members }) => {
      const all = members.map((id) => names.get(id) ?? id).join(', ');
      return [...hanging(`${label}: ${all}`, '', columns), ...rows(members, INDENT)];
    }),
  ];
}

/** Messages are numbered; what stands in a frame stands further in. */
function sequenceSteps(graph: Graph, names: ReadonlyMap<string, string>): { text: string; depth: number }[] {
  let depth = 0;
  const marks = (after: number) =>
    (graph.marks ?? [])
      .filter((mark) => mark.after === after)
      .map((mark) => {
        if (mark.kind === 'end') depth--;
        const own = mark.kind === 'branch' ? depth - 1 : depth;
        if (mark.kind === 'begin') depth++;
        return { text: markText(mark, graph), depth: Math.max(0, own) };
      });
  const steps = graph.edges.flatMap((edge, index) => [
    ...marks(index),
    { text: `${index + 1}. ${phrase(edge, graph, names)}`, depth },
  ]);
  return [...steps, ...marks(graph.edges.length)];
}

interface Wording {
  readonly names: ReadonlyMap<string, string>;
  /** Before what an arrow is about. */
  readonly dash: string;
}

/** What one component does; undefined for those that only others do something with. */
function lineOf(id: string, graph: Graph, { names, dash }: Wording): string | undefined {
  const edges = graph.edges.filter(({ from }) => from === id);
  const isAlone = graph.edges.every(({ from, to }) => from !== id && to !== id);
  if (isAlone) return names.get(id);
  if (edges.length === 0) return undefined;
  const byVerb = new Map<string, string[]>();
  for (const edge of edges) {
    const verb = listVerb(edge, graph.nodes);
    const about = edge.label === undefined ? '' : ` ${dash} ${edge.label}`;
    byVerb.set(verb, [...(byVerb.get(verb) ?? []), `${names.get(edge.to) ?? edge.to}${about}`]);
  }
  const clauses = Array.from(byVerb, ([verb, targets]) => `${verb} ${targets.join(', ')}`);
  return `${names.get(id) ?? id} ${clauses.join('; ')}`;
}

function listVerb(edge: Edge, nodes: readonly DiagramNode[]): string {
  const isMessage = edge.style === 'message';
  if (edge.heads === 'none') return 'is connected to';
  if (edge.heads === 'both') return isMessage ? 'exchanges messages with' : 'calls, and is called by,';
  return isMessage ? 'sends to' : verbOf(edge, nodes);
}

function phrase(edge: Edge, graph: Graph, names: ReadonlyMap<string, string>): string {
  const about = edge.label === undefined ? '' : `: ${edge.label}`;
  const lost = edge.isLost === true ? ' (lost)' : '';
  return `${names.get(edge.from) ?? edge.from} ${listVerb(edge, graph.nodes)} ${names.get(edge.to) ?? edge.to}${about}${lost}`;
}

function bracketed(label: string, shape: DiagramNode['shape']): string {
  const [open, close] = BRACKETS[shape] ?? ['', ''];
  return `${open}${label}${close}`;
}

function hanging(text: string, indent: string, columns: number): string[] {
  const first = wrap(text, Math.max(1, columns - width(indent)));
  if (first.length === 1) return [`${indent}${text}`];
  const [head = ''] = first;
  const rest = wrap(text.slice(head.length).trimStart(), Math.max(1, columns - width(indent) - INDENT.length));
  return [`${indent}${head}`, ...rest.map((row) => `${indent}${INDENT}${row}`)];
}
