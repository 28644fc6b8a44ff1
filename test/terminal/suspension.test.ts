import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openTerminal, type TestTerminal } from '../harness/pty.ts';
import { bundledDriver } from './bundled-driver.ts';

let driver: string;
let terminal: TestTerminal;

beforeAll(async () => {
  driver = await bundledDriver();
});

afterEach(() => terminal.dispose());

async function openInShell(mode: string): Promise<void> {
  terminal = openTerminal('bash', ['--norc', '--noediting', '-i'], { env: { PS1: 'shell> ' } });
  await terminal.waitFor('shell>');
  terminal.type(`${process.execPath} ${driver} ${mode}\r`);
}

describe('Ctrl-Z', () => {
  test('leaves a sane terminal, and fg goes on with the draft', async () => {
    await openInShell('prompt');
    await terminal.waitFor(/\d\d:\d\d left/);
    terminal.type('half an answer');
    await terminal.waitFor('half an answer');
    for (let time = 0; time < 2; time++) {
      terminal.type('\x1a');
      await terminal.waitFor(/Stopped[^\n]*\n(.*\n)*shell>$/);
      await terminal.waitUntil(() => terminal.isSane());
      expect(terminal.modes()).toMatch(/ icanon/);
      terminal.type('fg\r');
      await terminal.waitFor('│ half an answer');
      await terminal.waitFor('Continued.');
    }
    terminal.type(' and more');
    await terminal.waitFor('│ half an answer and more');
    terminal.type('\x03\x03');
    await terminal.waitFor('draft: "half an answer and more"');
    await terminal.waitFor(/shell>$/);
    expect(terminal.isSane()).toBe(true);
    terminal.type('echo "status $?"\r');
    await terminal.waitFor('status 130');
  });

  test('in a process group that cannot be stopped, the prompt comes back by itself', async () => {
    terminal = openTerminal(process.execPath, [driver, 'prompt']);
    await terminal.waitFor(/\d\d:\d\d left/);
    terminal.type('half an answer');
    await terminal.waitFor('half an answer');
    const before = terminal.output().length;
    terminal.type('\x1a');
    await terminal.waitUntil(() => terminal.output().slice(before).includes('\x1b[?1049l'));
    await terminal.waitFor('│ half an answer');
    terminal.type('!');
    await terminal.waitFor('│ half an answer!');
    expect(terminal.screen()).not.toContain('Continued.');
  });

  test('in a menu asks again after fg', async () => {
    await openInShell('menu');
    await terminal.waitFor('URL shortener');
    terminal.type('\x1a');
    await terminal.waitFor(/Stopped[^\n]*\n(.*\n)*shell>$/);
    expect(terminal.modes()).toMatch(/ icanon/);
    terminal.type('fg\r');
    await terminal.waitUntil(() => (terminal.screen().match(/URL shortener/g) ?? []).length === 2);
    terminal.type('\x1b[B');
    await terminal.waitFor(/❯ URL shortener/);
    terminal.type('\r');
    await terminal.waitFor('Start it?');
    terminal.type('y\r');
    await terminal.waitFor('picked two, sure');
    expect(terminal.isSane()).toBe(true);
  });

  test('in the clock', async () => {
    await openInShell('clock');
    await terminal.waitFor('Requirements');
    terminal.type('\x1a');
    await terminal.waitFor(/Stopped[^\n]*\n(.*\n)*shell>$/);
    expect(terminal.isSane()).toBe(true);
    terminal.type('fg\r');
    await terminal.waitUntil(() => terminal.screen().includes('Requirements') && terminal.screen().includes('p pause'));
    terminal.type('q');
    await terminal.waitFor('left the clock by quit');
  });
});

test('after SIGSTOP, which nobody can foresee, the screen is drawn anew', async () => {
  await openInShell('prompt');
  await terminal.waitFor(/\d\d:\d\d left/);
  terminal.type('half an answer');
  await terminal.waitFor('half an answer');
  terminal.type('\x1b[6~');
  const before = terminal.output().length;
  terminal.signalChild('SIGSTOP');
  await terminal.waitUntil(() => terminal.output().slice(before).includes('Stopped'));
  terminal.type('fg\r');
  await terminal.waitUntil(() => terminal.screen().includes('Continued.') && !terminal.screen().includes('Stopped'));
  expect(terminal.screen()).toContain('│ half an answer');
});
