import type { Key } from 'node:readline';

const ALIASES: Readonly<Record<string, string>> = { return: 'enter', enter: 'newline' };
/** Chords that `node:readline` has no name for. */
const BY_SEQUENCE: Readonly<Record<string, string>> = { '\x1f': 'ctrl-_', '\x1b_': 'alt-_', '\0': 'ctrl-space' };

/** The name of a key, such as `ctrl-left`; undefined where it has none. */
export function chordOf(key: Key): string | undefined {
  const bySequence = BY_SEQUENCE[key.sequence ?? ''];
  if (bySequence !== undefined) return bySequence;
  if (key.name === undefined || key.name === 'undefined') return undefined;
  const name = ALIASES[key.name] ?? key.name;
  const isLetter = /^[a-z]$/.test(name);
  return `${key.ctrl ? 'ctrl-' : ''}${key.meta ? 'alt-' : ''}${key.shift && !isLetter ? 'shift-' : ''}${name}`;
}
