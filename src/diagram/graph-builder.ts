import { visibleLine } from '../text/visible.ts';
import { width } from '../text/width.ts';
import type { DiagramFault, DiagramNode, DiagramNote, DiagramReading, Edge, Graph, Mark, Shape } from './graph.ts';
import { groupNames, shownGroups } from './group-names.ts';
import { joinedNames } from './joined-names.ts';
import { nearMisses } from './near-misses.ts';
import { sectionsOf } from './sections.ts';
import { shapesOf, withoutBoxes } from './shapes.ts';
import { Spellings } from './spellings.ts';

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
  /** Nothing need stand below a heading. */
  readonly isHeading: boolean;
}

/** A group as it was named in one place. */
export interface NamedGroup {
  readonly key: string;
  /** With the names of those around it. */
  readonly label: string;
  readonly own: string;
  /** The key of the one around it. */
  readonly within: string | undefined;
  /** The key of its name without the word before it; empty where it has none. */
  readonly short: string;
}

interface GroupDraft extends NamedGroup {
  readonly members: Map<string, At>;
}

const MOST_NODES = 500;
const MOST_EDGES = 1_000;
const MOST_TITLES = 50;
const MOST_MARKS = 200;
const MOST_FAULTS = 50;
const LONGEST = { name: 80, title: 80, label: 160, 'name of a group': 160, note: 160 };
const BRACKETS: Readonly<Partial<Record<Shape, string>>> = { cache: '[ ]', store: '( )' };

