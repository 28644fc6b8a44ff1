import type { DiagramReading, Edge } from '../graph.ts';
import { type At, GraphBuilder } from '../graph-builder.ts';
import type { SourceLine } from '../source-lines.ts';
import { Frames } from './frames.ts';
import { plainLabel, statements } from './statements.ts';

const PARTICIPANT = /^(?:create\s+)?(participant|actor)\s+(.+?)(?:\s+as\s+(.+))?$/;
/** A name has no arrow in it, and words behind it are a text without its colon. */
const NAME = '[^\\s<>:,;+](?:[^<>:,;+]*?[^\\s<>:,;+-])?';
const MESSAGE = new RegExp(
  String.raw`^(${NAME})\s*(<<-->>|<<->>|--?>>|--?>|--?x|--?\))\s*[+-]?\s*(?:(${NAME})\s*:\s*(.*)|([^\s<>:,;+]+))$`,
);
const TITLE = /^title(?::\s*|\s+)(?=\S)/;
/** What changes how it looks, and nothing of what is said. */
const LOOKS = /^(?:activate|deactivate|autonumber|destroy|title|accTitle|accDescr|links?|properties|details)\b/;

/** Reads a sequence diagram of Mermaid; the first line is its header. */
export function readSequence(lines: readonly SourceLine[], title?: SourceLine): DiagramReading {
  const builder = new GraphBuilder('sequence');
  const own = statements(lines).find(({ text }) => TITLE.test(text));
  const shown = own === undefined ? title : { text: plainLabel(own.text.replace(TITLE, '')), line: own.line };
  if (shown !== undefined) builder.title(shown.text, shown.text, { line: shown.line, column: 1 });
  const frames = new Frames(builder);
  for (const { text, line, column } of statements(lines).slice(1)) {
    if (!builder.takesMore) break;
    const at = { line, column };
    if (!frames.read(text, at) && !LOOKS.test(text)) readLine(text, at, builder);
  }
  frames.finish();
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
  const [, from = '', arrow = '', named, label, bare] = message;
  const to = named ?? bare ?? '';
  for (const key of [from, to]) builder.node({ key, label: plainLabel(key), at });
  const shown = label === undefined ? '' : plainLabel(label);
  builder.edge({ from, to, ...styleOf(arrow), ...(shown === '' ? {} : { label: shown }) }, at);
}

function styleOf(arrow: string): Pick<Edge, 'style' | 'heads' | 'isLost'> {
  const style = arrow.endsWith(')') ? 'message' : arrow.replace('<<', '').startsWith('--') ? 'reply' : 'call';
  return { style, heads: arrow.startsWith('<<') ? 'both' : 'to', ...(arrow.endsWith('x') ? { isLost: true } : {}) };
}
