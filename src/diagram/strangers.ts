import type { DiagramFault } from './graph.ts';
import { readFlowchart } from './mermaid/read-flowchart.ts';
import type { SourceLine } from './source-lines.ts';

const HEADERS: readonly (readonly [RegExp, string, string])[] = [
  [
    /^\s*(?:flow\s?chart|graph)(?:\s+\w{1,2})?\s*;?\s*$/i,
    'No flowchart of Mermaid begins so.',
    'Begin with `flowchart LR`.',
  ],
  [/^\s*sequence\s?diagram\b[^-<>]*$/i, 'No sequence diagram of Mermaid begins so.', 'Begin with `sequenceDiagram`.'],
  [/^\s*@start\w+/i, 'sdi cannot read PlantUML.', 'Write `client -> api`, a line each, or Mermaid.'],
  [
    /^\s*(?:strict\s+)?digraph\b[^{]*\{/i,
    'sdi cannot read Graphviz.',
    'Write `client -> api`, a line each, or Mermaid.',
  ],
];
/** Frames, rows of a table, and lines of nothing but what points down or up. */
const BOX_ART = /[│║┌┐└┘├┤╭╮╯╰╔╗╚╝]|\+--|--\+|^\s*\|.*\|[-=>\s]*$|^\s*[|vV↓↑⬇⬆^▼▲][\s|vV↓↑⬇⬆^▼▲]*$/u;
/** An id with brackets of Mermaid right behind it. */
const MERMAID_NODE = /[\p{L}\p{N}_](?:\[[^[\]]+\]|\[\([^()]+\)\]|\([^()]+\)|\{[^{}]+\})/u;

/** What a text is that is not in the arrow notation, and so has faults in every line. */
export function strangerIn(lines: readonly SourceLine[]): DiagramFault | undefined {
  const first = lines.find(({ text }) => text.trim() !== '');
  if (first === undefined) return undefined;
  const header = HEADERS.find(([pattern]) => pattern.test(first.text));
  if (header !== undefined) return { line: first.line, column: 1, message: header[1], hint: header[2] };
  const art = lines.find(({ text }) => BOX_ART.test(text));
  if (art !== undefined) {
    const hint = 'Write `client -> lb -> api`, a line for each way through it.';
    return { line: art.line, column: 1, message: 'Box art and tables are not read.', hint };
  }
  if (!isBareFlowchart(lines)) return undefined;
  const message = 'This is a flowchart of Mermaid without its first line.';
  return { line: first.line, column: 1, message, hint: 'Begin with `flowchart LR`.' };
}

function isBareFlowchart(lines: readonly SourceLine[]): boolean {
  if (!lines.some(({ text }) => MERMAID_NODE.test(text))) return false;
  return readFlowchart([{ text: 'flowchart LR', line: 0 }, ...lines]).graph !== undefined;
}