/** Collects what a reader finds, and says what contradicts itself. */
export class GraphBuilder {
  readonly #nodes = new Map<string, NodeDraft>();
  readonly #edges = new Map<string, EdgeDraft>();
  /** What stands before the first title is section 0. */
  readonly #titles = new Map<string, TitleDraft>();
  #section = 0;
  readonly #groups = new Map<string, GroupDraft>();
  readonly #spellings = new Spellings();
  readonly #home = new Map<string, { readonly group: string; readonly line: number }>();
  readonly #marks: Mark[] = [];
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
      const label = this.#text(labelOf(mention), at, 'name');
      const isNoted = mention.note !== undefined;
      this.#nodes.set(key, { name, label, isNoted, shape, shapeLine: at.line, at, section: this.#section });
    }
  }

  edge(edge: Edge, at: At): void {
    const { from, to, style, heads, isLost } = edge;
    const label = edge.label === undefined ? '' : this.#text(edge.label, at, 'label');
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
      const more = { ...(label === '' ? {} : { label }), ...(isLost === undefined ? {} : { isLost }) };
      const drawn = { from, to, style, heads, ...more, line: at.line };
      this.#edges.set(key, { edge: drawn, sections: new Set([this.#section]) });
    }
  }

  /** What stands behind the messages so far. */
  mark(mark: Omit<Mark, 'after'>, at: At): void {
    if (this.#marks.length === MOST_MARKS) this.#full(at, `${MOST_MARKS} frames and notes`);
    else this.#marks.push({ ...mark, after: this.#edges.size, text: this.#text(mark.text, at, 'note') });
  }

  /** Begins what is drawn below a title; one that stands there again goes on. */
  title(key: string, title: string, at: At, isHeading = false): void {
    const known = this.#titles.get(key);
    this.#section = known?.section ?? this.#titles.size + 1;
    if (this.#section > MOST_TITLES) this.#full(at, `${MOST_TITLES} titles`);
    else if (known === undefined) {
      this.#titles.set(key, { title: this.#text(title, at, 'title'), section: this.#section, at, isHeading });
    }
  }

  /** Goes on with what stands below no title. */
  untitled(): void {
    this.#section = 0;
  }

  /** A title below which nothing need stand. */
  heading(key: string, title: string, at: At): void {
    this.title(key, title, at, true);
  }

  /** A group that is named again goes on. */
  group(group: NamedGroup, at: At): void {
    if (this.#groups.has(group.key)) return;
    const label = this.#text(group.label, at, 'name of a group');
    const own = this.#text(group.own, at, 'name of a group');
    this.#groups.set(group.key, { ...group, label, own, members: new Map() });
  }

  member(group: string, key: string, at: At): void {
    const home = this.#home.get(key);
    if (home !== undefined && this.#isWithin(home.group, group)) return;
    if (home !== undefined && this.#isWithin(group, home.group)) this.#groups.get(home.group)?.members.delete(key);
    else if (home !== undefined) {
      const other = this.#groups.get(home.group)?.label ?? '';
      const label = this.#label(key);
      const hint = `Name the second one apart, for example \`${label} 2\`.`;
      this.fault(at, `${label} stands in ${other} already (line ${home.line}).`, hint);
      return;
    }
    this.#home.set(key, { group, line: at.line });
    this.#groups.get(group)?.members.set(key, at);
  }

  /** Whether a group is another one, or stands in it. */
  #isWithin(group: string, outer: string): boolean {
    for (let at: string | undefined = group; at !== undefined; at = this.#groups.get(at)?.within) {
      if (at === outer) return true;
    }
    return false;
  }

  /** Of the arrow notation: brackets that somebody draws boxes with (`drawsBoxes`) make no shapes. */
  finish({ drawsBoxes = false } = {}): DiagramReading {
    const headings = [...this.#titles.values()];
    const sections = sectionsOf(this.#nodes, [...this.#edges.values()], headings);
    const isEmpty = (index: number) => sections[index + 1]?.nodes.length === 0;
    if (this.#faults.length === 0) {
      for (const { at } of headings.filter(({ isHeading }, index) => !isHeading && isEmpty(index))) {
        this.fault(at, 'Nothing is drawn below this title.', 'Write its arrows there: `client -> api`.');
      }
      this.#nameGroups();
    }
    if (this.#faults.length > 0) return { faults: this.#faults };
    const edges = Array.from(this.#edges.values(), ({ edge }) => edge);
    const named = Array.from(this.#nodes, ([key, { label, at }]) => ({ key, label, at }));
    this.#notes.push(...nearMisses(named, edges), ...(drawsBoxes ? joinedNames(named) : []));
    const shown = sections.filter(({ nodes }) => nodes.length > 0);
    const graph: Graph = {
      kind: this.#kind,
      nodes: this.#shapedNodes(edges, drawsBoxes),
      edges,
      groups: shownGroups([...this.#groups.values()]),
      ...(this.#marks.length === 0 ? {} : { marks: this.#marks }),
      ...(shown.every(({ title }) => title === undefined) ? {} : { sections: shown }),
    };
    return { graph, notes: this.#notes.sort((a, b) => a.line - b.line) };
  }

  /** An arrow to a group has no end; the name of one that is no member is told of. */
  #nameGroups(): void {
    const nodes = Array.from(this.#nodes, ([key, { label, at }]) => ({
      key,
      label,
      at,
      isMember: this.#home.has(key),
    }));
    const groups = [...this.#groups.values()].filter(({ members }) => members.size > 0);
    const { faults, notes } = groupNames(nodes, groups, (key) => this.#label(key));
    for (const { at, message, hint } of faults) this.fault(at, message, hint);
    for (const { at, message } of notes) this.note(at, message);
  }

  #shapedNodes(edges: readonly Edge[], drawsBoxes: boolean): DiagramNode[] {
    const written = Array.from(this.#nodes, ([id, { name, shape }]) => ({ id, name, shape }));
    const { drafts, taken } = drawsBoxes ? withoutBoxes(written) : { drafts: written, taken: [] };
    for (const { id, shape } of taken) {
      const line = this.#nodes.get(id)?.shapeLine ?? 1;
      const column = 1;
      this.note({ line, column }, `${BRACKETS[shape] ?? ''} is read as a box: ${this.#label(id)} is no ${shape}.`);
    }
    const shapes = shapesOf(drafts, edges, this.#kind);
    return [...this.#nodes].map(([id, { label, shapeLine: line }]) => ({
      id,
      label,
      shape: shapes.get(id) ?? 'box',
      line,
    }));
  }

  #again(known: NodeDraft, mention: Mention): void {
    const { label, at } = mention;
    if (this.#spellings.isNew(label, known.name)) this.note(at, `${visibleLine(label)} is read as ${known.label}.`);
    if (mention.note !== undefined && !known.isNoted) {
      known.isNoted = true;
      known.label = this.#text(labelOf({ ...mention, label: known.name }), mention.at, 'name');
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

  #text(text: string, at: At, what: keyof typeof LONGEST): string {
    const shown = visibleLine(text.trim().replaceAll(/\s+/g, ' '));
    const longest = LONGEST[what];
    if (width(shown) <= longest) return shown;
    this.fault(at, `This ${what} is ${width(shown)} columns wide; the most is ${longest}.`, 'Shorten it.');
    return '';
  }
}

function labelOf({ label, note }: Mention): string {
  return note === undefined ? label : `${label} (${note})`;
}
