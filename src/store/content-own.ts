import { join } from 'node:path';
import type { ContentSource } from '../catalogue/catalogue.ts';
import type { CheckedSource } from '../catalogue/content-check.ts';
import type { Problem, Template } from '../catalogue/schema.ts';
import { ContentError } from '../errors.ts';
import { type ContentPath, idOf, pathsIn, readSource } from './content-folders.ts';
import type { Files } from './files.ts';

/** The user's own files. Nothing is parsed, and no parser loaded, before a file is asked for; each is parsed once. */
export interface OwnContent {
  /** In the order in which they count: those of `--problems` before those of the data directory. */
  paths(): ContentPath[];
  /** Those without a fault of their own; the first of an id. */
  problems(): Promise<Problem[]>;
  templates(): Promise<Template[]>;
  /** Undefined where no file has the id as its name; throws ContentError where one has, and is wrong. */
  problem(id: string): Promise<Problem | undefined>;
  template(id: string): Promise<Template | undefined>;
}

/** `home` has the folders `problems` and `templates`; `folder` is a further one of problems. */
export function openOwn(files: Files, home: string, folder: string | undefined): OwnContent {
  const checked = new Map<string, Promise<CheckedSource>>();
  const problemPaths = () => [
    ...(folder === undefined ? [] : pathsIn(files, folder, 'problem')),
    ...pathsIn(files, join(home, 'problems'), 'problem'),
  ];
  const templatePaths = () => pathsIn(files, join(home, 'templates'), 'template');
  const check = (path: ContentPath) => {
    const known = checked.get(path.path) ?? checkOwn(readSource(files, path, false));
    checked.set(path.path, known);
    return known;
  };
  const all = async <T extends { readonly id: string }>(paths: readonly ContentPath[]) => {
    const values = (await Promise.all(paths.map(check))).flatMap((source) =>
      source.ok ? [source.value as unknown as T] : [],
    );
    return values.filter(({ id }, index) => values.findIndex((value) => value.id === id) === index);
  };
  const one = async <T>(paths: readonly ContentPath[], id: string) => {
    const path = paths.find((each) => idOf(each) === id);
    if (path === undefined) return undefined;
    const source = await check(path);
    if (!source.ok) throw new ContentError(source.diagnostics);
    return source.value as T;
  };
  return {
    paths: () => [...problemPaths(), ...templatePaths()],
    problems: () => all<Problem>(problemPaths()),
    templates: () => all<Template>(templatePaths()),
    problem: (id) => one<Problem>(problemPaths(), id),
    template: (id) => one<Template>(templatePaths(), id),
  };
}

async function checkOwn(source: ContentSource): Promise<CheckedSource> {
  const { checkSource } = await import('../catalogue/content-check.ts');
  return checkSource(source);
}

/** The hash by which a session knows its problem, the same that the build computes. */
export async function hashOf(problem: Problem): Promise<string> {
  const { createHash } = await import('node:crypto');
  return createHash('sha256').update(JSON.stringify(problem)).digest('hex');
}
