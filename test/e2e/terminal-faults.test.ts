import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Program, sessionId } from './program.ts';

const CTRL_C = '\x03';
const CTRL_D = '\x04';
const ID = sessionId('rate-limiter');
const PRACTICE = ['practice', 'rate-limiter', '--seed', '1'];

async function begun(sdi: Program, size = {}, args: readonly string[] = PRACTICE) {
  const terminal = sdi.open(args, size);
  await terminal.waitFor('1/7');
  return terminal;
}

/** Raw mode off, cursor shown, bracketed paste off, main screen, the line that resumes printed, no stack trace. */
function expectClean(terminal: { output(): string; isSane(): boolean; scrollback(): string }) {
  expect(terminal.isSane()).toBe(true);
  expect(terminal.scrollback()).toContain(`sdi resume ${ID}`);
  expect(terminal.output()).not.toMatch(/\n\s+at |node:internal/);
}

describe('leaving', () => {
  test('Ctrl-C twice with text typed: the text is in the draft, clean, 130', async () => {
    const sdi = new Program();
    const terminal = await begun(sdi);
    terminal.type('unfinished thought');
    await terminal.waitFor('unfinished thought');
    terminal.type(CTRL_C);
    await terminal.waitFor(/Ctrl-C again/);
    terminal.type(CTRL_C);
    expect(await terminal.exited).toMatchObject({ exitCode: 130 });
    expect(sdi.draft(ID)).toBe('unfinished thought');
    expectClean(terminal);
  });

  test.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s at the prompt: the text is in the draft, clean, %i', async (signal, exitCode) => {
    const sdi = new Program();
    const terminal = await begun(sdi);
    terminal.type('unfinished thought');
    await terminal.waitFor('unfinished thought');
    terminal.signal(signal);
    expect(await terminal.exited).toMatchObject({ exitCode });
    expect(sdi.draft(ID)).toBe('unfinished thought');
    expectClean(terminal);
  });

  test.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s in a menu leaves a sane terminal and %i', async (signal, exitCode) => {
    const terminal = new Program().open(['practice']);
    await terminal.waitFor('Which problem?');
    terminal.signal(signal);
    expect(await terminal.exited).toMatchObject({ exitCode });
    expect(terminal.isSane()).toBe(true);
  });

  test('SIGTERM in the editor: the old text is in the draft, and 143', async () => {
    const sdi = new Program({ EDITOR: 'sleep 60' });
    const script = sdi.file('editor.sh', '#!/bin/sh\necho editor is open\nexec sleep 60\n');
    const terminal = sdi.open(PRACTICE, {}, { EDITOR: `/bin/sh ${script}` });
    await terminal.waitFor('1/7');
    terminal.type('before the editor\r');
    await terminal.waitFor('before the editor');
    terminal.type('/edit\r');
    await terminal.waitFor('editor is open');
    terminal.signal('SIGTERM');
    expect(await terminal.exited).toMatchObject({ exitCode: 143 });
    expect(sdi.draft(ID)).toContain('before the editor');
  });

  test('a terminal that is closed: the draft is on disk and the process gone', async () => {
    const sdi = new Program();
    const terminal = await begun(sdi);
    terminal.type('then the window closed');
    await terminal.waitFor('window closed');
    const hungUp = terminal.hangUp();
    const limit = new Promise((_, reject) => {
      setTimeout(() => reject(new Error('the process is still there after 10 s')), 10_000).unref();
    });
    expect(await Promise.race([hungUp, limit])).toBe(129);
    expect(sdi.draft(ID)).toBe('then the window closed');
  });
});

