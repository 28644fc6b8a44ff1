import type { AnswerPrompt, Context, OpenSession, PromptInput, PromptView, SessionRecord } from '../context.ts';
import { EXIT, type ExitCode, MachineError } from '../errors.ts';
import type { Intent } from '../session/decide.ts';
import type { LeftBy } from '../session/events.ts';
import { elapsedMs, openPhase, phaseLeftMs, totalLeftMs } from '../session/state.ts';
import { stampText } from '../text/duration.ts';
import { briefText, helpText, openingText, timeText } from './brief.ts';
import { COMMAND_WORDS } from './command-words.ts';
import { Dialogue } from './dialogue.ts';
import { DraftKeeper } from './draft-keeper.ts';
import { InputQueue } from './input-queue.ts';
import { Pace } from './pace.ts';
import type { Sitting } from './sitting.ts';
import { type Reading, Stopwatch } from './stopwatch.ts';

export interface LiveOptions {
  readonly sitting: Sitting;
  readonly plain: boolean;
  readonly bell: boolean;
}

/** How a live interview was left: at its end, or before it. */
export interface Outcome {
  readonly exitCode: ExitCode;
  readonly finished: boolean;
  readonly record: SessionRecord;
  /** Text that was typed and could not be saved; to be shown, so that it is not lost. */
  readonly unsaved: string | undefined;
}

type Input = PromptInput | { readonly type: 'tick' };

const EXIT_BY: Record<LeftBy, ExitCode> = {
  quit: EXIT.done,
  interrupted: EXIT.interrupted,
  terminated: EXIT.terminated,
  hangup: EXIT.hangup,
  'input-ended': EXIT.interrupted,
};

/** Holds an interview at the terminal: ask, decide, append, reduce, draw, until its end or until the candidate leaves. */
export async function holdInterview(options: LiveOptions, context: Context): Promise<Outcome> {
  const live = new LiveInterview(options, context);
  return live.hold();
}

class LiveInterview {
  readonly #options: LiveOptions;
  readonly #context: Context;
  readonly #sitting: Sitting;
  readonly #session: OpenSession;
  readonly #stopwatch: Stopwatch;
  readonly #keeper: DraftKeeper;
  readonly #queue = new InputQueue<Input>();
  readonly #dialogue = new Dialogue();
  readonly #pace = new Pace();
  #prompt: AnswerPrompt | undefined;
  #at: number;
  #awayMs = 0;
  #notice: string | undefined;
  #keptUpTo = 0;
  #cancelTick = () => {};

  constructor(options: LiveOptions, context: Context) {
    this.#options = options;
    this.#context = context;
    this.#sitting = options.sitting;
    this.#session = options.sitting.session;
    this.#at = this.#session.elapsedMs;
    this.#stopwatch = new Stopwatch(context.clock, this.#at);
    this.#keeper = new DraftKeeper(this.#session, context.clock);
  }

  get #screen(): AnswerPrompt {
    if (this.#prompt === undefined) throw new Error('the prompt is not open');
    return this.#prompt;
  }

