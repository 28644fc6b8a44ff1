import type { Context, Output } from '../context.ts';
import type { Graph } from '../diagram/graph.ts';
import { DIAGRAM_GUIDE } from '../diagram/guide.ts';
import { readDiagram } from '../diagram/read-diagram.ts';
import { toList } from '../diagram/to-list.ts';
import { toMermaid } from '../diagram/to-mermaid.ts';
import { toUnicode } from '../diagram/to-unicode.ts';
import { ContentError, EXIT, type ExitCode, UsageError } from '../errors.ts';
import { guideText } from '../text/guide.ts';
import { visible, visibleLine } from '../text/visible.ts';
import { chosen } from './choice.ts';
import { checkOutput, type OutputFile, writeOutput } from './output-file.ts';

export interface DrawOptions extends OutputFile {
  /** A file; without one, what is piped in. */
  readonly file?: string | undefined;
  /** Unless given, what the terminal can show: `unicode` or `ascii`. */
  readonly format?: string | undefined;
  /** Show how a diagram is written, and its picture. */
  readonly notation?: boolean | undefined;
}

const FORMATS = ['unicode', 'ascii', 'svg', 'mermaid'] as const;
type Format = (typeof FORMATS)[number];

function terminalFormat({ ascii }: Output): Format {
  return ascii ? 'ascii' : 'unicode';
}

/** A picture, or what is shown in its place, and why. */
interface Drawn {
  readonly text: string;
  readonly remark?: string;
  /** Nothing of the format that was asked for. */
  readonly failed?: boolean;
}

interface Source {
  readonly name: string;
  readonly lines: readonly string[];
}

const STDIN = 'stdin';
const LIMIT = 256 * 1024;
const UNLIKE = 'A picture would not be what was written';

/** `sdi draw`: a diagram as a picture for the terminal, as SVG, or as Mermaid. */
export async function runDraw(options: DrawOptions, context: Context): Promise<ExitCode> {
  const { out, err } = context;
  const format = options.format === undefined ? terminalFormat(out) : chosen('format', options.format, FORMATS);
  checkOutput(options, context);
  if (options.notation === true) return showNotation(context);
  const source = await readSource(options.file, context);
  const graph = readGraph(source, context);
  const { text, remark, failed = false } = await draw(graph, { format, source, columns: out.columns });
  if (remark !== undefined) err.write(`${remark}\n`);
  // What is no SVG must not stand in a file that is called so.
  writeOutput(text, failed ? {} : options, context);
  return failed ? EXIT.no : EXIT.done;
}

function showNotation(context: Context): ExitCode {
  const { out } = context;
  const written = { name: 'notation', lines: DIAGRAM_GUIDE.map(({ write }) => write) };
  const graph = readGraph(written, context);
  const room = { width: out.columns, ascii: out.ascii };
  const picture = toUnicode(graph, room).rows ?? toList(graph, room);
  out.write(`${guideText(DIAGRAM_GUIDE)}\n\n${ended(picture.join('\n'))}`);
  return EXIT.done;
}

async function readSource(file: string | undefined, { terminal, store }: Context): Promise<Source> {
  if (file === undefined && terminal.interactive) {
    throw new UsageError('There is nothing to draw.', {
      hint: "Name a file, or pipe a diagram in: echo 'client -> api -> (orders)' | sdi draw\nsdi draw --notation shows how it is written.",
    });
  }
  const name = file ?? STDIN;
  const bytes = file === undefined ? await store.readInput(LIMIT) : store.readFile(file, LIMIT);
  try {
    return { name, lines: new TextDecoder('utf-8', { fatal: true }).decode(bytes).split(/\r\n|\r|\n/) };
  } catch {
    const hint = 'Save it as UTF-8.';
    throw new ContentError([{ file: name, line: 1, column: 1, message: 'This is no UTF-8 text.', hint }]);
  }
}

/** Tells what there is to tell about it. Throws ContentError with every fault. */
function readGraph({ name, lines }: Source, { err }: Context): Graph {
  const reading = readDiagram(lines.join('\n'));
  if (reading.faults !== undefined) {
    throw new ContentError(
      reading.faults.map((fault) => ({ file: name, ...fault, source: lines[fault.line - 1] ?? '' })),
    );
  }
  for (const { line, message } of reading.notes) {
    err.write(`${err.theme.dim(`${visibleLine(name)}:${line}: ${visibleLine(message)}`)}\n`);
  }
  return reading.graph;
}

interface Wish {
  readonly format: Format;
  readonly source: Source;
  readonly columns: number;
}

async function draw(graph: Graph, { format, source, columns }: Wish): Promise<Drawn> {
  if (format === 'mermaid') return { text: toMermaid(graph) };
  if (format === 'svg') {
    const { toSvg } = await import('../diagram/to-svg.ts');
    const svg = toSvg(graph, { title: titleOf(graph, source) });
    if (svg !== undefined) return { text: ended(svg) };
    return { text: asWritten(source), remark: `${UNLIKE}, or too large; here is the source.`, failed: true };
  }
  const room = { width: columns, ascii: format === 'ascii' };
  const { rows, reason } = toUnicode(graph, room);
  if (rows !== undefined) return { text: ended(rows.join('\n')) };
  if (reason === 'incomplete') return { text: asWritten(source), remark: `${UNLIKE}; here is the source.` };
  const words = ended(toList(graph, room).join('\n'));
  return { text: words, remark: `There is no room for a picture in ${columns} columns; here it is in words.` };
}

/** What the diagram itself is called or, where it is called nothing, its file. */
function titleOf({ sections = [] }: Graph, { name }: Source): string {
  const titles = sections.flatMap(({ title }) => title ?? []);
  const file = name === STDIN ? 'Diagram' : visibleLine(name.replace(/^.*[\\/]/, '').replace(/(?<=.)\.\w+$/, ''));
  return titles.length === 0 ? file : titles.join(', ');
}

function asWritten({ lines }: Source): string {
  return ended(visible(lines.join('\n')).trimEnd());
}

function ended(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}
