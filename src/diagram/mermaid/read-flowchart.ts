import type { DiagramReading } from '../graph.ts';
import { type At, GraphBuilder } from '../graph-builder.ts';
import type { SourceLine } from '../source-lines.ts';
import { type FlowLink, flowLinkAt } from './flow-link.ts';
import { type FlowNode, flowNodeAt } from './flow-node.ts';
import { type MermaidStatement, plainLabel, statements } from './statements.ts';

/** What only says how it looks. */
const LOOKS = /^(?:(?:classDef|class|style|linkStyle|direction|title)\s+[^-=<\s]|acc(?:Title|Descr)\b)/;
const CLICK = /^click\s+[^-=<\s]/;
const SUBGRAPH = /^subgraph(?:\s+(.*))?$/;
const NAMED_SUBGRAPH = /^([^\s["]+)\s*\[(.*)\]$/s;

interface OpenGroup {
  readonly id: string;
  readonly label: string;
  readonly at: At;
}

interface Chained {
  readonly left: readonly string[];
  readonly link: FlowLink;
  readonly right: readonly string[];
  readonly at: At;
}

/** Reads a flowchart of Mermaid; the first line is its header. */
export function readFlowchart(lines: readonly SourceLine[], title?: SourceLine): DiagramReading {
  const reader = new FlowReader(title);
  for (const statement of statements(lines).slice(1)) reader.read(statement);
  return reader.finish();
}

/** Labels and groups may stand behind the arrows that need them, so the graph is built at the end. */
class FlowReader {
  readonly #builder = new GraphBuilder('flow');
  readonly #open: OpenGroup[] = [];
  readonly #groups = new Set<string>();
  readonly #mentions: { readonly node: FlowNode; readonly at: At; readonly group: string | undefined }[] = [];
  readonly #chained: Chained[] = [];
  readonly #told = new Set<string>();
  /** Names of links, as in `A e1@--> B`; what is said of them elsewhere is how they look. */
  readonly #links = new Set<string>();

  constructor(title: SourceLine | undefined) {
    if (title !== undefined) this.#builder.title(title.text, title.text, { line: title.line, column: 1 });
  }

  read(statement: MermaidStatement): void {
    const { text, line, column } = statement;
    const at = { line, column };
    const subgraph = SUBGRAPH.exec(text);
    if (!this.#builder.takesMore) return;
    if (subgraph !== null) this.#openGroup(subgraph[1]?.trim() ?? '', at);
    else if (text === 'end') this.#closeGroup(at);
    else if (CLICK.test(text)) this.#tell(at, 'Links (`click`) are left out.');
    else if (!LOOKS.test(text)) this.#chain(statement);
  }

  finish(): DiagramReading {
    const left = this.#open.pop();
    if (left !== undefined) this.#builder.fault(left.at, 'This subgraph has no `end`.', 'Add a line `end`.');
    this.#addNodes();
    for (const chained of this.#chained) this.#addEdges(chained);
    return this.#builder.finish();
  }

  #openGroup(text: string, at: At): void {
    const named = NAMED_SUBGRAPH.exec(text);
    const id = named?.[1] ?? plainLabel(text);
    const own = plainLabel(named?.[2] ?? text);
    const outer = this.#open.at(-1);
    const label = outer === undefined ? own : `${outer.label} / ${own}`;
    if (own === '') this.#builder.fault(at, 'This subgraph has no name.', 'Write `subgraph eu`.');
    this.#open.push({ id, label, at });
    this.#groups.add(id);
    const within = outer === undefined ? undefined : groupKey(outer.id);
    this.#builder.group({ key: groupKey(id), label, own, within, short: '' }, at);
  }

  #closeGroup(at: At): void {
    if (this.#open.pop() === undefined) this.#builder.fault(at, 'This `end` ends nothing.', 'Remove it.');
  }

  /** `A & B --> C -- text --> D` */
  #chain({ text, line, column }: MermaidStatement): void {
    const place = (offset: number) => ({ line, column: column + offset });
    let left = this.#nodes(text, 0, place);
    while (left !== undefined) {
      const offset = skipSpace(text, left.end);
      if (offset >= text.length) return;
      const link = flowLinkAt(text, offset);
      if (link === undefined) {
        this.#unread(place(offset), text.slice(offset));
        return;
      }
      if (link.id !== undefined) this.#links.add(link.id);
      const right = this.#nodes(text, skipSpace(text, link.end), place);
      if (right === undefined) return;
      this.#chained.push({ left: left.ids, link, right: right.ids, at: place(offset) });
      left = right;
    }
  }

  #nodes(text: string, start: number, place: (offset: number) => At): { ids: string[]; end: number } | undefined {
    const ids = new Set<string>();
    for (let offset = start; ; ) {
      const node = flowNodeAt(text, offset);
      if (node === undefined) {
        this.#unread(place(offset), text.slice(offset));
        return undefined;
      }
      if ('unclosed' in node) {
        this.#builder.fault(place(node.unclosed), 'This bracket is never closed.', 'Close it on the same line.');
        return undefined;
      }
      this.#mentions.push({ node, at: place(offset), group: this.#open.at(-1)?.id });
      ids.add(node.id);
      const next = skipSpace(text, node.end);
      if (text[next] !== '&') return { ids: [...ids], end: node.end };
      offset = skipSpace(text, next + 1);
    }
  }

  /** Nodes have the first label that is written for them, and belong to the first group that names them. */
  #addNodes(): void {
    const labels = new Map<string, string>();
    for (const { node } of this.#mentions) {
      if (node.label !== undefined && !labels.has(node.id)) labels.set(node.id, node.label);
    }
    const placed = new Set<string>();
    for (const { node, at, group } of this.#mentions) {
      if (this.#groups.has(node.id) || this.#links.has(node.id) || !this.#builder.takesMore) continue;
      const label = labels.get(node.id) ?? node.id;
      if (label === '') this.#builder.fault(at, 'These brackets hold no name.', `Write \`${node.id}[name]\`.`);
      this.#builder.node({ key: node.id, label, at, ...(node.shape === undefined ? {} : { shape: node.shape }) });
      if (group === undefined || placed.has(node.id)) continue;
      placed.add(node.id);
      this.#builder.member(groupKey(group), node.id, at);
    }
  }

  #addEdges({ left, link, right, at }: Chained): void {
    if (link.isHidden) {
      this.#tell(at, 'Invisible links (`~~~`) are left out.');
      return;
    }
    const { style, heads, label } = link;
    for (const from of left) {
      for (const to of right) {
        if (!this.#builder.takesMore || this.#endsAtGroup([from, to], at)) return;
        this.#builder.edge({ from, to, style, heads, ...(label === undefined ? {} : { label }) }, at);
      }
    }
  }

  #endsAtGroup(ids: readonly string[], at: At): boolean {
    const group = ids.find((id) => this.#groups.has(id));
    if (group === undefined) return false;
    const own = groupKey(group);
    const inside = this.#mentions.find((each) => each.group !== undefined && groupKey(each.group) === own)?.node.id;
    const example = inside === undefined ? '' : `, for example ${inside}`;
    this.#builder.fault(at, `This arrow ends at the subgraph ${group}.`, `Draw it to a component within${example}.`);
    return true;
  }

  #unread(at: At, text: string): void {
    if (text === '') this.#builder.fault(at, 'Something is missing at the end of this line.', 'Name what is meant.');
    else this.#builder.fault(at, `sdi cannot read \`${beginning(text)}\`.`, 'Write `A[name] -->|label| B[(store)]`.');
  }

  #tell(at: At, message: string): void {
    if (this.#told.has(message)) return;
    this.#told.add(message);
    this.#builder.note(at, message);
  }
}

/** Apart from every node's id, which holds no space. */
function groupKey(id: string): string {
  return `group ${id}`;
}

function beginning(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}

function skipSpace(text: string, start: number): number {
  let offset = start;
  while (text[offset] === ' ' || text[offset] === '\t') offset++;
  return offset;
}
