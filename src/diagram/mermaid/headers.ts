export const FLOWCHART = /^\s*(?:flowchart|graph)(?:-\w+)?(?:\s+(?:TB|TD|BT|RL|LR))?\s*(?:;|$)/i;
export const SEQUENCE = /^\s*sequenceDiagram\s*(?:;|$)/i;

/** Whether a line begins a diagram of Mermaid that is read. */
export function isHeader(text: string): boolean {
  return FLOWCHART.test(text) || SEQUENCE.test(text);
}
