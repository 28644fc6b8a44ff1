import { Argument, type Command } from 'commander';
import { EXAMPLES } from './command-examples.ts';
import type { Context } from './context.ts';
import { type ExitCode, UsageError } from './errors.ts';

/** Interviews last from 15 to 240 minutes; the bare clock from 1 to 480. */
const PRACTICE_MINUTES = { least: 15, most: 240 };
const TIMER_MINUTES = { least: 1, most: 480 };
const SEED_MOST = 2 ** 31 - 1;

/** Opens the context and runs a command in it. */
export type Run = (command: (context: Context) => Promise<ExitCode>) => Promise<void>;

export interface CommandEntry {
  readonly group: string;
  readonly usage: string;
  readonly does: string;
  readonly add: (command: Command, run: Run) => void;
}

/** Every command: its name, options, examples, and the one file that is loaded when it runs. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    group: 'Practise:',
    usage: 'practice [problem]',
    does: 'be interviewed on a problem, against the clock',
    add: (command, run) =>
      command
        .option('-t, --time <minutes>', 'planned length, 15 to 240', wholeNumber('--time', PRACTICE_MINUTES))
        .option('--template <id>', 'l6, l7, five-phase, framework, write-up or your own')
        .option('--level <level>', 'practise it at this level, L6 or L7')
        .option('--phase <phase>', 'practise this phase alone')
        .option('--mode <mode>', 'interview, or coach: feedback after each phase')
        .option('--seed <number>', 'repeat an interview exactly', wholeNumber('--seed', { least: 0, most: SEED_MOST }))
        .option('--answers <file>', 'play the answers of a YAML file, without a terminal')
        .option('--problems <folder>', 'a further folder of problem files')
        .option('--json', 'with --answers: print the session as JSON')
        .option('--plain', 'line by line, for screen readers and simple terminals')
        .option('--no-bell', 'do not ring when time is short')
        .addHelpText('after', EXAMPLES.practice)
        .action(async (problem, options) => {
          const { runPractice } = await import('./commands/practice.ts');
          await run((context) => runPractice({ json: false, plain: false, ...options, problem }, context));
        }),
  },
  {
    group: 'Practise:',
    usage: 'resume [session]',
    does: 'go on with a session, with the time that was left',
    add: (command, run) =>
      command
        .option('--plain', 'line by line, for screen readers and simple terminals')
        .option('--no-bell', 'do not ring when time is short')
        .addHelpText('after', EXAMPLES.resume)
        .action(async (session, options) => {
          const { runResume } = await import('./commands/resume.ts');
          await run((context) => runResume({ plain: false, ...options, session }, context));
        }),
  },
  {
    group: 'Practise:',
    usage: 'timer',
    does: 'the interview clock alone, with the budgets of the phases',
    add: (command, run) =>
      command
        .addArgument(new Argument('[minutes]', '1 to 480').default(60).argParser(wholeNumber('minutes', TIMER_MINUTES)))
        .option('--template <id>', 'whose phases to show', 'five-phase')
        .option('--plain', 'lines instead of a screen')
        .option('--no-bell', 'do not ring')
        .addHelpText('after', EXAMPLES.timer)
        .action(async (minutes, options) => {
          const { runTimer } = await import('./commands/timer.ts');
          await run((context) => runTimer({ plain: false, ...options, minutes }, context));
        }),
  },
  {
    group: 'Choose:',
    usage: 'list',
    does: 'what there is to practise, and what was practised',
    add: (command, run) =>
      command
        .option('--level <level>', 'L6 or L7')
        .option('--category <category>', 'such as storage')
        .option('--tag <tag>', 'problems with this tag; again for more than one', collect)
        .option('--difficulty <difficulty>', 'beginner, easy, medium, hard or expert')
        .option('--company <company>', 'problems that a source ties to it')
        .option('--status <status>', 'new, started or done')
        .option('--search <words>', 'words in title, id, category, tags or companies')
        .option('--sort <key>', 'title, level, difficulty, category or last')
        .option('--problems <folder>', 'a further folder of problem files')
        .option('--json', 'print JSON')
        .addHelpText('after', EXAMPLES.list)
        .action(async (options) => {
          const { runList } = await import('./commands/list.ts');
          await run((context) => runList(options, context));
        }),
  },
  {
    group: 'Choose:',
    usage: 'show <problem>',
    does: 'its statement; with --solution everything that is known of it',
    add: (command, run) =>
      command
        .option('--solution', 'facts, estimates and the reference design too')
        .option('--problems <folder>', 'a further folder of problem files')
        .option('--json', 'print JSON')
        .addHelpText('after', EXAMPLES.show)
        .action(async (problem, options) => {
          const { runShow } = await import('./commands/show.ts');
          await run((context) => runShow({ ...options, problem }, context));
        }),
  },
  {
    group: 'Look back:',
    usage: 'review [session]',
    does: 'read a transcript; without a session, pick one',
    add: (command, run) =>
      command
        .option('--json', 'print JSON')
        .addHelpText('after', EXAMPLES.review)
        .action(async (session, options) => {
          const { runReview } = await import('./commands/review.ts');
          await run((context) => runReview({ ...options, session }, context));
        }),
  },
  {
    group: 'Look back:',
    usage: 'export <session>',
    does: 'print a transcript, or write it to a file',
    add: (command, run) =>
      command
        .option('-f, --format <format>', 'md or json', 'md')
        .option('-o, --output <file>', 'write it there')
        .option('--force', 'replace a file that exists')
        .addHelpText('after', EXAMPLES.export)
        .action(async (session, options) => {
          const { runExport } = await import('./commands/export.ts');
          await run((context) => runExport({ ...options, session }, context));
        }),
  },
  {
    group: 'Look back:',
    usage: 'delete <session...>',
    does: 'delete sessions for good; asks first',
    add: (command, run) =>
      command
        .option('-y, --yes', 'do not ask')
        .addHelpText('after', EXAMPLES.delete)
        .action(async (sessions, options) => {
          const { runDelete } = await import('./commands/delete.ts');
          await run((context) => runDelete({ ...options, sessions }, context));
        }),
  },
  {
    group: 'Figure and draw:',
    usage: 'calc [expression...]',
    does: 'work out an estimate with its units',
    add: (command, run) =>
      command
        .option('--to <unit>', 'show it in this unit')
        .option('--notation', 'how an estimate is written')
        .option('--formulas', 'the ready-made formulas')
        .option('--json', 'print JSON')
        .allowUnknownOption()
        .addHelpText('after', EXAMPLES.calc)
        .action(async (expression, options) => {
          const { runCalc } = await import('./commands/calc.ts');
          await run((context) => runCalc({ ...options, expression }, context));
        }),
  },
  {
    group: 'Figure and draw:',
    usage: 'draw [file]',
    does: 'draw a diagram from its notation, or from Mermaid',
    add: (command, run) =>
      command
        .option('-f, --format <format>', 'unicode, ascii, svg or mermaid')
        .option('-o, --output <file>', 'write it there')
        .option('--force', 'replace a file that exists')
        .option('--notation', 'how a diagram is written')
        .addHelpText('after', EXAMPLES.draw)
        .action(async (file, options) => {
          const { runDraw } = await import('./commands/draw.ts');
          await run((context) => runDraw({ ...options, file }, context));
        }),
  },
  {
    group: 'Write problems:',
    usage: 'check [paths...]',
    does: 'check problem and template files; every fault at once',
    add: (command, run) =>
      command
        .option('--json', 'print JSON')
        .addHelpText('after', EXAMPLES.check)
        .action(async (paths, options) => {
          const { runCheck } = await import('./commands/check.ts');
          await run((context) => runCheck({ json: false, ...options, paths }, context));
        }),
  },
  {
    group: 'Write problems:',
    usage: 'new <kind> <id>',
    does: 'write a valid stub of a problem or a template',
    add: (command, run) =>
      command
        .option('-o, --output <file>', 'write it there')
        .addHelpText('after', EXAMPLES.new)
        .action(async (kind, id, options) => {
          const { runNew } = await import('./commands/new.ts');
          await run((context) => runNew({ ...options, kind, id }, context));
        }),
  },
  {
    group: 'sdi itself:',
    usage: 'doctor',
    does: 'what works here and what does not',
    add: (command, run) =>
      command
        .option('--salvage <session>', 'recover what can be read of a damaged session')
        .addHelpText('after', EXAMPLES.doctor)
        .action(async (options) => {
          const { runDoctor } = await import('./commands/doctor.ts');
          await run((context) => runDoctor(options, context));
        }),
  },
  {
    group: 'sdi itself:',
    usage: 'completion <shell>',
    does: 'print a completion script for bash, zsh or fish',
    add: (command, run) =>
      command.addHelpText('after', EXAMPLES.completion).action(async (shell) => {
        const { runCompletion } = await import('./commands/completion.ts');
        await run((context) => runCompletion({ shell }, context));
      }),
  },
];

/** A parser for an option's value that names the option and its limits when it refuses. */
function wholeNumber(name: string, limits: { least: number; most: number }): (value: string) => number {
  return (value) => {
    const number = /^\d{1,10}$/.test(value) ? Number(value) : Number.NaN;
    if (number >= limits.least && number <= limits.most) return number;
    throw new UsageError(`${name} takes a whole number from ${limits.least} to ${limits.most}, not "${value}".`);
  };
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
