import { nearest } from '../../text/nearest.ts';
import { visibleLine } from '../../text/visible.ts';
import { type QuantityFault, refuse, type Span } from '../fault.ts';
import { quoted } from '../quote.ts';
import { isJoining } from '../units/labels.ts';
import { unitNames } from '../units/units.ts';
import type { NameTable } from './names.ts';
import type { Token } from './tokens.ts';

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

/** Names are suggested from so many, the last ones: a slip is mostly in one of the lines above. */
const MOST_SUGGESTED_FROM = 500;

/** A word that nothing is known by, with what to do about it. Apart from the reading, most of whose faults nobody sees. */
export function withSuggestion(fault: QuantityFault, text: string, names: NameTable): QuantityFault {
  return fault.kind === 'unknown-word' ? { ...fault, hint: hintFor(text.slice(fault.start, fault.end), names) } : fault;
}

function hintFor(word: string, names: NameTable): string {
  if (isJoining(word)) return 'Write a number, a unit or a name in its place.';
  const ambiguous = names.size === 0 ? AMBIGUOUS.get(word) : undefined;
  if (ambiguous !== undefined) return ambiguous;
  const [known] = nearest(word, [...names.keys()].slice(-MOST_SUGGESTED_FROM));
  if (known !== undefined) return `Did you mean ${known}?`;
  const unit = suggestedUnit(word);
  const define = `define the name on a line before: ${visibleLine(word.slice(0, 40))} = 100M.`;
  return unit === undefined ? `Write a value, or ${define}` : `Did you mean ${unit}? Otherwise ${define}`;
}

/** What to write in place of a word that stands for a unit and is none. */
export function unitHintFor(word: string): string | undefined {
  const unit = suggestedUnit(word);
  return AMBIGUOUS.get(word) ?? (unit === undefined ? undefined : `Did you mean ${unit}?`);
}

/** Two letters are near to too many. */
function suggestedUnit(word: string): string | undefined {
  const names = unitNames();
  return [word, word.replace(/s$/i, '')].flatMap((each) => (each.length > 2 ? nearest(each, names) : []))[0];
}

/** A word in front of a bracket that is the name of no function. */
export function refuseFunction(at: Span, name: string, known: readonly string[]): never {
  const [near] = nearest(name, known);
  const hint =
    near === undefined ? 'Write * to multiply; sdi calc --formulas lists the formulas.' : `Did you mean ${near}?`;
  refuse(at, `there is no function ${quoted(name)}`, hint);
}

/** A character without a meaning, or a mark of approximation where a number has ended. */
export function refuseMark(token: Token | undefined, text: string): void {
  if (token?.kind === 'unknown') refuseCharacter(token);
  if (token?.kind === 'symbol' && token.text === '~')
    refuseCharacter({ ...token, text: text.slice(token.start, token.end) });
}

/** A character that stands for nothing. */
export function refuseCharacter({ text, start, end }: Token): never {
  refuse({ start, end }, `${characterName(text)} has no meaning here`, characterHint(text));
}

function characterHint(character: string): string {
  if (/\p{Sc}/u.test(character)) return 'Amounts are in dollars: $5, or 5 dollars.';
  if (/[\p{N}√∛∑∏]/u.test(character)) return 'Write it in plain digits and signs, such as 0.5, 10^-6 or sqrt(2).';
  if (character === '=')
    return 'In front of it a name may stand, at the beginning of the line. Leave a result out: it is worked out.';
  if (/[~≈≃≅∼]/.test(character)) return 'Leave a result out: it is worked out.';
  if (/[>→⇒⟶]/.test(character))
    return 'Leave a result out: it is worked out. To have it in another unit write to: 58 MB/s to TB/day.';
  return 'Leave it out.';
}

/** A character as it can be shown in a message. */
function characterName(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const isShown = /^[\p{L}\p{N}\p{P}\p{S}]+$/u.test(character);
  return isShown ? `"${character}"` : `the character U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
