import type { AnswerPrompt, Draft, PromptInput, PromptOptions, PromptView, ShownTurn } from '../context.ts';
import type { LeftBy } from '../session/events.ts';
import { readCommand } from './answer/command-line.ts';
import { editText } from './editor.ts';
import { Lull } from './keys/lull.ts';
import { Leaving } from './leaving.ts';
import { type EnteredLine, LineBatch } from './plain/batch.ts';
import { Thresholds } from './plain/thresholds.ts';
import { plainText, turnText } from './plain/turn-text.ts';
import { BELL } from './screen/sequences.ts';
import type { PromptWorld } from './screen-prompt.ts';
import { listenToSignals } from './signals.ts';
import { abandonTerminal, endOfInput, guardStreams, isTerminalThere } from './standard-streams.ts';

const COLUMNS_OF_A_FILE = 80;
const SEND = 'send';

const HOW_TO = 'Write your answer line by line. A line /send sends it, /next moves on, /help tells more.';

/** The answer prompt line by line, without a single escape sequence: for screen readers, dumb terminals and files. */
export class PlainPrompt implements AnswerPrompt {
  readonly #options: PromptOptions;
  readonly #world: PromptWorld;
  readonly #batch = new LineBatch();
  readonly #paused = new Lull();
  readonly #thresholds = new Thresholds();
  readonly #leaving: Leaving;
  readonly #unlisten: () => void;
  /** What was typed into this terminal stands there already. */
  readonly #typed = new Set<string>();
  #lines: readonly string[] = [];
  /** Entered ahead: these lines belong to the next draft, not to the one that is being sent. */
  #held: string[] = [];
  #shownTurns = 0;
  #notice: string | undefined;
  #isOpened = false;
  #isBusy = false;
  #hasLeft = false;
  #leftBy: LeftBy = 'terminated';
  #isClosed = false;
  #lending: AbortController | undefined;

  constructor(options: PromptOptions, world: PromptWorld) {
    this.#options = options;
    this.#world = world;
    this.#leaving = new Leaving(world.clock);
    guardStreams(world);
    this.#unlisten = this.#listenToAll();
    this.setDraft(options.draft);
  }

  get draft(): Draft {
    const text = this.#lines.join('\n');
    return { text, cursor: text.length };
  }

  setDraft({ text }: Draft): void {
    if (text === this.draft.text) return;
    this.#lines = text === '' ? [] : text.split('\n');
    if (text !== '') this.#print(`Your draft so far:\n${text}`);
  }

  update(view: PromptView): void {
    const time = this.#thresholds.cross(view);
    if (time !== undefined) this.#print(time);
    for (const turn of view.turns.slice(this.#shownTurns)) this.#printTurn(turn);
    this.#shownTurns = Math.max(this.#shownTurns, view.turns.length);
    if (view.notice !== undefined && view.notice !== this.#notice) this.#print(view.notice);
    this.#notice = view.notice;
    if (!this.#isOpened) this.#print(HOW_TO);
    this.#isOpened = true;
  }

  listen(): void {
    this.#isBusy = false;
    for (const text of this.#held.splice(0)) this.#enter({ text, byHand: false });
  }

  ring(): void {
    if (this.#options.bell && this.#world.stdout.isTTY === true) this.#write(BELL);
  }

  async edit(): Promise<string | undefined> {
    if (this.#isClosed) return undefined;
    const { stdin, environment } = this.#world;
    this.#lending = new AbortController();
    stdin.pause();
    const { text, notice } = await editText(this.draft.text, { environment, leaving: this.#lending.signal });
    if (!this.#isClosed) stdin.resume();
    const isLeaving = this.#lending.signal.aborted;
    this.#lending = undefined;
    if (text !== undefined) this.setDraft({ text, cursor: text.length });
    if (isLeaving) this.#options.onInput({ type: 'left', by: this.#leftBy });
    return notice;
  }

  /** All of it stands in the scrollback already. */
  keep(): void {}

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#paused.cancel();
    const { stdin } = this.#world;
    if (stdin.isTTY === true && !isTerminalThere()) abandonTerminal();
    this.#unlisten();
    stdin.pause();
    stdin.unref?.();
  }

  /** A terminal hands the lines of a paste over one by one, but without a pause. */
  #take(chunk: Uint8Array): void {
    this.#batch.add(chunk);
    this.#paused.await(() => this.#enterAll());
  }

  #enterAll(): void {
    this.#paused.cancel();
    for (const line of this.#batch.take()) this.#enter(line);
  }

  #enter({ text, byHand }: EnteredLine): void {
    if (this.#isBusy) {
      this.#held.push(text);
      return;
    }
    const mayRun = byHand && !this.#hasLeft;
    const command = mayRun ? readCommand(text, this.#options.commands) : undefined;
    if (mayRun && text.trimEnd() === `/${SEND}`) this.#send();
    else if (command !== undefined) this.#say({ type: 'command', ...command });
    else {
      this.#lines = [...this.#lines, text];
      this.#options.onDraft();
    }
  }

  #send(): void {
    const { text } = this.draft;
    if (text.trim() === '') this.#print('Nothing to send; /next moves on.');
    else this.#say({ type: 'send', text });
  }

  #say(input: Extract<PromptInput, { type: 'send' | 'command' }>): void {
    this.#isBusy = true;
    this.#notice = undefined;
    this.#typed.add(this.draft.text.trim());
    if (input.type === 'command') this.#typed.add(input.argument);
    this.#options.onInput(input);
  }

  #left(by: LeftBy): void {
    if (this.#hasLeft || this.#isClosed) return;
    this.#enterAll();
    const rest = this.#batch.rest();
    if (rest !== '') this.#enter({ text: rest, byHand: false });
    this.#hasLeft = true;
    this.#leftBy = by;
    if (this.#lending === undefined) this.#options.onInput({ type: 'left', by });
    else this.#lending.abort();
  }

  #interrupt(): void {
    if (this.#lending !== undefined) return;
    if (this.#leaving.press()) this.#left('interrupted');
    else this.#print(`\n${this.#leaving.notice}`);
  }

  #printTurn(turn: ShownTurn): void {
    const isEchoed = turn.speaker !== 'interviewer' && turn.speaker !== 'aside' && this.#typed.has(turn.text.trim());
    if (!isEchoed || this.#world.stdout.isTTY !== true) this.#write(turnText(turn, this.#columns));
  }

  get #columns(): number {
    const { stdout } = this.#world;
    return Math.max(1, (stdout.isTTY === true && stdout.columns) || COLUMNS_OF_A_FILE);
  }

  #print(text: string): void {
    this.#write(plainText(text, this.#columns));
  }

  #write(text: string): void {
    this.#world.stdout.write(text);
  }

  #listenToAll(): () => void {
    const { stdin } = this.#world;
    const onData = (chunk: Uint8Array) => this.#take(chunk);
    const onEnd = () => this.#left(endOfInput(stdin));
    stdin.on('data', onData).on('end', onEnd).on('close', onEnd).on('error', onEnd);
    stdin.ref?.();
    stdin.resume();
    const unlistenToSignals = listenToSignals({
      onTerminated: () => this.#left('terminated'),
      onHangup: () => this.#left('hangup'),
      onInterrupt: () => this.#interrupt(),
      onContinued: () => this.#options.onInput({ type: 'continued' }),
    });
    return () => {
      unlistenToSignals();
      stdin.off('data', onData).off('end', onEnd).off('close', onEnd).off('error', onEnd);
    };
  }
}
