import type { CatalogueEntry, ContentSource } from './catalogue/catalogue.ts';
import type { Problem, Template } from './catalogue/schema.ts';
import type { ExitCode } from './errors.ts';
import type { Weights } from './lexicon/weights.ts';
import type { LeftBy, SessionEvent } from './session/events.ts';
import type { SessionHeader } from './session/header.ts';
import type { Theme } from './text/theme.ts';

/** What is needed to speak to the user, and cheap to have from the start. */
export interface Streams {
  readonly version: string;
  readonly out: Output;
  readonly err: Output;
}

/** The one door to the world. The real one is made in `node-context.ts`; tests make their own. */
export interface Context extends Streams {
  readonly clock: Clock;
  /** A whole number from 0 to 2^31 - 1. */
  readonly randomSeed: () => number;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly nodeVersion: string;
  readonly platform: string;
  readonly terminal: Terminal;
  readonly store: Store;
}

export interface Clock {
  /** From an arbitrary origin; never goes back; on Linux it stands still while the machine sleeps. */
  monotonicMs(): number;
  /** Since boot, sleep included; undefined where the platform does not tell. */
  sinceBootMs(): number | undefined;
  /** Since 1970, as the machine's calendar has it; may jump. */
  wallMs(): number;
  /** IANA name of the local time zone. */
  timeZone(): string;
  /** Runs `task` once after `delayMs`, at most 60,000; returns what cancels it. */
  schedule(delayMs: number, task: () => void): () => void;
}

export interface Output {
  readonly isTerminal: boolean;
  readonly columns: number;
  /** Whether frames and arrows have to be of ASCII characters, since it shows no others. */
  readonly ascii: boolean;
  /** Functions that colour, or leave as it is, text for this output. */
  readonly theme: Theme;
  /** Writes as it stands: the caller has made the text visible and ends its lines. */
  write(text: string): void;
}

/** Text that a candidate is typing. `cursor` counts UTF-16 code units from the start. */
export interface Draft {
  readonly text: string;
  readonly cursor: number;
}

/** What the candidate does at the answer prompt. After `send` and `command` the prompt is busy until `listen`. */
export type PromptInput =
  | { readonly type: 'send'; readonly text: string }
  /** A command word was finished by hand; its line has been taken out of the draft. `line` is what was typed. */
  | { readonly type: 'command'; readonly name: string; readonly argument: string; readonly line: string }
  /** The process was stopped (Ctrl-Z) and goes on now. */
  | { readonly type: 'continued' }
  | { readonly type: 'left'; readonly by: LeftBy };

/** One entry of the dialogue as the prompt shows it. `aside` is sdi itself speaking: help, the brief, the time. */
export interface ShownTurn {
  readonly speaker: 'interviewer' | 'candidate' | 'note' | 'aside';
  readonly text: string;
  /** The text for so many columns, where wrapping it would break it: a picture. */
  readonly fit?: (columns: number) => string;
  /** Shown dim behind the speaker, such as `overtime` or `withdrawn`. */
  readonly mark?: string;
}

export interface PromptView {
  /** Such as `Rate limiter · L6`. */
  readonly title: string;
  /** Such as `Capacity 2/7`. */
  readonly phase: string;
  readonly phaseBudgetMs: number;
  /** Milliseconds left; negative in overtime. */
  readonly phaseLeftMs: number;
  readonly totalLeftMs: number;
  readonly paused: boolean;
  /** All of the dialogue to show, oldest first; entries that stand already are never changed but by a mark. */
  readonly turns: readonly ShownTurn[];
  /** One line above the help, until the next key; undefined for none. */
  readonly notice: string | undefined;
  /** Such as `saved 2 s ago`. */
  readonly saved: string;
}

export interface CommandWord {
  /** Without the slash. */
  readonly name: string;
  /** Such as `<phase>`; empty where there is none. */
  readonly argument: string;
  readonly does: string;
}

export interface PromptOptions {
  /** Line by line, without a single escape sequence. */
  readonly plain: boolean;
  readonly bell: boolean;
  readonly commands: readonly CommandWord[];
  readonly draft: Draft;
  readonly onInput: (input: PromptInput) => void;
  /** The draft has changed. */
  readonly onDraft: () => void;
}

/** The place where the candidate types. It owns the terminal from `openPrompt` to `close`. */
export interface AnswerPrompt {
  readonly draft: Draft;
  /** What is new in it counts as pasted, and so runs no command, unless it was `typed` a moment ago. */
  setDraft(draft: Draft, origin?: 'typed'): void;
  update(view: PromptView): void;
  /** Ends the busy state: what was sent is dealt with, and the answer box takes keys as commands again. */
  listen(): void;
  ring(): void;
  /** Lets the candidate edit the draft in `$VISUAL` or `$EDITOR`; returns what to tell them, if anything. */
  edit(): Promise<string | undefined>;
  /** Writes turns into the terminal's scrollback, below a heading, where they stay. */
  keep(heading: string, turns: readonly ShownTurn[]): void;
  /** Gives the terminal back, clean. Later calls do nothing. */
  close(): void;
}

export interface ClockView {
  readonly title: string;
  readonly phases: readonly {
    readonly title: string;
    readonly budgetMinutes: number;
    readonly state: 'done' | 'now' | 'to-come';
  }[];
  readonly phaseLeftMs: number;
  readonly totalLeftMs: number;
  readonly paused: boolean;
}

