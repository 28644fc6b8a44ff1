import { dirname, resolve } from 'node:path';
import envPaths from 'env-paths';
import { type Files, OPEN } from './files.ts';
import { orOn } from './machine-fault.ts';
import { ensureMode, PRIVATE_FOLDER, statusIfAny, whereModesAre, withOpen } from './whole-file.ts';

/** The data directory: `$SDI_HOME`, else the platform's own place. Nothing is created. */
export function findHome(environment: Readonly<Record<string, string | undefined>>): string {
  return resolve(environment.SDI_HOME || envPaths('sdi', { suffix: '' }).data);
}

/**
 * Makes a folder and what is missing above it, all private. One that is there already is left as it is: `SDI_HOME`
 * may name a folder that has other uses.
 */
export function makeFolders(files: Files, folder: string): void {
  if (statusIfAny(files, folder) !== undefined) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolders(files, parent);
  orOn(
    ['EEXIST'],
    () => makePrivateFolder(files, folder),
    () => undefined,
  );
}

/** Makes one folder that is private whatever the umask; throws where the name is taken. */
export function makePrivateFolder(files: Files, folder: string): void {
  files.makeFolder(folder, PRIVATE_FOLDER);
  // By its path: with a umask that takes from the owner, too, it could not be opened.
  if (files.status(folder).mode !== PRIVATE_FOLDER) whereModesAre(() => files.setModeAt(folder, PRIVATE_FOLDER));
}

/** Takes the rights of group and others from a folder, and gives the owner all. */
export function tighten(files: Files, folder: string): void {
  if (files.status(folder).mode === PRIVATE_FOLDER) return;
  withOpen(files, folder, OPEN.read | OPEN.folder | OPEN.noFollow, (descriptor) =>
    ensureMode(files, descriptor, PRIVATE_FOLDER),
  );
}
