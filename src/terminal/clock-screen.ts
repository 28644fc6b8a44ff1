import type { ClockInput, ClockScreen, ClockView } from '../context.ts';
import type { LeftBy } from '../session/events.ts';
import { shortTimeMs } from '../session/time-budget.ts';
import { KeyDecoder } from './keys/decoder.ts';
import type { Stroke } from './keys/stroke.ts';
import { RawTerminal } from './raw-terminal.ts';
import { drawClock } from './screen/clock-frame.ts';
import { Painter } from './screen/painter.ts';
import { BELL } from './screen/sequences.ts';
import type { PromptWorld } from './screen-prompt.ts';

const MINUTE_MS = 60_000;

/** The screen of `sdi timer`. */
export class ScreenClock implements ClockScreen {
  readonly #onInput: (input: ClockInput) => void;
  readonly #terminal: RawTerminal;
  readonly #decoder: KeyDecoder;
  readonly #painter: Painter;
  #view: ClockView | undefined;
  #hasLeft = false;
  #isClosed = false;

  constructor(onInput: (input: ClockInput) => void, world: PromptWorld) {
    this.#onInput = onInput;
    this.#decoder = new KeyDecoder();
    this.#painter = new Painter(world.theme);
    const repaint = () => {
      this.#painter.forget();
      this.#draw();
    };
    this.#terminal = new RawTerminal(
      { ...world, alternate: true },
      {
        onChunk: (chunk) => this.#take(this.#decoder.decode(chunk)),
        onLeft: (by) => this.#left(by),
        onInterrupt: () => this.#left('interrupted'),
        onResize: repaint,
        onRepaint: repaint,
        onContinued: () => {},
      },
    );
  }

  update(view: ClockView): void {
    this.#view = view;
    this.#draw();
  }

  ring(): void {
    if (!this.#isClosed) this.#terminal.write(BELL);
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#decoder.end();
    this.#terminal.close();
  }

  #take(strokes: readonly Stroke[]): void {
    for (const stroke of strokes) {
      if (stroke.type === 'text') for (const letter of stroke.text) this.#press(letter);
      else if (stroke.type === 'key' && stroke.chord === 'ctrl-c') this.#left('interrupted');
      else if (stroke.type === 'key' && stroke.chord === 'ctrl-z') this.#terminal.stop();
    }
  }

  #press(letter: string): void {
    if (this.#isClosed || this.#hasLeft) return;
    if (letter === 'p' || letter === ' ') this.#onInput({ type: 'pause' });
    if (letter === 'n') this.#onInput({ type: 'next' });
    if (letter === 'q') this.#onInput({ type: 'quit' });
  }

  #left(by: LeftBy): void {
    if (this.#hasLeft || this.#isClosed) return;
    this.#hasLeft = true;
    this.#onInput({ type: 'left', by });
  }

  #draw(): void {
    const view = this.#view;
    if (view === undefined || this.#isClosed || !this.#terminal.isDrawable) return;
    const size = this.#terminal.size;
    this.#terminal.write(this.#painter.paint(drawClock(view, warningMs(view), size), size));
  }
}

function warningMs({ phases }: ClockView): number {
  return shortTimeMs((phases.find((phase) => phase.state === 'now')?.budgetMinutes ?? 0) * MINUTE_MS);
}
