import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openTerminal, type TestTerminal } from '../harness/pty.ts';
import { bundledDriver } from './bundled-driver.ts';

let driver: string;
let terminal: TestTerminal;

beforeAll(async () => {
  driver = await bundledDriver();
});

afterEach(() => terminal.dispose());

async function open(env = {}): Promise<void> {
  terminal = openTerminal(process.execPath, [driver, 'menu'], { env });
  await terminal.waitFor('Feature flags');
}

describe('a menu', () => {
  test('is answered with arrows and Enter', async () => {
    await open();
    terminal.type('\x1b[B');
    await terminal.waitFor('❯ URL shortener');
    terminal.type('\r');
    await terminal.waitFor('Start it?');
    terminal.type('\r');
    await terminal.waitFor('picked two, not sure');
    expect(await terminal.exited).toEqual({ exitCode: 0, signal: 0 });
    expect(terminal.isSane()).toBe(true);
  });

  test('jumps to what is typed', async () => {
    await open();
    terminal.type('fea');
    await terminal.waitFor('❯ Feature flags');
  });

  test('is not answered by keys typed ahead, nor by a paste', async () => {
    terminal = openTerminal(process.execPath, [driver, 'menu']);
    terminal.type('\r');
    await terminal.waitFor('Feature flags');
    terminal.paste('\n');
    terminal.type('\x1b[B');
    await terminal.waitFor('❯ URL shortener');
    expect(terminal.screen()).not.toContain('Start it?');
  });

  test.each([
    ['Ctrl-C', '\x03', 130],
    ['Ctrl-D', '\x04', 130],
  ])('is left by %s with a sane terminal', async (_, key, exitCode) => {
    await open();
    terminal.type(key);
    expect(await terminal.exited).toEqual({ exitCode, signal: 0 });
    expect(terminal.isSane()).toBe(true);
  });

  test.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGINT', 130],
  ] as const)('is left by %s with a sane terminal', async (signal, exitCode) => {
    await open();
    terminal.signal(signal);
    expect(await terminal.exited).toEqual({ exitCode, signal: 0 });
    expect(terminal.isSane()).toBe(true);
  });

  test('ends when the terminal goes', async () => {
    await open();
    const { exited } = terminal;
    terminal.hangUp();
    expect(await exited).toEqual({ exitCode: 129, signal: 0 });
  });

  test('has no colour with NO_COLOR', async () => {
    await open({ NO_COLOR: '1' });
    expect(terminal.output()).not.toMatch(/\x1b\[[0-9;]*m/);
  });
});
