import { PassThrough, Writable } from 'node:stream';
import type { LeftBy } from '../session/events.ts';
import { KeyDecoder } from './keys/decoder.ts';
import type { Stroke } from './keys/stroke.ts';
import { leftError } from './leave-codes.ts';
import { drainPendingKeys } from './pending-keys.ts';
import { RawTerminal } from './raw-terminal.ts';
import type { Size } from './screen/row.ts';
import type { PromptWorld } from './screen-prompt.ts';

/** What Inquirer takes instead of the real streams. */
export interface MenuStreams {
  readonly input: PassThrough;
  readonly output: Writable;
  readonly signal: AbortSignal;
}

/** The keys that a menu gets to see; all others have no meaning there. */
const KEYS: Readonly<Record<string, string>> = {
  enter: '\r',
  up: '\x1b[A',
  down: '\x1b[B',
  'ctrl-p': '\x1b[A',
  'ctrl-n': '\x1b[B',
  backspace: '\x7f',
};
/** What Ctrl-D, the end of what is typed, means to a menu. */
export type EndOfInput = 'leaves' | 'submits';
const COLOUR = /\x1b\[[0-9;]*m/g;

/**
 * Inquirer between streams of ours: by itself it leaves raw mode on when a signal comes, and never settles when the
 * input ends or after Ctrl-Z. Here it draws and reads keys, and the terminal is ours.
 */
export class MenuTerminal {
  readonly #world: PromptWorld;
  readonly #decoder: KeyDecoder;
  readonly #terminal: RawTerminal;
  readonly #endOfInput: EndOfInput;
  #input = new PassThrough();
  #question = new AbortController();
  #left: LeftBy | undefined;
  #mustStop = false;
  #onReturn = () => {};

  constructor(world: PromptWorld, endOfInput: EndOfInput = 'leaves') {
    this.#world = world;
    this.#endOfInput = endOfInput;
    this.#decoder = new KeyDecoder();
    this.#terminal = new RawTerminal(
      { ...world, alternate: false },
      {
        onChunk: (chunk) => this.#take(this.#decoder.decode(chunk)),
        onLeft: (by) => this.#leave(by),
        onInterrupt: () => this.#leave('interrupted'),
        onResize: () => {},
        onRepaint: () => this.#askAgain(),
        onContinued: () => {},
      },
    );
  }

  get size(): Size {
    return this.#terminal.size;
  }

  /** The answer to a question; asked again after the process was stopped. Gives the terminal back in any case. */
  async ask<T>(question: (streams: MenuStreams) => Promise<T>): Promise<T> {
    try {
      for (;;) {
        try {
          return await question(this.#streams());
        } catch (error) {
          if (this.#left !== undefined) throw leftError(this.#left);
          if (!this.#question.signal.aborted) throw error;
        }
        if (this.#mustStop) await this.#stop();
      }
    } finally {
      this.#decoder.end();
      this.#terminal.close();
    }
  }

  #streams(): MenuStreams {
    this.#question = new AbortController();
    if (this.#left !== undefined) this.#question.abort();
    this.#input = new PassThrough();
    // What was typed before the question was to be seen answers nothing; from then on every key counts.
    drainPendingKeys();
    return { input: this.#input, output: this.#output(), signal: this.#question.signal };
  }

  #output(): Writable {
    const isColoured = this.#world.theme.strong('x') !== 'x';
    const write = (chunk: unknown, _: BufferEncoding, done: () => void) => {
      const text = String(chunk);
      this.#terminal.write(isColoured ? text : text.replaceAll(COLOUR, ''));
      done();
    };
    // Inquirer breaks rows at 80 columns unless its output says how many there are.
    return Object.assign(new Writable({ decodeStrings: false, write }), { columns: this.size.columns });
  }

  #take(strokes: readonly Stroke[]): void {
    for (const stroke of strokes) {
      if (stroke.type === 'paste' || stroke.type === 'burst') continue;
      const { chord, text } = { chord: '', text: '', ...stroke };
      const key = chord === 'ctrl-d' && this.#endOfInput === 'submits' ? 'enter' : chord;
      if (key === 'ctrl-c') this.#leave('interrupted');
      else if (key === 'ctrl-d') this.#leave('input-ended');
      else if (key === 'ctrl-z') this.#stopSoon();
      else this.#input.write(Object.hasOwn(KEYS, key) ? KEYS[key] : text);
    }
  }

  #leave(by: LeftBy): void {
    this.#left ??= by;
    this.#question.abort();
    this.#onReturn();
  }

  #askAgain(): void {
    this.#question.abort();
    this.#onReturn();
  }

  /** Inquirer tidies up first. */
  #stopSoon(): void {
    this.#mustStop = true;
    this.#question.abort();
  }

  #stop(): Promise<void> {
    this.#mustStop = false;
    return new Promise((resolve) => {
      this.#onReturn = resolve;
      this.#terminal.stop();
    });
  }
}
