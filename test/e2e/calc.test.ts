import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { Program, sessionId } from './program.ts';

const BIN = fileURLToPath(new URL('../../bin/sdi.js', import.meta.url));

describe('sdi calc', () => {
  test.each([
    [['100M/min', 'x', '1', 'KB', 'x', '30', 'days'], '4.32 PB'],
    [['-5', '+', '3'], '-2'],
    [['--', '-5', '+', '3'], '-2'],
    [['-3GB', '--to', 'MB'], '-3,000 MB'],
    [['--to=/s', '86400/day'], '1/s'],
    [['$15M', '*', '2'], '$30M'],
  ])('%j', (args, text) => {
    expect(new Program().run(['calc', ...args])).toMatchObject({ exitCode: 0, out: `${text}\n`, err: '' });
  });

  test('an argument that is wrong ends with 2, and a caret below the place', () => {
    const { exitCode, out, err } = new Program().run(['calc', '3', 'days', '+', '4', 'KB']);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(err).toMatch(/^sdi: cannot add .+\n {2}3 days \+ 4 KB\n {9}\^\n[A-Z].+\n$/);
  });

  test('lines that are wrong end with 3, all of them with their places', () => {
    const { exitCode, out, err } = new Program().run(['calc'], { input: 'a = 1 GB + 1 day\nb = 2\nb * 3 +\n' });
    expect({ exitCode, out }).toEqual({ exitCode: 3, out: '' });
    expect(err.split('\n').map((line) => line.slice(0, 10))).toEqual(['stdin:1:10', 'stdin:3:8:', '']);
  });

  test('shows a line that is wrong safely in a terminal', async () => {
    const sdi = new Program();
    sdi.file('bad.txt', 'a = 3 \x1b]0;owned\x07 * 2\n');
    const terminal = sdi.openShell();
    terminal.type('$SDI calc < bad.txt\r');
    await terminal.waitFor('a = 3 \\u{1b}]0;owned\\u{7} * 2');
    expect(terminal.screen()).toMatch(/^stdin:1:7: .*\n.*a = 3 .*\n {8}\^/m);
  });

  test('at a terminal without an argument ends with 2 and examples', async () => {
    const terminal = new Program().open(['calc']);
    expect(await terminal.exited).toMatchObject({ exitCode: 2 });
    expect(terminal.screen()).toContain('sdi calc 100M/day x 2 KB --to GB/day');
  });

  test('waits for a pipe that has nothing yet', async () => {
    const sdi = new Program();
    const child = spawn(process.execPath, [BIN, 'calc'], { env: sdi.env, stdio: ['pipe', 'pipe', 'pipe'] });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    const ended = new Promise((resolve) => child.on('close', resolve));
    // Meanwhile the same program runs to its end, so that the first one has come to its input.
    sdi.run(['calc', '1 + 1']);
    child.stdin.write('a = 5 GB\n');
    sdi.run(['calc', '1 + 1']);
    child.stdin.end('a * 3\n');
    expect(await ended).toBe(0);
    expect(out).toBe('a = 5 GB\n15 GB\n');
  });

  test('a folder or an endless input is refused in one clear line', () => {
    const sdi = new Program();
    const { exitCode, err } = sdi.run(['calc'], { input: '1 + 1\n'.repeat(200_000) });
    expect(exitCode).toBe(2);
    expect(err).toContain('larger than 1048576 bytes');
    const folder = openSync(sdi.folder, 'r');
    const child = spawn(process.execPath, [BIN, 'calc'], { env: sdi.env, stdio: [folder, 'ignore', 'pipe'] });
    return new Promise<void>((resolve) => child.on('close', resolve as () => void)).then(() => {
      expect(child.exitCode).toBe(2);
    });
  });

  test('--formulas lists them in 80 columns', () => {
    const { exitCode, out } = new Program().run(['calc', '--formulas']);
    expect(exitCode).toBe(0);
    expect(out).toContain('servers(10K/s, 1K/s, 70%) = 15\n');
  });
});

describe('/calc in an interview', () => {
  test('a line that is wrong comes back, is mended where the cursor stands, and runs with Enter', async () => {
    const sdi = new Program();
    const id = sessionId('rate-limiter');
    const calculations = () =>
      sdi
        .state(id)
        .turns.filter(({ kind }) => kind === 'calculation')
        .map(({ text }) => text);
    const terminal = sdi.open(['practice', 'rate-limiter', '--phase', 'capacity']);
    await terminal.waitFor('1/1');
    terminal.type('we need a cache');
    await terminal.waitFor('we need a cache');
    terminal.type('\r');
    terminal.type('/calc peak = 100M/min');
    await terminal.waitFor('│ /calc peak = 100M/min');
    terminal.type('\r');
    await terminal.waitFor('peak = 100M/min = 1.67M/s');
    terminal.type('/calc peak + 1 KB');
    await terminal.waitFor('│ /calc peak + 1 KB');
    terminal.type('\r');
    await terminal.waitFor('/calc: cannot add');
    expect(terminal.screen()).toMatch(/│ we need a cache\n │ \/calc peak \+ 1 KB/);
    // The cursor stands on the sign.
    terminal.type('\x1b[3~*');
    await terminal.waitFor('│ /calc peak * 1 KB');
    terminal.type('\r');
    await terminal.waitFor('peak * 1 KB = 1.67 GB/s');
    expect(calculations()).toEqual(['peak = 100M/min = 1.67M/s', 'peak * 1 KB = 1.67 GB/s']);
    terminal.type('/brief');
    await terminal.waitFor('│ /brief');
    terminal.type('\r');
    await terminal.waitFor(/Your numbers\s+peak = 100M\/min = 1\.67M\/s\s+peak \* 1 KB = 1\.67 GB\/s/);
    terminal.type('\x04');
    await sdi.taken(terminal, id);
    expect(sdi.answers(id)).toEqual(['we need a cache\n']);
    expect(sdi.state(id).turns.at(-1)?.speaker).toBe('interviewer');
  });

  test('line by line, what is wrong is told and does not get into the answer', async () => {
    const sdi = new Program();
    const id = sessionId('rate-limiter');
    const terminal = sdi.open(['practice', 'rate-limiter', '--phase', 'capacity', '--plain']);
    await terminal.waitFor(/\/help\s+tells more/);
    terminal.type('one cache\r');
    await terminal.waitUntil(() => sdi.draft(id) === 'one cache');
    terminal.type('/calc 1 KB + 3 days\r');
    await terminal.waitFor('/calc: cannot add');
    terminal.type('/calc 1 KB * 3\r');
    await terminal.waitFor('1 KB * 3 = 3 KB');
    terminal.type('/send\r');
    await terminal.waitUntil(() => sdi.answers(id).length === 1);
    expect(sdi.answers(id)).toEqual(['one cache']);
  });
});
