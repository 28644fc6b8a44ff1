import { join, resolve, sep } from 'node:path';
import { entryOf } from '../catalogue/catalogue.ts';
import type { ContentStore } from '../context.ts';
import { UsageError } from '../errors.ts';
import { nearest } from '../text/nearest.ts';
import { type ContentPath, idOf, pathsAt, pathsIn, readSource } from './content-folders.ts';
import { openBuiltIn } from './content-index.ts';
import { hashOf, openOwn } from './content-own.ts';
import type { Files } from './files.ts';

export interface ContentPlaces {
  readonly files: Files;
  /** The data directory. */
  readonly home: string;
  /** The compiled content: the folder `content` beside the bundle that is running. */
  readonly builtInFolder: string;
  /** The root of the package; in a clone it has the sources of the built-in content. */
  readonly root?: string;
  /** A further folder of problems. */
  readonly folder?: string;
}

/**
 * Built-in content out of compiled JSON, the user's own out of YAML. The built-in one wins where both have an id
 * (`check` reports it), and an own file with faults is left out of lists.
 */
export function createContentStore({ files, home, builtInFolder, root, folder }: ContentPlaces): ContentStore {
  const builtIn = openBuiltIn(files, builtInFolder);
  const own = openOwn(files, home, folder);
  // Told at once, not when the first problem is looked for.
  if (folder !== undefined) pathsAt(files, folder);
  const isBuiltIn = (kind: ContentPath['kind'], id: string) =>
    kind === 'template'
      ? builtIn.index.templates.includes(id)
      : builtIn.index.problems.some(({ entry }) => entry.id === id);

  const store: ContentStore = {
    problems: async () => {
      const entries = (await own.problems())
        .filter(({ id }) => !isBuiltIn('problem', id))
        .map((problem) => entryOf(problem, 'own'));
      return [...builtIn.index.problems.map(({ entry }) => entry), ...entries];
    },
    templates: async () => {
      const { templates } = builtIn.index;
      const further = (await own.templates()).filter(({ id }) => !isBuiltIn('template', id));
      return [...templates.map((id) => builtIn.template(id)), ...further];
    },
    problem: async (id) => {
      const found = builtIn.index.problems.find(({ entry }) => entry.id === id);
      if (found) return { problem: builtIn.problem(id), hash: found.hash };
      const problem = await own.problem(id);
      if (problem) return { problem, hash: await hashOf(problem) };
      throw unknown('problem', id, await store.problems());
    },
    template: async (id) => {
      if (isBuiltIn('template', id)) return builtIn.template(id);
      const template = await own.template(id);
      if (template) return template;
      throw unknown('template', id, await store.templates());
    },
    weights: ({ id, hash }) => {
      const found = builtIn.index.problems.find(({ entry }) => entry.id === id);
      return found?.hash === hash && found.weighed ? builtIn.weights(id) : undefined;
    },
    sources: (paths) => {
      const named = paths.flatMap((path) => pathsAt(files, path));
      const all = paths.length > 0 ? named : [...clonePaths(files, root), ...own.paths()];
      return all.map((path) => readSource(files, path, isBuiltIn(path.kind, idOf(path)) && !isSource(root, path.path)));
    },
  };
  return store;
}

/** The files that the built-in content is compiled from; none in an installed package. */
function clonePaths(files: Files, root: string | undefined): ContentPath[] {
  if (root === undefined || pathsIn(files, join(root, 'problems')).length === 0) return [];
  return [...pathsIn(files, join(root, 'problems'), 'problem'), ...pathsIn(files, join(root, 'templates'), 'template')];
}

function isSource(root: string | undefined, path: string): boolean {
  return (
    root !== undefined && ['problems', 'templates'].some((name) => resolve(path).startsWith(join(root, name) + sep))
  );
}

function unknown(kind: string, id: string, all: readonly { readonly id: string }[]): UsageError {
  const near = nearest(
    id,
    all.map((each) => each.id),
  );
  const list =
    kind === 'problem' ? 'To see them all: sdi list' : `There are: ${all.map((each) => each.id).join(', ')}.`;
  const hint = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : list;
  return new UsageError(`There is no ${kind} "${id}".`, { hint });
}
