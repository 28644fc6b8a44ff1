import { graphemes, width } from '../../text/width.ts';
import type { At } from '../graph-builder.ts';

/** The arrows of a line, by the offsets at which they start, and the names that they start from. */
interface ArrowLine {
  readonly text: string;
  readonly line: number;
  readonly starts: Map<number, readonly string[]>;
}

/**
 * Lets a line go on from a name of the line above: its first arrow stands right below the arrow behind that name, or
 * below the last name of all.
 */
export class Branches {
  #above: ArrowLine = { text: '', line: 0, starts: new Map() };
  #own: ArrowLine = { text: '', line: 0, starts: new Map() };

  nextLine({ text, line }: { readonly text: string; readonly line: number }): void {
    this.#above = this.#own;
    this.#own = { text, line, starts: new Map() };
  }

  add({ line, column }: At, names: readonly string[]): void {
    if (line === this.#own.line) this.#own.starts.set(column - 1, names);
  }

  /** The names from which a line goes on that begins with an arrow. */
  at({ column }: At): readonly string[] | undefined {
    const indent = this.#own.text.slice(0, column - 1);
    return indent.trim() === '' ? this.#above.starts.get(offsetAt(this.#above.text, width(indent))) : undefined;
  }
}

/** The offset of what is shown in a column, from 0. */
function offsetAt(text: string, column: number): number {
  let shown = 0;
  for (const { segment, index } of graphemes(text)) {
    if (shown >= column) return index;
    shown += width(segment);
  }
  return text.length;
}
