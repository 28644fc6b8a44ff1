import { DIFFICULTIES, LEVELS } from '../catalogue/words.ts';
import type { Context } from '../context.ts';
import { EXPORT_FORMATS } from '../transcript/formats.ts';
import { SHELLS } from './completion-scripts.ts';
import { SORTS, STATUSES } from './list-words.ts';

/** A word that could stand at the cursor. */
export interface Candidate {
  readonly value: string;
  readonly description: string;
}

type Source = (context: Context) => Promise<readonly Candidate[]>;

const words =
  (all: readonly string[]): Source =>
  async () =>
    all.map((value) => ({ value, description: '' }));

const sessions: Source = async ({ store }) => {
  const all = store.sessions.list();
  const described = all.map((session) => ({
    value: session.id,
    description: 'header' in session ? session.header.problem.title : 'unreadable',
  }));
  return all.length === 0 ? [] : [{ value: 'last', description: 'the newest session' }, ...described];
};

const ofProblems =
  (what: 'category' | 'tags' | 'companies'): Source =>
  async ({ store }) => {
    const entries = await store.content().problems();
    return [...new Set(entries.flatMap((entry) => entry[what]))].sort().map((value) => ({ value, description: '' }));
  };

/** By the name of an argument, of an option, or of an option's placeholder. */
const SOURCES: Readonly<Record<string, Source>> = {
  problem: async ({ store }) =>
    (await store.content().problems()).map(({ id, title }) => ({ value: id, description: title })),
  template: async ({ store }) =>
    (await store.content().templates()).map(({ id, title }) => ({ value: id, description: title })),
  phase: async ({ store }) =>
    (await store.content().templates()).flatMap(({ phases }) =>
      phases.map(({ id, title }) => ({ value: id, description: title })),
    ),
  session: sessions,
  category: ofProblems('category'),
  tag: ofProblems('tags'),
  company: ofProblems('companies'),
  level: words(LEVELS),
  difficulty: words(DIFFICULTIES),
  status: words(STATUSES),
  sort: words(SORTS),
  format: words(EXPORT_FORMATS),
  shell: words(SHELLS),
  kind: words(['problem', 'template']),
  unit: words(['/s', '/day', 'MB', 'GB', 'TB', 'PB', 'GiB', 'TiB', 'Gbps', 'MB/s', 'GB/day', 'hours', 'days', '%']),
};

const FILES: readonly string[] = ['file', 'folder', 'path', 'paths'];

/** The words of the first kind that is known; `files` where the shell completes them itself; else none. */
export async function candidatesFor(
  kinds: readonly string[],
  context: Context,
): Promise<readonly Candidate[] | 'files'> {
  if (kinds.some((kind) => FILES.includes(kind))) return 'files';
  const known = kinds.find((kind) => Object.hasOwn(SOURCES, kind));
  return known === undefined ? [] : ((await SOURCES[known]?.(context)) ?? []);
}
