import type { Context, MenuItem, Output, Terminal } from '../../src/context.ts';
import { EXIT, LeftError } from '../../src/errors.ts';
import { showsOnlyAscii } from '../../src/terminal/theme.ts';
import { plainTheme, type Theme } from '../../src/text/theme.ts';
import { ManualClock } from './clock.ts';
import { MemoryStore, type StoreContents } from './store.ts';

export interface World extends StoreContents {
  /** An ISO instant; 2026-11-22 12:00 UTC unless given. */
  readonly now?: string;
  readonly timeZone?: string;
  readonly seed?: number;
  /** Whether a person can type and a screen can be drawn; false unless given. */
  readonly interactive?: boolean;
  /** What the person does at menus and confirmations, in order: the label or value of an item, yes or no, or `LEAVE`. */
  readonly choices?: readonly Choice[];
  readonly columns?: number;
  readonly theme?: Theme;
  readonly environment?: Readonly<Record<string, string>>;
  readonly openPrompt?: Terminal['openPrompt'];
  readonly openClock?: Terminal['openClock'];
}

type Choice = string | boolean;
/** Presses Ctrl-C. */
export const LEAVE = 'leave';

/** A context that is a value, with what was printed, asked and stored in sight. */
export interface TestContext extends Context {
  readonly clock: ManualClock;
  readonly store: MemoryStore;
  readonly printed: { readonly out: string; readonly err: string };
  /** Every question asked, with the labels offered. */
  readonly asked: readonly { readonly question: string; readonly labels: readonly string[] }[];
}

export function testContext(world: World = {}): TestContext {
  const clock = new ManualClock(world.now ?? '2026-11-22T12:00:00Z', world.timeZone ?? 'UTC');
  const printed = { out: '', err: '' };
  const asked: { question: string; labels: readonly string[] }[] = [];
  const output = (name: keyof typeof printed): Output => ({
    isTerminal: world.interactive ?? false,
    columns: world.columns ?? 80,
    ascii: showsOnlyAscii(world.environment ?? {}, world.interactive ?? false),
    theme: world.theme ?? plainTheme,
    write: (text) => {
      printed[name] += text;
    },
  });
  return {
    version: '0.0.0-test',
    clock,
    randomSeed: () => world.seed ?? 7,
    environment: world.environment ?? {},
    nodeVersion: '20.19.0',
    platform: 'linux',
    out: output('out'),
    err: output('err'),
    terminal: testTerminal(world, asked),
    store: new MemoryStore(world),
    printed,
    asked,
  };
}

function testTerminal(world: World, asked: { question: string; labels: readonly string[] }[]): Terminal {
  const interactive = world.interactive ?? false;
  const choices = [...(world.choices ?? [])];
  const nextChoice = (question: string, labels: readonly string[]): Choice => {
    asked.push({ question, labels });
    const choice = choices.shift();
    if (choice === undefined) throw new Error(`The test has no choice for: ${question}`);
    if (choice === LEAVE) throw new LeftError(EXIT.interrupted);
    return choice;
  };
  const unexpected = (what: string) => async () => {
    throw new Error(`The test has no ${what}.`);
  };
  const terminal: Terminal = {
    interactive,
    drawable: interactive,
    plainly: () => ({ ...terminal, drawable: false }),
    openPrompt: world.openPrompt ?? unexpected('prompt'),
    openClock: world.openClock ?? unexpected('clock screen'),
    choose: async <T>(question: string, items: readonly MenuItem<T>[]) => {
      const choice = nextChoice(
        question,
        items.map((item) => item.label),
      );
      const found = items.find((item) => item.label === choice || item.value === choice);
      if (found === undefined) throw new Error(`No item ${choice} at: ${question}`);
      return found.value;
    },
    pick: async <T>(question: string, items: readonly MenuItem<T>[]) => {
      const choice = nextChoice(
        question,
        items.map((item) => item.label),
      );
      return items.filter((item) => item.label === choice || item.value === choice).map((item) => item.value);
    },
    askLine: async (question) => String(nextChoice(question, [])),
    confirm: async (question) => {
      const choice = nextChoice(question, []);
      if (typeof choice !== 'boolean') throw new Error(`Not yes or no at: ${question}`);
      return choice;
    },
  };
  return terminal;
}
