import { ALGORITHMS } from './classes/algorithms.ts';
import { CACHING } from './classes/caching.ts';
import { CONSISTENCY } from './classes/consistency.ts';
import { CORRECTNESS } from './classes/correctness.ts';
import { DECIDING } from './classes/deciding.ts';
import { DELIVERY } from './classes/delivery.ts';
import { LIMITING } from './classes/limiting.ts';
import { LINKS } from './classes/links.ts';
import { MESSAGING } from './classes/messaging.ts';
import { NUMBERS } from './classes/numbers.ts';
import { OPERATIONS } from './classes/operations.ts';
import { ORGANISATION } from './classes/organisation.ts';
import { RELIABILITY } from './classes/reliability.ts';
import { SECURITY } from './classes/security.ts';
import { SHARDING } from './classes/sharding.ts';
import { STORES } from './classes/stores.ts';
import { TRAFFIC } from './classes/traffic.ts';
import { choicesOf } from './signal.ts';

/** Rises with every change of a class or an abbreviation; stored with what was judged by it. */
export const LEXICON_VERSION = 2;

const FAMILIES = [
  ALGORITHMS,
  CACHING,
  CONSISTENCY,
  CORRECTNESS,
  DECIDING,
  DELIVERY,
  LIMITING,
  LINKS,
  MESSAGING,
  NUMBERS,
  OPERATIONS,
  ORGANISATION,
  RELIABILITY,
  SECURITY,
  SHARDING,
  STORES,
  TRAFFIC,
];
const CLASSES = new Map(FAMILIES.flatMap((family) => Object.entries(family)));

/** The names that content may use behind an `@`, in order. */
export function lexiconNames(): string[] {
  return [...CLASSES.keys()].sort();
}

export function isLexiconName(name: string): boolean {
  return CLASSES.has(name);
}

/** The choices of a class, those of classes in it written out; none for an unknown name. */
export function classChoices(name: string, within: readonly string[] = []): string[] {
  if (within.includes(name)) return [];
  return choicesOf(CLASSES.get(name) ?? '').flatMap((choice) =>
    choice.startsWith('@') ? classChoices(choice.slice(1), [...within, name]) : choice === '' ? [] : [choice],
  );
}
