import type { AnswerPrompt, Clock, Draft, PromptInput, PromptOptions, PromptView, ShownTurn } from '../context.ts';
import type { LeftBy } from '../session/events.ts';
import type { Theme } from '../text/theme.ts';
import { type AnswerBuffer, openBuffer, replaceDraft } from './answer/buffer.ts';
import { AnswerLayout, type AnswerRow, placeOf } from './answer/layout.ts';
import { type Response, respondTo } from './answer/response.ts';
import { type Edited, editText } from './editor.ts';
import { KeyDecoder } from './keys/decoder.ts';
import type { Stroke } from './keys/stroke.ts';
import { Leaving } from './leaving.ts';
import { NoticeLine } from './notice-line.ts';
import { RawTerminal } from './raw-terminal.ts';
import { answerColumns } from './screen/answer-box.ts';
import { DialogueRows, turnRows } from './screen/dialogue.ts';
import { drawScene } from './screen/frame.ts';
import { Painter } from './screen/painter.ts';
import { BELL } from './screen/sequences.ts';
import { styledText } from './screen/styled-text.ts';
import type { StandardStreams } from './standard-streams.ts';

export interface PromptWorld extends StandardStreams {
  readonly clock: Clock;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly theme: Theme;
}

/**
 * Whether keys may run and send: not while the last input is being dealt with (`busy`), nor before the candidate has
 * seen what came of it (`waking`).
 */
type Readiness = 'busy' | 'waking' | 'ready';

/** The answer prompt on the alternate screen. Frames are drawn once for all keys that came together. */
export class ScreenPrompt implements AnswerPrompt {
  readonly #options: PromptOptions;
  readonly #world: PromptWorld;
  readonly #terminal: RawTerminal;
  readonly #decoder: KeyDecoder;
  readonly #painter: Painter;
  readonly #leaving: Leaving;
  readonly #layout = new AnswerLayout();
  readonly #dialogueRows = new DialogueRows();
  readonly #notice = new NoticeLine();
  #buffer: AnswerBuffer;
  #toldText: string;
  #view: PromptView | undefined;
  #readiness: Readiness = 'waking';
  /** Typed ahead: these keys belong to the next draft, not to the one that is being sent. */
  #held: Stroke[] = [];
  #isKept = false;
  #hasLeft = false;
  #isClosed = false;
  #top = 0;
  #scroll = 0;
  #pageRows = 1;
  #due: NodeJS.Immediate | undefined;

