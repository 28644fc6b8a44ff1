import { visibleLine } from '../text/visible.ts';
import { width } from '../text/width.ts';
import type { DiagramFault, DiagramNode, DiagramNote, DiagramReading, Edge, Graph, Shape } from './graph.ts';
import { nearMisses } from './near-misses.ts';
import { sectionsOf } from './sections.ts';

/** Where something was written; both count from 1. */
export interface At {
  readonly line: number;
  readonly column: number;
}

/** A component as it was named in one place. */
export interface Mention {
  /** The same for every mention of the same component. */
  readonly key: string;
  readonly label: string;
  /** What is said of it behind its name, in brackets. */
  readonly note?: string | undefined;
  readonly shape?: Shape;
  readonly at: At;
}

interface NodeDraft {
  readonly name: string;
  label: string;
  isNoted: boolean;
  shape: Shape | undefined;
  shapeLine: number;
  readonly at: At;
  readonly section: number;
}

interface EdgeDraft {
  readonly edge: Edge & { readonly line: number };
  readonly sections: Set<number>;
}

interface TitleDraft {
  readonly title: string;
  readonly section: number;
  readonly at: At;
}

interface GroupDraft {
  readonly label: string;
  readonly members: Map<string, At>;
}

const MOST_NODES = 500;
const MOST_EDGES = 1_000;
const MOST_TITLES = 50;
const MOST_FAULTS = 50;
const LONGEST_NAME = 80;
const LONGEST_LABEL = 160;
/** Who stands outside of a system, by the names in use. */
const ACTOR = /^(?:end )?(?:users?|clients?|customers?|browsers?|visitors?|viewers?|person|people|(?:mobile )?apps?)$/i;
/** What a message waits in, though another queue feeds it. */
const QUEUE = /\b(?:queue|topic|stream|bus)s?$/i;

/** Collects what a reader finds, and says what contradicts itself. */
export class GraphBuilder {
  readonly #nodes = new Map<string, NodeDraft>();
  readonly #edges = new Map<string, EdgeDraft>();
  /** What stands before the first title is section 0. */
  readonly #titles = new Map<string, TitleDraft>();
  #section = 0;
  readonly #groups = new Map<string, GroupDraft>();
  readonly #home = new Map<string, { readonly group: string; readonly line: number }>();
  readonly #faults: DiagramFault[] = [];
  readonly #notes: DiagramNote[] = [];
  readonly #kind: Graph['kind'];
  #isFull = false;

  constructor(kind: Graph['kind']) {
    this.#kind = kind;
  }

  /** False once there is no point in reading on. */
  get takesMore(): boolean {
    return !this.#isFull && this.#faults.length < MOST_FAULTS;
  }

  fault(at: At, message: string, hint?: string): void {
    if (this.takesMore) this.#faults.push({ ...at, message, ...(hint === undefined ? {} : { hint }) });
  }

