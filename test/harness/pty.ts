import { execFileSync } from 'node:child_process';
import { type IPty, spawn } from '@lydell/node-pty';
import headless from '@xterm/headless';

export interface TerminalSetup {
  readonly cols?: number;
  readonly rows?: number;
  readonly cwd?: string;
  /** Added to the environment of the test; `undefined` takes a name away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

interface Exit {
  readonly exitCode: number;
  /** 0 when the process ended by itself. */
  readonly signal: number;
}

/** A program in a pseudo-terminal, with a headless xterm as its screen. */
export interface TestTerminal {
  readonly pid: number;
  readonly exited: Promise<Exit>;
  /** Keys as a person presses them: `\r` is Enter. */
  type(keys: string): void;
  /** A paste as terminals send it once a program has asked for brackets. */
  paste(text: string): void;
  /** A paste by a terminal that knows no brackets. */
  pasteRaw(text: string): void;
  resize(cols: number, rows: number): void;
  signal(name: NodeJS.Signals): void;
  /** To the first child of the program: the one that a shell has started. */
  signalChild(name: NodeJS.Signals): void;
  /** What can be seen now, without blanks at the ends of rows. */
  screen(): string;
  /** All rows outside the alternate screen, with those that have scrolled away. */
  scrollback(): string;
  /** From 0. */
  cursor(): { readonly row: number; readonly column: number };
  /** Resolves with the screen as soon as it (or the scrollback) shows the text; fails after `timeoutMs`. */
  waitFor(wanted: string | RegExp, timeoutMs?: number): Promise<string>;
  /** Resolves once the condition holds; asked after every output. */
  waitUntil(condition: () => boolean, timeoutMs?: number): Promise<void>;
  /** Bytes written by the program so far. */
  bytes(): number;
  /** Everything written by the program so far, as it came. */
  output(): string;
  /** Whether everything that a program can change is as a shell wants it. */
  isSane(): boolean;
  /** The modes of the terminal's line discipline, as `stty -a` tells them; while the program lives. */
  modes(): string;
  /**
   * Takes the terminal away, as closing its window does. Gives the status that a shell would tell: it is 129 too where the
   * system's signal comes so late that Node, on its way out, no longer hears it.
   */
  hangUp(): Promise<number>;
  /** Ends the program if it still runs. */
  dispose(): void;
}

const PATIENCE_MS = 10_000;
const QUIET_TURNS = 20;
/** What a shell adds to the number of the signal that ended a program. */
const SIGNALLED = 128;

/** Runs a program in a pseudo-terminal. */
export function openTerminal(command: string, args: readonly string[], setup: TerminalSetup = {}): TestTerminal {
  const { cols = 80, rows = 24, cwd = process.cwd() } = setup;
  const screen = new headless.Terminal({ cols, rows, scrollback: 5_000, allowProposedApi: true });
  const pty = spawn(command, [...args], {
    cols,
    rows,
    cwd,
    env: environment(setup),
    name: setup.env?.TERM ?? 'xterm-256color',
  });
  return new PtyTerminal(pty, screen);
}

function environment(setup: TerminalSetup): Record<string, string> {
  const all = { ...process.env, TERM: 'xterm-256color', NO_COLOR: undefined, FORCE_COLOR: undefined, ...setup.env };
  const named = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(named);
}

class PtyTerminal implements TestTerminal {
  readonly exited: Promise<Exit>;
  readonly #pty: IPty;
  readonly #screen: headless.Terminal;
  readonly #onChange = new Set<() => void>();
  #output = '';
  #isExited = false;

  constructor(pty: IPty, screen: headless.Terminal) {
    this.#pty = pty;
    this.#screen = screen;
    pty.onData((data) => {
      this.#output += data;
      screen.write(data, () => this.#changed());
    });
    this.exited = new Promise((resolve) => {
      pty.onExit(({ exitCode, signal }) => {
        this.#isExited = true;
        // What was written last may still be on its way, and is shown first.
        void this.#lull().then(() =>
          screen.write('', () => {
            this.#changed();
            resolve({ exitCode, signal: signal ?? 0 });
          }),
        );
      });
    });
  }

