/** A part of a line that may hold working; `offset` is where it begins in the line. */
export interface Clause {
  readonly text: string;
  /** From 1. */
  readonly line: number;
  readonly offset: number;
  /** Whether it is the first of its line. */
  readonly isFirst: boolean;
}

/** A line of this length is no working; it is left alone. */
const MOST_CHARACTERS = 2_000;

/** What is code, an address or a query and never an estimate. */
const CODE = [
  /;\s*$|[{}]|&&|\|\||\+\+|:\/\/|\?\w+=|[-+*/%!<>&|]=(?!>)|=\s*["'[]/,
  /^\s*(?:const|let|var|def|function|fn|return|import|class|int|long|float|double|public|private|static|final)\s/,
  /^\s*(?:if|for|while|switch|assert|print\w*)\s*\(/,
  /\b(?:SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|WHERE|VALUES)\b/,
  /^\s*(?:@|\$\s|--?[a-z][\w-]*=)/,
];
const MARKERS = /^\s*(?:(?:[-*•+>–]|\d{1,2}[.)]|#{1,6}|\[[ xX]\])\s+)*/;
/** A sum that goes on from the line before. */
const CARRIED_ON = /^\s*\+\s+[\d$~][^+]*\+/;
const REMARK = /(?:^|\s)(?:\/\/|#(?!\d)).*$/;

/** The clauses of each line that is not code: parts between commas, semicolons and full stops outside of brackets. */
export function clausesOf(text: string): Clause[] {
  return text.split('\n').flatMap((written, index) => {
    if (written.length > MOST_CHARACTERS || [CARRIED_ON, ...CODE].some((pattern) => pattern.test(written))) return [];
    const start = MARKERS.exec(written)?.[0].length ?? 0;
    // Emphasis and code marks become spaces, so that offsets stay.
    const plain = written.replace(/`|\*\*(?!\s*\d)|\r/g, (mark) => ' '.repeat(mark.length));
    const body = plain.slice(start).replace(REMARK, '');
    return split(body).map(({ text: part, at }, place) => ({
      text: part,
      line: index + 1,
      offset: start + at,
      isFirst: place === 0,
    }));
  });
}

function split(body: string): { text: string; at: number }[] {
  const parts: { text: string; at: number }[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < body.length; at++) {
    const character = body[at];
    if (character === '(') depth++;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (isEnd(body, at) && (depth === 0 || character === ';')) {
      parts.push({ text: body.slice(from, at), at: from });
      from = at + 1;
    }
  }
  parts.push({ text: body.slice(from), at: from });
  return parts.filter(({ text }) => text.trim() !== '');
}

function isEnd(body: string, at: number): boolean {
  const character = body[at] ?? '';
  if (character === ';' || character === '|' || character === '—') return true;
  const next = body[at + 1] ?? ' ';
  return /\s/.test(next) && (character === ',' || character === '!' || (character === '.' && body[at - 1] !== '.'));
}
