/** What a layout is made of; sizes are in columns and rows. `across` runs along a layer, `along` from layer to layer. */
export interface Size {
  readonly across: number;
  readonly along: number;
}

/** Where arrows may touch a side of a node, counted from its start across. */
interface Stretch {
  readonly first: number;
  readonly last: number;
}

export interface PlanNode extends Size {
  /** Index of its group, or -1. */
  readonly group: number;
  /** Along, from its start to where lines leave it. */
  readonly depth: number;
  readonly into: Stretch;
  readonly outOf: Stretch;
}

export interface PlanEdge {
  readonly from: number;
  readonly to: number;
  /** Edges with the same one from the same node share a line until they part. */
  readonly trunk: string | undefined;
  /** Whether a head stands at its ends. */
  readonly heads: { readonly from: boolean; readonly to: boolean };
  /** Has to show a piece of line, or its style could not be told. */
  readonly isDashed: boolean;
  readonly label: Size | undefined;
}

interface PlanGroup {
  /** Least distance of its two borders across, and along. */
  readonly across: number;
  readonly along: number;
}

/** Places that are kept free along, between two layers. */
export interface ChannelRoom {
  /** From one track to the next. */
  readonly pitch: number;
  /** Behind a layer of nodes where no head points back, where one does, and behind a layer of labels. */
  readonly lead: { readonly node: number; readonly head: number; readonly label: number };
  /** Before a layer of nodes, and before one of labels. */
  readonly tail: { readonly node: number; readonly label: number };
  /** For a border of a group. */
  readonly border: number;
  /** Between runs on one track. */
  readonly apart: number;
}

/** A graph without loops at one node, and how its layers are to be spaced. */
export interface Plan {
  readonly nodes: readonly PlanNode[];
  readonly edges: readonly PlanEdge[];
  readonly groups: readonly PlanGroup[];
  /** Each group stands behind the one before it, along. */
  readonly isStacked: boolean;
  readonly spacing: Spacing;
  readonly channel: ChannelRoom;
  /** A picture that would be larger is given up. */
  readonly most: Size;
}

export interface Spacing {
  /** Between two nodes, and between all else that stands side by side. */
  readonly nodes: number;
  readonly lines: number;
  /** Between the border of a group and what stands in it. */
  readonly padding: number;
  /** From one port of a node to the next. */
  readonly ports: number;
  /** Nodes that are wider in sum move on to the next layer. */
  readonly mostAcross: number;
}

/** A node, a label, or the place where a line passes a layer. */
export interface Item extends Size {
  readonly kind: 'node' | 'bend' | 'label';
  readonly layer: number;
  readonly group: number;
  /** Index of the node, or of the edge of a label; -1 for a bend. */
  readonly of: number;
}

/** A piece of line from an item to one in the next layer. */
export interface Leg {
  readonly upper: number;
  readonly lower: number;
  /** Legs of one tree are one line. */
  readonly tree: string;
}

/** The layers with all that stands in them; orders and positions come later. */
export interface Layering {
  readonly items: readonly Item[];
  readonly legs: readonly Leg[];
  /** Indices of items. */
  readonly layers: readonly (readonly number[])[];
  /** Of each edge, its legs from its upper end on. */
  readonly paths: readonly (readonly number[])[];
  /** Edges that point against the layers. */
  readonly isReversed: readonly boolean[];
  /** First and last layer of each group. */
  readonly spans: readonly { readonly first: number; readonly last: number }[];
}