export type ClockInput = { readonly type: 'pause' | 'next' | 'quit' } | { readonly type: 'left'; readonly by: LeftBy };

export interface ClockScreen {
  update(view: ClockView): void;
  ring(): void;
  close(): void;
}

export interface MenuItem<T> {
  readonly value: T;
  readonly label: string;
  /** A line shown for the item under the cursor. */
  readonly description?: string;
}

export interface Terminal {
  /** Whether a person can type here: stdin is a terminal. */
  readonly interactive: boolean;
  /** Whether a screen can be drawn: stdin and stdout are terminals, and TERM is not `dumb`. */
  readonly drawable: boolean;
  openPrompt(options: PromptOptions): Promise<AnswerPrompt>;
  openClock(onInput: (input: ClockInput) => void): Promise<ClockScreen>;
  /** Throws LeftError when the menu is left by a key, a signal or the end of the input. */
  choose<T>(question: string, items: readonly MenuItem<T>[]): Promise<T>;
  /** Any number of items. Throws LeftError as `choose` does. */
  pick<T>(question: string, items: readonly MenuItem<T>[]): Promise<readonly T[]>;
  /** One line of text, typed or pasted. Throws LeftError as `choose` does. */
  askLine(question: string): Promise<string>;
  /** Throws LeftError as `choose` does. */
  confirm(question: string): Promise<boolean>;
  /** The same terminal, on which nothing is drawn: menus are numbered lists too. */
  plainly(): Terminal;
}

/** A journal as it was read. */
export interface SessionRecord {
  readonly header: SessionHeader;
  readonly events: readonly SessionEvent[];
}

/** One line of an overview; `fault` where the journal can't be read. */
export type SessionSummary =
  | { readonly id: string; readonly header: SessionHeader; readonly finished: boolean; readonly elapsedMs: number }
  | { readonly id: string; readonly fault: string };

/** A draft on disk, with the session time at which it was saved. */
export interface SavedDraft extends Draft {
  readonly at: number;
}

/** A session that this process holds the lock of. All methods are synchronous and throw MachineError. */
export interface OpenSession {
  readonly id: string;
  readonly folder: string;
  /** As it was when it was opened. */
  readonly record: SessionRecord;
  /** How far it had got: by its last event, or by its last draft, sent or not. */
  readonly elapsedMs: number;
  /** The draft left behind; undefined when there is none or it has been sent since. */
  readonly draft: SavedDraft | undefined;
  /** What recovery did on opening, for the user; empty when nothing. */
  readonly notices: readonly string[];
  /** What happened to the files since the last call, such as a folder that had to be made anew. */
  takeNotices(): readonly string[];
  /** On disk when it returns. On failure the file still ends at a whole record, and the same call can be made again. */
  append(events: readonly SessionEvent[]): void;
  saveDraft(draft: SavedDraft): void;
  saveTranscript(markdown: string): void;
  /** Gives the lock back. */
  close(): void;
}

export interface SessionStore {
  /** Newest first. */
  list(): readonly SessionSummary[];
  /** The full id for an id, a unique prefix or `last`; throws UsageError with near names. */
  find(name: string): string;
  read(id: string): SessionRecord;
  /** Makes the folder and the journal with the header; the id gets `-2` and so on where it is taken. */
  create(header: SessionHeader): OpenSession;
  /** Takes the lock and repairs an unterminated last line; throws MachineError where another process holds it. */
  open(id: string): OpenSession;
  remove(id: string): void;
  /** Writes every record that verifies into a new session and returns its id and how many records it has. */
  salvage(id: string): { readonly id: string; readonly records: number; readonly lost: number };
}

export interface ContentStore {
  /** Everything that can be practised, without parsing more than has changed. */
  problems(): Promise<readonly CatalogueEntry[]>;
  templates(): Promise<readonly Template[]>;
  /** Throws UsageError with near names; ContentError where a user's file is wrong. */
  problem(id: string): Promise<{ readonly problem: Problem; readonly hash: string }>;
  template(id: string): Promise<Template>;
  /** Those of a built-in problem, if it has any and is the very one of that hash. */
  weights(problem: { readonly id: string; readonly hash: string }): Weights | undefined;
  /** The raw files for `check`: the built-in ones, the user's own, or the given paths. */
  sources(paths: readonly string[]): readonly ContentSource[];
}

export interface Diagnosis {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

export interface Store {
  /** The data directory. */
  readonly home: string;
  readonly sessions: SessionStore;
  /** `folder` is a further folder of problems (`--problems`). */
  content(folder?: string): ContentStore;
  /** The bytes of a file named by the user; refuses what is no regular file or above `limit` bytes. */
  readFile(path: string, limit: number): Uint8Array;
  /** All that is piped into sdi; waits for its end. Refuses more than `limit` bytes. */
  readInput(limit: number): Promise<Uint8Array>;
  /** Replaces or creates a file whole: after a failure the old one stands. Makes folders only in the data directory. */
  writeFile(path: string, text: string): void;
  exists(path: string): boolean;
  /** What works and what does not: folders, permissions, free space, stale locks, damaged journals. */
  diagnose(): readonly Diagnosis[];
}

/** What every command is: it prints through the context and returns its exit code. */
export type Command<Options> = (options: Options, context: Context) => Promise<ExitCode>;
