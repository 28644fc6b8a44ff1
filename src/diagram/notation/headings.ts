import { SOME_ARROW } from './arrows.ts';

/** A heading of Markdown below the first, and a bold line: what stands below is drawn by itself. `# text` is a comment. */
const HEADING = /^\s*#{2,6}\s+(\S.*)$|^\s*\*\*([^*]+)\*\*\s*[:：]?\s*$/;

export function headingOf(text: string): string | undefined {
  const match = SOME_ARROW.test(text) ? null : HEADING.exec(text);
  const written = (match?.[1] ?? match?.[2] ?? '').trimEnd();
  const heading = written
    .replace(/ #+$/, '')
    .replace(/[:：]$/, '')
    .replaceAll('**', '')
    .trim();
  return /[\p{L}\p{N}]/u.test(heading) ? heading : undefined;
}

/** `**Reads:** a -> b` as `Reads: a -> b`, each character in its place. */
export function withoutBold(text: string): string {
  const bold = text.search(/\*\*[^*]*[:：]\*\*(?:\s|$)/);
  if (bold === -1 || SOME_ARROW.test(text.slice(0, bold))) return text;
  return text.slice(0, bold) + text.slice(bold).replace('**', '  ').replace('**', '  ');
}
