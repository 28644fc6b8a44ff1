import type { DiagramReading, Edge } from '../graph.ts';
import { type At, GraphBuilder } from '../graph-builder.ts';
import type { SourceLine } from '../source-lines.ts';
import { plainLabel, statements } from './statements.ts';

const PARTICIPANT = /^(?:create\s+)?(participant|actor)\s+(.+?)(?:\s+as\s+(.+))?$/;
const MESSAGE = /^([^:]+?)\s*(<<-->>|<<->>|--?>>|--?>|--?x|--?\))\s*[+-]?\s*([^:]+?)\s*(?::\s*(.*))?$/;
const FRAME = /^(?:loop|alt|else|opt|par|and|critical|option|break|rect)\b/;
const NOTE = /^note\b/i;
const TITLE = /^title(?::\s*|\s+)(?=\S)/;
/** What changes how it looks, and nothing of what is said. */
const LOOKS = /^(?:activate|deactivate|autonumber|destroy|title|accTitle|accDescr|links?|properties|details)\b/;

/** Reads a sequence diagram of Mermaid; the first line is its header. */
export function readSequence(lines: readonly SourceLine[], title?: SourceLine): DiagramReading {
  const builder = new GraphBuilder('sequence');
  const own = statements(lines).find(({ text }) => TITLE.test(text));
  const shown = own === undefined ? title : { text: plainLabel(own.text.replace(TITLE, '')), line: own.line };
  if (shown !== undefined) builder.title(shown.text, shown.text, { line: shown.line, column: 1 });
  const told = new Set<string>();
  const tell = (at: At, message: string) => {
    if (!told.has(message)) builder.note(at, message);
    told.add(message);
  };
  let open: At[] = [];
  for (const { text, line, column } of statements(lines).slice(1)) {
    if (!builder.takesMore) break;
    const at = { line, column };
    if (text === 'end') {
      if (open.length === 0) builder.fault(at, 'This `end` ends nothing.', 'Remove it.');
      open = open.slice(0, -1);
    } else if (FRAME.test(text) || /^box\b/.test(text)) {
      if (!/^(?:else|and|option)\b/.test(text)) open.push(at);
      const word = text.split(/\s/, 1)[0] ?? '';
      tell(at, `What stands within \`${word}\` is drawn in the order in which it is written.`);
    } else if (NOTE.test(text)) tell(at, 'Notes are left out.');
    else if (!LOOKS.test(text)) readLine(text, at, builder);
  }
  const left = open.pop();
  if (left !== undefined) builder.fault(left, 'This block has no `end`.', 'Add a line `end`.');
  return builder.finish();
}

function readLine(text: string, at: At, builder: GraphBuilder): void {
  const participant = PARTICIPANT.exec(text);
  if (participant !== null) {
    const [, word, id = '', alias] = participant;
    const key = id.trim().replace(/@\{.*$/, '');
    builder.node({ key, label: plainLabel(alias ?? key), at, ...(word === 'actor' ? { shape: 'actor' } : {}) });
    return;
  }
  const message = MESSAGE.exec(text);
  if (message === null) {
    builder.fault(at, `sdi cannot read \`${text.slice(0, 30)}\`.`, 'Write `A->>B: what is asked`.');
    return;
  }
  const [, from = '', arrow = '', to = '', label] = message;
  for (const key of [from, to]) builder.node({ key, label: plainLabel(key), at });
  const shown = label === undefined ? '' : plainLabel(label);
  builder.edge({ from, to, ...styleOf(arrow), ...(shown === '' ? {} : { label: shown }) }, at);
}

function styleOf(arrow: string): Pick<Edge, 'style' | 'heads'> {
  const style = arrow.endsWith(')') ? 'message' : arrow.replace('<<', '').startsWith('--') ? 'reply' : 'call';
  return { style, heads: arrow.startsWith('<<') ? 'both' : 'to' };
}
