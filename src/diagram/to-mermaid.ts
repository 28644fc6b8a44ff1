import type { DiagramNode, Edge, Graph, Group, Mark } from './graph.ts';
import { type Titled, titledGraphs } from './sections.ts';

/** Diagrams of so few components are drawn from left to right. */
const FEW = 6;
const BRACKETS: Readonly<Record<DiagramNode['shape'], readonly [string, string]>> = {
  box: ['["', '"]'],
  store: ['[("', '")]'],
  cache: ['{{"', '"}}'],
  queue: ['[/"', '"/]'],
  actor: ['(["', '"])'],
};
const LINKS: Readonly<Record<'call' | 'message', Readonly<Record<Edge['heads'], string>>>> = {
  call: { to: '-->', both: '<-->', none: '---' },
  message: { to: '-.->', both: '<-.->', none: '-.-' },
};
const SIGNALS = { call: '->>', message: '-)', reply: '-->>' } as const;
/** Mermaid wants some text behind the colon of a message. */
const NO_TEXT = '#160;';

/** Mermaid for Markdown, without a fence. Ids are made up; labels are quoted and escaped. */
export function toMermaid(graph: Graph): string {
  const lines = graph.kind === 'sequence' ? sequenceLines(graph) : flowLines(graph);
  return `${lines.join('\n')}\n`;
}

/** A title is a subgraph; a component stands in each of them under an id of its own. */
function flowLines(graph: Graph): string[] {
  const parts = titledGraphs(graph);
  const first = { node: 1, group: 1, section: 1 };
  return [
    `flowchart ${graph.nodes.length <= FEW ? 'LR' : 'TD'}`,
    ...parts.flatMap((part) => {
      const lines = partLines(part, first);
      first.node += part.graph.nodes.length;
      first.group += part.graph.groups.length;
      if (part.title === undefined) return lines;
      return [`  subgraph s${first.section++}["${escaped(part.title)}"]`, ...lines.map((line) => `  ${line}`), '  end'];
    }),
  ];
}

interface FirstNumbers {
  readonly node: number;
  readonly group: number;
}

function partLines({ graph: { nodes, edges, groups } }: Titled, first: FirstNumbers): string[] {
  const ids = new Map(nodes.map(({ id }, index) => [id, `n${first.node + index}`]));
  const grouped = new Set(groups.flatMap(({ members }) => members));
  const nodeLine = ({ id, label, shape }: DiagramNode) => {
    const [open, close] = BRACKETS[shape];
    return `  ${ids.get(id) ?? ''}${open}${escaped(label)}${close}`;
  };
  const groupLines = (group: Group): string[] => [
    `  subgraph g${first.group + groups.indexOf(group)}["${escaped(groupName(group, groups))}"]`,
    ...nodes.filter(({ id }) => group.members.includes(id)).map((node) => `  ${nodeLine(node)}`),
    ...groups
      .filter(({ within }) => within?.id === group.id)
      .flatMap((inner) => groupLines(inner).map((line) => `  ${line}`)),
    '  end',
  ];
  return [
    ...groups.filter((group) => outerOf(group, groups) === undefined).flatMap(groupLines),
    ...nodes.filter(({ id }) => !grouped.has(id)).map(nodeLine),
    ...edges.map(({ from, to, style, heads, label }) => {
      const link = LINKS[style === 'call' ? 'call' : 'message'][heads];
      return `  ${ids.get(from) ?? ''} ${link}${label === undefined ? '' : `|"${escaped(label)}"|`} ${ids.get(to) ?? ''}`;
    }),
  ];
}

/** A group whose outer one is not shown has the whole name. */
function groupName(group: Group, groups: readonly Group[]): string {
  return outerOf(group, groups) === undefined ? group.label : (group.within?.own ?? group.label);
}

function outerOf({ within }: Group, groups: readonly Group[]): Group | undefined {
  return groups.find(({ id }) => id === within?.id);
}

function sequenceLines({ nodes, edges, marks = [], sections = [] }: Graph): string[] {
  const ids = new Map(nodes.map(({ id }, index) => [id, `n${index + 1}`]));
  const marksAt = (after: number) => marks.filter((mark) => mark.after === after).map((mark) => markLine(mark, ids));
  return [
    'sequenceDiagram',
    ...sections.flatMap(({ title }) => (title === undefined ? [] : [`  title ${escaped(title)}`])),
    ...nodes.map(({ id, label, shape }) => {
      return `  ${shape === 'actor' ? 'actor' : 'participant'} ${ids.get(id) ?? ''} as ${escaped(label)}`;
    }),
    ...edges.flatMap(({ from, to, label, ...edge }, index) => [
      ...marksAt(index),
      `  ${ids.get(from) ?? ''}${signalOf(edge)}${ids.get(to) ?? ''}: ${label === undefined ? NO_TEXT : escaped(label)}`,
    ]),
    ...marksAt(edges.length),
  ];
}

function markLine({ kind, word, text, nodes }: Mark, ids: ReadonlyMap<string, string>): string {
  const shown = text === '' ? '' : escaped(text);
  if (kind !== 'note') return `  ${word} ${shown}`.trimEnd();
  return `  ${word} ${nodes.map((id) => ids.get(id) ?? '').join(',')}: ${shown === '' ? NO_TEXT : shown}`;
}

function signalOf({ style, heads, isLost }: Pick<Edge, 'style' | 'heads' | 'isLost'>): string {
  if (isLost === true) return style === 'reply' ? '--x' : '-x';
  return heads === 'both' ? `<<${SIGNALS[style === 'call' ? 'call' : 'reply']}` : SIGNALS[style];
}

/** What Mermaid, HTML or Markdown would read as more than text becomes an entity; so does what looks like a list. */
function escaped(label: string): string {
  return label
    .replaceAll(/["#<>&`\\;$[\]{}()|*_~%@:]/g, entity)
    .replace(/^(?:[-+=/]|(\d+)([.)]))/, (start, number?: string, mark?: string) => {
      return number === undefined || mark === undefined ? entity(start) : `${number}${entity(mark)}`;
    });
}

function entity(character: string): string {
  return `#${character.codePointAt(0) ?? 0};`;
}