describe('typing', () => {
  test.each([
    ['bracketed', '\n'],
    ['bracketed', '\r\n'],
    ['raw', '\r'],
    ['raw', '\n'],
    ['raw', '\r\n'],
  ] as const)('a %s paste of ten lines with %j is one answer of ten lines', async (kind, end) => {
    const sdi = new Program();
    const lines = Array.from({ length: 10 }, (_, index) => (index === 4 ? '/next' : `line ${index}`));
    const terminal = await begun(sdi);
    if (kind === 'bracketed') terminal.type(`\x1b[200~${lines.join(end)}\x1b[201~`);
    else terminal.pasteRaw(lines.join(end));
    await terminal.waitFor('line 9');
    terminal.type(CTRL_D);
    await sdi.taken(terminal, ID);
    expect(sdi.answers(ID)).toEqual([lines.join('\n')]);
  });

  test('10,000 characters arrive whole, with at most ten times the output', async () => {
    const sdi = new Program();
    const terminal = await begun(sdi);
    const text = `${'word '.repeat(1_999)}last.`;
    const before = terminal.output().length;
    terminal.paste(text);
    await terminal.waitFor('last.');
    expect(terminal.output().length - before).toBeLessThan(10 * text.length);
    terminal.type(CTRL_D);
    await sdi.taken(terminal, ID);
    expect(sdi.answers(ID)).toEqual([text]);
  });

  test('keys typed ahead never submit anything and are kept', async () => {
    const sdi = new Program();
    const terminal = sdi.open(PRACTICE);
    terminal.type(`typed before the first frame${CTRL_D}`);
    await terminal.waitUntil(() => /^ │ typed before the first frame/m.test(terminal.screen()));
    expect(sdi.answers(ID)).toEqual([]);
    terminal.type('\x15');
    await terminal.waitUntil(() => !terminal.screen().includes('typed before'));
    terminal.type(`one${CTRL_D}two${CTRL_D}`);
    await terminal.waitUntil(() => sdi.answers(ID).length === 1 && /^ │ two/m.test(terminal.screen()));
    expect(sdi.answers(ID)).toEqual(['one']);
  });

  test('text that looks like a command stays text: paths, comments, a leading space, a pasted word', async () => {
    const sdi = new Program();
    const terminal = await begun(sdi);
    terminal.type('/api/v1/users: GET\r');
    terminal.type('// cache miss\r');
    terminal.type(' /next\r');
    terminal.paste('/next');
    await terminal.waitFor(/ \/next[\s\S]*\/next/);
    terminal.type(CTRL_D);
    await sdi.taken(terminal, ID);
    expect(sdi.answers(ID)).toEqual(['/api/v1/users: GET\n// cache miss\n /next\n/next']);
  });

  test('a command word takes its line out of the draft; the rest stays', async () => {
    const sdi = new Program();
    const terminal = await begun(sdi, { rows: 40 });
    terminal.type('kept before\r');
    await terminal.waitFor('kept before');
    terminal.type('/time\r');
    await terminal.waitFor('Together');
    terminal.type(CTRL_D);
    await sdi.taken(terminal, ID);
    expect(sdi.answers(ID)[0]?.trimEnd()).toBe('kept before');
  });

  test('Ctrl-D on an empty draft says that there is nothing to send', async () => {
    const terminal = await begun(new Program());
    terminal.type(CTRL_D);
    await terminal.waitFor('Nothing to send');
  });

  test('wide characters, joined emoji and combining marks go by whole graphemes', async () => {
    const sdi = new Program();
    const terminal = await begun(sdi);
    terminal.type('日本👩‍👩‍👧‍👦e\u0301');
    await terminal.waitFor('日本');
    terminal.type('\x7f\x7f');
    terminal.type(`!${CTRL_D}`);
    await sdi.taken(terminal, ID);
    expect(sdi.answers(ID)).toEqual(['日本!']);
  });
});