  get pid(): number {
    return this.#pty.pid;
  }

  type(keys: string): void {
    this.#pty.write(keys);
  }

  paste(text: string): void {
    this.#pty.write(`\x1b[200~${text.replaceAll('\n', '\r')}\x1b[201~`);
  }

  pasteRaw(text: string): void {
    this.#pty.write(text);
  }

  resize(cols: number, rows: number): void {
    this.#screen.resize(cols, rows);
    this.#pty.resize(cols, rows);
  }

  signal(name: NodeJS.Signals): void {
    process.kill(this.#pty.pid, name);
  }

  signalChild(name: NodeJS.Signals): void {
    const [child] = execFileSync('pgrep', ['-P', String(this.#pty.pid)], { encoding: 'utf8' }).split('\n');
    process.kill(Number(child), name);
  }

  screen(): string {
    const { active } = this.#screen.buffer;
    return this.#text(active, active.baseY, active.baseY + this.#screen.rows);
  }

  scrollback(): string {
    const { normal } = this.#screen.buffer;
    return this.#text(normal, 0, normal.length);
  }

  cursor() {
    const { active } = this.#screen.buffer;
    return { row: active.cursorY, column: active.cursorX };
  }

  async waitFor(wanted: string | RegExp, timeoutMs = PATIENCE_MS): Promise<string> {
    const shows = (text: string) => (typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text));
    await this.#until(() => shows(this.screen()) || shows(this.scrollback()), String(wanted), timeoutMs);
    return this.screen();
  }

  async waitUntil(condition: () => boolean, timeoutMs = PATIENCE_MS): Promise<void> {
    await this.#until(condition, String(condition), timeoutMs);
  }

  bytes(): number {
    return Buffer.byteLength(this.#output);
  }

  output(): string {
    return this.#output;
  }

  isSane(): boolean {
    const { modes, buffer } = this.#screen;
    const isCursorShown = this.#output.lastIndexOf('\x1b[?25h') >= this.#output.lastIndexOf('\x1b[?25l');
    return !modes.bracketedPasteMode && modes.wraparoundMode && buffer.active.type === 'normal' && isCursorShown;
  }

  modes(): string {
    const name = (this.#pty as IPty & { readonly _pty?: string })._pty ?? '';
    return execFileSync('stty', [process.platform === 'darwin' ? '-f' : '-F', name, '-a'], { encoding: 'utf8' });
  }

  async hangUp(): Promise<number> {
    (this.#pty as IPty & { destroy(): void }).destroy();
    const { exitCode, signal } = await this.exited;
    return signal === 0 ? exitCode : SIGNALLED + signal;
  }

  dispose(): void {
    if (!this.#isExited) this.#pty.kill('SIGKILL');
    this.#screen.dispose();
  }

  /** Resolves when nothing has come for some turns of the event loop. */
  async #lull(): Promise<void> {
    for (let turns = 0, seen = this.#output.length; turns < QUIET_TURNS; turns++) {
      await new Promise((resolve) => setImmediate(resolve));
      if (this.#output.length === seen) continue;
      seen = this.#output.length;
      turns = 0;
    }
  }

  #changed(): void {
    for (const listener of this.#onChange) listener();
  }

  #text(buffer: headless.IBuffer, from: number, to: number): string {
    const rows = Array.from({ length: to - from }, (_, index) => buffer.getLine(from + index)?.translateToString(true));
    return rows.join('\n').trimEnd();
  }

  #until(condition: () => boolean, wanted: string, timeoutMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        clearInterval(poll);
        this.#onChange.delete(check);
      };
      const check = () => {
        if (!condition()) return;
        stop();
        resolve();
      };
      const timer = setTimeout(() => {
        stop();
        reject(
          new Error(`After ${timeoutMs} ms there is still no ${wanted}:\n${this.screen()}\n--\n${this.scrollback()}`),
        );
      }, timeoutMs);
      // A condition may depend on more than the output, such as a file.
      const poll = setInterval(check, 20);
      this.#onChange.add(check);
      check();
    });
  }
}
