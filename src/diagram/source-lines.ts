/** A line of a diagram and its number in what the user wrote, from 1. */
export interface SourceLine {
  readonly text: string;
  readonly line: number;
}

const FENCE = /^\s*(`{3,}|~{3,})\s*([\w-]*)/;

/** The lines of a diagram, without the fence of a Markdown block around them. */
export function sourceLines(text: string): SourceLine[] {
  const lines = text.split(/\r\n|\r|\n/).map((line, index) => ({ text: line, line: index + 1 }));
  const first = lines.findIndex((line) => line.text.trim() !== '');
  const fence = FENCE.exec(lines[first]?.text ?? '')?.[1];
  if (fence === undefined) return lines;
  const inside = lines.slice(first + 1);
  const end = inside.findIndex((line) => line.text.trim().startsWith(fence));
  return end === -1 ? inside : inside.slice(0, end);
}