describe('the window', () => {
  test('80 to 40 to 100 columns with 320 characters typed: text intact, the prompt on the screen once', async () => {
    const sdi = new Program();
    const terminal = await begun(sdi);
    const text = `${'abcdefg '.repeat(39)}the end!`;
    terminal.type(text);
    await terminal.waitFor('the end!');
    for (const cols of [40, 100]) {
      terminal.resize(cols, 24);
      await terminal.waitUntil(
        () => terminal.screen().split('the end!').length === 2 && terminal.screen().split('/help').length <= 2,
      );
    }
    terminal.type(CTRL_D);
    await sdi.taken(terminal, ID);
    expect(sdi.answers(ID)).toEqual([text]);
  });

  test.each([
    [10, 3],
    [1, 1],
  ])('%i x %i: no exception, text intact', async (cols, rows) => {
    const sdi = new Program();
    const terminal = await begun(sdi);
    terminal.resize(cols, rows);
    terminal.type('tiny');
    terminal.resize(80, 24);
    await terminal.waitFor('tiny');
    terminal.type(CTRL_D);
    await sdi.taken(terminal, ID);
    expect(sdi.answers(ID)).toEqual(['tiny']);
  });

  test('Ctrl-Z and fg: the terminal is sane while stopped, and the draft goes on', async () => {
    const sdi = new Program();
    const shell = sdi.openShell();
    await shell.waitFor('$');
    shell.type('$SDI practice rate-limiter --seed 1\r');
    await shell.waitFor('1/7');
    shell.type('before ');
    await shell.waitFor('before');
    shell.type('\x1a');
    await shell.waitFor('Stopped');
    shell.type('echo s""ane\r');
    await shell.waitFor('sane');
    shell.type('fg\r');
    await shell.waitFor(/before/);
    await shell.waitFor('1/7');
    shell.type(`after${CTRL_D}`);
    await sdi.taken(shell, ID);
    expect(sdi.answers(ID)).toEqual(['before after']);
    shell.type('/quit\r');
    await shell.waitFor('sdi resume');
  });
});

describe('colour and escapes', () => {
  test('NO_COLOR: no colour', async () => {
    const sdi = new Program({ NO_COLOR: '1' });
    const terminal = await begun(sdi);
    expect(terminal.output()).not.toMatch(/\x1b\[[0-9;]*(?:3[0-7]|9[0-7]|38;)[0-9;]*m/);
  });

  test.each([
    [['--plain'], {}],
    [[], { TERM: 'dumb' }],
  ] as const)('%j %j: no escape at all', async (args, env) => {
    const sdi = new Program(env);
    const terminal = sdi.open([...PRACTICE, ...args]);
    await terminal.waitFor('Requirements');
    terminal.type('an answer\r');
    await terminal.waitFor('an answer');
    terminal.type('/send\r');
    await terminal.waitUntil(() => sdi.answers(ID).length === 1);
    terminal.type('/quit\r');
    await terminal.exited;
    expect(terminal.output()).not.toContain('\x1b');
  });
});

test('output to a file: no escape at all, and the whole dialogue', async () => {
  const sdi = new Program();
  const shell = sdi.openShell();
  await shell.waitFor('$');
  shell.type('$SDI practice rate-limiter --seed 1 > out.txt\r');
  const out = () => (existsSync(join(sdi.folder, 'out.txt')) ? readFileSync(join(sdi.folder, 'out.txt'), 'utf8') : '');
  await shell.waitUntil(() => out().includes('Requirements'));
  shell.type('an answer\r');
  await shell.waitUntil(() => sdi.draft(ID) === 'an answer');
  shell.type('/send\r');
  await shell.waitUntil(() => sdi.answers(ID).length === 1);
  shell.type('/quit\r');
  await shell.waitFor('sdi resume');
  expect(out()).not.toContain('\x1b');
  expect(sdi.answers(ID)).toEqual(['an answer']);
});

test('the lock is given back when a session is left', async () => {
  const sdi = new Program();
  const terminal = await begun(sdi);
  terminal.type('/quit\r');
  await terminal.exited;
  expect(existsSync(join(sdi.home, 'sessions', ID, 'lock'))).toBe(false);
});
