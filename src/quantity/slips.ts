import { BANDWIDTH, BYTES, TIME } from './dimension.ts';
import type { Note } from './fault.ts';
import { tokensOf } from './notation/tokens.ts';
import type { Labels } from './quantity.ts';
import { quoted } from './quote.ts';
import { singularOf } from './units/labels.ts';
import { unitNames, unitOf } from './units/units.ts';

const LEAST_LETTERS = 3;
const MOST_LETTERS = 12;
/** Of shorter units too many words are one letter away: hits and bits, records and seconds, main and min. */
const LEAST_FOR_ONE_MORE = 4;
const LEAST_FOR_ANOTHER = 6;

/** Notes for what is counted in a result and would be a unit but for a slip of the keys: `30 dyas`, `2 kilobyts`. */
export function slipNotes(text: string, labels: Labels): Note[] {
  const counted = new Set([...labels.keys()].flatMap((label) => label.split(' ')));
  if (counted.size === 0) return [];
  const units = new Map<string, string | undefined>();
  return tokensOf(text).flatMap(({ kind, text: word, start, end }) => {
    if (kind !== 'word' || !(counted.has(singularOf(word)) || counted.has(word.toLowerCase()))) return [];
    if (!units.has(word)) units.set(word, meantUnit(word));
    const unit = units.get(word);
    if (unit === undefined) return [];
    const message = `${quoted(word)} is read as something that is counted, like users; the unit is written ${unit}`;
    return [{ message, start, end }];
  });
}

/** The unit of time or bytes that a word is one slip away from, in the singular or plural as the word is. */
function meantUnit(word: string): string | undefined {
  if (word.length < LEAST_LETTERS || word.length > MOST_LETTERS) return undefined;
  return swapped(word) ?? doubled(word) ?? another(word) ?? oneMore(word) ?? oneLess(word);
}

function measured(word: string): string | undefined {
  const dimension = unitOf(word)?.dimension;
  return dimension === TIME || dimension === BYTES || dimension === BANDWIDTH ? word : undefined;
}

/** Dyas for days. */
function swapped(word: string): string | undefined {
  return firstOf(word, (at) => {
    const turned = word.slice(0, at - 1) + word.charAt(at) + word.charAt(at - 1) + word.slice(at + 1);
    return turned === word ? undefined : measured(turned);
  });
}

/** Dayss for days, KBB for KB. */
function doubled(word: string): string | undefined {
  return firstOf(word, (at) => {
    const isDouble = word.charAt(at) === word.charAt(at - 1);
    return isDouble ? measured(without(word, at)) : undefined;
  });
}

/** Secounds for seconds. */
function oneMore(word: string): string | undefined {
  return firstOf(word, (at) => {
    const shorter = without(word, at);
    return shorter.replace(/s$/, '').length < LEAST_FOR_ONE_MORE ? undefined : longNames().get(shorter.toLowerCase());
  });
}

/** Kilobyts for kilobytes. */
function oneLess(word: string): string | undefined {
  return oneLetterLeftOut().get(word.toLowerCase());
}

/** Megabites for megabytes. */
function another(word: string): string | undefined {
  if (word.length < LEAST_FOR_ANOTHER) return undefined;
  return firstOf(word, (at) => oneLetterUnknown().get(masked(word.toLowerCase(), at)));
}

/** What is found at the first letter behind the first: that one is seldom missed. */
function firstOf(word: string, find: (at: number) => string | undefined): string | undefined {
  for (let at = 1; at < word.length; at++) {
    const found = find(at);
    if (found !== undefined) return found;
  }
  return undefined;
}

function without(word: string, at: number): string {
  return word.slice(0, at) + word.slice(at + 1);
}

function masked(word: string, at: number): string {
  return `${word.slice(0, at)}?${word.slice(at + 1)}`;
}

/** Names of units as words, singular and plural; made on first use, as are the tables of slips in them. Kits are no kbits, and GIS no gigs. */
const longNames = once(() => {
  const words = unitNames().filter(
    (name) => /^(?!.i?b(?:it)?$|.*ps$|gig$|meg$)[a-z]{3,}$/.test(name) && measured(name) !== undefined,
  );
  return new Map(words.flatMap((name) => [name, `${name}s`]).map((name) => [name, name]));
});
const oneLetterLeftOut = once(() => slips(without, LEAST_LETTERS + 1));
const oneLetterUnknown = once(() => slips(masked, LEAST_FOR_ANOTHER));

function slips(slip: (name: string, at: number) => string, least: number): ReadonlyMap<string, string> {
  const names = [...longNames().keys()].filter((name) => name.length >= least);
  return new Map(
    names.flatMap((name) => [...name].slice(1).map((_, at): [string, string] => [slip(name, at + 1), name])),
  );
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
