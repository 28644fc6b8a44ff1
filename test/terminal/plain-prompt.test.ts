import { closeSync, mkdtempSync, openSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openTerminal, type TerminalSetup, type TestTerminal } from '../harness/pty.ts';
import { bundledDriver } from './bundled-driver.ts';

let driver: string;
let terminal: TestTerminal;

beforeAll(async () => {
  driver = await bundledDriver();
});

afterEach(() => terminal.dispose());

async function open(setup: TerminalSetup = {}, ...args: readonly string[]): Promise<void> {
  terminal = openTerminal(process.execPath, [driver, 'plain', ...args], setup);
  await terminal.waitFor('/send sends it');
}

/** Enters a line and waits until the terminal has echoed it. */
async function enter(line: string): Promise<void> {
  terminal.type(`${line}\r`);
  await terminal.waitFor(line);
}

describe('the plain prompt', () => {
  test('tells phase, time and turns in lines', async () => {
    await open();
    expect(terminal.screen()).toMatch(
      /^Capacity 1\/7: 10 minutes left, 44 minutes in all\.\nInterviewer: What has to be stored, and how much of it\?\nWrite/,
    );
  });

  test('joins lines until /send, and writes not one control character', async () => {
    await open();
    await enter('peak = 100M/min');
    await enter('  indented');
    await enter('/send');
    await terminal.waitFor('Interviewer: Heard 2 lines.');
    terminal.signal('SIGTERM');
    expect((await terminal.exited).exitCode).toBe(143);
    expect(terminal.output()).not.toMatch(/[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f]/);
    expect(terminal.screen()).not.toContain('You:');
  });

  test('runs a command at the start of a line only', async () => {
    await open();
    await enter('text');
    await enter('/ask how many?');
    await terminal.waitFor('Ran /ask with "how many?".');
    await enter(' /next');
    await enter('/api/v1');
    await enter('/send');
    await terminal.waitFor('Heard 3 lines.');
  });

  test('takes the lines of a paste as text, but for the last', async () => {
    await open();
    terminal.pasteRaw('one\n/next\nthree\n/send\n');
    await terminal.waitFor('Heard 3 lines.');
    expect(terminal.screen()).not.toContain('Ran /next');
  });

  test('tells a new phase', async () => {
    await open();
    await enter('/next');
    await terminal.waitFor('Capacity 2/7:');
  });

  test('tells the time at thresholds only', async () => {
    await open({}, '4');
    await terminal.waitFor('Capacity 1/7: 4 seconds left');
    await terminal.waitFor(/\d seconds? left in Capacity\./);
    await terminal.waitFor('The time for Capacity is over.');
    expect(terminal.screen().match(/left in Capacity/g)).toHaveLength(1);
  });

  test('the end of the input leaves, with what was typed', async () => {
    await open();
    await enter('half');
    terminal.type('an answer');
    terminal.type('\x04\x04');
    expect((await terminal.exited).exitCode).toBe(130);
    expect(terminal.scrollback()).toContain('left: input-ended, draft: "half\\nan answer"');
  });

  test('Ctrl-C twice leaves', async () => {
    await open();
    await enter('half');
    // The terminal shows a line before it is read, and throws away what is not read at Ctrl-C: so wait for an answer.
    await enter('/ask how many?');
    await terminal.waitFor('Ran /ask with "how many?".');
    terminal.type('\x03');
    await terminal.waitFor('Ctrl-C again leaves');
    terminal.type('\x03');
    expect((await terminal.exited).exitCode).toBe(130);
    expect(terminal.scrollback()).toContain('left: interrupted, draft: "half"');
  });

  test('shows a draft that it was given', async () => {
    await open({ env: { DRIVER_DRAFT: 'what was\nleft behind' } });
    expect(terminal.screen()).toContain('Your draft so far:\nwhat was\nleft behind');
  });

  test('edits with an editor', async () => {
    await open({ env: { EDITOR: 'cp /etc/hostname', VISUAL: '' } });
    await enter('text');
    await enter('/edit');
    await terminal.waitFor(`Your draft so far:\n${readFileSync('/etc/hostname', 'utf8').trim()}`);
  });

  test('is what a dumb terminal gets', async () => {
    terminal = openTerminal(process.execPath, [driver, 'prompt'], { env: { TERM: 'dumb' } });
    await terminal.waitFor('/send sends it');
    expect(terminal.output()).not.toMatch(/[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f]/);
  });

  test('is what a file gets', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'sdi-test-')), 'out');
    closeSync(openSync(file, 'w'));
    terminal = openTerminal('sh', ['-c', `exec "$0" "$1" > '${file}'`, process.execPath, driver]);
    await terminal.waitUntil(() => readFileSync(file, 'utf8').includes('/send sends it'));
    terminal.type('an answer\r');
    await terminal.waitFor('an answer');
    terminal.type('/send\r');
    await terminal.waitUntil(() => readFileSync(file, 'utf8').includes('Heard 1 lines.'));
    expect(readFileSync(file, 'utf8')).toContain('You: an answer\nInterviewer: Heard');
    expect(readFileSync(file, 'utf8')).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f]/);
  });
});

describe('menus in a dumb terminal', () => {
  test('are answered with a number', async () => {
    terminal = openTerminal(process.execPath, [driver, 'menu'], { env: { TERM: 'dumb' } });
    await terminal.waitFor('A number from 1 to 3:');
    terminal.type('7\r');
    await terminal.waitFor(/number[^\n]*\n[^\n]*number/);
    terminal.type('2\r');
    await terminal.waitFor('(yes or no)');
    terminal.type('yes\r');
    await terminal.waitFor('picked two, sure');
    expect(terminal.output()).not.toMatch(/[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f]/);
  });

  test('are left at the end of the input', async () => {
    terminal = openTerminal(process.execPath, [driver, 'menu'], { env: { TERM: 'dumb' } });
    await terminal.waitFor('A number from 1 to 3:');
    terminal.type('\x04');
    expect((await terminal.exited).exitCode).toBe(130);
  });
});
