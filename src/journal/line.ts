import crc32 from 'crc-32';

/** A line's fields once its checksum has been found right. */
export type LineFields = Readonly<Record<string, unknown>>;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const START = encoder.encode('{"crc":"');
const START_END = encoder.encode('",');
const CRC_LENGTH = 8;
const PREFIX_LENGTH = START.length + CRC_LENGTH + START_END.length;
const BRACE = 0x7d;
const LINE_END = 0x0a;

/**
 * `fields` as one line of JSON with its line end. Its first member is the CRC-32 of all bytes behind that member, so
 * that a reader can verify the bytes themselves before it parses them.
 */
export function sealLine(fields: LineFields): string {
  const body = JSON.stringify(fields).slice(1);
  return `{"crc":"${hex(crc32.buf(encoder.encode(body)))}",${body}\n`;
}

/** The fields of a line (without its line end), or undefined where a single bit of it is not as it was written. */
export function unsealLine(line: Uint8Array): LineFields | undefined {
  const expected = sealedCrc(line, 0);
  if (expected === undefined || hex(crc32.buf(line.subarray(PREFIX_LENGTH))) !== expected) return undefined;
  return parse(line.subarray(PREFIX_LENGTH));
}

/**
 * The first sealed line that starts at or behind `from`, wherever the line ends have gone; `end` is behind its brace.
 * JSON text holds no raw quote and no raw line end within a string, so neither can be mistaken.
 */
export function findSealed(
  bytes: Uint8Array,
  from: number,
): { readonly fields: LineFields; readonly start: number; readonly end: number } | undefined {
  for (let start = indexOfStart(bytes, from); start !== -1; start = indexOfStart(bytes, start + 1)) {
    const found = unsealAt(bytes, start);
    if (found !== undefined) return { ...found, start };
  }
  return undefined;
}

/** Tries each closing brace up to the line end; the checksum is carried on, so the time is linear. */
function unsealAt(bytes: Uint8Array, start: number): { fields: LineFields; end: number } | undefined {
  const expected = sealedCrc(bytes, start);
  if (expected === undefined) return undefined;
  const body = start + PREFIX_LENGTH;
  const lineEnd = bytes.indexOf(LINE_END, body);
  const limit = lineEnd === -1 ? bytes.length : lineEnd;
  let crc = 0;
  let done = body;
  for (let brace = bytes.indexOf(BRACE, body); brace !== -1 && brace < limit; brace = bytes.indexOf(BRACE, brace + 1)) {
    crc = crc32.buf(bytes.subarray(done, brace + 1), crc);
    done = brace + 1;
    const fields = hex(crc) === expected ? parse(bytes.subarray(body, done)) : undefined;
    if (fields !== undefined) return { fields, end: done };
  }
  return undefined;
}

/** The checksum that a line starting at `at` claims; undefined where nothing like a sealed line starts there. */
function sealedCrc(bytes: Uint8Array, at: number): string | undefined {
  const crcStart = at + START.length;
  const crcEnd = crcStart + CRC_LENGTH;
  if (!holds(bytes, at, START) || !holds(bytes, crcEnd, START_END)) return undefined;
  return String.fromCharCode(...bytes.subarray(crcStart, crcEnd));
}

function holds(bytes: Uint8Array, at: number, expected: Uint8Array): boolean {
  return expected.every((byte, index) => bytes[at + index] === byte);
}

function indexOfStart(bytes: Uint8Array, from: number): number {
  const [first] = START;
  if (first === undefined) return -1;
  for (let at = bytes.indexOf(first, from); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (holds(bytes, at, START)) return at;
  }
  return -1;
}

function parse(body: Uint8Array): LineFields | undefined {
  try {
    const fields: unknown = JSON.parse(`{${decoder.decode(body)}`);
    return typeof fields === 'object' && fields !== null ? (fields as LineFields) : undefined;
  } catch {
    return undefined;
  }
}

function hex(crc: number): string {
  return (crc >>> 0).toString(16).padStart(CRC_LENGTH, '0');
}
