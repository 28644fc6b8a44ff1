import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
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

async function open(setup: TerminalSetup = {}): Promise<TestTerminal> {
  terminal = openTerminal(process.execPath, [driver, 'prompt'], setup);
  await terminal.waitFor(/\d\d:\d\d/);
  return terminal;
}

/** The rows of the answer box, without its gutter. */
function box(): readonly string[] {
  return terminal
    .screen()
    .split('\n')
    .filter((row) => /^ [│↑↓]/.test(row))
    .map((row) => row.slice(3));
}

const pressTwice = async (key: string, notice: string) => {
  terminal.type(key);
  await terminal.waitFor(notice);
  terminal.type(key);
};

describe('the screen', () => {
  test('shows clocks, dialogue, box and help at 80x24', async () => {
    await open();
    terminal.type('peak = 100M/min');
    await terminal.waitFor('peak = 100M/min');
    const rows = terminal.screen().split('\n');
    expect(rows[0]).toMatch(/^ Rate limiter · L6 {2,}Capacity 1\/7 {3}\d\d:\d\d left {3}total \d\d:\d\d$/);
    expect(rows[1]).toBe(` ${'─'.repeat(78)}`);
    expect(rows[2]).toBe(' Interviewer  What has to be stored, and how much of it?');
    expect(rows[4]).toBe(' │ peak = 100M/min');
    expect(rows[23]).toMatch(/^ Enter new line {3}Ctrl-D send {3}\/brief \/ask \/next {3}\/help +saved \d s ago$/);
    expect(terminal.cursor()).toEqual({ row: 4, column: 18 });
  });

  test('has no colour with NO_COLOR', async () => {
    await open({ env: { NO_COLOR: '1' } });
    expect(terminal.output()).not.toMatch(/\x1b\[[0-9;]*m/);
  });

  test('survives 80, 40 and 100 columns with a long line, and shows it once', async () => {
    await open();
    const text = Array.from({ length: 64 }, (_, index) => `w${String(index).padStart(3, '0')}`).join(' ');
    terminal.type(text);
    await terminal.waitFor('w063');
    for (const columns of [40, 100, 80]) {
      terminal.resize(columns, 24);
      await terminal.waitUntil(() => box().join('').replaceAll(' ', '') === text.replaceAll(' ', ''));
      expect(terminal.screen().match(/w063/g)).toHaveLength(1);
    }
  });

  test.each([
    [10, 3],
    [1, 1],
  ])('keeps the text in a terminal of %i x %i', async (cols, rows) => {
    await open();
    terminal.type('some text');
    await terminal.waitFor('some text');
    terminal.resize(cols, rows);
    terminal.type(' and more\rof it');
    await terminal.waitUntil(() => terminal.screen().includes('t'));
    terminal.resize(80, 24);
    await terminal.waitUntil(() => box().join('|') === 'some text and more|of it|');
  });
});

describe('keys', () => {
  test('Enter is a new line and Ctrl-D sends, exactly as typed', async () => {
    await open();
    terminal.type('  one');
    terminal.type('\r');
    terminal.type('two ');
    await terminal.waitFor('two');
    terminal.type('\x04');
    await terminal.waitFor('Heard 2 lines.');
    expect(box()).toEqual(['', '', '']);
  });

  test('a command runs by Enter and leaves the rest of the draft', async () => {
    await open();
    terminal.type('first');
    terminal.type('\r');
    terminal.type('/ask how many? ');
    await terminal.waitFor('/ask how many?');
    terminal.type('\r');
    await terminal.waitFor('Ran /ask with "how many?".');
    expect(box()).toEqual(['first', '', '']);
  });

  test('Ctrl-D on an empty draft says so', async () => {
    await open();
    terminal.type('\x04');
    await terminal.waitFor('Nothing to send; /next moves on.');
  });

  test('keys typed ahead of the answer to a command are kept and send nothing', async () => {
    await open();
    terminal.type('/slow');
    await terminal.waitFor('│ /slow');
    terminal.type('\r');
    await terminal.waitUntil(() => box()[0] === '');
    terminal.type('more');
    terminal.type('\x04');
    await terminal.waitFor('typed ahead');
    await terminal.waitFor('Ran /slow');
    expect(terminal.screen()).not.toContain('Heard');
    expect(box()[0]).toBe('more');
    terminal.type('\x04');
    await terminal.waitFor('Heard 1 lines.');
  });

  test('keys typed before the first frame send nothing', async () => {
    terminal = openTerminal(process.execPath, [driver, 'prompt']);
    terminal.type('early\x04');
    await terminal.waitFor('early');
    await terminal.waitFor(/total \d\d:\d\d/);
    expect(terminal.screen()).not.toContain('Heard');
  });

  test('the cursor stands at the display width, and backspace takes whole graphemes', async () => {
    await open();
    terminal.type('日本e\u0301👨‍👩‍👧');
    await terminal.waitUntil(() => terminal.cursor().column === 3 + 4 + 1 + 2);
    terminal.type('\x7f');
    await terminal.waitUntil(() => terminal.cursor().column === 3 + 4 + 1);
    terminal.type('\x7f\x7f');
    await terminal.waitUntil(() => terminal.cursor().column === 3 + 2);
    expect(box()[0]).toBe('日');
  });

  test('PageUp scrolls the dialogue', async () => {
    await open();
    terminal.paste(Array.from({ length: 60 }, (_, index) => `line ${index}`).join('\n'));
    await terminal.waitFor('line 59');
    terminal.type('\x04');
    await terminal.waitFor('Heard 60 lines.');
    for (let page = 0; page < 6; page++) terminal.type('\x1b[5~');
    await terminal.waitFor('What has to be stored');
    expect(terminal.screen()).toContain('PageDown: newer');
  });
});

describe('pastes', () => {
  const ten = Array.from({ length: 10 }, (_, index) => `line ${index} /next`);

  test.each([
    ['LF', '\n'],
    ['CR', '\r'],
    ['CRLF', '\r\n'],
  ])('ten lines with %s are one answer, bracketed or not', async (_, lineBreak) => {
    await open();
    for (const text of [`\x1b[200~${ten.join(lineBreak)}\x1b[201~`, ten.join(lineBreak)]) {
      terminal.pasteRaw(text);
      await terminal.waitFor('line 9 /next');
      terminal.type('\x04');
      await terminal.waitFor('Heard 10 lines.');
      expect(terminal.screen()).not.toContain('Ran /next');
    }
  });

  test('a pasted command is text', async () => {
    await open();
    terminal.paste('/next');
    await terminal.waitFor('│ /next');
    terminal.type('\x04');
    await terminal.waitFor('Heard 1 lines.');
  });

  test('control characters are kept and shown', async () => {
    const log = join(mkdtempSync(join(tmpdir(), 'sdi-test-')), 'log');
    await open({ env: { DRIVER_LOG: log } });
    terminal.paste('a\x1b]0;x\x07b\x01\tc');
    await terminal.waitFor('a\\u{1b}]0;x\\u{7}b\\u{1}    c');
    terminal.type('\x04');
    await terminal.waitFor('Heard 1 lines.');
    const sent = readFileSync(log, 'utf8')
      .split('\n')
      .find((line) => line.includes('"send"'));
    expect(JSON.parse(sent ?? '')).toEqual({ type: 'send', text: 'a\x1b]0;x\x07b\x01\tc' });
  });

  test('10,000 characters show at once, with little output', async () => {
    await open();
    const words = Array.from({ length: 2_000 }, (_, index) => String(index).padStart(4, '0'));
    const text = `${words.join(' ')}!`;
    const before = terminal.bytes();
    terminal.paste(text);
    await terminal.waitFor('1999!');
    expect(terminal.bytes() - before).toBeLessThan(10 * text.length);
  });
});

describe('the clock', () => {
  test.each([80, 120])('ticks with at most 120 bytes at %i columns', async (cols) => {
    await open({ cols });
    const ticks: number[] = [];
    for (let tick = 0; tick < 3; tick++) {
      const before = terminal.bytes();
      const seen = terminal.screen();
      await terminal.waitUntil(() => terminal.screen() !== seen);
      ticks.push(terminal.bytes() - before);
    }
    expect(Math.max(...ticks)).toBeLessThanOrEqual(120);
  });
});

describe('leaving', () => {
  test('takes Ctrl-C twice, and the terminal is clean', async () => {
    await open();
    terminal.type('half an answer');
    await pressTwice('\x03', 'Ctrl-C again leaves');
    expect(await terminal.exited).toEqual({ exitCode: 130, signal: 0 });
    expect(terminal.scrollback()).toContain('left: interrupted, draft: "half an answer"');
    expect(terminal.isSane()).toBe(true);
  });

  test.each([
    ['SIGTERM', 143, 'terminated'],
    ['SIGHUP', 129, 'hangup'],
  ] as const)('by %s keeps the draft, and the terminal is clean', async (signal, exitCode, by) => {
    await open();
    terminal.type('half an answer');
    await terminal.waitFor('half an answer');
    terminal.signal(signal);
    expect(await terminal.exited).toEqual({ exitCode, signal: 0 });
    expect(terminal.scrollback()).toContain(`left: ${by}, draft: "half an answer"`);
    expect(terminal.isSane()).toBe(true);
  });

  test('a terminal that is closed ends the process with its draft told', async () => {
    const log = join(mkdtempSync(join(tmpdir(), 'sdi-test-')), 'log');
    await open({ env: { DRIVER_LOG: log } });
    terminal.type('half an answer');
    await terminal.waitFor('half an answer');
    expect(await terminal.hangUp()).toBe(129);
    expect(readFileSync(log, 'utf8')).toContain('{"left":"hangup","draft":"half an answer"}');
  });

  test('keys that nobody read do not reach the shell', async () => {
    const log = join(mkdtempSync(join(tmpdir(), 'sdi-test-')), 'log');
    terminal = openTerminal('bash', ['--norc', '--noediting', '-i'], { env: { PS1: 'shell> ', DRIVER_LOG: log } });
    await terminal.waitFor('shell>');
    terminal.type(`${process.execPath} ${driver}\r`);
    await terminal.waitFor(/\d\d:\d\d left/);
    terminal.type('/block\r');
    await terminal.waitUntil(() => existsSync(log) && readFileSync(log, 'utf8').includes('block'));
    terminal.type('echo never\r');
    await terminal.waitFor('left: quit');
    terminal.type('echo d""one\r');
    await terminal.waitFor(/^(shell> )?done/m);
    expect(terminal.scrollback()).not.toContain('never');
  });
});

describe('keep', () => {
  test('leaves the dialogue in the scrollback and comes back', async () => {
    await open();
    terminal.type('/keep\r');
    await terminal.waitFor('Ran /keep');
    expect(terminal.scrollback()).toMatch(/Capacity is over\n Interviewer {2}What has to be stored/);
    terminal.type('more');
    await terminal.waitFor('│ more');
  });
});
