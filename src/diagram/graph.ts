/** How a component is drawn: a cache lives in memory, a store is durable, an actor stands outside of the system. */
export type Shape = 'box' | 'store' | 'cache' | 'queue' | 'actor';

export interface DiagramNode {
  /** Unique within the graph; says nothing to the user. */
  readonly id: string;
  /** One line, safe to print. */
  readonly label: string;
  readonly shape: Shape;
  /** Of the text in which its shape, or else its name, was first written, from 1. */
  readonly line?: number;
}

export interface Edge {
  readonly from: string;
  readonly to: string;
  /** One line, safe to print. */
  readonly label?: string;
  /** A call waits for its answer, a message does not; a reply occurs in sequences only. */
  readonly style: 'call' | 'message' | 'reply';
  readonly heads: 'to' | 'both' | 'none';
  /** It never arrives; in sequences only. */
  readonly isLost?: true;
  /** Of the text in which it was first written, from 1. */
  readonly line?: number;
}

export interface Group {
  readonly id: string;
  /** One line, safe to print; the names of nested groups are joined by ` / `. */
  readonly label: string;
  /** Ids of nodes; a node is in one group at most. */
  readonly members: readonly string[];
  /** The group that it stands in, and its own name there. */
  readonly within?: { readonly id: string; readonly own: string };
}

/** What stands between the messages of a sequence: where a frame such as `alt` begins, goes on and ends, or a note. */
export interface Mark {
  /** How many messages stand before it. */
  readonly after: number;
  readonly kind: 'begin' | 'branch' | 'end' | 'note';
  /** `alt`, `else`, `Note over`. */
  readonly word: string;
  /** One line, safe to print; it may be empty. */
  readonly text: string;
  /** Of a note: the participants that it stands at. */
  readonly nodes: readonly string[];
}

/** What was drawn below one title. */
export interface Section {
  /** One line, safe to print; undefined for what stands before the first title. */
  readonly title: string | undefined;
  readonly nodes: readonly string[];
  readonly edges: readonly Edge[];
}

/** What was drawn. The edges of a sequence stand in the order of time. */
export interface Graph {
  readonly kind: 'flow' | 'sequence';
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly Edge[];
  readonly groups: readonly Group[];
  /** Of a sequence, from above to below. */
  readonly marks?: readonly Mark[];
  /** The same by titles, where there are any; a component may stand below several. */
  readonly sections?: readonly Section[];
}

/** Something that cannot be drawn. Line and column count from 1, columns in UTF-16 code units. */
export interface DiagramFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly hint?: string;
}

/** Something to tell about a diagram that was read. */
export interface DiagramNote {
  readonly line: number;
  readonly message: string;
}

/** A whole graph, or all that stands in its way. */
export type DiagramReading =
  | { readonly graph: Graph; readonly notes: readonly DiagramNote[]; readonly faults?: undefined }
  | { readonly faults: readonly DiagramFault[]; readonly graph?: undefined; readonly notes?: undefined };
