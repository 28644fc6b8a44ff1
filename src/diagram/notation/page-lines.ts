import type { At } from '../graph-builder.ts';
import type { SourceLine } from '../source-lines.ts';
import { LEADING_ARROW, SOME_ARROW } from './arrows.ts';

/** A line as it is meant: without comments, and with what goes on in the next lines. */
export interface PageLine {
  readonly text: string;
  /** Of its first line, from 1. */
  readonly line: number;
  /** Where a column of `text` was written, from 1. */
  readonly at: (column: number) => At;
}

/** `#1`, `#hashtag` begin a line that is drawn; `# a` is a comment, whatever it holds. */
const COMMENT = /^\s*(?:#+(?![\p{L}\p{N}#])|\/\/|%%)/u;
/** A space follows, so that `s3://logs`, `#3` and `50%%` are none. */
const COMMENT_BEHIND = /\s(?:\/\/|#|%%)\s|[[({]|[\])}]/g;
const TRAILING = /(?:[-–—=~.]>{1,2}|<[-–—=]+|[,，、→⇒⟶⟹➔➜↔⇔])$/;

/** Every line of a page; one that holds nothing is empty. */
export function pageLines(lines: readonly SourceLine[]): PageLine[] {
  const plain = lines.map(({ text, line }) => ({ text: withoutComment(text), line }));
  const found: PageLine[] = [];
  for (let index = 0; index < plain.length; ) {
    const count = countJoined(plain, index);
    found.push(joined(plain.slice(index, index + count)));
    index += count;
  }
  return found;
}

function withoutComment(text: string): string {
  if (COMMENT.test(text) || (/^\s*#/.test(text) && !SOME_ARROW.test(text))) return '';
  let depth = 0;
  for (const { 0: mark, index } of text.matchAll(COMMENT_BEHIND)) {
    if (mark.length === 1) depth += '[({'.includes(mark) ? 1 : -1;
    else if (depth <= 0 && !/^\s#\s\d/.test(text.slice(index, index + 4))) return text.slice(0, index);
  }
  return text;
}

/** How many lines make one: those further in go on from an arrow or a comma at an end, or from a name that stands alone. */
export function countJoined(lines: readonly Pick<SourceLine, 'text'>[], start: number): number {
  const first = lines[start]?.text ?? '';
  const isFurther = (index: number) => indentOf(lines[index]?.text) > indentOf(first);
  const begins = (index: number) => LEADING_ARROW.test(lines[index]?.text ?? '');
  let end = start + 1;
  // With a second arrow below it could go on from either.
  const isFork = begins(end + 1) && indentOf(lines[end + 1]?.text) <= indentOf(lines[end]?.text);
  if (isName(first) && isFurther(end) && begins(end) && !isFork) end++;
  const hasArrow = () => end > start + 1 || SOME_ARROW.test(first);
  while (hasArrow() && TRAILING.test((lines[end - 1]?.text ?? '').trimEnd()) && isFurther(end) && !begins(end)) end++;
  return end - start;
}

function isName(text: string): boolean {
  return text.trim() !== '' && !/[:：;；{}|]/.test(text) && !SOME_ARROW.test(text);
}

/** Of a line that holds nothing: -1. */
export function indentOf(text = ''): number {
  return text.search(/\S/);
}

function joined(lines: readonly SourceLine[]): PageLine {
  const [{ text: first, line } = { text: '', line: 1 }, ...rest] = lines;
  if (rest.length === 0) return { text: first, line, at: (column) => ({ line, column }) };
  const starts = [{ line, start: 0 }];
  let text = first;
  for (const next of rest) {
    starts.push({ line: next.line, start: text.length + 1 });
    text += ` ${next.text}`;
  }
  const at = (column: number) => {
    const own = starts.findLast(({ start }) => start < column) ?? { line, start: 0 };
    return { line: own.line, column: column - own.start };
  };
  return { text, line, at };
}
