import { entryOf } from '../../src/catalogue/catalogue.ts';
import type { Problem, Template } from '../../src/catalogue/schema.ts';
import type {
  ContentStore,
  Diagnosis,
  OpenSession,
  SavedDraft,
  SessionRecord,
  SessionStore,
  SessionSummary,
  Store,
} from '../../src/context.ts';
import { MachineError, UsageError } from '../../src/errors.ts';
import type { Weights } from '../../src/lexicon/weights.ts';
import type { SessionEvent } from '../../src/session/events.ts';
import { shortTemplate, visitorCounter } from './catalogue.ts';

export interface StoreContents {
  readonly problems?: readonly Problem[];
  readonly templates?: readonly Template[];
  /** Of every problem. */
  readonly weights?: Weights;
  /** Oldest first; a session that cannot be read has an id and a fault. */
  readonly sessions?: readonly (SessionRecord | UnreadableSession)[];
  /** Path -> text. */
  readonly files?: Readonly<Record<string, string>>;
  readonly diagnosis?: readonly Diagnosis[];
  /** Called before every write; throws what the disk would say. */
  readonly beforeWrite?: (what: 'append' | 'draft' | 'transcript' | 'file') => void;
}

interface UnreadableSession {
  readonly id: string;
  readonly fault: string;
}

interface StoredSession {
  record: SessionRecord | undefined;
  fault: string;
  draft: SavedDraft | undefined;
  transcript: string | undefined;
  locked: boolean;
}

/** A store without a disk. What it holds can be looked at: `files`, `stored`. */
export class MemoryStore implements Store {
  readonly home = '/home/test/sdi';
  readonly files: Map<string, string>;
  readonly stored = new Map<string, StoredSession>();
  readonly sessions: SessionStore;
  readonly #contents: StoreContents;

  constructor(contents: StoreContents) {
    this.#contents = contents;
    this.files = new Map(Object.entries(contents.files ?? {}));
    for (const session of contents.sessions ?? []) {
      const readable = 'header' in session;
      const id = readable ? session.header.session : session.id;
      this.stored.set(id, storedSession(readable ? session : undefined, readable ? '' : session.fault));
    }
    this.sessions = memorySessions(this.stored, contents.beforeWrite ?? (() => {}));
  }

  content(): ContentStore {
    const problems = this.#contents.problems ?? [visitorCounter];
    const templates = this.#contents.templates ?? [shortTemplate];
    return {
      problems: async () => problems.map((problem) => entryOf(problem, 'built-in')),
      templates: async () => templates,
      problem: async (id) => ({ problem: known(problems, id, 'problem'), hash: 'ab'.repeat(32) }),
      template: async (id) => known(templates, id, 'template'),
      weights: () => this.#contents.weights,
      sources: () => [],
    };
  }

  async readInput(): Promise<Uint8Array> {
    return this.readFile('-');
  }

  readFile(path: string): Uint8Array {
    const text = this.files.get(path);
    if (text === undefined) throw new MachineError(`There is no file ${path}`);
    return new TextEncoder().encode(text);
  }

  writeFile(path: string, text: string): void {
    this.#contents.beforeWrite?.('file');
    this.files.set(path, text);
  }

  exists(path: string): boolean {
    return this.files.has(path);
  }

  diagnose(): readonly Diagnosis[] {
    return this.#contents.diagnosis ?? [];
  }
}

function known<T extends { readonly id: string }>(all: readonly T[], id: string, what: string): T {
  const found = all.find((each) => each.id === id);
  if (found === undefined) throw new UsageError(`unknown ${what} "${id}"`);
  return found;
}

function storedSession(record: SessionRecord | undefined, fault: string): StoredSession {
  return { record, fault, draft: undefined, transcript: undefined, locked: false };
}

type BeforeWrite = NonNullable<StoreContents['beforeWrite']>;

function memorySessions(stored: Map<string, StoredSession>, beforeWrite: BeforeWrite): SessionStore {
  const sessionNamed = (id: string): StoredSession => {
    const session = stored.get(id);
    if (session === undefined) throw new UsageError(`unknown session "${id}"`);
    return session;
  };
  const read = (id: string): SessionRecord => {
    const { record, fault } = sessionNamed(id);
    if (record === undefined) throw new MachineError(fault, { hint: `sdi doctor --salvage ${id}` });
    return record;
  };
  const newestFirst = () => [...stored.keys()].reverse();
  return {
    list: () => newestFirst().map((id) => summaryOf(id, sessionNamed(id))),
    find: (name) => {
      const found = name === 'last' ? newestFirst().slice(0, 1) : newestFirst().filter((id) => id.startsWith(name));
      const id = stored.has(name) ? name : found.length === 1 ? found[0] : undefined;
      if (id === undefined) throw new UsageError(`unknown session "${name}"`);
      return id;
    },
    read,
    create: (header) => {
      let id = header.session;
      for (let count = 2; stored.has(id); count++) id = `${header.session}-${count}`;
      const session = storedSession({ header: { ...header, session: id }, events: [] }, '');
      stored.set(id, session);
      return openSession(id, session, beforeWrite);
    },
    open: (id) => {
      read(id);
      return openSession(id, sessionNamed(id), beforeWrite);
    },
    remove: (id) => {
      sessionNamed(id);
      stored.delete(id);
    },
    salvage: (id) => {
      const { record } = sessionNamed(id);
      const salvaged = `${id}-salvaged`;
      stored.set(salvaged, storedSession(record, ''));
      return { id: salvaged, records: record?.events.length ?? 0, lost: 1 };
    },
  };
}

function summaryOf(id: string, { record, fault }: StoredSession): SessionSummary {
  if (record === undefined) return { id, fault };
  const finished = record.events.some((event) => event.type === 'ended');
  return { id, header: record.header, finished, elapsedMs: record.events.at(-1)?.at ?? 0 };
}

function openSession(id: string, session: StoredSession, beforeWrite: BeforeWrite): OpenSession {
  if (session.locked) throw new MachineError(`the session ${id} is open in another process`);
  session.locked = true;
  const record = session.record;
  if (record === undefined) throw new MachineError(session.fault);
  const events: SessionEvent[] = [...record.events];
  return {
    id,
    folder: `/home/test/sdi/sessions/${id}`,
    record,
    elapsedMs: Math.max(record.events.at(-1)?.at ?? 0, session.draft?.at ?? 0),
    draft: session.draft,
    notices: [],
    takeNotices: () => [],
    append: (added) => {
      beforeWrite('append');
      events.push(...added);
      session.record = { header: record.header, events: [...events] };
    },
    saveDraft: (draft) => {
      beforeWrite('draft');
      session.draft = draft;
    },
    saveTranscript: (markdown) => {
      beforeWrite('transcript');
      session.transcript = markdown;
    },
    close: () => {
      session.locked = false;
    },
  };
}
