import type { AnswerPrompt, Context, OpenSession, Output, PromptView } from '../context.ts';
import { MachineError } from '../errors.ts';
import type { Intent } from '../session/decide.ts';
import { budgetMs, elapsedMs, openPhase, phaseLeftMs, type SessionState, totalLeftMs } from '../session/state.ts';
import { stampText } from '../text/duration.ts';
import { Dialogue } from './dialogue.ts';
import type { DraftKeeper } from './draft-keeper.ts';
import type { Sitting } from './sitting.ts';
import { Stopwatch } from './stopwatch.ts';

export interface DeskOptions {
  readonly sitting: Sitting;
  readonly plain: boolean;
  readonly bell: boolean;
}

/** Longer lines are wrapped, however wide the window is. */
const MOST_COLUMNS = 100;

/** What lies between the two who talk: the session, the answer prompt, the dialogue, the draft and the clock. */
export class Desk {
  readonly sitting: Sitting;
  readonly session: OpenSession;
  readonly plain: boolean;
  readonly bell: boolean;
  readonly keeper: DraftKeeper;
  readonly dialogue = new Dialogue();
  readonly prompt: AnswerPrompt;
  /** One sentence at the foot of the screen, until the next input. */
  notice: string | undefined;
  readonly #stopwatch: Stopwatch;
  readonly #out: Output;
  #at: number;
  #pausedMs = 0;
  #keptUpTo = 0;

  constructor(options: DeskOptions, prompt: AnswerPrompt, keeper: DraftKeeper, context: Context) {
    this.sitting = options.sitting;
    this.session = options.sitting.session;
    this.plain = options.plain;
    this.bell = options.bell;
    this.prompt = prompt;
    this.keeper = keeper;
    this.#at = this.session.elapsedMs;
    this.#out = context.out;
    this.#stopwatch = new Stopwatch(context.clock, this.#at);
  }

  /** The room that an aside has, in cells, and what can be shown there. */
  get asideSpace(): { readonly columns: number; readonly ascii: boolean } {
    const columns = Math.max(1, Math.min(this.#out.columns, MOST_COLUMNS) - 3);
    return { columns, ascii: this.plain || this.#out.ascii };
  }

  get state(): SessionState {
    return this.sitting.state;
  }

  /** Elapsed session time, as of the last reading of the clock. */
  get at(): number {
    return this.#at;
  }

  /** Carries an intent out, or shows why not: what is wrong with it, or what the disk says. */
  attempt(intent: Intent): boolean {
    try {
      this.notice = this.sitting.apply(intent, this.#at);
      return this.notice === undefined;
    } catch (error) {
      this.notice = sentence(error);
      return false;
    } finally {
      this.refresh();
    }
  }

  /** Lets the interviewer say what is due; it holds its remarks on the time while something is being typed. */
  async hearInterviewer(): Promise<void> {
    try {
      await this.sitting.listen(this.#at, this.prompt.draft.text.trim() !== '');
    } catch (error) {
      this.notice = sentence(error);
    }
    this.refresh();
  }

  /** Shows what was said, and what the store has to tell. */
  refresh(): void {
    this.dialogue.refresh(this.state);
    for (const notice of this.session.takeNotices()) this.dialogue.add(notice);
  }

  /** Reads the clock. Time that was not spent here, because the machine slept or the process stood still, becomes a pause. */
  readTime(wasStopped: boolean): void {
    if (this.state.paused) {
      this.#pausedMs += this.#stopwatch.skip('asked').away?.ms ?? 0;
      return;
    }
    const { at, away } = wasStopped ? this.#stopwatch.skip('stopped') : this.#stopwatch.read();
    this.#at = at;
    if (away === undefined) return;
    const before = this.notice;
    if (this.attempt({ type: 'pause', reason: away.reason })) this.attempt({ type: 'continue', awayMs: away.ms });
    this.notice ??= before;
  }

  togglePause(): void {
    if (this.state.paused) this.attempt({ type: 'continue', awayMs: this.#pausedMs });
    else this.attempt({ type: 'pause', reason: 'asked' });
    this.#pausedMs = 0;
  }

  /** Empties the answer box, or fills it again, and has that on disk at once. */
  setDraft(text: string, cursor = text.length): void {
    this.prompt.setDraft({ text, cursor });
    this.keeper.save(this.prompt.draft, this.#at);
  }

  /** A command's line that came to nothing stands in the answer box again, the cursor at `place` in its argument. */
  putBack(word: string, argument: string, place: number): void {
    // Plain lines cannot be edited: it would be sent with the answer, and it is still to be seen above.
    if (this.plain) return;
    const { text, cursor } = this.prompt.draft;
    const isLineStart = cursor === 0 || text[cursor - 1] === '\n';
    const lineEnd = text.indexOf('\n', cursor);
    const at = isLineStart ? cursor : lineEnd === -1 ? text.length : lineEnd;
    const before = text.slice(0, at) + (isLineStart ? '' : '\n');
    const after = (isLineStart && at < text.length ? '\n' : '') + text.slice(at);
    const line = word + argument;
    this.prompt.setDraft({ text: before + line + after, cursor: before.length + word.length + place }, 'typed');
    this.keeper.save(this.prompt.draft, this.#at);
  }

  /** What is shown already needs not go into the scrollback again. */
  skipKept(): void {
    this.#keptUpTo = this.dialogue.length;
  }

  /** The dialogue of a phase that is over, or left, goes into the scrollback. */
  keepPhase(id: string | undefined): void {
    const phase = this.state.phases.find((each) => each.id === id);
    if (phase === undefined) return;
    const heading = `${phase.title}, ${stampText(elapsedMs(phase, this.#at))} of ${phase.budgetMinutes} min`;
    const turns = this.dialogue.shown(this.state, this.#keptUpTo).filter((turn) => turn.speaker !== 'aside');
    this.prompt.keep(heading, turns);
    this.skipKept();
  }

  view(): PromptView {
    const { header, phases, current, paused, back } = this.state;
    const open = openPhase(this.state);
    const target = phases.find((phase) => phase.id === back);
    const place = `${open?.title ?? ''} ${(current ?? 0) + 1}/${phases.length}`;
    return {
      title: `${header.problem.title} · ${header.level}`,
      phase: target === undefined ? place : `${place}, to ${target.title}`,
      phaseBudgetMs: open === undefined ? 0 : budgetMs(open),
      phaseLeftMs: open === undefined ? 0 : phaseLeftMs(open, this.#at),
      totalLeftMs: totalLeftMs(this.state, this.#at),
      paused,
      turns: this.dialogue.shown(this.state),
      notice: this.notice ?? this.keeper.fault,
      saved: this.keeper.status(),
    };
  }
}

/** What the machine said, for the candidate; anything else is a bug and goes on its way. */
function sentence(error: unknown): string {
  if (!(error instanceof MachineError)) throw error;
  return error.hint === undefined ? error.message : `${error.message} ${error.hint}`;
}
