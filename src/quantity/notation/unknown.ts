import { nearest } from '../../text/nearest.ts';
import { visibleLine } from '../../text/visible.ts';
import { isJoining } from '../units/labels.ts';
import { unitNames } from '../units/units.ts';
import { BUILT_IN } from './functions.ts';
import { type NameTable, namesOf } from './names.ts';

/** Spellings that mean several things, with what to write. */
const AMBIGUOUS: ReadonlyMap<string, string> = new Map([
  ['m', 'Write min for minutes, mo for months, or M for a million.'],
  ['M', 'Write the number in front of it: 1M is a million.'],
  ['K', 'Write the number in front of it: 1K is a thousand.'],
  ['k', 'Write the number in front of it: 1K is a thousand.'],
  ['T', 'Write the number in front of it: 1T is a trillion, 1 TB a terabyte.'],
  ['t', 'Write 1T for a trillion, 1 TB for a terabyte.'],
  ['G', 'Write GB for bytes, Gbit for bits, bn for a billion.'],
]);

/** What to do about a word that stands where a value is needed. */
export function hintFor(word: string, names: NameTable): string {
  if (isJoining(word)) return 'Write a number, a unit or a name in its place.';
  const ambiguous = names.size === 0 ? AMBIGUOUS.get(word) : undefined;
  if (ambiguous !== undefined) return ambiguous;
  const [known] = nearest(word, namesOf(names));
  if (known !== undefined) return `Did you mean ${known}?`;
  const [unit] =
    word.length > 2 ? nearest(word, [...BUILT_IN.keys(), ...unitNames().filter((name) => name.length > 2)]) : [];
  const define = `efine it on a line before: ${visibleLine(word.slice(0, 40))} = 100M.`;
  return unit === undefined ? `D${define}` : `Did you mean ${unit}? Otherwise d${define}`;
}

/** A character as it can be shown in a message. */
export function characterName(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const isShown = /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character);
  return isShown ? `"${character}"` : `the character U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
