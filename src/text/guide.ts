/** One way to write something, and what it means. */
export interface GuideRow {
  readonly write: string;
  readonly means: string;
}

/** A guide in two columns. */
export function guideText(rows: readonly GuideRow[], indent = ''): string {
  const wide = Math.max(...rows.map(({ write }) => write.length));
  return rows.map(({ write, means }) => `${indent}${write.padEnd(wide)}  ${means}`).join('\n');
}
