import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Store } from '../../src/context.ts';
import type { SessionEvent } from '../../src/session/events.ts';
import { type FaultPlan, faultyFiles } from '../../src/store/faults.ts';
import { nodeFiles } from '../../src/store/files.ts';
import { nodeProcessFacts, type ProcessFacts } from '../../src/store/process-facts.ts';
import { HeldSession } from '../../src/store/sessions/held-session.ts';
import { createStore } from '../../src/store/store.ts';

/** A folder that goes when the test is over. */
export function temporaryFolder(parent = tmpdir()): string {
  const folder = realpathSync(mkdtempSync(join(parent, 'sdi-store-')));
  onTestFinished(() => {
    chmodSync(folder, 0o700);
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

export interface World {
  readonly store: Store;
  readonly home: string;
  readonly plan: FaultPlan;
  /** The path of a file in a session's folder. */
  readonly path: (id: string, name?: string) => string;
  readonly read: (id: string, name?: string) => string;
  readonly names: (id: string) => string[];
  /** Opens a session as its class, which has more than the interface. */
  readonly open: (id: string) => HeldSession;
}

/** A store in a real folder. `facts` makes it another process, or another machine. */
export function storeWorld(options: { home?: string; facts?: Partial<ProcessFacts>; fast?: boolean } = {}): World {
  // Syncing costs nothing in memory.
  const parent = options.fast && existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  const home = options.home ?? join(temporaryFolder(parent), 'home');
  const plan: FaultPlan = { nth: 0, code: 'EIO', seen: 0 };
  const path = (id: string, name = 'journal.jsonl') => join(home, 'sessions', id, name);
  const store = createStore({
    environment: { SDI_HOME: home },
    wallMs: () => 0,
    content: () => {
      throw new Error('No content here.');
    },
    files: faultyFiles(nodeFiles, plan),
    facts: { ...nodeProcessFacts, ...options.facts },
  });
  return {
    store,
    home,
    plan,
    path,
    read: (id, name) => readFileSync(path(id, name), 'utf8'),
    names: (id) => readdirSync(path(id, '')).sort(),
    open: (id) => {
      const session = store.sessions.open(id);
      if (session instanceof HeldSession) return session;
      throw new Error('Not the class that was expected.');
    },
  };
}

/** Operations fail from now on as `fault` says; without one, all work again. */
export function setFault(plan: FaultPlan, fault: Partial<FaultPlan> = {}): void {
  delete plan.operation;
  delete plan.writeAtMost;
  Object.assign(plan, { nth: 0, code: 'EIO', lasting: false, seen: 0 }, fault);
}

export function answer(text: string, at = 0): SessionEvent {
  return { type: 'said', speaker: 'candidate', kind: 'answer', phase: 'design', text, at };
}

export function modeOf(path: string): number {
  return statSync(path).mode & 0o777;
}

/** What has been said in a session, as a fresh look at the disk tells it. */
export function textsIn(store: Store, id: string): string[] {
  return store.sessions.read(id).events.flatMap((event) => (event.type === 'said' ? [event.text] : []));
}
