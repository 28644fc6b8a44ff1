import { LEVELS } from '../catalogue/words.ts';
import type { Context, SessionSummary } from '../context.ts';
import { type ExitCode, UsageError } from '../errors.ts';
import { holdSession } from '../interview/hold.ts';
import { builtInPanel } from '../interview/panel.ts';
import { planSession, type SessionChoice, type SessionPlan } from '../interview/plan.ts';
import { Sitting } from '../interview/sitting.ts';
import { chosen } from './choice.ts';

export interface PracticeOptions {
  readonly problem: string | undefined;
  readonly time: number | undefined;
  readonly template: string | undefined;
  readonly level: string | undefined;
  readonly mode?: string | undefined;
  readonly phase: string | undefined;
  readonly seed: number | undefined;
  readonly answers: string | undefined;
  readonly problems: string | undefined;
  readonly json: boolean;
  readonly plain: boolean;
  readonly bell: boolean;
}

const MODES = ['interview', 'coach'] as const;

/** `sdi practice`: an interview at the terminal, or, with an answers file, without one. */
export async function runPractice(options: PracticeOptions, given: Context): Promise<ExitCode> {
  const context = options.plain ? { ...given, terminal: given.terminal.plainly() } : given;
  if (options.answers !== undefined) return practiseFromFile(options, options.answers, context);
  if (!context.terminal.interactive) {
    throw new UsageError('There is no terminal to type answers in.', {
      hint: 'Run sdi practice in a terminal, or give the answers in a file: --answers FILE',
    });
  }
  if (options.json) throw new UsageError('--json needs --answers.', { hint: 'Later: sdi review last --json' });
  const problem = options.problem ?? (await chooseProblem(options, context));
  const plan = await planSession(choiceOf(options, problem), context);
  const unfinished = options.phase === undefined ? findUnfinished(problem, context) : undefined;
  if (unfinished !== undefined && (await wantsToResume(unfinished, context))) {
    const session = context.store.sessions.open(unfinished.id);
    return holdSession(new Sitting(session, builtInPanel(session.record.header, context)), options, context);
  }
  return holdSession(startSession(plan, context), options, context);
}

function choiceOf(options: PracticeOptions, problem: string): SessionChoice {
  return {
    problem,
    template: options.template,
    level: options.level === undefined ? undefined : chosen('level', options.level, LEVELS),
    minutes: options.time,
    phase: options.phase,
    seed: options.seed,
    mode: options.mode === undefined ? 'interview' : chosen('mode', options.mode, MODES),
    scripted: options.answers !== undefined,
    folder: options.problems,
  };
}

async function practiseFromFile(options: PracticeOptions, file: string, context: Context): Promise<ExitCode> {
  if (options.problem === undefined) {
    throw new UsageError('--answers needs a problem.', { hint: 'Such as sdi practice rate-limiter --answers FILE' });
  }
  const plan = await planSession(choiceOf(options, options.problem), context);
  const { runScript } = await import('../interview/scripted.ts');
  return runScript({ plan, file, json: options.json, start: () => startSession(plan, context) }, context);
}

function startSession({ header, ...opening }: SessionPlan, context: Context): Sitting {
  const panel = builtInPanel(header, context);
  return Sitting.start(context.store.sessions.create(header), panel, { type: 'open', ...opening });
}

async function chooseProblem(options: PracticeOptions, context: Context): Promise<string> {
  const problems = await context.store.content(options.problems).problems();
  return context.terminal.choose(
    'Which problem?',
    problems.map((problem) => ({
      value: problem.id,
      label: `${problem.title}, ${problem.level}`,
      description: `${problem.difficulty}, ${problem.minutes} min: ${problem.tags.join(', ')}`,
    })),
  );
}

type Readable = Extract<SessionSummary, { header: unknown }>;

function findUnfinished(problem: string, context: Context): Readable | undefined {
  return context.store.sessions
    .list()
    .find(
      (summary): summary is Readable =>
        'header' in summary && summary.header.problem.id === problem && !summary.finished && !summary.header.scripted,
    );
}

async function wantsToResume(summary: Readable, context: Context): Promise<boolean> {
  const minutes = Math.round(summary.elapsedMs / 60_000);
  return context.terminal.choose(`You left ${summary.id} after ${minutes} of ${summary.header.minutes} minutes.`, [
    { value: true, label: 'Go on with it' },
    { value: false, label: 'Start anew' },
  ]);
}
