import { connectedParts } from '../diagram/layout/parts.ts';
import { countJoined } from '../diagram/notation/page-lines.ts';
import { readDiagram } from '../diagram/read-diagram.ts';
import { groupPlaces, type Place } from './diagram-frames.ts';
import { hasArrow, isBoxArt, isBranch, type JudgedLine, judgeLine, judgeMembers, MERMAID } from './diagram-lines.ts';

/** A part of a text that is meant as one diagram, whether or not it can be read. */
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

const FENCE = /^\s*(?:```|~~~)/;
/** Blank lines within Mermaid, as far as they are looked across. */
const MOST_PARAGRAPHS = 20;
const MOST_BRANCHES = 20;

/** The blocks of a text that are meant as diagrams, in their order. Paragraphs of arrows with no other text between are one. */
export function blocksIn(text: string): readonly DiagramBlock[] {
  const lines = linesOf(text);
  const judged = new JudgedLines(lines);
  const found: DiagramBlock[] = [];
  let isFenced = false;
  for (let from = 0; from < lines.length; ) {
    const line = lines[from]?.text ?? '';
    const block = MERMAID.test(line) ? mermaidAt(lines, from, isFenced) : arrowsAt(judged, from);
    if (block === undefined) {
      if (FENCE.test(line)) isFenced = !isFenced;
      from++;
      continue;
    }
    const cut = MERMAID.test(line) ? joined(lines, block.from, block.to) : judged.joined(block);
    found.push({ text: cut, start: lines[from]?.start ?? 0, line: from + 1 });
    from = block.to;
  }
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

/** A paragraph of arrows. */
interface Paragraph extends Stretch {
  readonly isBroken: boolean;
  /** Prose follows on its last line. */
  readonly hasRemark: boolean;
}

/** The arrow notation at a line: its paragraph, and those behind it. A paragraph with a broken line stands for itself. */
function arrowsAt(judged: JudgedLines, from: number): Stretch | undefined {
  const first = judged.paragraphAt(from);
  if (first === undefined || first.isBroken) return first;
  let last = first;
  while (!last.hasRemark) {
    const start = judged.behindBlank(last.to);
    const next = start > last.to ? judged.paragraphAt(start) : undefined;
    if (next === undefined || next.isBroken) break;
    last = next;
  }
  return { from, to: last.to };
}

/** The lines of a text, each judged once. */
class JudgedLines {
  readonly #lines: readonly Line[];
  readonly #known: JudgedLine[] = [];
  readonly #places: ReadonlyMap<number, Place>;

  constructor(lines: readonly Line[]) {
    this.#lines = lines;
    this.#places = groupPlaces(lines.map(({ text }) => text));
  }

  joined({ from, to }: Stretch): string {
    const last = this.#known[to - 1]?.text ?? '';
    return [...this.#lines.slice(from, to - 1).map(({ text }) => text), last].join('\n');
  }

  behindBlank(from: number): number {
    let start = from;
    while (start < this.#lines.length && this.#lines[start]?.text.trim() === '') start++;
    return start;
  }

  paragraphAt(from: number): Paragraph | undefined {
    const run: JudgedLine[] = [];
    for (let at = from; at < this.#lines.length && !run.at(-1)?.hasRemark; at++) {
      const line = this.#at(at);
      if (line.kind === 'text' || line.kind === 'blank') break;
      run.push(line);
    }
    const to = from + run.length;
    if (run.length === 0) return undefined;
    const dropped = this.#isBesideBoxArt(from, to) ? run : this.#droppedFrom(run);
    if (dropped.length > 0) {
      for (const [index, line] of run.entries()) if (dropped.includes(line)) this.#drop(from + index);
      return this.paragraphAt(from);
    }
    return {
      from,
      to,
      isBroken: run.some(({ kind }) => kind === 'broken'),
      hasRemark: run.at(-1)?.hasRemark === true,
    };
  }

  /** The lines of a run that turn out to be text. */
  #droppedFrom(run: readonly JudgedLine[]): readonly JudgedLine[] {
    const unbound = unboundLines(run);
    if (unbound.length > 0) return unbound;
    const frames = run.filter(({ kind }) => kind === 'frame');
    if (frames.length > 0 && !isFramed(run)) return frames;
    const isDrawn = run.some(({ kind }) => kind === 'drawn' || kind === 'broken');
    const doubtful = run.filter(({ kind }) => kind === 'noted' || (kind !== 'drawn' && kind !== 'broken' && !isDrawn));
    return doubtful.length === 0 || hangTogether(run) ? [] : doubtful;
  }

  #isBesideBoxArt(from: number, to: number): boolean {
    return [from - 1, to].some((at) => isBoxArt(this.#lines[at]?.text ?? ''));
  }

  #drop(index: number): void {
    this.#known[index] = { ...this.#at(index), kind: 'text' };
  }

  #at(index: number): JudgedLine {
    const known = this.#known[index] ?? this.#judge(index);
    this.#known[index] = known;
    return known;
  }

  #judge(index: number): JudgedLine {
    const line = this.#lines[index]?.text ?? '';
    const place = this.#places.get(index);
    if (place === 'frame') return { kind: 'frame', names: [], text: line, hasRemark: false };
    if (place === 'inside' && !hasArrow(line)) return judgeMembers(line);
    return this.#judgeJoined(index) ?? judgeLine(line, this.#above(index));
  }

  /** A statement that goes on in the next lines, which are as much of a drawing as it. */
  #judgeJoined(index: number): JudgedLine | undefined {
    const count = countJoined(this.#lines, index);
    const parts = this.#lines.slice(index, index + count);
    const whole = count === 1 ? undefined : judgeLine(parts.map(({ text }) => text).join(' '), []);
    if (whole === undefined || whole.hasRemark || whole.kind === 'text' || whole.kind === 'broken') return undefined;
    for (const [place, { text }] of parts.entries()) this.#known[index + place] = { ...whole, text };
    return this.#known[index];
  }

  /** The lines from which a line goes on that begins with an arrow. */
  #above(index: number): readonly string[] {
    const isOn = (at: number) => isBranch(this.#lines[at]?.text ?? '') && index - at < MOST_BRANCHES;
    let root = index;
    while (isOn(root)) {
      root--;
      const { kind = 'text', hasRemark = false } = this.#known[root] ?? {};
      if (hasRemark || kind === 'text' || kind === 'blank' || kind === 'broken') return [];
    }
    return this.#lines.slice(root, index).map(({ text }) => text);
  }
}

/** The loose lines that name nothing which the others draw. */
function unboundLines(run: readonly JudgedLine[]): readonly JudgedLine[] {
  let loose = run.filter(({ kind }) => kind === 'loose');
  const drawn = new Set(run.filter(({ kind }) => kind !== 'loose').flatMap(({ names }) => names));
  for (let count = -1; count !== loose.length; ) {
    count = loose.length;
    loose = loose.filter(({ names }) => {
      const isBound = names.some((name) => drawn.has(name));
      if (isBound) for (const name of names) drawn.add(name);
      return !isBound;
    });
  }
  return loose;
}

/** Whether the frames of a run hold something, and all of it can be read; a broken line is told of as it stands. */
function isFramed(run: readonly JudgedLine[]): boolean {
  if (run.every(({ kind }) => kind === 'frame' || kind === 'loose')) return false;
  return run.some(({ kind }) => kind === 'broken') || readDiagram(textOf(run)).graph !== undefined;
}

function textOf(run: readonly JudgedLine[]): string {
  return run.map(({ text }) => text).join('\n');
}

function hangTogether(run: readonly JudgedLine[]): boolean {
  const { graph } = readDiagram(textOf(run));
  return graph !== undefined && run.length > 1 && connectedParts(graph).length === 1;
}
