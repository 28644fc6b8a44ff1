import type { ColorSupportLevel } from 'chalk';
import { plainTheme, type Theme } from '../text/theme.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The sixteen colours that a terminal's owner has chosen; no other is ever used. */
const SIXTEEN = 1;

/** The theme of one stream. `FORCE_COLOR` colours whatever it is, but for a dumb terminal; else `NO_COLOR` decides. */
export async function makeTheme(environment: Environment, isTerminal: boolean): Promise<Theme> {
  const level = colourLevel(environment, isTerminal);
  if (level === 0) return plainTheme;
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level });
  return {
    strong: painting(chalk.bold),
    dim: painting(chalk.dim),
    interviewer: painting(chalk.cyan),
    candidate: painting(chalk.green),
    warning: painting(chalk.yellow),
    alarm: painting(chalk.red),
    good: painting(chalk.green),
  };
}

/** chalk writes every argument that it is given, so its functions must not be handed to `map`. */
function painting(style: (text: string) => string): (text: string) => string {
  return (text) => style(text);
}

/** A terminal that says of itself that it is dumb, or that its locale knows no Unicode. What is no terminal takes all. */
export function showsOnlyAscii({ TERM, LC_ALL, LC_CTYPE, LANG }: Environment, isTerminal: boolean): boolean {
  const locale = [LC_ALL, LC_CTYPE, LANG].find((each) => each !== undefined && each !== '') ?? 'UTF-8';
  return isTerminal && (TERM === 'dumb' || !/utf-?8/i.test(locale));
}

function colourLevel(environment: Environment, isTerminal: boolean): ColorSupportLevel {
  if (environment.TERM === 'dumb') return 0;
  const forced = environment.FORCE_COLOR;
  if (forced === '0' || forced === 'false') return 0;
  if (forced) return SIXTEEN;
  if (environment.NO_COLOR) return 0;
  return isTerminal ? SIXTEEN : 0;
}
