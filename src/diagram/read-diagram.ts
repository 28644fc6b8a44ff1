import type { DiagramReading } from './graph.ts';
import { FLOWCHART, SEQUENCE } from './mermaid/headers.ts';
import { readFlowchart } from './mermaid/read-flowchart.ts';
import { readSequence } from './mermaid/read-sequence.ts';
import { frontMatterTitle, withoutFrontMatter } from './mermaid/statements.ts';
import { readNotation } from './notation/read-notation.ts';
import { type SourceLine, sourceOf } from './source-lines.ts';
import { strangerIn } from './strangers.ts';

const LONGEST = 100_000;
const OTHER_MERMAID =
  /^\s*(classDiagram|stateDiagram|erDiagram|gantt|pie|journey|gitGraph|mindmap|timeline|quadrantChart|xychart|sankey|block|packet|architecture|C4\w*|requirementDiagram|kanban)(?:-\w+)?(?:\s+(?:TB|TD|BT|RL|LR|title\b.*))?\s*;?\s*$/;

/** Reads a diagram in the arrow notation, or a flowchart or sequence diagram in Mermaid. Never throws. */
export function readDiagram(text: string): DiagramReading {
  if (text.length > LONGEST) {
    const message = `This is longer than a diagram can be (${LONGEST} characters).`;
    return { faults: [{ line: 1, column: 1, message, hint: 'Split it into several.' }] };
  }
  const { lines, notes, fault } = sourceOf(text);
  const reading: DiagramReading = fault === undefined ? readLines(lines) : { faults: [fault] };
  if (reading.faults !== undefined) return reading;
  if (reading.graph.nodes.length > 0) return { graph: reading.graph, notes: [...notes, ...reading.notes] };
  return { faults: [{ line: 1, column: 1, message: 'Nothing is drawn here yet.', hint: 'Write `client -> api`.' }] };
}

function readLines(lines: readonly SourceLine[]): DiagramReading {
  const mermaid = withoutFrontMatter(lines);
  const head = mermaid.findIndex(({ text }) => text.trim() !== '' && !text.trim().startsWith('%%'));
  const first = mermaid[head];
  if (first === undefined) return readArrows(lines);
  const title = frontMatterTitle(lines);
  if (FLOWCHART.test(first.text)) return readFlowchart(mermaid.slice(head), title);
  if (SEQUENCE.test(first.text)) return readSequence(mermaid.slice(head), title);
  const other = OTHER_MERMAID.exec(first.text)?.[1];
  if (other === undefined) return readArrows(lines);
  const message = `sdi cannot read ${other} of Mermaid.`;
  return { faults: [{ line: first.line, column: 1, message, hint: 'It reads flowchart and sequenceDiagram.' }] };
}

/** One fault for a text in another notation, in place of one for each of its lines. */
function readArrows(lines: readonly SourceLine[]): DiagramReading {
  const reading = readNotation(lines);
  const stranger = reading.faults === undefined ? undefined : strangerIn(lines);
  return stranger === undefined ? reading : { faults: [stranger] };
}
