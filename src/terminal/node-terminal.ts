import type { Clock, Terminal } from '../context.ts';
import { plainTheme, type Theme } from '../text/theme.ts';

export interface TerminalOptions {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly clock: Clock;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** For stdout. */
  readonly theme: Theme;
}

/** The real terminal. Each of its parts is loaded when it is used first. `isPlain`: nothing is drawn on it. */
export function createTerminal(options: TerminalOptions, isPlain = false): Terminal {
  const { stdin, stdout, environment } = options;
  const interactive = stdin.isTTY === true;
  const drawable = !isPlain && interactive && stdout.isTTY === true && environment.TERM !== 'dumb';
  const open = { ...options, theme: drawable ? options.theme : plainTheme };
  return {
    interactive,
    drawable,
    openPrompt: async (prompt) => {
      if (prompt.plain || !drawable) {
        const { PlainPrompt } = await import('./plain-prompt.ts');
        return new PlainPrompt(prompt, open);
      }
      const { ScreenPrompt } = await import('./screen-prompt.ts');
      return new ScreenPrompt(prompt, open);
    },
    openClock: async (onInput) => {
      const { ScreenClock } = await import('./clock-screen.ts');
      return new ScreenClock(onInput, open);
    },
    choose: async (question, items) => {
      if (!drawable) return (await import('./plain/menu.ts')).choosePlainly(question, items, options);
      return (await import('./menu.ts')).choose(question, items, open);
    },
    pick: async (question, items) => {
      if (!drawable) return (await import('./plain/menu.ts')).pickPlainly(question, items, options);
      return (await import('./menu.ts')).pick(question, items, open);
    },
    askLine: async (question) => (await import('./plain/line-question.ts')).askLine(question, options),
    confirm: async (question) => {
      if (!drawable) return (await import('./plain/menu.ts')).confirmPlainly(question, options);
      return (await import('./menu.ts')).confirm(question, open);
    },
    plainly: () => createTerminal(options, true),
  };
}
