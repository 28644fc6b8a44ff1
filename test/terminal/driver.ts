import { appendFileSync } from 'node:fs';
import { argv, env, hrtime, stdin, stdout } from 'node:process';
import type { AnswerPrompt, Clock, CommandWord, PromptInput, PromptView, ShownTurn } from '../../src/context.ts';
import { createTerminal } from '../../src/terminal/node-terminal.ts';
import { makeTheme } from '../../src/terminal/theme.ts';

/** A small interview without a core: it shows what the terminal does, and nothing else. */

const COMMANDS: readonly CommandWord[] = [
  'next',
  'ask',
  'brief',
  'note',
  'edit',
  'quit',
  'help',
  'slow',
  'keep',
  'block',
].map((name) => ({ name, argument: '', does: '' }));

const nowMs = () => Number(hrtime.bigint() / 1_000_000n);
const clock: Clock = {
  monotonicMs: nowMs,
  sinceBootMs: nowMs,
  wallMs: () => Date.now(),
  timeZone: () => 'UTC',
  schedule: (delayMs, task) => {
    const timer = setTimeout(task, delayMs);
    return () => clearTimeout(timer);
  },
};
const terminal = createTerminal({ stdin, stdout, clock, environment: env, theme: await makeTheme(env, stdout.isTTY) });
const [mode = 'prompt', budget = '600'] = argv.slice(2);

function log(entry: unknown): void {
  if (env.DRIVER_LOG !== undefined) appendFileSync(env.DRIVER_LOG, `${JSON.stringify(entry)}\n`);
}

const EXIT_BY = { quit: 0, interrupted: 130, terminated: 143, hangup: 129, 'input-ended': 130 } as const;

async function drivePrompt(plain: boolean): Promise<void> {
  const turns: ShownTurn[] = [{ speaker: 'interviewer', text: 'What has to be stored, and how much of it?' }];
  const startedMs = nowMs();
  let phase = 1;
  let notice: string | undefined;
  let prompt: AnswerPrompt | undefined;
  const waiting: PromptInput[] = [];
  const view = (): PromptView => ({
    title: 'Rate limiter · L6',
    phase: `Capacity ${phase}/7`,
    phaseBudgetMs: Number(budget) * 1_000,
    phaseLeftMs: Number(budget) * 1_000 - (nowMs() - startedMs),
    totalLeftMs: 2_620_000 - (nowMs() - startedMs),
    paused: false,
    turns,
    notice,
    saved: `saved ${Math.floor((nowMs() - startedMs) / 1_000) % 10} s ago`,
  });
  const draw = () => prompt?.update(view());
  const tick = setInterval(draw, 1_000);
  const leave = (open: AnswerPrompt, by: keyof typeof EXIT_BY) => {
    clearInterval(tick);
    const draft = open.draft.text;
    open.close();
    process.exitCode = EXIT_BY[by];
    log({ left: by, draft });
    stdout.write(`left: ${by}, draft: ${JSON.stringify(draft)}\n`);
  };
  const onInput = (input: PromptInput) => {
    log(input);
    if (prompt === undefined) waiting.push(input);
    else void take(prompt, input);
  };
  const take = async (open: AnswerPrompt, input: PromptInput): Promise<void> => {
    notice = undefined;
    if (input.type === 'left') return leave(open, input.by);
    if (input.type === 'continued') turns.push({ speaker: 'aside', text: 'Continued.' });
    if (input.type === 'send') {
      turns.push({ speaker: 'candidate', text: input.text });
      turns.push({ speaker: 'interviewer', text: `Heard ${input.text.split('\n').length} lines.` });
      open.setDraft({ text: '', cursor: 0 });
    }
    if (input.type === 'command') {
      if (input.name === 'block') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
      if (input.name === 'quit' || input.name === 'block') return leave(open, 'quit');
      if (input.name === 'edit') notice = await open.edit();
      if (input.name === 'keep') open.keep('Capacity is over', turns);
      if (input.name === 'next') phase++;
      if (input.name === 'slow') await new Promise((resolve) => setTimeout(resolve, 500));
      turns.push({ speaker: 'aside', text: `Ran /${input.name} with "${input.argument}".` });
    }
    draw();
    open.listen();
  };
  const draft = env.DRIVER_DRAFT ?? '';
  prompt = await terminal.openPrompt({
    plain,
    bell: true,
    commands: COMMANDS,
    draft: { text: draft, cursor: draft.length },
    onInput,
    onDraft: () => log({ draft: prompt?.draft }),
  });
  draw();
  prompt.listen();
  for (const input of waiting) await take(prompt, input);
}

async function driveClock(): Promise<void> {
  let paused = false;
  let current = 0;
  const phases = ['Requirements', 'Capacity', 'Design'];
  const startedMs = nowMs();
  const screen = await terminal.openClock((input) => {
    log(input);
    if (input.type === 'pause') paused = !paused;
    if (input.type === 'next') current++;
    if (input.type === 'quit' || input.type === 'left') {
      clearInterval(tick);
      screen.close();
      process.exitCode = input.type === 'left' ? EXIT_BY[input.by] : 0;
      stdout.write(`left the clock by ${input.type}\n`);
    } else draw();
  });
  const draw = () =>
    screen.update({
      title: 'Five phases, 60 minutes',
      phases: phases.map((title, index) => ({
        title,
        budgetMinutes: 10 + index,
        state: index < current ? 'done' : index === current ? 'now' : 'to-come',
      })),
      phaseLeftMs: 600_000 - (nowMs() - startedMs),
      totalLeftMs: 3_600_000 - (nowMs() - startedMs),
      paused,
    });
  const tick = setInterval(draw, 1_000);
  draw();
}

async function driveMenu(): Promise<void> {
  try {
    const picked = await terminal.choose('Which problem?', [
      { value: 'one', label: 'Rate limiter', description: 'Limits requests.' },
      { value: 'two', label: 'URL shortener' },
      { value: 'three', label: 'Feature flags' },
    ]);
    const sure = await terminal.confirm('Start it?');
    stdout.write(`picked ${picked}, ${sure ? 'sure' : 'not sure'}\n`);
  } catch (error) {
    process.exitCode = (error as { exitCode?: number }).exitCode ?? 70;
    stdout.write(`left the menu: ${process.exitCode}\n`);
  }
}

async function driveTicks(): Promise<void> {
  const long = Array.from({ length: 12 }, (_, index) => `word-${index}-of-the-claim`).join(' ');
  const quote = Array.from({ length: 20 }, (_, index) => `word-${index}-of-the-quote`).join(' ');
  const made = await terminal.pick('Which of these did you make? The others count as not made, whatever they are.', [
    { value: 'short', label: 'Says it briefly.', description: 'You wrote: briefly' },
    { value: 'long', label: long, description: `You wrote: ${quote}` },
  ]);
  stdout.write(`made ${made.join(' and ')}.\n`);
}

if (mode === 'clock') await driveClock();
else if (mode === 'ticks') await driveTicks();
else if (mode === 'menu') await driveMenu();
else await drivePrompt(mode === 'plain');
