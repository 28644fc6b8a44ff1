import { graphemes, width } from '../../text/width.ts';

/** Shares of the font size, on the safe side for the usual fonts without serifs. */
const SHARES: readonly (readonly [RegExp, number])[] = [
  [/^[ijl.,:;|!'`]$/, 0.32],
  [/^[ ftr()[\]{}/\\-]$/, 0.42],
  [/^[mw]$/, 0.9],
  [/^[MW@%—…]$/, 1],
  [/^[A-Z&]$/, 0.74],
];

/** About how wide a text is drawn, in pixels. */
export function drawnWidth(text: string, fontSize: number): number {
  let share = 0;
  for (const { segment } of graphemes(text)) {
    const known = SHARES.find(([pattern]) => pattern.test(segment));
    share += known?.[1] ?? (width(segment) > 1 ? 1.05 : 0.62);
  }
  return share * fontSize;
}

/** A text safe within an element or a quoted attribute. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
