import { graphemes } from '../../text/width.ts';

/** Places in a text, all in UTF-16 code units. A grapheme never reaches over a line break. */

export function lineStart(text: string, index: number): number {
  return index <= 0 ? 0 : text.lastIndexOf('\n', index - 1) + 1;
}

/** The place of the line break at or behind `index`, or the end of the text. */
export function lineEnd(text: string, index: number): number {
  const end = text.indexOf('\n', index);
  return end === -1 ? text.length : end;
}

/** The start of the grapheme before `index`. */
export function previousBoundary(text: string, index: number): number {
  if (index <= 0) return 0;
  if (text[index - 1] === '\n') return index - 1;
  const start = lineStart(text, index);
  let boundary = start;
  for (const grapheme of graphemes(text.slice(start, lineEnd(text, index)))) {
    if (start + grapheme.index >= index) break;
    boundary = start + grapheme.index;
  }
  return boundary;
}

/** The end of the grapheme at `index`. */
export function nextBoundary(text: string, index: number): number {
  if (index >= text.length) return text.length;
  if (text[index] === '\n') return index + 1;
  const start = lineStart(text, index);
  const end = lineEnd(text, index);
  for (const { segment, index: at } of graphemes(text.slice(start, end))) {
    if (start + at + segment.length > index) return start + at + segment.length;
  }
  return end;
}

/** `index` itself, or the start of the grapheme that it would part. */
export function boundaryAt(text: string, index: number): number {
  if (index <= 0) return 0;
  if (index >= text.length) return text.length;
  const next = nextBoundary(text, index - 1);
  return next === index ? index : previousBoundary(text, index);
}

/** The start of the word before `index`; words are what stands between white space. */
export function wordStart(text: string, index: number): number {
  let at = index;
  while (at > 0 && isSpace(text, at - 1)) at--;
  while (at > 0 && !isSpace(text, at - 1)) at--;
  return boundaryAt(text, at);
}

/** The end of the word behind `index`. */
export function wordEnd(text: string, index: number): number {
  let at = index;
  while (at < text.length && isSpace(text, at)) at++;
  while (at < text.length && !isSpace(text, at)) at++;
  return boundaryAt(text, at) < at ? nextBoundary(text, at) : at;
}

function isSpace(text: string, index: number): boolean {
  return /\s/.test(text.charAt(index));
}
