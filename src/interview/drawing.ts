import { type DrawnDiagram, diagramsIn, faultsIn, linesLeftOut } from '../assessment/drawn.ts';
import type { Draft } from '../context.ts';
import type { DiagramFault, Graph } from '../diagram/graph.ts';
import { readDiagram } from '../diagram/read-diagram.ts';
import type { TextOptions } from '../diagram/text-options.ts';
import { toList } from '../diagram/to-list.ts';
import { toUnicode } from '../diagram/to-unicode.ts';
import type { SessionState } from '../session/state.ts';

export interface DrawingSpace {
  readonly columns: number;
  readonly ascii: boolean;
}

/** What is being typed, and what stood behind the command word, which is in the draft by now. */
export interface Sketch {
  readonly draft: string;
  readonly line: string;
}

/** A picture to show, and a sentence on what is not in it or why there is none. */
export interface Drawing {
  readonly text?: string;
  readonly notice?: string;
}

type Source = Pick<DrawnDiagram, 'text' | 'graph'>;

const NOTHING = 'There is no diagram yet; type client -> api -> (store), then /draw.';

/** The diagrams of what is being typed or, where that has none, of the last answer that has one. */
export function drawing(state: SessionState, { draft, line }: Sketch, space: DrawingSpace): Drawing {
  const asked = line === '' ? undefined : readDiagram(line);
  if (asked?.faults !== undefined) return { notice: sentenceOf(asked.faults[0]) };
  const typed: Source[] = [...diagramsIn(draft)];
  const [fault] = faultsIn(draft);
  const isShown = typed.some(({ text }) => text.split('\n').includes(line));
  if (asked !== undefined && fault === undefined && !isShown) typed.push({ text: line, graph: asked.graph });
  const notice = fault === undefined ? {} : { notice: `Line ${fault.line} of your text: ${sentenceOf(fault)}` };
  if (typed.length > 0) return { text: pictures(typed, space), ...leftOut(draft), ...toldOf(typed), ...notice };
  if (fault !== undefined) return notice;
  return sentBefore(state, space) ?? meantAsOne(draft, space);
}

/** The line beside a drawing that has an arrow and reads as prose: the candidate may have meant it to be drawn. */
function leftOut(draft: string): Pick<Drawing, 'notice'> {
  const [line] = linesLeftOut(draft);
  return line === undefined
    ? {}
    : { notice: `Line ${line} of your text has an arrow and reads as prose; it is not drawn.` };
}

/** What is not in the pictures as it was written, or may be another thing than was meant. */
function toldOf(sources: readonly Source[]): Pick<Drawing, 'notice'> {
  const [note] = sources.flatMap(({ text }) => readDiagram(text).notes ?? []);
  return note === undefined ? {} : { notice: note.message };
}

/** The draft with a line of its own where the command was typed; the cursor stands behind it, on the next line. */
export function withLine({ text, cursor }: Draft, line: string): Draft {
  const isLineStart = cursor === 0 || text[cursor - 1] === '\n';
  const end = text.indexOf('\n', cursor);
  const at = isLineStart ? cursor : end === -1 ? text.length : end + 1;
  const before = text.slice(0, at);
  const inserted = `${before === '' || before.endsWith('\n') ? '' : '\n'}${line}\n`;
  return { text: before + inserted + text.slice(at), cursor: at + inserted.length };
}

/** Plain lines are only ever added to; each ends where the next is entered. */
export function withPlainLine({ text }: Draft, line: string): Draft {
  const longer = text === '' ? line : `${text}\n${line}`;
  return { text: longer, cursor: longer.length };
}

function sentBefore({ turns, phases }: SessionState, space: DrawingSpace): Drawing | undefined {
  for (const { kind, withdrawn, text, phase } of [...turns].reverse()) {
    const diagrams = kind === 'answer' && !withdrawn ? diagramsIn(text) : [];
    if (diagrams.length === 0) continue;
    const title = phases.find(({ id }) => id === phase)?.title ?? phase;
    return { text: `As sent in ${title}:\n\n${pictures(diagrams, space)}` };
  }
  return undefined;
}

/** A text that looks like prose and can be read all the same: the candidate says that it is a diagram. */
function meantAsOne(draft: string, space: DrawingSpace): Drawing {
  const { graph } = readDiagram(draft);
  return graph === undefined || graph.edges.length === 0
    ? { notice: NOTHING }
    : { text: pictures([{ text: draft, graph }], space), ...toldOf([{ text: draft, graph }]) };
}

function pictures(sources: readonly Source[], space: DrawingSpace): string {
  return sources.map((source) => pictureOf(source, space)).join('\n\n');
}

function pictureOf({ text, graph }: Source, space: DrawingSpace): string {
  const picture = toUnicode(graph, optionsFor(space));
  if (picture.rows !== undefined) return picture.rows.join('\n');
  if (picture.reason === 'too wide') return `There is no room for a picture; in words:\n${inWords(graph, space)}`;
  return `A picture would not be what you wrote:\n${text}`;
}

function inWords(graph: Graph, space: DrawingSpace): string {
  return toList(graph, optionsFor(space)).join('\n');
}

function optionsFor({ columns, ascii }: DrawingSpace): TextOptions {
  return { width: columns, ascii };
}

function sentenceOf(fault: DiagramFault | undefined): string {
  return [fault?.message, fault?.hint].filter((part) => part !== undefined).join(' ');
}
