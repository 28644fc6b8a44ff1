import type { Note, Span } from '../fault.ts';
import { type NameTable, nameAt } from './names.ts';
import { type Token, tokensOf } from './tokens.ts';

/** Offsets of the numbers whose `B` means bytes; every other `B` is then a billion. */
export type ByteReading = ReadonlySet<number>;

/** The place in a text up to which it has been read. */
export interface Cursor {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly names: NameTable;
  /** Without it, a glued `B` is a billion and one that stands apart means bytes. */
  readonly bytes: ByteReading | undefined;
  readonly notes: Note[];
  readonly used: Set<string>;
  index: number;
  /** Open brackets, and those of calls among them. */
  depth: number;
  calls: number;
  isApproximate: boolean;
}

const MOST_NOTES = 20;
const ABOUT = new Set(['about', 'around', 'roughly', 'approx', 'approximately', 'circa', 'ca']);

export function cursorOn(text: string, names: NameTable, bytes?: ByteReading): Cursor {
  const state = { index: 0, depth: 0, calls: 0, isApproximate: false };
  return { text, tokens: tokensOf(text), names, bytes, notes: [], used: new Set(), ...state };
}

export function peek(cursor: Cursor, ahead = 0): Token | undefined {
  return cursor.tokens[cursor.index + ahead];
}

export function isSign(token: Token | undefined, text: string): boolean {
  return token?.kind === 'symbol' && token.text === text;
}

/** Whether the token is one of the words, in any case. */
export function isWord(token: Token | undefined, ...words: string[]): boolean {
  return token?.kind === 'word' && words.includes(token.text.toLowerCase());
}

/** Moves on if the sign stands here. */
export function takeSign(cursor: Cursor, text: string): Token | undefined {
  const token = peek(cursor);
  if (!isSign(token, text)) return undefined;
  cursor.index++;
  return token;
}

/** Moves over marks of approximation. */
export function takeAbout(cursor: Cursor): void {
  for (;;) {
    const token = peek(cursor);
    if (!isSign(token, '~') && !(token?.kind === 'word' && ABOUT.has(token.text.toLowerCase()))) return;
    if (nameAt(cursor.names, cursor.tokens, cursor.index) !== undefined) return;
    cursor.isApproximate = true;
    cursor.index++;
  }
}

/** Remembers how something was read; of many notes in one text the first are kept. */
export function note(cursor: Cursor, { start, end }: Span, message: string): void {
  if (cursor.notes.length < MOST_NOTES) cursor.notes.push({ message, start, end });
}

/** The span of a token, or the end of the text. */
export function spanHere(cursor: Cursor): Span {
  const { start, end } = peek(cursor) ?? { start: cursor.text.length, end: cursor.text.length };
  return { start, end };
}

/** The end of the token read last. */
export function endBehind(cursor: Cursor): number {
  return cursor.tokens[cursor.index - 1]?.end ?? 0;
}
