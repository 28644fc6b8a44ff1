const QUOTED: Readonly<Record<string, RegExp>> = { '"': /"[^"]+"/y, '“': /“[^“”]+”/y };
/** What may stand before a name, and behind one. */
const BEFORE = /[-–—=~>,，、:：;；([{|\u2190-\u27ff]/;
const BEHIND = /\s*(?:$|[-–—=~<>,，、:：;；)\]}|(\u2190-\u27ff])/y;

/** The offset behind a quoted name that opens at an offset; undefined where what stands there is none, as in `12" disk`. */
export function endOfQuoted(line: string, offset: number, from: number): number | undefined {
  const pattern = QUOTED[line[offset] ?? ''];
  if (pattern === undefined || !isNameStart(line, offset, from)) return undefined;
  pattern.lastIndex = offset;
  if (!pattern.test(line)) return undefined;
  BEHIND.lastIndex = pattern.lastIndex;
  return BEHIND.test(line) ? pattern.lastIndex : undefined;
}

function isNameStart(line: string, offset: number, from: number): boolean {
  let before = offset - 1;
  while (before >= from && /\s/.test(line[before] ?? '')) before--;
  return before < from || BEFORE.test(line[before] ?? '');
}

/** What stands within quotation marks around a whole text. */
export function unquoted(text: string): string | undefined {
  return (/^"([^"]+)"$/.exec(text) ?? /^“([^“”]+)”$/.exec(text))?.[1]?.trim() || undefined;
}
