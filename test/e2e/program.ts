import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { decodeJournal } from '../../src/journal/decode.ts';
import { replay } from '../../src/session/reduce.ts';
import type { SessionState } from '../../src/session/state.ts';
import { Control } from '../harness/control.ts';
import { openTerminal, type TestTerminal } from '../harness/pty.ts';

const BIN = fileURLToPath(new URL('../../bin/sdi.js', import.meta.url));
/** The same program with a clock and a disk that a test drives. */
const DRIVEN = fileURLToPath(new URL('../harness/run.js', import.meta.url));

export interface Size {
  readonly cols?: number;
  readonly rows?: number;
}

/** One user's data directory, and the program run in it. Removed after the test. */
export class Program {
  readonly folder = mkdtempSync(join(tmpdir(), 'sdi-e2e-'));
  readonly home = join(this.folder, 'home');
  readonly env: Record<string, string>;
  readonly #terminals: TestTerminal[] = [];

  constructor(env: Record<string, string> = {}) {
    mkdirSync(this.home);
    const { PATH = '', HOME = '' } = process.env;
    this.env = { PATH, HOME, LANG: 'C.UTF-8', TZ: 'UTC', TERM: 'xterm-256color', SDI_HOME: this.home, ...env };
    onTestFinished(() => this.remove());
  }

  /** In a pseudo-terminal. */
  open(args: readonly string[], { cols = 80, rows = 24 }: Size = {}, env: Record<string, string> = {}): TestTerminal {
    const terminal = openTerminal(process.execPath, [BIN, ...seeded(args)], {
      cols,
      rows,
      env: { ...this.env, ...env },
      cwd: this.folder,
    });
    this.#terminals.push(terminal);
    return terminal;
  }

  /** In a pseudo-terminal under a shell, as a user has it; for job control. */
  openShell(size: Size = {}): TestTerminal {
    const { cols = 80, rows = 24 } = size;
    const env = { ...this.env, PS1: '$ ', SDI: `${process.execPath} ${BIN}` };
    const terminal = openTerminal('/bin/bash', ['--norc', '--noprofile', '-i'], { cols, rows, env, cwd: this.folder });
    this.#terminals.push(terminal);
    return terminal;
  }

  /** In a pseudo-terminal with a driven clock and disk. */
  drive(args: readonly string[], size: Size = {}): { terminal: TestTerminal; control: Control } {
    const control = new Control(this.folder);
    const { cols = 80, rows = 24 } = size;
    const env = { ...this.env, SDI_TEST_CONTROL: control.path };
    const terminal = openTerminal(process.execPath, [DRIVEN, ...seeded(args)], { cols, rows, env, cwd: this.folder });
    this.#terminals.push(terminal);
    onTestFinished(() => control.close());
    return { terminal, control };
  }

  /** Without a terminal, to its end. */
  run(args: readonly string[], { input, env }: { input?: string; env?: Record<string, string> } = {}) {
    const { status, signal, stdout, stderr } = spawnSync(process.execPath, [BIN, ...seeded(args)], {
      cwd: this.folder,
      env: { ...this.env, ...env },
      input: input ?? '',
      encoding: 'utf8',
      timeout: 15_000,
      maxBuffer: 64 * 1024 * 1024,
    });
    return { exitCode: status, signal, out: stdout, err: stderr };
  }

  /** Without a terminal and with the driven clock; resolves with what it printed when it has ended. */
  runDriven(args: readonly string[]): {
    readonly control: Control;
    /** Resolves at its first output. */
    readonly started: Promise<void>;
    readonly ended: Promise<{ readonly exitCode: number | null; readonly out: string }>;
  } {
    const control = new Control(this.folder);
    onTestFinished(() => control.close());
    const child = spawn(process.execPath, [DRIVEN, ...seeded(args)], {
      cwd: this.folder,
      env: { ...this.env, SDI_TEST_CONTROL: control.path },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    return {
      control,
      started: new Promise((resolve) => child.stdout.once('data', () => resolve())),
      ended: new Promise((resolve) => child.on('close', (exitCode) => resolve({ exitCode, out }))),
    };
  }

  file(name: string, text: string | Uint8Array): string {
    const path = join(this.folder, name);
    writeFileSync(path, text);
    return path;
  }

  journalPath(id: string): string {
    return join(this.home, 'sessions', id, 'journal.jsonl');
  }

  /** What stands in a session's journal now. */
  state(id: string): SessionState {
    const bytes = readFileSync(this.journalPath(id));
    const end = bytes.lastIndexOf(10) + 1;
    return replay(decodeJournal(bytes.subarray(0, end), { file: id, session: id }));
  }

  /** What is being typed, as far as it is on disk; empty when nothing is yet. */
  draft(id: string): string {
    const path = join(this.home, 'sessions', id, 'draft');
    return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).text : '';
  }

  /** The candidate's answers in a session, in order. */
  answers(id: string): string[] {
    return this.state(id)
      .turns.filter((turn) => turn.kind === 'answer' && !turn.withdrawn)
      .map((turn) => turn.text);
  }

  /** Resolves when so many answers are on disk and the answer box is empty again. */
  async taken(terminal: TestTerminal, id: string, count = 1): Promise<void> {
    await terminal.waitUntil(() => this.answers(id).length === count && !/^ │ *\S/m.test(terminal.screen()));
  }

  /** Answers what is asked behind the last phase: settles nothing. */
  async close(terminal: TestTerminal, reflection = ''): Promise<void> {
    await terminal.waitFor(/what would you do differently|Which of them did you make/);
    if (terminal.screen().includes('Which of them')) {
      terminal.type('\r');
      await terminal.waitFor('what would you do differently');
    }
    if (reflection !== '') terminal.type(`${reflection}\r`);
    terminal.type('\r');
  }

  remove(): void {
    for (const terminal of this.#terminals) terminal.dispose();
    // A program under a shell outlives its terminal by a moment, and may still write.
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 });
  }
}

/** Today's id of a session on a problem, as the program running in UTC makes it. */
export function sessionId(problem: string): string {
  return `${new Date().toISOString().slice(0, 10)}-${problem}`;
}

/** Interviews are the same in every run, also where a test does not say which. */
function seeded(args: readonly string[]): readonly string[] {
  return args[0] === 'practice' && !args.includes('--seed') ? [...args, '--seed', '1'] : args;
}
