import type { CatalogueEntry } from '../catalogue/catalogue.ts';
import { DIFFICULTIES, LEVELS } from '../catalogue/words.ts';
import { chosen } from './choice.ts';
import { SORTS, type Sort, STATUSES, type Status } from './list-words.ts';
import type { Practice } from './practised.ts';

/** Which problems, and in what order; all of it as it was typed. */
export interface Selection {
  readonly level?: string | undefined;
  readonly category?: string | undefined;
  /** A problem must have all of them. */
  readonly tag?: readonly string[] | undefined;
  readonly difficulty?: string | undefined;
  readonly company?: string | undefined;
  readonly status?: string | undefined;
  /** Words that must all occur in the title, id, category, tags or companies. */
  readonly search?: string | undefined;
  readonly sort?: string | undefined;
}

/** A problem with what was done about it. */
export interface Row extends Practice {
  readonly entry: CatalogueEntry;
}

type Matches = (row: Row) => boolean;

/** The rows that are wanted, in order. Throws UsageError with near words where a filter names what no problem has. */
export function select(rows: readonly Row[], selection: Selection): readonly Row[] {
  const filter = (
    what: string,
    typed: string | undefined,
    valuesOf: (row: Row) => readonly string[],
    words?: readonly string[],
  ) => filterBy({ what, typed, valuesOf, words: words ?? [...new Set(rows.flatMap(valuesOf))].sort() });
  const filters = [
    filter('level', selection.level, ({ entry }) => [entry.level], LEVELS),
    filter('category', selection.category, ({ entry }) => [entry.category]),
    ...(selection.tag ?? []).map((tag) => filter('tag', tag, ({ entry }) => entry.tags)),
    filter('difficulty', selection.difficulty, ({ entry }) => [entry.difficulty], DIFFICULTIES),
    filter('company', selection.company, ({ entry }) => entry.companies),
    filter('status', selection.status, (row) => [statusOf(row)], STATUSES),
    searchFor(selection.search ?? ''),
  ];
  return rows.filter((row) => filters.every((matches) => matches(row))).sort(orderOf(selection.sort));
}

interface Filter {
  readonly what: string;
  readonly typed: string | undefined;
  readonly valuesOf: (row: Row) => readonly string[];
  readonly words: readonly string[];
}

function filterBy({ what, typed, valuesOf, words }: Filter): Matches {
  if (typed === undefined) return () => true;
  const wanted = chosen(what, typed, words);
  return (row) => valuesOf(row).includes(wanted);
}

function searchFor(search: string): Matches {
  const words = search.toLowerCase().split(/\s+/);
  return ({ entry }) => words.every((word) => searchable(entry).includes(word));
}

function searchable(entry: CatalogueEntry): string {
  return [entry.title, entry.id, entry.category, ...entry.tags, ...entry.companies].join('\n').toLowerCase();
}

function statusOf(row: Row): Status {
  if (row.attempts === 0) return 'new';
  return row.finished > 0 ? 'done' : 'started';
}

/** Ties, and what was never practised, go by level and title. */
function orderOf(sort: string | undefined): (a: Row, b: Row) => number {
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  const difficulty = ({ entry }: Row) => DIFFICULTIES.indexOf(entry.difficulty);
  const title = (a: Row, b: Row) => compare(a.entry.title.toLowerCase(), b.entry.title.toLowerCase());
  const level = (a: Row, b: Row) => compare(a.entry.level, b.entry.level) || title(a, b);
  const orders: Record<Sort, (a: Row, b: Row) => number> = {
    level,
    title,
    difficulty: (a, b) => difficulty(a) - difficulty(b) || level(a, b),
    category: (a, b) => compare(a.entry.category, b.entry.category) || level(a, b),
    last: (a, b) => (b.lastMs ?? 0) - (a.lastMs ?? 0) || level(a, b),
  };
  return orders[sort === undefined ? 'level' : chosen('order', sort, SORTS)];
}
