import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Edge, Graph } from '../../src/diagram/graph.ts';
import { readDiagram } from '../../src/diagram/read-diagram.ts';

export interface Sample {
  readonly name: string;
  readonly text: string;
}

const folder = fileURLToPath(new URL('samples/', import.meta.url));

/** The diagrams in `samples/`, by their file names. */
export const SAMPLES: readonly Sample[] = readdirSync(folder)
  .sort()
  .map((name) => ({ name, text: readFileSync(`${folder}${name}`, 'utf8') }));

/** The graph of a text that has no faults. */
export function graphOf(text: string): Graph {
  const reading = readDiagram(text);
  if (reading.graph === undefined) throw new Error(JSON.stringify(reading.faults));
  return reading.graph;
}

export function sample(name: string): Graph {
  const found = SAMPLES.find((each) => each.name === name);
  if (found === undefined) throw new Error(`There is no sample ${name}.`);
  return graphOf(found.text);
}

/** Edges as short texts, by the labels of their ends: `api -> db: read`, `api => queue`. */
export function edgeTexts(graph: Graph): string[] {
  const labels = new Map(graph.nodes.map(({ id, label }) => [id, label]));
  return graph.edges.map((edge) =>
    edgeText({ ...edge, from: labels.get(edge.from) ?? '', to: labels.get(edge.to) ?? '' }),
  );
}

function edgeText({ from, to, style, heads, label }: Edge): string {
  const line = { call: '-', message: '=', reply: '.' }[style];
  const arrow = `${heads === 'both' ? '<' : ''}${line}${heads === 'none' ? line : '>'}`;
  return `${from} ${arrow} ${to}${label === undefined ? '' : `: ${label}`}`;
}

/** Nodes as they are written: `api`, `[cache]`, `(store)`, `queue!`, `actor?`. */
export function nodeTexts(graph: Graph): string[] {
  const marks = { box: ['', ''], cache: ['[', ']'], store: ['(', ')'], queue: ['', '!'], actor: ['', '?'] } as const;
  return graph.nodes.map(({ label, shape }) => marks[shape].join(label));
}
