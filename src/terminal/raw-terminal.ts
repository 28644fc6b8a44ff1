import type { LeftBy } from '../session/events.ts';
import { drainPendingKeys } from './pending-keys.ts';
import type { Size } from './screen/row.ts';
import { ALTERNATE_SCREEN, BRACKETED_PASTE, CURSOR, WRAPPING } from './screen/sequences.ts';
import { listenToSignals, stopGroup } from './signals.ts';
import {
  abandonTerminal,
  endOfInput,
  guardStreams,
  isTerminalThere,
  type StandardStreams,
} from './standard-streams.ts';

export interface RawHandlers {
  onChunk(chunk: Uint8Array): void;
  /** Called once; what is left to do is to save and to close. */
  onLeft(by: LeftBy): void;
  onInterrupt(): void;
  onResize(): void;
  /** The screen is ours again and unknown. */
  onRepaint(): void;
  /** The process was stopped and goes on. */
  onContinued(): void;
}

export interface RawOptions extends StandardStreams {
  /** Whether to draw on the alternate screen, or within the lines of the shell. */
  readonly alternate: boolean;
}

/** A process of an orphaned group is not stopped by Ctrl-Z; after this long it goes on by itself. */
const NOT_STOPPED_MS = 150;
const USUAL_SIZE: Size = { columns: 80, rows: 24 };

type State = 'held' | 'stopped' | 'lent' | 'closed';

/**
 * The terminal in raw mode, from `open` to `close`: its modes, its keys, its signals. Whatever happens in between, the
 * terminal is sane whenever somebody else can see it. Writing to a terminal is synchronous in Node.
 */
export class RawTerminal {
  readonly #options: RawOptions;
  readonly #handlers: RawHandlers;
  readonly #unlisten: () => void;
  #state: State = 'held';
  #isOnScreen = false;
  #leftBy: LeftBy | undefined;
  #isGone = false;
  #lending: AbortController | undefined;
  #returning: NodeJS.Timeout | undefined;

  constructor(options: RawOptions, handlers: RawHandlers) {
    this.#options = options;
    this.#handlers = handlers;
    guardStreams(options);
    this.#unlisten = this.#listen();
    this.#enter();
  }

  get size(): Size {
    const { columns, rows } = this.#options.stdout;
    return { columns: columns || USUAL_SIZE.columns, rows: rows || USUAL_SIZE.rows };
  }

  /** Whether what is written now goes onto our screen. */
  get isDrawable(): boolean {
    return this.#state === 'held' && !this.#isGone;
  }

  write(text: string): void {
    if (text !== '' && !this.#isGone) this.#options.stdout.write(text);
  }

  /** Goes onto the alternate screen; true when it was not there, so that everything must be drawn anew. */
  showScreen(): boolean {
    if (this.#isOnScreen || !this.#options.alternate) return false;
    this.write(ALTERNATE_SCREEN.enter + WRAPPING.off);
    this.#isOnScreen = true;
    return true;
  }

  /** Back to the shell's lines, for text that stays there. */
  hideScreen(): void {
    if (!this.#isOnScreen) return;
    this.write(WRAPPING.on + ALTERNATE_SCREEN.leave);
    this.#isOnScreen = false;
  }

  /** Stops the process as Ctrl-Z does; the terminal is sane until it is continued. */
  stop(): void {
    if (this.#state !== 'held') return;
    this.#leave();
    this.#state = 'stopped';
    // When it fires, a signal that came meanwhile is heard first.
    this.#returning = setTimeout(() => setImmediate(() => this.#return()), NOT_STOPPED_MS);
    stopGroup();
  }

  /** Lends the terminal to a task, which is told when it has to come to an end. */
  async lend<T>(task: (leaving: AbortSignal) => Promise<T>): Promise<T> {
    this.#leave();
    this.#state = 'lent';
    this.#lending = new AbortController();
    try {
      return await task(this.#lending.signal);
    } finally {
      this.#lending = undefined;
      if (this.#leftBy !== undefined) this.#handlers.onLeft(this.#leftBy);
      else if (this.#isLent()) this.#comeBack();
    }
  }

  close(): void {
    if (this.#state === 'closed') return;
    if (this.#state === 'held') {
      if (!this.#isGone) drainPendingKeys();
      this.#leave();
    }
    if (this.#isGone) abandonTerminal();
    this.#state = 'closed';
    clearTimeout(this.#returning);
    this.#unlisten();
  }

  #isLent(): boolean {
    return this.#state === 'lent';
  }

  #enter(): void {
    const { stdin } = this.#options;
    stdin.setRawMode(true);
    stdin.ref();
    stdin.resume();
    this.write(BRACKETED_PASTE.on);
    this.showScreen();
  }

  #leave(): void {
    const { stdin } = this.#options;
    this.hideScreen();
    this.write(BRACKETED_PASTE.off + CURSOR.show);
    stdin.pause();
    stdin.unref();
    if (!this.#isGone) stdin.setRawMode(false);
  }

  #comeBack(): void {
    this.#state = 'held';
    this.#enter();
    this.#handlers.onRepaint();
  }

  #return(): boolean {
    if (this.#state !== 'stopped') return false;
    clearTimeout(this.#returning);
    this.#comeBack();
    return true;
  }

  /** After SIGSTOP, which nobody can foresee, the modes are what the shell made of them. */
  #continue(): void {
    if (this.#state === 'held') {
      this.#leave();
      this.#comeBack();
    } else this.#return();
    if (this.#state !== 'closed') this.#handlers.onContinued();
  }

  #left(by: LeftBy): void {
    if (this.#leftBy !== undefined || this.#state === 'closed') return;
    this.#leftBy = by;
    this.#isGone ||= !isTerminalThere();
    if (this.#lending === undefined) this.#handlers.onLeft(by);
    else this.#lending.abort();
  }

  #listen(): () => void {
    const { stdin, stdout } = this.#options;
    const onData = (chunk: Uint8Array) => this.#handlers.onChunk(chunk);
    const onEnd = () => this.#left(endOfInput(stdin));
    const onGone = () => {
      this.#isGone = true;
      this.#left('hangup');
    };
    const onExit = () => this.close();
    const unlistenToSignals = listenToSignals({
      onTerminated: () => this.#left('terminated'),
      onHangup: () => this.#left('hangup'),
      onInterrupt: () => {
        if (this.#state === 'held') this.#handlers.onInterrupt();
      },
      onContinued: () => this.#continue(),
      onResize: () => this.#handlers.onResize(),
    });
    stdin.on('data', onData).on('end', onEnd).on('close', onEnd).on('error', onEnd);
    stdout.on('error', onGone);
    process.on('exit', onExit);
    return () => {
      unlistenToSignals();
      stdin.off('data', onData).off('end', onEnd).off('close', onEnd).off('error', onEnd);
      stdout.off('error', onGone);
      process.off('exit', onExit);
    };
  }
}
