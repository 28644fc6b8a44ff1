import { diagramsIn } from '../assessment/drawn.ts';
import { toMermaid } from '../diagram/to-mermaid.ts';
import type { Note, Turn } from '../session/state.ts';
import { stampText } from '../text/duration.ts';
import { escapeMarkdown, fenceMarkdown, quoteMarkdown } from '../text/markdown-text.ts';
import { visible, visibleLine } from '../text/visible.ts';
import { width } from '../text/width.ts';
import { debriefBlocks } from './debrief-blocks.ts';
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

/**
 * The transcript as Markdown that reads well as plain text too. What the candidate wrote stands byte for byte in code
 * blocks; nothing that anybody wrote can change the structure of the document.
 */
export function renderMarkdown(transcript: Transcript): string {
  const blocks = [
    `# ${line(transcript.header.problem.title)}`,
    sessionFacts(transcript)
      .map(([name, text]) => `- ${name}: ${line(text)}`)
      .join('\n'),
    ...(transcript.statement === undefined ? [] : ['## Problem', quote(transcript.statement)]),
    ...transcript.phases.flatMap(phaseBlocks),
    '## Time',
    timeTable(transcript),
    ...interruptionBlocks(transcript),
    ...debriefParts(transcript),
    ...noteBlocks(transcript),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function debriefParts({ debrief, header }: Transcript): string[] {
  if (debrief === undefined) return [];
  return debriefBlocks(debrief, header).flatMap((block) => {
    if (block.type === 'heading') return [`## ${line(block.text)}`];
    if (block.type === 'lines')
      return [block.lines.map((text) => (text.startsWith('- ') ? `- ${line(text.slice(2))}` : line(text))).join('\n')];
    const note = block.note === '' ? '' : ` (${line(block.note)})`;
    return [
      `**${line(block.claim)}**${note}`,
      ...block.quotes.map((quoted) => fenceMarkdown(quoted)),
      ...(block.answer === undefined ? [] : [quote(block.answer)]),
    ];
  });
}

function line(text: string): string {
  return escapeMarkdown(visibleLine(text).trim());
}

function quote(text: string): string {
  return quoteMarkdown(visible(text));
}

function phaseBlocks(phase: TranscriptPhase, index: number): string[] {
  return [
    `## ${index + 1}. ${line(phase.title)} (${phaseMinutes(phase)})`,
    ...turnsToShow(phase).flatMap((turn) => [turnHeading(turn), turnBody(turn), ...turnDiagrams(turn)]),
  ];
}

function turnHeading(turn: Turn): string {
  const marks = turnMarks(turn);
  return `**${speakerText(turn)}**, ${stampText(turn.at)}${marks === '' ? '' : ` (${marks})`}`;
}

function turnBody(turn: Turn): string {
  return turn.speaker === 'interviewer' ? quote(turn.text) : fenceMarkdown(turn.text);
}

/** What the candidate drew, below their own words. */
function turnDiagrams(turn: Turn): string[] {
  if (turn.kind !== 'answer' || turn.withdrawn) return [];
  return diagramsIn(turn.text).map(({ graph }) => `\`\`\`mermaid\n${toMermaid(graph).trimEnd()}\n\`\`\``);
}

/** Padded, so that it is a table to the eye too. */
function timeTable(transcript: Transcript): string {
  const rows = [TIME_TITLES, ...timeRows(transcript)].map((row) => row.map(line));
  const widths = TIME_TITLES.map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ''))));
  const pad = (text: string, column: number) => {
    const padding = ' '.repeat((widths[column] ?? 0) - width(text));
    return column === 0 ? text + padding : padding + text;
  };
  const [header, ...body] = rows.map((row) => `| ${row.map(pad).join(' | ')} |`);
  const rule = widths.map((wide, column) => (column === 0 ? '-'.repeat(wide + 2) : `${'-'.repeat(wide + 1)}:`));
  return [header, `|${rule.join('|')}|`, ...body].join('\n');
}

function interruptionBlocks(transcript: Transcript): string[] {
  const sentences = interruptions(transcript);
  return sentences.length === 0 ? [] : ['## Interruptions', sentences.map((each) => `- ${each}`).join('\n')];
}

function noteBlocks(transcript: Transcript): string[] {
  const titles = new Map(transcript.phases.map((phase) => [phase.id, phase.title]));
  const heading = (note: Note) => `**${line(titles.get(note.phase) ?? note.phase)}**, ${stampText(note.at)}`;
  return transcript.notes.length === 0
    ? []
    : ['## Private notes', ...transcript.notes.flatMap((note) => [heading(note), fenceMarkdown(note.text)])];
}
