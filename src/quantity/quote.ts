import { visibleLine } from '../text/visible.ts';

const MOST_CHARACTERS = 40;

/** A piece of what was typed, in quotation marks, short and safe to show. */
export function quoted(text: string): string {
  const line = visibleLine(text.slice(0, MOST_CHARACTERS));
  return `"${line}${text.length > MOST_CHARACTERS ? '…' : ''}"`;
}
