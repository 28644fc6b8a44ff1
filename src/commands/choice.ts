import { UsageError } from '../errors.ts';
import { nearest } from '../text/nearest.ts';

const MOST_NAMED = 12;

/**
 * The one of `words` that `typed` is, whatever its case. Throws UsageError that suggests near words, or names all where
 * none is near and they are few.
 */
export function chosen<Word extends string>(what: string, typed: string, words: readonly Word[]): Word {
  const found = words.find((word) => word.toLowerCase() === typed.trim().toLowerCase());
  if (found === undefined) throw unknownWord(what, typed, words);
  return found;
}

function unknownWord(what: string, typed: string, words: readonly string[]): UsageError {
  const near = nearest(typed, words);
  const hint = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : namedHint(words);
  return new UsageError(`There is no ${what} ${JSON.stringify(typed)}.`, hint === undefined ? {} : { hint });
}

function namedHint(words: readonly string[]): string | undefined {
  if (words.length === 0) return undefined;
  return `There is ${words.slice(0, MOST_NAMED).join(', ')}${words.length > MOST_NAMED ? ' and more' : ''}.`;
}
