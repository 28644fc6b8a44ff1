import type { Graph } from '../diagram/graph.ts';
import { readDiagram } from '../diagram/read-diagram.ts';

/** A diagram in the text of an answer; offsets in UTF-16 code units, the end exclusive. */
export interface DrawnDiagram {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly graph: Graph;
}

interface Line {
  readonly text: string;
  readonly start: number;
}

const ARROW = /<?[-=]{1,2}>|<-|[→⇒]/;
const GROUP = /^\s*(?:region|zone|group|vpc|cell|cluster|site)\s[^:]{1,40}:/i;
const MERMAID = /^\s*(?:flowchart|graph|sequenceDiagram)\b/;
/** Names of components are short; longer ones are sentences with an arrow in them. */
const MOST_WORDS = 4;
/** Components are no persons, and their names no ends of sentences. */
const TELLS = /\b(?:we|i|it|you|they|is|are|will|would|must|should|then|because|so)\b|[.]$/i;
/** An arrow in working or code: "100M/min -> 1.67M/s", "if (a) => b". */
const NO_NAME = /^[\d$~≈<>+*/.]|[;{}"`!?]|^(?:if|when|then|else|for|while|return|so|and|or|but)\b/i;

/** The diagrams in a text: blocks of lines that can be read as one and have an edge. Prose is never taken for one. */
export function diagramsIn(text: string): readonly DrawnDiagram[] {
  const found: DrawnDiagram[] = [];
  let block: Line[] = [];
  const close = () => {
    const diagram = diagramOf(text, block);
    if (diagram !== undefined) found.push(diagram);
    block = [];
  };
  for (const line of linesOf(text)) {
    if (belongs(line.text, block)) block.push(line);
    else close();
  }
  close();
  return found;
}

function linesOf(text: string): readonly Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const placed = { text: line, start };
    start += line.length + 1;
    return placed;
  });
}

/** Mermaid goes on to the next empty line; a group belongs to the edges around it. */
function belongs(line: string, block: readonly Line[]): boolean {
  if (block[0] !== undefined && MERMAID.test(block[0].text)) return line.trim() !== '' && !line.startsWith('```');
  return MERMAID.test(line) || GROUP.test(line) || isEdge(line);
}

function isEdge(line: string): boolean {
  if (!ARROW.test(line)) return false;
  const [chain = ''] = line.split(/:\s/);
  const names = chain.split(/\s*(?:<?[-=]{1,2}>|<-|[→⇒])\s*|,\s*/).map((name) => name.trim());
  return (
    names.length > 1 &&
    names.every(
      (name) => name.split(/\s+/).length <= MOST_WORDS && name !== '' && !NO_NAME.test(name) && !TELLS.test(name),
    )
  );
}

function diagramOf(text: string, block: readonly Line[]): DrawnDiagram | undefined {
  const [first] = block;
  const last = block.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const end = last.start + last.text.length;
  const written = text.slice(first.start, end);
  const { graph } = readDiagram(written);
  return graph === undefined || graph.edges.length === 0
    ? undefined
    : { text: written, start: first.start, end, graph };
}
