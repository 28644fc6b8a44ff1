import { Window } from 'happy-dom';

/** What Mermaid itself reads from a text; it throws for what it cannot read. */
export interface RealReading {
  readonly type: string;
  /** Ends and label of each edge or message, in order. */
  readonly edges: readonly { readonly from: string; readonly to: string; readonly label: string }[];
  readonly labels: ReadonlyMap<string, string>;
  /** Of a sequence: its frames and notes in order. */
  readonly marks: readonly string[];
}

interface FlowDb {
  getEdges(): readonly { start: string; end: string; text: string }[];
  getVertices(): ReadonlyMap<string, { id: string; text?: string }>;
}

interface SequenceDb {
  getMessages(): readonly { from?: string; to?: string; message: unknown; type: number; placement?: number }[];
  getActors(): ReadonlyMap<string, { name: string; description: string }>;
}

/** The kinds of what stands between messages, as Mermaid numbers them. */
const MARKS: ReadonlyMap<number, string> = new Map([
  [2, 'note'],
  [10, 'loop'],
  [11, 'end'],
  [12, 'alt'],
  [13, 'else'],
  [14, 'end'],
  [15, 'opt'],
  [16, 'end'],
  [19, 'par'],
  [20, 'and'],
  [21, 'end'],
  [27, 'critical'],
  [28, 'option'],
  [29, 'end'],
  [30, 'break'],
  [31, 'end'],
]);

/** Mermaid wants a browser's window as soon as it is imported. */
export async function realMermaid(): Promise<(text: string) => Promise<RealReading>> {
  const window = new Window();
  Object.assign(globalThis, { window, document: window.document });
  const { default: mermaid } = await import('mermaid');
  mermaid.initialize({ startOnLoad: false });
  return async (text) => {
    await mermaid.parse(text);
    const { type, db } = await mermaid.mermaidAPI.getDiagramFromText(text);
    return type === 'sequence' ? sequence(type, db as unknown as SequenceDb) : flow(type, db as unknown as FlowDb);
  };
}

function flow(type: string, db: FlowDb): RealReading {
  const edges = db.getEdges().map(({ start, end, text }) => ({ from: start, to: end, label: decoded(text) }));
  return {
    type,
    edges,
    marks: [],
    labels: new Map([...db.getVertices()].map(([id, { text }]) => [id, decoded(text ?? id)])),
  };
}

function sequence(type: string, db: SequenceDb): RealReading {
  const edges = db.getMessages().flatMap(({ from, to, message, placement }) => {
    const isMessage = from !== undefined && to !== undefined && placement === undefined;
    return isMessage ? [{ from, to, label: decoded(String(message)) }] : [];
  });
  const marks = db.getMessages().flatMap(({ message, type: kind, placement }) => {
    return placement === undefined && !MARKS.has(kind)
      ? []
      : [`${MARKS.get(kind) ?? ''} ${decoded(typeof message === 'string' ? message : '')}`.trim()];
  });
  return {
    type,
    edges,
    marks,
    labels: new Map([...db.getActors()].map(([id, { description }]) => [id, decoded(description)])),
  };
}

/** Mermaid keeps `#34;` in a form of its own until it draws. */
function decoded(text: string): string {
  return text
    .replaceAll(/(?:ﬂ°°|#)(\d+)(?:¶ß|;)/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('\u00a0', ' ')
    .trim();
}