  constructor(options: PromptOptions, world: PromptWorld) {
    this.#options = options;
    this.#world = world;
    this.#buffer = openBuffer(options.draft);
    this.#toldText = this.#buffer.text;
    this.#decoder = new KeyDecoder();
    this.#painter = new Painter(world.theme);
    this.#leaving = new Leaving(world.clock);
    this.#terminal = new RawTerminal(
      { ...world, alternate: true },
      {
        onChunk: (chunk) => this.#take(this.#decoder.decode(chunk)),
        onLeft: (by) => this.#left(by),
        onInterrupt: () => this.#interrupt(),
        onResize: () => this.#repaint(),
        onRepaint: () => this.#repaint(),
        onContinued: () => options.onInput({ type: 'continued' }),
      },
    );
  }

  get draft(): Draft {
    return { text: this.#buffer.text, cursor: this.#buffer.cursor };
  }

  setDraft(draft: Draft, origin?: 'typed'): void {
    this.#buffer = replaceDraft(this.#buffer, draft, origin);
    this.#toldText = this.#buffer.text;
    this.#drawSoon();
  }

  update(view: PromptView): void {
    this.#isKept = false;
    if (this.#scroll > 0) this.#holdStill(view);
    this.#view = view;
    this.#notice.give(view.notice);
    this.#drawSoon();
  }

  listen(): void {
    if (this.#readiness === 'busy') this.#readiness = 'waking';
    this.#take(this.#held.splice(0));
    this.#drawSoon();
  }

  ring(): void {
    if (this.#options.bell && this.#terminal.isDrawable) this.#terminal.write(BELL);
  }

  async edit(): Promise<string | undefined> {
    if (this.#isClosed) return undefined;
    const { environment } = this.#world;
    const edited: Edited = await this.#terminal.lend((leaving) =>
      editText(this.#buffer.text, { environment, leaving }),
    );
    if (edited.text !== undefined) this.setDraft({ text: edited.text, cursor: edited.text.length });
    return edited.notice;
  }

  keep(heading: string, turns: readonly ShownTurn[]): void {
    if (this.#isClosed) return;
    const { columns } = this.#terminal.size;
    const { theme } = this.#world;
    const rows = turns.flatMap((turn) => turnRows(turn, columns));
    const title = turnRows({ speaker: 'aside', text: heading }, columns).map((row) =>
      row.map(({ text }) => ({ text, style: 'strong' as const })),
    );
    this.#terminal.hideScreen();
    this.#terminal.write(`${[...title, ...rows].map((row) => styledText(row, theme)).join('\n')}\n\n`);
    this.#isKept = true;
  }

  close(): void {
    if (this.#isClosed) return;
    this.#take(this.#decoder.end());
    this.#isClosed = true;
    clearImmediate(this.#due);
    this.#terminal.close();
  }

  #take(strokes: readonly Stroke[]): void {
    if (this.#isClosed) return;
    for (const stroke of strokes) {
      if (this.#readiness === 'busy' && !isInterrupt(stroke)) {
        this.#held.push(stroke);
        continue;
      }
      this.#notice.dismiss();
      this.#carryOut(
        respondTo(stroke, this.#buffer, {
          commands: this.#options.commands,
          isReady: this.#readiness === 'ready' && !this.#hasLeft,
          rows: () => this.#rows(),
        }),
      );
    }
    this.#tellDraft();
    this.#drawSoon();
  }

  #carryOut({ buffer, input, notice, action, scroll }: Response): void {
    this.#buffer = buffer;
    this.#notice.say(notice);
    if (scroll !== undefined) this.#scrollBy(scroll);
    if (action === 'interrupt') this.#interrupt();
    if (action === 'redraw') this.#repaint();
    if (action === 'stop') this.#terminal.stop();
    if (input !== undefined) this.#say(input);
  }

  #say(input: PromptInput): void {
    this.#readiness = 'busy';
    this.#scroll = 0;
    this.#notice.expect();
    this.#tellDraft();
    this.#options.onInput(input);
  }

  /** Once for all keys that came together. */
  #tellDraft(): void {
    if (this.#buffer.text === this.#toldText) return;
    this.#toldText = this.#buffer.text;
    this.#options.onDraft();
  }

  #interrupt(): void {
    if (this.#leaving.press()) this.#left('interrupted');
    else this.#notice.say(this.#leaving.notice);
    this.#drawSoon();
  }

  #left(by: LeftBy): void {
    if (this.#isClosed || this.#hasLeft) return;
    this.#take(this.#decoder.end());
    this.#hasLeft = true;
    this.#options.onInput({ type: 'left', by });
  }

  #scrollBy(scroll: NonNullable<Response['scroll']>): void {
    const by = { 'page-up': this.#pageRows, 'page-down': -this.#pageRows, 'row-up': 1, 'row-down': -1 }[scroll];
    this.#scroll = Math.max(0, this.#scroll + by);
  }

  /** What a candidate who has scrolled up is reading stays in its place when something is said below. */
  #holdStill(view: PromptView): void {
    const { columns } = this.#terminal.size;
    const added = view.turns.slice(this.#view?.turns.length ?? 0);
    this.#scroll += added.reduce((sum, turn) => sum + this.#dialogueRows.of(turn, columns).length, 0);
  }

  #rows(): readonly AnswerRow[] {
    return this.#layout.rows(this.#buffer.text, answerColumns(this.#terminal.size.columns));
  }

  #repaint(): void {
    this.#painter.forget();
    this.#drawSoon();
  }

  #drawSoon(): void {
    if (this.#isClosed) return;
    this.#due ??= setImmediate(() => {
      this.#due = undefined;
      this.#draw();
    });
  }

  #draw(): void {
    const view = this.#view;
    if (view === undefined || this.#isKept || this.#isClosed || !this.#terminal.isDrawable) return;
    if (this.#terminal.showScreen()) this.#painter.forget();
    const rows = this.#rows();
    const size = this.#terminal.size;
    const picture = drawScene(
      {
        view,
        rows,
        place: placeOf(rows, this.#buffer.cursor),
        commands: this.#options.commands,
        notice: this.#notice.text,
        top: this.#top,
        scroll: this.#scroll,
      },
      this.#dialogueRows,
      size,
    );
    this.#top = picture.top;
    this.#scroll = picture.scroll;
    this.#pageRows = Math.max(1, picture.dialogueHeight - 1);
    this.#terminal.write(this.#painter.paint(picture.frame, size));
    if (this.#readiness === 'waking') this.#readiness = 'ready';
  }
}

function isInterrupt(stroke: Stroke): boolean {
  return stroke.type === 'key' && stroke.chord === 'ctrl-c';
}
