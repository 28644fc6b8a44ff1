import { Window } from 'happy-dom';

/** What Mermaid itself reads from a text; it throws for what it cannot read. */
export interface RealReading {
  readonly type: string;
  /** Ends and label of each edge or message, in order. */
  readonly edges: readonly { readonly from: string; readonly to: string; readonly label: string }[];
  readonly labels: ReadonlyMap<string, string>;
}

interface FlowDb {
  getEdges(): readonly { start: string; end: string; text: string }[];
  getVertices(): ReadonlyMap<string, { id: string; text?: string }>;
}

interface SequenceDb {
  getMessages(): readonly { from?: string; to?: string; message: unknown }[];
  getActors(): ReadonlyMap<string, { name: string; description: string }>;
}

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
  return { type, edges, labels: new Map([...db.getVertices()].map(([id, { text }]) => [id, decoded(text ?? id)])) };
}

function sequence(type: string, db: SequenceDb): RealReading {
  const edges = db.getMessages().flatMap(({ from, to, message }) => {
    return from === undefined || to === undefined ? [] : [{ from, to, label: decoded(String(message)) }];
  });
  return {
    type,
    edges,
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
