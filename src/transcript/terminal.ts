import { diagramsIn } from '../assessment/drawn.ts';
import { toList } from '../diagram/to-list.ts';
import { toUnicode } from '../diagram/to-unicode.ts';
import type { Note, Turn } from '../session/state.ts';
import { stampText } from '../text/duration.ts';
import { renderTable } from '../text/table.ts';
import type { Theme } from '../text/theme.ts';
import { visible, visibleLine } from '../text/visible.ts';
import { wrap } from '../text/wrap.ts';
import { type DebriefBlock, debriefBlocks } from './debrief-blocks.ts';
import type { Transcript, TranscriptPhase } from './transcript.ts';
import {
  interruptions,
  phaseMinutes,
  sessionFacts,
  speakerText,
  TIME_TITLES,
  timeRows,
  turnMarks,
  turnsToShow,
} from './wording.ts';

export interface TerminalOptions {
  readonly theme: Theme;
  readonly columns: number;
  /** Pictures have frames of ASCII characters; false unless given. */
  readonly ascii?: boolean;
}

/** Longer lines are hard to read, however wide the window is. */
const MOST_COLUMNS = 100;
const LEAST_COLUMNS = 20;
/** Where it is narrower, turns stand below their speaker and not beside. */
const BESIDE_FROM = 60;
const BESIDE_INDENT = 21;
const BELOW_INDENT = 2;
const FACT_INDENT = 10;
const PICTURE_INDENT = 4;
const STAMP_COLUMNS = 6;

