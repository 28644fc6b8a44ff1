import { dirname, resolve, sep } from 'node:path';
import type { ContentStore, Store } from '../context.ts';
import { diagnose } from './diagnosis.ts';
import { type Files, nodeFiles } from './files.ts';
import { findHome, makeFolders } from './home.ts';
import { attempt } from './machine-fault.ts';
import { nodeProcessFacts, type ProcessFacts } from './process-facts.ts';
import { createSessionStore } from './sessions/session-store.ts';
import { readStandardInput } from './standard-input.ts';
import { hasUserFile, readUserFile, writeUserFile } from './user-file.ts';

export interface StoreOptions {
  /** `SDI_HOME`; without it the platform's data directory. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Shown only: when a lock was taken. */
  readonly wallMs: () => number;
  /** Reads the catalogue: `home` is the data directory, `folder` a further one of problems. */
  readonly content: (home: string, folder: string | undefined) => ContentStore;
  readonly files?: Files;
  readonly facts?: ProcessFacts;
}

/** The store on disk. Nothing is read, made or even looked for before the first use. */
export function createStore(options: StoreOptions): Store {
  const { environment, wallMs, content, files = nodeFiles, facts = nodeProcessFacts } = options;
  const machine = { files, facts, wallMs };
  let found: string | undefined;
  const home = () => {
    found ??= findHome(environment);
    return found;
  };
  return {
    get home() {
      return home();
    },
    sessions: createSessionStore(machine, home),
    content: (folder) => content(home(), folder),
    readFile: (path, limit) => readUserFile(files, path, limit),
    readInput: (limit) => readStandardInput(limit),
    writeFile: (path, text) => {
      const folder = dirname(resolve(path));
      if (`${folder}${sep}`.startsWith(`${home()}${sep}`)) {
        attempt({ failed: `${folder} could not be made` }, () => makeFolders(files, folder));
      }
      writeUserFile(files, path, text);
    },
    exists: (path) => hasUserFile(files, path),
    diagnose: () => diagnose(machine, home()),
  };
}
