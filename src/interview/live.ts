import type { Context, PromptInput } from '../context.ts';
import { EXIT, type ExitCode } from '../errors.ts';
import type { LeftBy } from '../session/events.ts';
import { openPhase, phaseLeftMs } from '../session/state.ts';
import { openingText } from './brief.ts';
import { COMMAND_WORDS } from './command-words.ts';
import { Desk, type DeskOptions } from './desk.ts';
import { DraftKeeper } from './draft-keeper.ts';
import { InputQueue } from './input-queue.ts';
import { Pace } from './pace.ts';
import { runCommand, send } from './run-command.ts';

/** How a live interview was left: at its end, or before it. */
export interface Outcome {
  readonly exitCode: ExitCode;
  readonly finished: boolean;
  /** Text that was typed and neither sent nor saved; to be shown, so that it is not lost. */
  readonly unsaved: string | undefined;
}

const LOAD_AFTER_MS = 200;

/** The first judgement of a process takes several times as long as the next. */
async function getReady({ state }: Desk, panel: DeskOptions['sitting']['panel']): Promise<void> {
  const [{ judgePoints }] = await Promise.all([
    import('./open-points.ts'),
    import('./closing.ts'),
    import('./calculator.ts'),
    import('./drawing.ts'),
    import('./own-working.ts'),
    import('./written-up.ts'),
  ]);
  judgePoints(state, panel.weights());
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
export async function holdInterview(options: DeskOptions, context: Context): Promise<Outcome> {
  const queue = new InputQueue<Input>();
  const { session } = options.sitting;
  const keeper = new DraftKeeper(session, context.clock);
  const live: { onDraft: () => void } = { onDraft: () => {} };
  const prompt = await context.terminal.openPrompt({
    plain: options.plain,
    bell: options.bell,
    commands: COMMAND_WORDS,
    draft: session.draft ?? { text: '', cursor: 0 },
    onInput: (input) => queue.push(input),
    onDraft: () => live.onDraft(),
  });
  let cancelLoading = () => {};
  try {
    const desk = new Desk(options, prompt, keeper, context);
    const ticker = new Ticker(desk, queue, context);
    live.onDraft = () => ticker.draftChanged();
    await open(desk);
    // What judges answers is loaded and warm behind the first frame, long before the first answer is sent. What goes wrong
    // there goes wrong again when it is needed, and is told then.
    cancelLoading = context.clock.schedule(LOAD_AFTER_MS, () => {
      getReady(desk, options.sitting.panel).catch(() => {});
    });
    const left = await converse(desk, queue, ticker);
    return left === undefined ? finish(desk) : leave(desk, left);
  } finally {
    cancelLoading();
    prompt.close();
  }
}

/** Wakes the interview at each second of the clock, and when the draft is due to be saved. */
class Ticker {
  readonly #desk: Desk;
  readonly #queue: InputQueue<Input>;
  readonly #context: Context;
  #cancel = () => {};

  constructor(desk: Desk, queue: InputQueue<Input>, context: Context) {
    this.#desk = desk;
    this.#queue = queue;
    this.#context = context;
  }

  draftChanged(): void {
    this.#desk.keeper.changed();
    this.start();
  }

  start(): void {
    this.stop();
    const open = openPhase(this.#desk.state);
    const left = open === undefined ? 0 : phaseLeftMs(open, this.#desk.at);
    const toNextSecond = (((left % 1_000) + 1_000) % 1_000) + 1;
    const delay = Math.min(toNextSecond, Math.max(1, this.#desk.keeper.dueInMs()));
    this.#cancel = this.#context.clock.schedule(delay, () => this.#queue.push({ type: 'tick' }));
  }

  stop(): void {
    this.#cancel();
  }
}

async function open(desk: Desk): Promise<void> {
  desk.dialogue.refresh(desk.state);
  const phase = openPhase(desk.state);
  if (desk.dialogue.length === 0) {
    desk.dialogue.add(openingText(desk.state, desk.session.folder));
  } else {
    desk.skipKept();
    desk.attempt({ type: 'resume' });
    desk.dialogue.add(`Welcome back. ${phase?.title ?? ''} is open; the clock goes on from here.`);
  }
  for (const notice of desk.session.notices) desk.dialogue.add(notice);
  await desk.hearInterviewer();
}

/** Takes one input after the other; returns how the candidate left, or undefined at the end of the interview. */
async function converse(desk: Desk, queue: InputQueue<Input>, ticker: Ticker): Promise<LeftBy | undefined> {
  const pace = new Pace();
  try {
    while (!desk.state.ended) {
      desk.prompt.update(desk.view());
      desk.prompt.listen();
      ticker.start();
      const input = await queue.next();
      ticker.stop();
      desk.readTime(input.type === 'continued');
      if (pace.crossed(desk.state, desk.at) !== undefined && desk.bell) desk.prompt.ring();
      const left = await take(desk, input);
      if (left !== undefined) return left;
      desk.keeper.keep(desk.prompt.draft, desk.at);
      desk.refresh();
    }
    return undefined;
  } finally {
    ticker.stop();
  }
}

async function take(desk: Desk, input: Input): Promise<LeftBy | undefined> {
  switch (input.type) {
    case 'left':
      return input.by;
    case 'tick':
    case 'continued':
      await desk.hearInterviewer();
      return undefined;
    case 'send':
      desk.notice = undefined;
      await send(desk, { type: 'answer', text: input.text });
      return undefined;
    case 'command':
      desk.notice = undefined;
      return (await runCommand(desk, input.name, input.argument)) ? 'quit' : undefined;
  }
}

/** Keys typed after the last answer stay in the draft, and are handed back. */
function finish(desk: Desk): Outcome {
  desk.prompt.listen();
  const { draft } = desk.prompt;
  desk.keeper.save(draft, desk.at);
  const unsaved = draft.text.trim() === '' ? undefined : draft.text;
  return { exitCode: EXIT.done, finished: true, unsaved };
}

function leave(desk: Desk, by: LeftBy): Outcome {
  const { draft } = desk.prompt;
  desk.keeper.save(draft, desk.at);
  const isLost = desk.keeper.fault !== undefined && draft.text.trim() !== '';
  const isRecorded = desk.attempt({ type: 'leave', by });
  desk.keepPhase(openPhase(desk.state)?.id);
  return {
    exitCode: isRecorded ? EXIT_BY[by] : EXIT.machine,
    finished: false,
    unsaved: isLost ? draft.text : undefined,
  };
}
