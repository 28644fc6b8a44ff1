/** A sentence or a list line: offsets in its turn, without the bullet and the white space around it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A shorter line that does not end in a full stop is a line of its own; a longer one may be broken by an editor. */
const WRAPPED_FROM = 60;
/** Nobody means more by one sentence: what has no full stop for so many characters is cut at a space, or anywhere. */
const LONGEST = 700;
const ABBREVIATION = /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|approx|resp|incl|excl|max|min|no|fig|cf|ca)$/i;
const BULLET = /^[ \t]*(?:(?:[-*•–+>]|\d{1,2}[.)]|[a-z]\))[ \t]+|#{1,4}[ \t]+)*/;
const END = /(?<=\S)(?:[.!?]+["'”’)\]]*|;)(?=\s)/g;
/** A semicolon with less on one of its sides parts the items of a list. */
const SHORTEST_CLAUSE = 20;

/** The sentences of a text in order; clauses that a semicolon parts are two. Lines end a sentence, except where an editor seems to have wrapped a paragraph. */
export function sentencesOf(text: string): Span[] {
  return linesOf(text).flatMap((line) => splitLine(text, line));
}

function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    const last = lines.at(-1);
    if (last !== undefined && last.end === start - 1 && isWrapped(text, last, line)) {
      lines[lines.length - 1] = { start: last.start, end };
    } else if (line.trim() !== '') {
      lines.push({ start, end });
    }
    start = end + 1;
  }
  return lines;
}

function isWrapped(text: string, before: Span, line: string): boolean {
  const lineStart = text.lastIndexOf('\n', before.end - 1) + 1;
  if (before.end - Math.max(lineStart, before.start) < WRAPPED_FROM) return false;
  return /[\p{L}\p{N},]\s*$/u.test(text.slice(Math.max(0, before.end - 20), before.end)) && /^[a-z(]\S*\s/.test(line);
}

function splitLine(text: string, line: Span): Span[] {
  const source = text.slice(line.start, line.end);
  const spans: Span[] = [];
  let start = BULLET.exec(source)?.[0].length ?? 0;
  for (const match of source.matchAll(END)) {
    const end = match.index + match[0].length;
    if (match.index < start || (match[0] === '.' && isInside(source, match.index, end))) continue;
    if (match[0] === ';' && Math.min(end - start, source.length - end) < SHORTEST_CLAUSE) continue;
    pushTrimmed(spans, source, start, end, line.start);
    start = end;
  }
  pushTrimmed(spans, source, start, source.length, line.start);
  return spans;
}

/** Whether the full stop belongs to an abbreviation. */
function isInside(source: string, stop: number, end: number): boolean {
  return (
    ABBREVIATION.test(source.slice(Math.max(0, stop - 8), stop)) &&
    /^\s+[\p{Ll}\p{N}(]/u.test(source.slice(end, end + 4))
  );
}

function pushTrimmed(spans: Span[], source: string, from: number, to: number, offset: number): void {
  let start = from;
  while (to - start > LONGEST) {
    const space = source.lastIndexOf(' ', start + LONGEST);
    const end = space > start ? space : start + LONGEST;
    pushPart(spans, source, start, end, offset);
    start = end;
  }
  pushPart(spans, source, start, to, offset);
}

function pushPart(spans: Span[], source: string, from: number, to: number, offset: number): void {
  const part = source.slice(from, to);
  const start = from + (part.length - part.trimStart().length);
  const end = from + part.trimEnd().length;
  if (start < end) spans.push({ start: offset + start, end: offset + end });
}
