import type { Place } from '../faults/fault.ts';

/** Turns offsets of a text into lines and columns. */
export interface LineMap {
  place(offset: number): Place;
  /** The text of a line (from 1), without its line ending. */
  line(number: number): string;
}

export function lineMapOf(text: string): LineMap {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const startOf = (line: number) => starts[line - 1] ?? text.length;

  return {
    place(offset) {
      let low = 1;
      let high = starts.length;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if (startOf(middle) <= offset) low = middle;
        else high = middle - 1;
      }
      return { line: low, column: offset - startOf(low) + 1 };
    },
    line(number) {
      const end = number < starts.length ? startOf(number + 1) - 1 : text.length;
      return text.slice(startOf(number), end).replace(/\r$/, '');
    },
  };
}