  note({ line }: At, message: string): void {
    if (this.#notes.length < MOST_FAULTS) this.#notes.push({ line, message });
  }

  /** The first spelling is the one that is shown; a shape given once holds everywhere. */
  node(mention: Mention): void {
    const known = this.#nodes.get(mention.key);
    if (known !== undefined) this.#again(known, mention);
    else if (this.#nodes.size === MOST_NODES) this.#full(mention.at, `${MOST_NODES} components`);
    else {
      const { key, label: name, shape, at } = mention;
      const label = this.#text(labelOf(mention), at, LONGEST_NAME);
      const isNoted = mention.note !== undefined;
      this.#nodes.set(key, { name, label, isNoted, shape, shapeLine: at.line, at, section: this.#section });
    }
  }

  edge(edge: Edge, at: At): void {
    const { from, to, style, heads } = edge;
    const label = edge.label === undefined ? '' : this.#text(edge.label, at, LONGEST_LABEL);
    const place = this.#kind === 'sequence' ? this.#edges.size : '';
    const key = JSON.stringify([from, to, style, heads, label, place]);
    const earlier = this.#edges.get(key);
    if (earlier !== undefined && !earlier.sections.has(this.#section)) {
      earlier.sections.add(this.#section);
    } else if (earlier !== undefined) {
      const ends = `${this.#label(from)} to ${this.#label(to)}`;
      this.note(at, `The arrow from ${ends} stands in line ${earlier.edge.line} too; it is drawn once.`);
    } else if (this.#edges.size === MOST_EDGES) this.#full(at, `${MOST_EDGES} arrows`);
    else {
      const drawn = { from, to, style, heads, ...(label === '' ? {} : { label }), line: at.line };
      this.#edges.set(key, { edge: drawn, sections: new Set([this.#section]) });
    }
  }

  /** Begins what is drawn below a title; one that stands there again goes on. */
  title(key: string, title: string, at: At): void {
    const known = this.#titles.get(key);
    this.#section = known?.section ?? this.#titles.size + 1;
    if (this.#section > MOST_TITLES) this.#full(at, `${MOST_TITLES} titles`);
    else if (known === undefined) {
      this.#titles.set(key, { title: this.#text(title, at, LONGEST_NAME), section: this.#section, at });
    }
  }

  /** A group that is named again goes on. */
  group(key: string, label: string, at: At): void {
    if (!this.#groups.has(key))
      this.#groups.set(key, { label: this.#text(label, at, LONGEST_NAME), members: new Map() });
  }

  member(group: string, key: string, at: At): void {
    const home = this.#home.get(key);
    if (home !== undefined && home.group !== group) {
      const other = this.#groups.get(home.group)?.label ?? '';
      const label = this.#label(key);
      const hint = `Name the second one apart, for example \`${label} 2\`.`;
      this.fault(at, `${label} stands in ${other} already (line ${home.line}).`, hint);
      return;
    }
    this.#home.set(key, { group, line: at.line });
    this.#groups.get(group)?.members.set(key, at);
  }

  finish(): DiagramReading {
    const headings = [...this.#titles.values()];
    const sections = sectionsOf(this.#nodes, [...this.#edges.values()], headings);
    if (this.#faults.length === 0) {
      for (const { at } of headings.filter((_, index) => sections[index + 1]?.nodes.length === 0)) {
        this.fault(at, 'Nothing is drawn below this title.', 'Write its arrows there: `client -> api`.');
      }
    }
    if (this.#faults.length > 0) return { faults: this.#faults };
    const edges = Array.from(this.#edges.values(), ({ edge }) => edge);
    const named = Array.from(this.#nodes, ([key, { label, at }]) => ({ key, label, at }));
    this.#notes.push(...nearMisses(named, edges));
    const groups = [...this.#groups].filter(([, group]) => group.members.size > 0);
    const graph: Graph = {
      kind: this.#kind,
      nodes: this.#shapedNodes(edges),
      edges,
      groups: groups.map(([id, { label, members }]) => ({ id, label, members: [...members.keys()] })),
      ...(headings.length === 0 ? {} : { sections: sections.filter(({ nodes }) => nodes.length > 0) }),
    };
    return { graph, notes: this.#notes.sort((a, b) => a.line - b.line) };
  }

  #shapedNodes(edges: readonly Edge[]): DiagramNode[] {
    const queues = this.#kind === 'flow' ? queuesOf(edges) : new Map<string, boolean>();
    return [...this.#nodes].map(([id, { name, label, shape, shapeLine: line }]) => {
      const isQueue = queues.get(id) === true || (queues.has(id) && QUEUE.test(name));
      return { id, label, shape: shape ?? (isQueue ? 'queue' : ACTOR.test(name) ? 'actor' : 'box'), line };
    });
  }

  #again(known: NodeDraft, mention: Mention): void {
    if (mention.note !== undefined && !known.isNoted) {
      known.isNoted = true;
      known.label = this.#text(labelOf({ ...mention, label: known.name }), mention.at, LONGEST_NAME);
    }
    this.#shape(known, mention);
  }

  #shape(known: NodeDraft, { shape, at }: Mention): void {
    if (shape === undefined || shape === known.shape) return;
    if (known.shape !== undefined) {
      const earlier = `a ${known.shape} in line ${known.shapeLine}`;
      this.fault(at, `${known.label} is a ${shape} here and ${earlier}.`, 'Give two components two names.');
      return;
    }
    known.shape = shape;
    known.shapeLine = at.line;
  }

  #full(at: At, most: string): void {
    this.fault(at, `A diagram has at most ${most}.`, 'Split it into several.');
    this.#isFull = true;
  }

  #label(key: string): string {
    return this.#nodes.get(key)?.label ?? key;
  }

  #text(text: string, at: At, longest: number): string {
    const shown = visibleLine(text.trim().replaceAll(/\s+/g, ' '));
    if (width(shown) <= longest) return shown;
    this.fault(at, `This name is ${width(shown)} columns wide; the most is ${longest}.`, 'Shorten it.');
    return '';
  }
}

function labelOf({ label, note }: Mention): string {
  return note === undefined ? label : `${label} (${note})`;
}

/** Whom messages are sent to; true where somebody sends who is not himself fed by messages. */
function queuesOf(edges: readonly Edge[]): Map<string, boolean> {
  const messages = edges.filter((edge) => edge.style === 'message');
  const fed = new Set(messages.map((edge) => edge.to));
  const queues = new Map<string, boolean>();
  for (const { from, to } of messages) queues.set(to, queues.get(to) === true || !fed.has(from));
  return queues;
}
