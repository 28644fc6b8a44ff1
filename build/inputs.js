import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDERS = ['build', 'problems', 'src', 'templates', 'test/harness'];
const FILES = ['package-lock.json', 'package.json'];

/** The name of the build: a hash of everything that goes into it. */
export function hashInputs(root) {
  const hash = createHash('sha256');
  // The digest of a concatenation would not see a line that moves from one file to the next.
  const add = (path) => {
    const bytes = readFileSync(join(root, path));
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  };
  for (const folder of FOLDERS) for (const path of pathsIn(root, folder)) add(path);
  for (const path of FILES) add(path);
  return hash.digest('hex').slice(0, 16);
}

/** Files below a folder, in the order of their names; what editors leave behind does not count. */
function pathsIn(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return pathsIn(root, path);
      return entry.isFile() && /^[^.].*[^~]$/.test(entry.name) ? [path] : [];
    });
}