/** The transcript for a terminal, wrapped to its width. */
export function renderTerminal(transcript: Transcript, options: TerminalOptions): string {
  const columns = Math.max(LEAST_COLUMNS, Math.min(options.columns - 1, MOST_COLUMNS));
  const page: Page = { theme: options.theme, columns, ascii: options.ascii ?? false };
  const blocks = [
    headBlock(transcript, page),
    ...(transcript.statement === undefined ? [] : [indented(visible(transcript.statement), BELOW_INDENT, page)]),
    ...transcript.phases.flatMap((phase, index) => phaseBlocks(phase, index, page)),
    heading('Time', '', page),
    timeBlock(transcript, page),
    ...interruptionBlocks(transcript, page),
    ...(transcript.debrief === undefined
      ? []
      : debriefLines(debriefBlocks(transcript.debrief, transcript.header), page)),
    ...noteBlocks(transcript, page),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** The debrief alone, as it stands at the end of an interview; empty where there is none. */
export function renderDebrief(transcript: Transcript, options: TerminalOptions): string {
  const columns = Math.max(LEAST_COLUMNS, Math.min(options.columns - 1, MOST_COLUMNS));
  if (transcript.debrief === undefined) return '';
  const page: Page = { theme: options.theme, columns, ascii: false };
  const blocks = debriefLines(debriefBlocks(transcript.debrief, transcript.header, { brief: true }), page);
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function debriefLines(blocks: readonly DebriefBlock[], page: Page): string[][] {
  const { theme } = page;
  return blocks.map((block) => {
    if (block.type === 'heading') return heading(visibleLine(block.text), '', page);
    if (block.type === 'lines') return block.lines.flatMap((text) => indented(visible(text), BELOW_INDENT, page));
    const note = block.note === '' ? '' : ` (${block.note})`;
    return [
      ...indented(`- ${visibleLine(block.claim)}${note}`, BELOW_INDENT, page),
      ...block.quotes.flatMap((quote) => indented(`“${visible(quote)}”`, BELOW_INDENT + 2, page).map(theme.candidate)),
      ...(block.answer === undefined ? [] : indented(visible(block.answer), BELOW_INDENT + 2, page).map(theme.dim)),
    ];
  });
}

interface Page {
  readonly theme: Theme;
  readonly columns: number;
  readonly ascii: boolean;
}

function headBlock(transcript: Transcript, page: Page): string[] {
  const facts = sessionFacts(transcript).flatMap(([name, text]) => {
    const [first = '', ...rest] = indented(visibleLine(text), FACT_INDENT, page);
    return [page.theme.dim(name.padEnd(FACT_INDENT)) + first.slice(FACT_INDENT), ...rest];
  });
  return [...heading(visibleLine(transcript.header.problem.title), '', page), '', ...facts];
}

/** `detail` stands behind the title, where there is room, and is painted already. */
function heading(title: string, detail: string, { theme, columns }: Page): string[] {
  const lines = wrap(title, columns).map((line) => theme.strong(line));
  const last = lines.pop() ?? '';
  return [...lines, detail === '' ? last : `${last}  ${detail}`];
}

function indented(text: string, indent: number, { columns }: Page): string[] {
  const space = ' '.repeat(indent);
  return wrap(text, columns - indent).map((line) => (line === '' ? '' : space + line));
}

function phaseBlocks(phase: TranscriptPhase, index: number, page: Page): string[][] {
  const minutes = phaseMinutes(phase);
  const detail = phase.overtimeMs > 0 ? page.theme.alarm(minutes) : page.theme.dim(minutes);
  const title = heading(`${index + 1}. ${visibleLine(phase.title)}`, detail, page);
  return [title, ...turnsToShow(phase).map((turn) => turnBlock(turn, page))];
}

function turnBlock(turn: Turn, page: Page): string[] {
  const { theme } = page;
  const marks = turnMarks(turn);
  const name = speakerText(turn);
  const speaker = turn.speaker === 'interviewer' ? theme.interviewer(name) : theme.candidate(name);
  const beside = page.columns >= BESIDE_FROM;
  const text = indented(visible(turn.text.trimEnd()), beside ? BESIDE_INDENT : BELOW_INDENT, page);
  const own = turn.withdrawn ? text.map((line) => theme.dim(line)) : text;
  const lines = [...own, ...turnPictures(turn, page)];
  const head = `${theme.dim(stampText(turn.at).padStart(STAMP_COLUMNS))}  ${speaker}`;
  if (marks !== '' || !beside) return [...markedHead(head, marks, turn, page), ...lines];
  const [first = '', ...rest] = lines;
  const gap = ' '.repeat(BESIDE_INDENT - STAMP_COLUMNS - 2 - name.length);
  return [`${head}${gap}${first.slice(BESIDE_INDENT)}`.trimEnd(), ...rest];
}

/** What the candidate drew, below their own words; a picture that does not fit is told in words. */
function turnPictures(turn: Turn, { theme, columns, ascii }: Page): string[] {
  if (turn.kind !== 'answer' || turn.withdrawn) return [];
  return diagramsIn(turn.text).flatMap(({ graph }) => {
    const options = { width: columns - PICTURE_INDENT, ascii };
    const picture = toUnicode(graph, options);
    if (picture.rows === undefined && picture.reason === 'incomplete') return [];
    const rows = picture.rows ?? toList(graph, options);
    return ['', ...rows.map((row) => theme.dim(' '.repeat(PICTURE_INDENT) + row))];
  });
}

function markedHead(head: string, marks: string, turn: Turn, { theme, columns }: Page): string[] {
  if (marks === '') return [head];
  const mark = `(${marks})`;
  const fits = STAMP_COLUMNS + 2 + speakerText(turn).length + 2 + mark.length <= columns;
  return fits ? [`${head}  ${theme.dim(mark)}`] : [head, `  ${theme.dim(mark)}`];
}

function timeBlock(transcript: Transcript, page: Page): string[] {
  const [name, ...figures] = TIME_TITLES;
  const columns = [
    { title: name, least: 12 },
    ...figures.map(
      (title) =>
        ({
          title,
          align: 'right',
          ...(title === 'Over' ? { paint: (text: string) => page.theme.alarm(text) } : {}),
        }) as const,
    ),
  ];
  const table = renderTable(columns, timeRows(transcript), { columns: page.columns - BELOW_INDENT, theme: page.theme });
  return table
    .trimEnd()
    .split('\n')
    .map((line) => ' '.repeat(BELOW_INDENT) + line);
}

function interruptionBlocks(transcript: Transcript, page: Page): string[][] {
  const sentences = interruptions(transcript);
  if (sentences.length === 0) return [];
  return [heading('Interruptions', '', page), sentences.flatMap((each) => indented(each, BELOW_INDENT, page))];
}

function noteBlocks(transcript: Transcript, page: Page): string[][] {
  if (transcript.notes.length === 0) return [];
  const titles = new Map(transcript.phases.map((phase) => [phase.id, phase.title]));
  const head = (note: Note) =>
    `${page.theme.dim(stampText(note.at).padStart(STAMP_COLUMNS))}  ${visibleLine(titles.get(note.phase) ?? note.phase)}`;
  return [
    heading('Private notes', '', page),
    ...transcript.notes.map((note) => [head(note), ...indented(visible(note.text), STAMP_COLUMNS + 2, page)]),
  ];
}
