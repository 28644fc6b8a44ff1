import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { ContentSource } from '../catalogue/catalogue.ts';
import { SdiError, UsageError } from '../errors.ts';
import type { Files } from './files.ts';
import { attempt, orOn } from './machine-fault.ts';
import { readUserFile } from './user-file.ts';

/** Refused unread; the parser has its own, lower limit and says so with more words. */
const FILE_LIMIT = 1024 * 1024;

type Kind = ContentSource['kind'];

/** A YAML file that has not been read. */
export interface ContentPath {
  readonly path: string;
  readonly kind: Kind;
}

/** The YAML files of a folder, by name; none where there is no such folder. */
export function pathsIn(files: Files, folder: string, kind?: Kind): ContentPath[] {
  const names = attempt({ failed: `${folder} can't be listed` }, () =>
    orOn<readonly string[]>(
      ['ENOENT', 'ENOTDIR'],
      () => files.names(folder),
      () => [],
    ),
  );
  const yaml = names.filter((name) => /^[^.].*\.ya?ml$/.test(name));
  return yaml.sort().map((name) => ({ path: join(folder, name), kind: kind ?? kindByFolder(folder) }));
}

/** The YAML files that a path given by the user stands for; throws UsageError where there are none. */
export function pathsAt(files: Files, path: string): ContentPath[] {
  if (path.includes('\0')) throw new UsageError('A file name cannot hold a NUL character.');
  const status = attempt({ failed: `${path} can't be read` }, () =>
    orOn(
      ['ENOENT', 'ENOTDIR'],
      () => files.targetStatus(path),
      () => undefined,
    ),
  );
  if (status === undefined) throw new UsageError(`There is no file or folder ${path}.`);
  if (status.kind !== 'folder') return [{ path, kind: kindByFolder(dirname(resolve(path))) }];
  const below = (['problem', 'template'] as const).flatMap((kind) => pathsIn(files, join(path, `${kind}s`), kind));
  const found = below.length > 0 ? below : pathsIn(files, path, kindByFolder(resolve(path)));
  if (found.length > 0) return found;
  throw new UsageError(`There is no YAML file in ${path}.`, { hint: 'Name a file that ends in .yaml, or its folder.' });
}

/** The name of a file without its ending, which is the id of what it holds. */
export function idOf({ path }: ContentPath): string {
  return basename(path).replace(/\.ya?ml$/, '');
}

/** Reads a file; what goes wrong becomes its fault, so that the other files are still looked at. */
export function readSource(files: Files, { path, kind }: ContentPath, taken: boolean): ContentSource {
  const source = { path: asNamed(path), kind, taken };
  try {
    const bytes = readUserFile(files, path, FILE_LIMIT);
    return {
      ...source,
      kind: kind === 'problem' && hasPhases(path, bytes) ? 'template' : kind,
      bytes,
      fault: undefined,
    };
  } catch (error) {
    if (!(error instanceof SdiError)) throw error;
    return { ...source, bytes: undefined, fault: error.message };
  }
}

function kindByFolder(folder: string): Kind {
  return basename(folder) === 'templates' ? 'template' : 'problem';
}

/** Outside of a folder called problems or templates, a file is told by its fields. */
function hasPhases(path: string, bytes: Uint8Array): boolean {
  return basename(dirname(resolve(path))) !== 'problems' && /^phases:/m.test(new TextDecoder().decode(bytes));
}

/** Relative to the working directory where it is inside of it. */
function asNamed(path: string): string {
  const short = relative('', path);
  return short === '' || short === '..' || short.startsWith(`..${sep}`) ? path : short;
}
