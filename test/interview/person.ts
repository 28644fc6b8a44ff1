// Loaded on demand by the program; here before the clock begins to be driven.
import '../../src/interview/asking.ts';
import '../../src/interview/feedback.ts';
import '../../src/interview/open-points.ts';
import '../../src/interview/own-working.ts';
import type { AnswerPrompt, Draft, PromptInput, PromptOptions, PromptView, ShownTurn } from '../../src/context.ts';
import { EXIT } from '../../src/errors.ts';
import { holdInterview, type Outcome } from '../../src/interview/live.ts';
import { builtInPanel } from '../../src/interview/panel.ts';
import { planSession } from '../../src/interview/plan.ts';
import { Sitting } from '../../src/interview/sitting.ts';
import { type TestContext, testContext, type World } from '../harness/context.ts';

/** Lets everything that is ready run: promises, and what they start. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
}

/** An interview in memory, and somebody who sits at its prompt. */
export class Person implements AnswerPrompt {
  readonly context: TestContext;
  readonly kept: { heading: string; turns: readonly ShownTurn[] }[] = [];
  draft: Draft = { text: '', cursor: 0 };
  view: PromptView | undefined;
  rings = 0;
  closed = false;
  outcome: Outcome | undefined;
  #options: PromptOptions | undefined;

  readonly #mode: 'interview' | 'coach';
  readonly #seed: number;

  constructor(world: World = {}, mode: 'interview' | 'coach' = 'interview', seed = 7) {
    this.#mode = mode;
    this.#seed = seed;
    this.context = testContext({
      ...world,
      interactive: true,
      openPrompt: async (options) => {
        this.#options = options;
        this.draft = options.draft;
        return this;
      },
    });
  }

  async start(): Promise<this> {
    const plan = await planSession(
      {
        problem: 'visitor-counter',
        template: undefined,
        level: undefined,
        minutes: undefined,
        phase: undefined,
        seed: this.#seed,
        mode: this.#mode,
        scripted: false,
        folder: undefined,
      },
      this.context,
    );
    const session = this.context.store.sessions.create(plan.header);
    const { phases, problem } = plan;
    return this.#sit(
      Sitting.start(session, builtInPanel(plan.header, this.context), { type: 'open', phases, problem }),
    );
  }

  /** Sits down at the session again. */
  async resume(): Promise<this> {
    const session = this.context.store.sessions.open(this.context.store.sessions.find('last'));
    return this.#sit(new Sitting(session, builtInPanel(session.record.header, this.context)));
  }

  async #sit(sitting: Sitting): Promise<this> {
    this.closed = false;
    this.outcome = undefined;
    void holdInterview({ sitting, plain: false, bell: true }, this.context).then((outcome) => {
      sitting.session.close();
      this.outcome = outcome;
    });
    await settle();
    return this;
  }

  type(text: string): void {
    this.draft = { text: this.draft.text + text, cursor: this.draft.text.length + text.length };
    this.#options?.onDraft();
  }

  async send(text = ''): Promise<void> {
    if (text !== '') this.type(text);
    await this.input({ type: 'send', text: this.draft.text });
  }

  async command(name: string, argument = ''): Promise<void> {
    await this.input({ type: 'command', name, argument, line: `/${name} ${argument}`.trim() });
  }

  async input(input: PromptInput): Promise<void> {
    this.#options?.onInput(input);
    await settle();
  }

  /** Minutes pass, in steps that no running program would take for a sleep. */
  async wait(minutes: number): Promise<void> {
    for (let left = minutes * 60_000; left > 0; left -= 20_000) {
      this.context.clock.advance(Math.min(left, 20_000));
      await settle();
    }
  }

  async setDraftText(text: string): Promise<void> {
    this.setDraft({ text, cursor: text.length });
  }

  /** The dialogue as `speaker: text`. */
  get dialogue(): readonly string[] {
    return (this.view?.turns ?? []).map((turn) => `${turn.speaker}: ${turn.text}`);
  }

  get lastSaid(): string {
    return this.dialogue.at(-1) ?? '';
  }

  get exitCode(): number | undefined {
    return this.outcome?.exitCode ?? (this.closed ? EXIT.bug : undefined);
  }

  setDraft(draft: Draft): void {
    this.draft = draft;
  }
  update(view: PromptView): void {
    this.view = view;
  }
  listen(): void {}
  ring(): void {
    this.rings++;
  }
  async edit(): Promise<string | undefined> {
    this.setDraft({ text: 'from the editor', cursor: 15 });
    return undefined;
  }
  keep(heading: string, turns: readonly ShownTurn[]): void {
    this.kept.push({ heading, turns });
  }
  close(): void {
    this.closed = true;
  }
}
