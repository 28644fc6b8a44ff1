import type { Context } from '../context.ts';
import type { Graph } from '../diagram/graph.ts';
import { readDiagram } from '../diagram/read-diagram.ts';
import { toList } from '../diagram/to-list.ts';
import { toMermaid } from '../diagram/to-mermaid.ts';
import { toUnicode } from '../diagram/to-unicode.ts';
import { ContentError, EXIT, type ExitCode, UsageError } from '../errors.ts';
import { visible, visibleLine } from '../text/visible.ts';
import { chosen } from './choice.ts';

export interface DrawOptions {
  /** A file; without one, what is piped in. */
  readonly file?: string | undefined;
  readonly format: string;
}

const FORMATS = ['unicode', 'ascii', 'svg', 'mermaid'] as const;
const LIMIT = 256 * 1024;

/** `sdi draw`: a diagram as a picture for the terminal, as SVG, or as Mermaid. */
export async function runDraw({ file, format }: DrawOptions, context: Context): Promise<ExitCode> {
  const chosenFormat = chosen('format', format, FORMATS);
  if (file === undefined && context.terminal.interactive) {
    throw new UsageError('There is nothing to draw.', {
      hint: "Name a file, or pipe a diagram in: echo 'client -> api -> (orders)' | sdi draw",
    });
  }
  const name = file ?? 'stdin';
  const bytes = file === undefined ? await context.store.readInput(LIMIT) : context.store.readFile(file, LIMIT);
  const source = new TextDecoder().decode(bytes);
  const reading = readDiagram(source);
  if (reading.faults !== undefined) {
    const lines = source.split('\n');
    throw new ContentError(
      reading.faults.map((fault) => ({ file: name, ...fault, source: lines[fault.line - 1] ?? '' })),
    );
  }
  for (const { line, message } of reading.notes) {
    context.err.write(`${context.err.theme.dim(`${visibleLine(name)}:${line}: ${visibleLine(message)}`)}\n`);
  }
  if (chosenFormat === 'mermaid') context.out.write(toMermaid(reading.graph));
  else if (chosenFormat === 'svg') context.out.write(await svgOf(reading.graph, source, context));
  else context.out.write(pictureOf(reading.graph, source, { ascii: chosenFormat === 'ascii', context }));
  return EXIT.done;
}

async function svgOf(graph: Graph, source: string, { err }: Context): Promise<string> {
  const { toSvg } = await import('../diagram/to-svg.ts');
  const svg = toSvg(graph, { title: 'Diagram' });
  if (svg !== undefined) return svg.endsWith('\n') ? svg : `${svg}\n`;
  err.write('The picture would not be what was written; here is the source.\n');
  return `${visible(source.trimEnd())}\n`;
}

function pictureOf(graph: Graph, source: string, { ascii, context }: { ascii: boolean; context: Context }): string {
  const { out, err } = context;
  const picture = toUnicode(graph, { width: out.columns, ascii });
  if (picture.rows !== undefined) return `${picture.rows.join('\n')}\n`;
  if (picture.reason === 'too wide') {
    err.write(`The picture is wider than ${out.columns} columns; here is what it says.\n`);
    return `${toList(graph, out.columns).join('\n')}\n`;
  }
  err.write('The picture would not be what was written; here is the source.\n');
  return `${visible(source.trimEnd())}\n`;
}
