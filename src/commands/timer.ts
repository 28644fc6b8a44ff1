import type { ClockInput, ClockView, Context } from '../context.ts';
import { EXIT, type ExitCode } from '../errors.ts';
import { InputQueue } from '../interview/input-queue.ts';
import {
  advanceClock,
  clockPhaseLeftMs,
  clockTotalMs,
  type PhaseClock,
  skipPhase,
  startClock,
} from '../interview/phase-clock.ts';
import { Stopwatch } from '../interview/stopwatch.ts';
import type { PlannedPhase } from '../session/events.ts';
import { planPhases, shortTimeMs } from '../session/time-budget.ts';
import { clockText, stampText } from '../text/duration.ts';
import { visibleLine } from '../text/visible.ts';

export interface TimerOptions {
  readonly minutes: number;
  readonly template: string;
  readonly plain: boolean;
  readonly bell: boolean;
}

/** `sdi timer`: the clock of an interview without the interview. Ends when the time is over. */
export async function runTimer(options: TimerOptions, context: Context): Promise<ExitCode> {
  const template = await context.store.content().template(options.template);
  const phases = planPhases(template, options.minutes) ?? [singlePhase(options.minutes)];
  const clock = startClock(phases);
  if (options.plain || !context.terminal.drawable) return tellTime(clock, context);
  return showTime(clock, `${template.title}, ${options.minutes} minutes`, options.bell, context);
}

/** Where there is not a minute for each phase, one clock runs. */
function singlePhase(minutes: number): PlannedPhase {
  return { id: 'session', title: 'Session', stages: [], budgetMinutes: minutes, objective: '', question: '' };
}

function warningMs(clock: PhaseClock): number {
  return shortTimeMs((clock.phases[clock.current]?.budgetMinutes ?? 0) * 60_000);
}

type Input = ClockInput | { readonly type: 'tick' };

async function showTime(start: PhaseClock, title: string, bell: boolean, context: Context): Promise<ExitCode> {
  const queue = new InputQueue<Input>();
  const stopwatch = new Stopwatch(context.clock, 0);
  const totalMs = clockTotalMs(start);
  const screen = await context.terminal.openClock((input) => queue.push(input));
  let clock = start;
  let paused = false;
  let at = 0;
  try {
    for (;;) {
      screen.update(viewOf(clock, title, at, paused));
      const cancel = context.clock.schedule(1_000 - (at % 1_000), () => queue.push({ type: 'tick' }));
      const input = await queue.next();
      cancel();
      const before = { clock, leftMs: clockPhaseLeftMs(clock, at) };
      at = (paused ? stopwatch.skip('asked') : stopwatch.read()).at;
      if (input.type === 'left')
        return input.by === 'terminated' ? EXIT.terminated : input.by === 'hangup' ? EXIT.hangup : EXIT.interrupted;
      if (input.type === 'quit') return EXIT.done;
      if (input.type === 'pause') paused = !paused;
      const moved = input.type === 'next' ? skipPhase(clock, at) : advanceClock(clock, at);
      if (moved === undefined || at >= totalMs) return endOfTime(screen, bell, context);
      clock = moved;
      if (bell && hasCrossed(before, clock, at)) screen.ring();
    }
  } finally {
    screen.close();
  }
}

function endOfTime(screen: { ring(): void; close(): void }, bell: boolean, context: Context): ExitCode {
  if (bell) screen.ring();
  screen.close();
  context.out.write('The time is over.\n');
  return EXIT.done;
}

function hasCrossed(before: { clock: PhaseClock; leftMs: number }, clock: PhaseClock, at: number): boolean {
  if (before.clock.current !== clock.current) return true;
  return before.leftMs > warningMs(clock) && clockPhaseLeftMs(clock, at) <= warningMs(clock);
}

function viewOf(clock: PhaseClock, title: string, at: number, paused: boolean): ClockView {
  return {
    title,
    phases: clock.phases.map((phase, index) => ({
      title: phase.title,
      budgetMinutes: phase.budgetMinutes,
      state: index < clock.current ? 'done' : index === clock.current ? 'now' : 'to-come',
    })),
    phaseLeftMs: clockPhaseLeftMs(clock, at),
    totalLeftMs: clockTotalMs(clock) - at,
    paused,
  };
}

/** Lines instead of a screen: one when a phase begins, one when its time is short, one at the end. */
async function tellTime(start: PhaseClock, context: Context): Promise<ExitCode> {
  const stopwatch = new Stopwatch(context.clock, 0);
  const totalMs = clockTotalMs(start);
  const { columns } = context.out;
  const say = (at: number, text: string) =>
    context.out.write(`${stampText(at)}  ${visibleLine(text).slice(0, columns)}\n`);
  const announce = (clock: PhaseClock, at: number) => {
    const phase = clock.phases[clock.current];
    say(at, `${phase?.title ?? ''}, ${phase?.budgetMinutes ?? 0} min`);
  };
  let clock = start;
  let at = 0;
  announce(clock, at);
  while (at < totalMs) {
    const before = { clock, leftMs: clockPhaseLeftMs(clock, at) };
    const toWarning = before.leftMs - warningMs(clock);
    await wait(toWarning > 0 ? toWarning : Math.max(1, before.leftMs), context);
    at = Math.min(stopwatch.read().at, totalMs);
    clock = advanceClock(clock, at);
    if (clock.current !== before.clock.current) announce(clock, clock.openedAt);
    else if (at < totalMs && hasCrossed(before, clock, at)) {
      say(at, `${clockText(clockPhaseLeftMs(clock, at))} left in ${clock.phases[clock.current]?.title ?? ''}`);
    }
  }
  say(totalMs, 'The time is over.');
  return EXIT.done;
}

/** No timer is armed for more than a minute, so that a sleeping machine cannot carry one past its time. */
function wait(ms: number, context: Context): Promise<void> {
  return new Promise((resolve) => {
    context.clock.schedule(Math.min(ms, 60_000), resolve);
  });
}