  async hold(): Promise<Outcome> {
    this.#prompt = await this.#context.terminal.openPrompt({
      plain: this.#options.plain,
      bell: this.#options.bell,
      commands: COMMAND_WORDS,
      draft: this.#session.draft ?? { text: '', cursor: 0 },
      onInput: (input) => this.#queue.push(input),
      onDraft: () => this.#draftChanged(),
    });
    try {
      await this.#open();
      const left = await this.#converse();
      return left === undefined ? this.#finish() : this.#leave(left);
    } finally {
      this.#cancelTick();
      this.#screen.close();
    }
  }

  async #open(): Promise<void> {
    this.#dialogue.refresh(this.#sitting.state);
    if (this.#dialogue.length === 0) this.#dialogue.add(openingText(this.#sitting.state, this.#session.folder));
    else this.#resume();
    for (const notice of this.#session.notices) this.#dialogue.add(notice);
    this.#keptUpTo = this.#dialogue.length;
    await this.#hearInterviewer();
  }

  #resume(): void {
    this.#attempt({ type: 'resume' });
    const open = openPhase(this.#sitting.state);
    if (open !== undefined) this.#dialogue.add(`Welcome back. ${open.title} is open; the clock goes on from here.`);
  }

  /** Takes one input after the other; returns how the candidate left, or undefined at the end of the interview. */
  async #converse(): Promise<LeftBy | undefined> {
    while (!this.#sitting.state.ended) {
      this.#draw();
      this.#screen.listen();
      this.#scheduleTick();
      const input = await this.#queue.next();
      this.#cancelTick();
      this.#readTime(input.type === 'continued');
      const left = await this.#take(input);
      if (left !== undefined) return left;
      this.#keeper.keep(this.#screen.draft, this.#at);
    }
    return undefined;
  }

  async #take(input: Input): Promise<LeftBy | undefined> {
    if (input.type === 'left') return input.by;
    if (input.type === 'tick' || input.type === 'continued') {
      await this.#hearInterviewer();
      return undefined;
    }
    this.#notice = undefined;
    if (input.type === 'send') {
      await this.#send({ type: 'answer', text: input.text });
      return undefined;
    }
    return this.#run(input.name, input.argument);
  }

  async #run(name: string, argument: string): Promise<LeftBy | undefined> {
    switch (name) {
      case 'quit':
        return 'quit';
      case 'next':
        await this.#send({ type: 'next', draft: this.#screen.draft.text });
        break;
      case 'ask':
        if (this.#attempt({ type: 'ask', text: argument })) await this.#hearInterviewer();
        break;
      case 'note':
        this.#attempt({ type: 'note', text: argument });
        break;
      case 'pause':
        this.#pause();
        break;
      case 'undo':
        this.#undo();
        break;
      case 'back':
        if (this.#attempt({ type: 'back', phase: argument })) this.#tellTarget();
        break;
      case 'edit':
        this.#notice = await this.#screen.edit();
        break;
      default:
        this.#dialogue.add(this.#tell(name));
    }
    this.#dialogue.refresh(this.#sitting.state);
    return undefined;
  }

  #tell(name: string): string {
    if (name === 'brief') return briefText(this.#sitting.state);
    if (name === 'time') return timeText(this.#sitting.state, this.#at);
    return helpText(COMMAND_WORDS, this.#options.plain);
  }

  /** Sends what is typed; it leaves the answer box only when it is on disk. */
  async #send(intent: Intent): Promise<void> {
    const before = openPhase(this.#sitting.state);
    if (!this.#attempt(intent)) return;
    this.#screen.setDraft({ text: '', cursor: 0 });
    this.#keeper.save(this.#screen.draft, this.#at);
    this.#dialogue.refresh(this.#sitting.state);
    if (openPhase(this.#sitting.state)?.id !== before?.id) this.#keepPhase(before?.id);
    await this.#hearInterviewer();
  }

  /** Carries an intent out, or shows why not. */
  #attempt(intent: Intent): boolean {
    try {
      this.#notice = this.#sitting.apply(intent, this.#at);
      return this.#notice === undefined;
    } catch (error) {
      this.#notice = this.#sentence(error);
      return false;
    }
  }

  #sentence(error: unknown): string {
    if (!(error instanceof MachineError)) throw error;
    return [error.message, error.hint].filter((part) => part !== undefined).join(' ');
  }

  async #hearInterviewer(): Promise<void> {
    try {
      await this.#sitting.listen(this.#at, this.#screen.draft.text.trim() !== '');
    } catch (error) {
      this.#notice = this.#sentence(error);
    }
    this.#dialogue.refresh(this.#sitting.state);
  }

  #pause(): void {
    if (this.#sitting.state.paused) this.#continue();
    else if (this.#attempt({ type: 'pause', reason: 'asked' })) this.#awayMs = 0;
  }

  #continue(): void {
    this.#attempt({ type: 'continue', awayMs: this.#awayMs });
    this.#awayMs = 0;
  }

  /** The withdrawn text comes back to be edited, unless something else is being typed. */
  #undo(): void {
    const last = this.#sitting.state.turns.findLast((turn) => turn.speaker === 'candidate' && !turn.withdrawn);
    if (!this.#attempt({ type: 'undo' }) || last === undefined) return;
    this.#notice = 'Withdrawn.';
    if (this.#screen.draft.text.trim() !== '') return;
    const text = last.kind === 'ask' ? `/ask ${last.text}` : last.text;
    this.#screen.setDraft({ text, cursor: text.length });
    this.#keeper.save(this.#screen.draft, this.#at);
    this.#notice = 'Withdrawn; here it is to edit.';
  }

  #tellTarget(): void {
    const { back, phases } = this.#sitting.state;
    const open = openPhase(this.#sitting.state);
    const target = phases.find((phase) => phase.id === back);
    this.#notice =
      target === undefined
        ? `Your next answer stays in ${open?.title ?? ''}.`
        : `Your next answer goes to ${target.title}; /back ${open?.id ?? ''} stays here.`;
  }

  /** Reads the stopwatch; whatever time was not spent here becomes a pause in the journal. */
  #readTime(wasStopped: boolean): void {
    const state = this.#sitting.state;
    if (state.paused) {
      this.#awayMs += this.#stopwatch.skip('asked').away?.ms ?? 0;
      return;
    }
    const reading: Reading = wasStopped ? this.#stopwatch.skip('stopped') : this.#stopwatch.read();
    this.#at = reading.at;
    if (reading.away !== undefined) {
      const kept = this.#notice;
      if (this.#attempt({ type: 'pause', reason: reading.away.reason })) {
        this.#attempt({ type: 'continue', awayMs: reading.away.ms });
      }
      this.#notice ??= kept;
    }
    this.#tellPace();
  }

  #tellPace(): void {
    const crossed = this.#pace.crossed(this.#sitting.state, this.#at);
    if (crossed !== undefined && this.#options.bell) this.#screen.ring();
  }

  #draftChanged(): void {
    this.#keeper.changed();
    // A tick that is due later than the save would come too late.
    this.#scheduleTick();
  }

  #scheduleTick(): void {
    this.#cancelTick();
    const phase = openPhase(this.#sitting.state);
    const left = phase === undefined ? 0 : phaseLeftMs(phase, this.#at);
    const toNextSecond = (((left % 1_000) + 1_000) % 1_000) + 1;
    const delay = Math.min(toNextSecond, Math.max(1, this.#keeper.dueInMs()));
    this.#cancelTick = this.#context.clock.schedule(delay, () => this.#queue.push({ type: 'tick' }));
  }

  #draw(): void {
    this.#screen.update(this.#view());
  }

  #view(): PromptView {
    const state = this.#sitting.state;
    const { header, phases, current, paused, back } = state;
    const open = openPhase(state);
    const target = phases.find((phase) => phase.id === back);
    const place = `${open?.title ?? ''} ${(current ?? 0) + 1}/${phases.length}`;
    return {
      title: `${header.problem.title} · ${header.level}`,
      phase: target === undefined ? place : `${place}, to ${target.title}`,
      phaseLeftMs: open === undefined ? 0 : phaseLeftMs(open, this.#at),
      totalLeftMs: totalLeftMs(state, this.#at),
      paused,
      turns: this.#dialogue.shown(state),
      notice: this.#notice ?? this.#keeper.fault,
      saved: this.#keeper.status(),
    };
  }

  /** The dialogue of a phase that is over goes into the scrollback. */
  #keepPhase(id: string | undefined): void {
    const phase = this.#sitting.state.phases.find((each) => each.id === id);
    if (phase === undefined) return;
    const heading = `${phase.title}, ${stampText(elapsedMs(phase, this.#at))} of ${phase.budgetMinutes} min`;
    this.#screen.keep(heading, this.#dialogue.shown(this.#sitting.state, this.#keptUpTo));
    this.#keptUpTo = this.#dialogue.length;
  }

  /** Keys typed after the last answer are kept as a draft and handed back. */
  #finish(): Outcome {
    const { draft } = this.#screen;
    this.#keeper.save(draft, this.#at);
    this.#screen.close();
    const { record } = this.#sitting;
    return { exitCode: EXIT.done, finished: true, record, unsaved: draft.text.trim() === '' ? undefined : draft.text };
  }

  #leave(by: LeftBy): Outcome {
    const { draft } = this.#screen;
    this.#keeper.save(draft, this.#at);
    const isRecorded = this.#attempt({ type: 'leave', by });
    const open = openPhase(this.#sitting.state);
    this.#keepPhase(open?.id);
    this.#screen.close();
    const isLost = this.#keeper.fault !== undefined && draft.text.trim() !== '';
    return {
      exitCode: isRecorded ? EXIT_BY[by] : EXIT.machine,
      finished: false,
      record: this.#sitting.record,
      unsaved: isLost ? draft.text : undefined,
    };
  }
}
