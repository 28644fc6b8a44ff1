import type { TextFault } from '../faults/fault.ts';

/** A decoded file; with `fault`, `text` is what could be decoded up to and around it. */
export interface DecodedText {
  readonly text: string;
  readonly faults: readonly TextFault[];
}

const UTF16_HINT = 'Save the file as UTF-8.';

/** Bytes as text: UTF-8 with or without its byte order mark, at most `limit` bytes, no control characters. */
export function decodeText(bytes: Uint8Array, limit: number): DecodedText {
  if (bytes.length > limit) {
    const message = `the file has ${kibibytes(bytes.length)} KiB; at most ${kibibytes(limit)} KiB are read`;
    return { text: '', faults: [{ offset: 0, message, hint: 'Make it shorter, or split it.' }] };
  }
  if (isUtf16(bytes)) return { text: '', faults: [{ offset: 0, message: 'the file is UTF-16', hint: UTF16_HINT }] };
  const text = decode(bytes);
  if (text === undefined) {
    const valid = decode(bytes.subarray(0, validLength(bytes)), true) ?? '';
    const message = 'this is not UTF-8';
    return { text: valid, faults: [{ offset: valid.length, message, hint: UTF16_HINT }] };
  }
  return { text, faults: controlCharacters(text) };
}

function kibibytes(bytes: number): number {
  return Math.ceil(bytes / 1024);
}

/** By its byte order mark, or, without one, by a NUL in the first character. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if (first === undefined || second === undefined) return false;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || (first === 0) !== (second === 0);
}

function decode(bytes: Uint8Array, unfinished = false): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: unfinished });
  } catch {
    return undefined;
  }
}

/** The longest start of `bytes` that is good so far, found by halving: a decoder does not tell where it failed. */
function validLength(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (decode(bytes.subarray(0, middle), true) === undefined) high = middle - 1;
    else low = middle;
  }
  return low;
}

// C0 without tab and line ends, DEL, C1, and a carriage return that does not end a line.
const CONTROL = /(?![\t\n\r])\p{Cc}|\r(?!\n)|[\ufffe\uffff]/gu;

function controlCharacters(text: string): TextFault[] {
  const faults: TextFault[] = [];
  for (const match of text.matchAll(CONTROL)) {
    const code = codePoint(match[0]);
    faults.push({ offset: match.index, message: `the control character ${code} stands here`, hint: 'Take it out.' });
    if (faults.length === 20) break;
  }
  return faults;
}

/** The first control character or half of a surrogate pair that a string holds, such as U+001B. */
export function unsafeCharacter(text: string): string | undefined {
  const match = text.match(/(?![\t\n])\p{Cc}|[\ufffe\uffff]|\p{Surrogate}/u);
  return match ? codePoint(match[0]) : undefined;
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
