import { BYTES, TIME } from './dimension.ts';
import type { Note } from './fault.ts';
import { tokensOf } from './notation/tokens.ts';
import type { Labels } from './quantity.ts';
import { quoted } from './quote.ts';
import { singularOf } from './units/labels.ts';
import { unitOf } from './units/units.ts';

const LEAST_LETTERS = 3;

/** Notes for what is counted in a result and would be a unit with two neighbouring letters swapped: `30 dyas`. */
export function slipNotes(text: string, labels: Labels): Note[] {
  const meant = new Map<string, string>();
  for (const label of labels.keys()) {
    for (const word of label.split(' ')) {
      const unit = meantUnit(word);
      if (unit !== undefined) meant.set(word, unit);
    }
  }
  return meant.size === 0 ? [] : notesOn(text, meant);
}

function notesOn(text: string, meant: ReadonlyMap<string, string>): Note[] {
  return tokensOf(text).flatMap(({ text: word, start, end }) => {
    const unit = meant.get(singularOf(word));
    if (unit === undefined) return [];
    const written = word.endsWith('s') ? `${unit}s` : unit;
    const message = `${quoted(word)} is read as something that is counted, like users; the unit is written ${written}`;
    return [{ message, start, end }];
  });
}

/** The unit of time or bytes that a singular word would be. */
function meantUnit(word: string): string | undefined {
  if (word.length < LEAST_LETTERS) return undefined;
  for (let at = 1; at < word.length; at++) {
    const swapped = word.slice(0, at - 1) + word.charAt(at) + word.charAt(at - 1) + word.slice(at + 1);
    const dimension = swapped === word ? undefined : unitOf(swapped)?.dimension;
    if (dimension === TIME || dimension === BYTES) return swapped;
  }
  return undefined;
}
