import { readDiagram } from '../diagram/read-diagram.ts';

/** Lines of a text that are meant as one diagram, whether or not it can be read. */
export interface DiagramBlock {
  readonly text: string;
  /** In UTF-16 code units. */
  readonly start: number;
  /** Of its first line, from 1. */
  readonly line: number;
}

interface Line {
  readonly text: string;
  readonly start: number;
}

/** The lines from one index to another, the last exclusive. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

type Kind = 'drawn' | 'broken' | 'blank' | 'text';

const ARROW = /[-–—]>|=>|~>|<[-=]|[←→↔⇐⇒⇔⟵-⟺]/;
const ARROWS = /<?[-–—=~.]{0,8}>|<[-=]{1,8}|[←→↔⇐⇒⇔⟵-⟺]/;
const GROUP =
  /^\s*(?:region|availability zone|zone|az|group|vpc|cell|cluster|data ?cent(?:er|re)|dc|subnet|network|site|cloud|tier|domain|namespace|shard|pod|rack)\s[^:]{1,40}:/i;
const MERMAID = /^\s*(?:sequenceDiagram|(?:flowchart|graph)(?:\s+(?:TB|TD|BT|RL|LR))?)\s*(?:;|$)/;
const FENCE = /^\s*(?:```|~~~)/;
/** A longer line is prose. */
const LONGEST_LINE = 500;
/** Names of components are short; longer ones are sentences with an arrow in them. */
const MOST_WORDS = 4;
/** Components are no persons and no answers, and their names no ends of sentences. */
const TELLS =
  /\b(?:we|i|it|you|they|is|are|will|would|must|should|then|because|so|goes?|uses?|through|via|which|that|when|yes|no|not)\b|[.]$/i;
/** Bullets, working and code: "100M/min -> 1.67M/s", "if (a) => b"; but "3rd party" and "2FA service" are names. */
const NO_NAME =
  /^(?!\d+(?:st|nd|rd|th|fa)\b)\d|^[-–—•$~≈<>+*/.]|[;{}"`!?=≤≥]|^(?:if|else|for|while|return|and|or|but|const|let|get|post|put|patch|delete)\b/i;
const QUANTITY = /\b\d[\d.,]*\s?(?:%|(?:[kmb]|[kmgtp]i?b|ns|µs|ms|s|sec|min|h|d|rps|qps|tps)\b)/i;
/** Blank lines within Mermaid, as far as they are looked across. */
const MOST_PARAGRAPHS = 20;

/** The blocks of a text that are meant as diagrams, in their order. Paragraphs of arrows with no other text between are one. */
export function blocksIn(text: string): readonly DiagramBlock[] {
  const lines = linesOf(text);
  const found: Stretch[] = [];
  let isFenced = false;
  for (let from = 0; from < lines.length; ) {
    const line = lines[from]?.text ?? '';
    const block = MERMAID.test(line) ? mermaidAt(lines, from, isFenced) : arrowsAt(lines, from);
    if (block !== undefined) found.push(block);
    else if (FENCE.test(line)) isFenced = !isFenced;
    from = block?.to ?? from + 1;
  }
  return found.map(({ from, to }) => ({
    text: joined(lines, from, to),
    start: lines[from]?.start ?? 0,
    line: from + 1,
  }));
}

function linesOf(text: string): readonly Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const placed = { text: line, start };
    start += line.length + 1;
    return placed;
  });
}

function joined(lines: readonly Line[], from: number, to: number): string {
  const written = lines.slice(from, to).map(({ text }) => text);
  return written.join('\n');
}

/** In a fence Mermaid goes on to its end; elsewhere over as many paragraphs as can be read together. */
function mermaidAt(lines: readonly Line[], from: number, isFenced: boolean): Stretch {
  const end = (start: number, ends: (line: string) => boolean) => {
    const index = lines.findIndex(({ text }, at) => at >= start && ends(text));
    return index === -1 ? lines.length : index;
  };
  if (isFenced) return { from, to: end(from, (line) => FENCE.test(line)) };
  const ends = (line: string) => line.trim() === '' || FENCE.test(line);
  let to = end(from, ends);
  for (let count = 0; count < MOST_PARAGRAPHS && lines[to]?.text.trim() === ''; count++) {
    const start = end(to, (line) => line.trim() !== '');
    const next = end(start, ends);
    if (next === start || readDiagram(joined(lines, from, next)).graph === undefined) break;
    to = next;
  }
  return { from, to };
}

/** The arrow notation at a line: its paragraph, and those behind it. A paragraph with a broken line stands for itself. */
function arrowsAt(lines: readonly Line[], from: number): Stretch | undefined {
  const first = paragraphAt(lines, from);
  if (first === undefined || first.isBroken) return first;
  let { to } = first;
  for (;;) {
    let start = to;
    while (start < lines.length && lines[start]?.text.trim() === '') start++;
    const next = start > to ? paragraphAt(lines, start) : undefined;
    if (next === undefined || next.isBroken) return { from, to };
    to = next.to;
  }
}

function paragraphAt(lines: readonly Line[], from: number): (Stretch & { readonly isBroken: boolean }) | undefined {
  let to = from;
  let isBroken = false;
  for (; to < lines.length; to++) {
    const kind = kindOf(lines[to]?.text ?? '');
    if (kind === 'text' || kind === 'blank') break;
    isBroken ||= kind === 'broken';
  }
  return to === from ? undefined : { from, to, isBroken };
}

function kindOf(line: string): Kind {
  if (line.trim() === '') return 'blank';
  const hasArrow = ARROW.test(line);
  if (line.length > LONGEST_LINE || MERMAID.test(line) || !(hasArrow || GROUP.test(line))) return 'text';
  const { graph } = readDiagram(line);
  if (graph === undefined) return hasArrow && piecesOf(line).every(isName) ? 'broken' : 'text';
  const isDrawn = graph.edges.length > 0 || graph.groups.length > 0;
  return isDrawn && graph.nodes.every(({ label }) => isName(label)) ? 'drawn' : 'text';
}

/** What stands between arrows and commas, where that is anything. */
function piecesOf(line: string): readonly string[] {
  const pieces = line.split(ARROWS).flatMap((piece) => piece.split(','));
  return pieces.map((piece) => piece.replace(/:\s.*/, '').trim()).filter((piece) => piece !== '');
}

function isName(name: string): boolean {
  const isShort = name.split(/\s+/).length <= MOST_WORDS;
  return isShort && !NO_NAME.test(name) && !TELLS.test(name) && !QUANTITY.test(name);
}
