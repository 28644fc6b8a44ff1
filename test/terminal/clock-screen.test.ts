import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openTerminal, type TerminalSetup, type TestTerminal } from '../harness/pty.ts';
import { bundledDriver } from './bundled-driver.ts';

let driver: string;
let terminal: TestTerminal;

beforeAll(async () => {
  driver = await bundledDriver();
});

afterEach(() => terminal.dispose());

async function open(setup: TerminalSetup = {}): Promise<void> {
  terminal = openTerminal(process.execPath, [driver, 'clock'], setup);
  await terminal.waitFor(/\d\d:\d\d left/);
}

describe('the clock', () => {
  test('shows phases, budgets and the time', async () => {
    await open();
    expect(terminal.screen()).toMatch(
      /^ Five phases, 60 minutes\n\n ▸ Requirements +10 min\n {3}Capacity +11 min\n {3}Design +12 min\n\n \d\d:\d\d left\n total \d\d:\d\d\n+ p pause {3}n next {3}q quit$/,
    );
  });

  test('pauses with p or space, and goes on with n', async () => {
    await open();
    terminal.type('p');
    await terminal.waitFor(/left, paused/);
    terminal.type(' ');
    await terminal.waitFor(/left\n/);
    terminal.type('n');
    await terminal.waitFor('▸ Capacity');
  });

  test.each([
    ['q', 'quit', 0],
    ['\x03', 'left', 130],
  ])('is left by %j', async (key, by, exitCode) => {
    await open();
    terminal.type(key);
    expect(await terminal.exited).toEqual({ exitCode, signal: 0 });
    expect(terminal.scrollback()).toContain(`left the clock by ${by}`);
    expect(terminal.isSane()).toBe(true);
  });

  test.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('is left by %s with a sane terminal', async (signal, exitCode) => {
    await open();
    terminal.signal(signal);
    expect(await terminal.exited).toEqual({ exitCode, signal: 0 });
    expect(terminal.isSane()).toBe(true);
  });

  test.each([
    [10, 3],
    [1, 1],
  ])('lives with %i x %i', async (cols, rows) => {
    await open({ cols: 40, rows: 12 });
    terminal.resize(cols, rows);
    await terminal.waitUntil(() => /\d/.test(terminal.screen()));
    terminal.resize(80, 24);
    await terminal.waitFor('p pause   n next   q quit');
    terminal.type('q');
    expect((await terminal.exited).exitCode).toBe(0);
  });
});
