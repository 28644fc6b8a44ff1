import { classChoices } from '../lexicon/lexicon.ts';
import { choicesOf, type Group, type NumberSignal, type Shape, type Signals } from '../lexicon/signal.ts';
import { quantitiesOf } from './numbers/quantities.ts';
import type { Reading } from './numbers/reading.ts';
import { MONEY_STEM, OVER_STEM, RATE_STEM, SHARE_STEM, UNDER_STEM } from './text/corpus.ts';
import { stemOf } from './text/stem.ts';
import { type Word, wordsOf } from './text/tokens.ts';

/** One word of a choice: a stem, or the beginning of a word. */
export type Term = { readonly stem: string } | { readonly prefix: string };

export interface Choice {
  readonly terms: readonly Term[];
  /** The stem of two words written as one. */
  readonly asOne?: string | undefined;
}

/** Choices that are looked up together, and once for all groups that have them: a class, or the words of a group. */
export interface ChoiceSet {
  readonly key: string;
  readonly choices: readonly Choice[];
}

export interface Phrases {
  readonly type: 'phrases';
  readonly parts: readonly ChoiceSet[];
}

export type CompiledGroup =
  | Phrases
  | { readonly type: 'at-least'; readonly count: number; readonly of: readonly Phrases[] }
  | {
      readonly type: 'number';
      readonly signal: NumberSignal;
      readonly readings: readonly Reading[];
      readonly context: Phrases | undefined;
    }
  | { readonly type: 'shape'; readonly shape: Shape };

export interface CompiledSignals {
  /** The groups that are needed. */
  readonly alternatives: readonly (readonly CompiledGroup[])[];
  /** By alternative: what makes its evidence better. */
  readonly optional: readonly (readonly Phrases[])[];
  /** Places of the alternatives that are about an example which has a shape. */
  readonly examples: readonly number[];
  readonly unless: readonly Phrases[];
  readonly isRejection: boolean;
}

/** Signals with their classes written out and their words stemmed. Unknown classes hold nothing. */
export function compileSignals({ any, unless = [], polarity }: Signals): CompiledSignals {
  const alternatives = any.map((alternative) => alternative.filter(isNeeded).map(compileGroup));
  return {
    alternatives,
    examples: [...alternatives.keys()].filter((place) => isExample(alternatives[place]?.[0])),
    optional: any.map((alternative) => alternative.filter(isOptional).map(({ optional }) => compilePhrases(optional))),
    unless: unless.map(compilePhrases),
    isRejection: polarity === 'rejected',
  };
}

type OptionalGroup = Extract<Group, { optional: string }>;
type NeededGroup = Exclude<Group, OptionalGroup>;

function isOptional(group: Group): group is OptionalGroup {
  return typeof group !== 'string' && 'optional' in group;
}

function isNeeded(group: Group): group is NeededGroup {
  return !isOptional(group);
}

function compileGroup(group: NeededGroup): CompiledGroup {
  if (typeof group === 'string') return compilePhrases(group);
  if ('number' in group) {
    const { context } = group.number;
    return {
      type: 'number',
      signal: group.number,
      readings: signalReadings(group.number),
      context: context === undefined ? undefined : compilePhrases(context),
    };
  }
  if ('shape' in group) return { type: 'shape', shape: group.shape };
  return { type: 'at-least', count: group.atLeast, of: group.of.map(compilePhrases) };
}

/** Shapes that nobody writes by chance; others are found in every second line. */
const EXAMPLES: ReadonlySet<Shape> = new Set(['growing-percentages', 'times-around-boundary', 'min-cap']);

function isExample(group: CompiledGroup | undefined): boolean {
  return group?.type === 'shape' && EXAMPLES.has(group.shape);
}

/** The choices of one group, with its classes written out. */
export function compilePhrases(group: string): Phrases {
  const written = choicesOf(group);
  const words = written.filter((choice) => !choice.startsWith('@'));
  const names = written.filter((choice) => choice.startsWith('@'));
  const own = words.length === 0 ? [] : [{ key: words.join('|'), choices: words.flatMap(compileChoice) }];
  return { type: 'phrases', parts: [...own, ...names.map((key) => ({ key, choices: compileChoice(key) }))] };
}

/** By what is written: the same words in many groups are one choice, and are looked up once. */
const compiledChoices = new Map<string, readonly Choice[]>();

function compileChoice(written: string): readonly Choice[] {
  const known = compiledChoices.get(written);
  if (known !== undefined) return known;
  const choices = written.startsWith('@')
    ? classChoices(written.slice(1)).flatMap(compileChoice)
    : compileWords(written);
  compiledChoices.set(written, choices);
  return choices;
}

const SIGNS: ReadonlySet<string> = new Set([RATE_STEM, MONEY_STEM, SHARE_STEM, UNDER_STEM, OVER_STEM]);

/** A `*` ends the word that it stands behind; the words before it are whole. */
function compileWords(written: string): readonly Choice[] {
  if (SIGNS.has(written)) return [{ terms: [{ stem: written }] }];
  const terms = written.split(/\s+/).flatMap((part): Term[] => {
    if (/^\d+(?:\.\d+)?%$/.test(part)) return [{ stem: part }];
    const isPrefix = part.endsWith('*');
    const words = partWords(isPrefix ? part.slice(0, -1) : part);
    return words.map(({ word, stem }, index) => (isPrefix && index === words.length - 1 ? { prefix: word } : { stem }));
  });
  if (terms.length === 0) return [];
  if (terms.length !== 2 || written.includes('*')) return [{ terms }];
  const [first, second] = wordsOf(written);
  const isPair = first !== undefined && second !== undefined && first.word.length > 1;
  return [{ terms, asOne: isPair ? stemOf(first.word + second.word) : undefined }];
}

/** The same few words are in many choices. */
const wordsOfParts = new Map<string, readonly Word[]>();

function partWords(part: string): readonly Word[] {
  const known = wordsOfParts.get(part) ?? wordsOf(part);
  wordsOfParts.set(part, known);
  return known;
}

/** The signal's own number in base units; a unit that is none is a label, and the number a count. */
function signalReadings({ value, unit }: NumberSignal): readonly Reading[] {
  const written = `1 ${unit ?? ''}`.trim();
  if (/^1 (?:nines?|9s)$/.test(written)) return [{ dimension: 'ratio', value: 1 - 10 ** -value }];
  if (/^1 \/|^1 per\b/.test(written))
    return quantitiesOf(written.replace('1 ', '1'), wordsOf(written))[0]?.readings.map(scaled(value)) ?? [];
  const readings = quantitiesOf(written, wordsOf(written))[0]?.readings ?? [{ dimension: 'count', value: 1 }];
  return readings.map(scaled(value));
}

function scaled(factor: number): (reading: Reading) => Reading {
  return ({ dimension, value }) => ({ dimension, value: value * factor });
}
