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
    expect(await terminal.hangUp()).toBe(129);
  });

  test('has no colour with NO_COLOR', async () => {
    await open({ NO_COLOR: '1' });
    expect(terminal.output()).not.toMatch(/\x1b\[[0-9;]*m/);
  });
});

describe('a list to tick', () => {
  const words = (screen: string) => screen.split(/\s+/);
  const allOf = (what: string, count: number) =>
    Array.from({ length: count }, (_, index) => `word-${index}-of-the-${what}`);

  test.each([
    [80, 24],
    [40, 34],
    [120, 24],
  ])('shows the whole of what is under the cursor in %i columns, and breaks no word', async (cols, rows) => {
    terminal = openTerminal(process.execPath, [driver, 'ticks'], { cols, rows });
    await terminal.waitFor('You wrote: briefly');
    terminal.type('\x1b[B');
    const screen = await terminal.waitFor('word-19-of-the-quote');
    expect(screen).toMatch(/Which of these did you make\?\s+The\s+others/);
    expect(words(screen)).toEqual(expect.arrayContaining([...allOf('claim', 12), ...allOf('quote', 20)]));
    terminal.type(' ');
    await terminal.waitFor('◉');
    terminal.type('\r');
    const after = await terminal.waitFor('made long.');
    expect(words(after)).toEqual(expect.arrayContaining(allOf('claim', 12)));
    expect(after).not.toContain('…');
    expect(await terminal.exited).toEqual({ exitCode: 0, signal: 0 });
  });

  test('takes Ctrl-D for Enter, and letters for nothing', async () => {
    terminal = openTerminal(process.execPath, [driver, 'ticks']);
    await terminal.waitFor('You wrote: briefly');
    terminal.type('a');
    terminal.type(' ');
    await terminal.waitFor('◉');
    terminal.type('\x04');
    await terminal.waitFor('made short.');
    expect(await terminal.exited).toEqual({ exitCode: 0, signal: 0 });
    expect(terminal.isSane()).toBe(true);
  });

  test('says so where nothing was ticked', async () => {
    terminal = openTerminal(process.execPath, [driver, 'ticks']);
    await terminal.waitFor('You wrote: briefly');
    terminal.type('\r');
    const screen = await terminal.waitFor('made .');
    expect(screen).toContain('none');
  });

  test('in a low window cuts only what cannot be seen at once', async () => {
    terminal = openTerminal(process.execPath, [driver, 'ticks'], { cols: 60, rows: 12 });
    await terminal.waitFor('You wrote: briefly');
    terminal.type('\x1b[B');
    const screen = await terminal.waitFor('word-9-of-the-claim');
    expect(screen).toContain('Which of these did you make?');
    expect(screen).toContain('❯◯ word-0-of-the-claim');
    expect(screen).toContain('…');
    expect(screen).toContain('submit');
  });
});
