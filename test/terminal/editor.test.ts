import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { editText } from '../../src/terminal/editor.ts';
import { fc } from '../harness/properties.ts';
import { openTerminal, type TestTerminal } from '../harness/pty.ts';
import { bundledDriver } from './bundled-driver.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sdi-test-'));
});

/** An editor that is a shell script; the file's path is `$1`. */
function script(body: string): string {
  const path = join(folder, 'editor');
  writeFileSync(path, `#!/bin/sh\n${body}\n`);
  chmodSync(path, 0o755);
  return path;
}

function edit(text: string, editor: string, environment = {}) {
  const leaving = new AbortController().signal;
  return editText(text, { environment: { PATH: process.env.PATH, EDITOR: editor, ...environment }, leaving });
}

describe('editText', () => {
  test('takes what the editor saved', async () => {
    expect(await edit('one\n', script('printf two >> "$1"'))).toEqual({ text: 'one\ntwo' });
  });

  test('prefers VISUAL', async () => {
    expect(await edit('one', 'false', { VISUAL: script('printf two > "$1"') })).toEqual({ text: 'two' });
  });

  test('drops the one newline that editors add at the end, and no other', async () => {
    expect(await edit('one', script('echo >> "$1"'))).toEqual({ text: 'one' });
    expect(await edit('one\n', script('echo >> "$1"'))).toEqual({ text: 'one\n\n' });
  });

  test('gives the editor a private file called answer.md', async () => {
    const { text } = await edit(
      'x',
      script('stat -c "%a %n" "$(dirname "$1")" "$1" > "$1.seen"; cat "$1.seen" > "$1"'),
    );
    expect(text).toMatch(/^700 .*sdi-[^\n]*\n600 .*\/answer\.md$/);
  });

  test('passes arguments with quotes', async () => {
    const { text } = await edit('x', `"${script('printf "%s|" "$1" "$2" > "$3"')}" 'a b' -n`);
    expect(text).toBe('a b|-n|');
  });

  test.each([
    ['ends with 1', 'exit 1', /The editor ended with 1\. Your answer is as it was\.$/],
    ['is killed', 'kill -9 $$', /ended by SIGKILL/],
    ['deletes the file', 'rm "$1"', /left no UTF-8 text/],
    ['writes no UTF-8', 'printf \'\\377\' > "$1"', /left no UTF-8 text/],
    ['saves and then fails', 'printf new > "$1"; exit 1', /What was saved there is in .*answer\.md\.$/],
  ])('keeps the old text when the editor %s', async (_, body, notice) => {
    const edited = await edit('old', script(body));
    expect(edited.text).toBeUndefined();
    expect(edited.notice).toMatch(notice);
  });

  test('keeps the old text when there is no such editor', async () => {
    expect(await edit('old', join(folder, 'missing'))).toEqual({
      notice: expect.stringMatching(/could not be started \(ENOENT\)/),
    });
  });

  test.each([['touch pwn; true'], ['vi $(touch pwn)'], ['vi `touch pwn`'], ['vi && touch pwn'], ['vi > pwn']])(
    'starts no shell for %j',
    async (editor) => {
      expect((await edit('old', editor)).notice).toMatch(/sdi starts no shell/);
      expect(existsSync('pwn')).toBe(false);
    },
  );

  test('passes 1,000 short texts through unchanged', async () => {
    const editor = script(':');
    const texts = fc.sample(fc.string({ unit: 'grapheme', maxLength: 40 }), 1_000);
    let changed = 0;
    for (let from = 0; from < texts.length; from += 20) {
      const batch = texts.slice(from, from + 20);
      const edited = await Promise.all(batch.map((text) => edit(text, editor)));
      changed += batch.filter((text, index) => edited[index]?.text !== text).length;
    }
    expect(changed).toBe(0);
  });

  test('leaves nothing behind', async () => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith('sdi-')).length;
    await edit('x', script(':'));
    await edit('x', script('exit 1'));
    await edit('x', 'no such; thing');
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('sdi-')).length).toBe(before);
  });
});

describe('/edit', () => {
  let driver: string;
  let terminal: TestTerminal;

  beforeAll(async () => {
    driver = await bundledDriver();
  });

  afterEach(() => terminal.dispose());

  async function openEditor(body: string): Promise<void> {
    terminal = openTerminal(process.execPath, [driver], { env: { EDITOR: script(body), VISUAL: '' } });
    await terminal.waitFor(/\d\d:\d\d left/);
    terminal.type('typed');
    await terminal.waitFor('│ typed');
    terminal.type('\r');
    await terminal.waitUntil(() => terminal.cursor().row === 5);
    terminal.type('/edit\r');
  }

  test('lends the terminal and takes it back', async () => {
    await openEditor('stty -a; read -r line; printf "%s" "$line" >> "$1"');
    await terminal.waitFor(/ icanon/);
    expect(terminal.isSane()).toBe(true);
    terminal.type('from the editor\r');
    await terminal.waitFor('│ from the editor');
    await terminal.waitFor('│ typed');
    terminal.type('!');
    await terminal.waitFor('│ from the editor!');
  });

  test.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('by %s ends the editor and leaves with the old text', async (signal, exitCode) => {
    await openEditor('echo $$ > "$0.pid"; echo editing; exec sleep 100');
    await terminal.waitFor('editing');
    terminal.signal(signal);
    expect((await terminal.exited).exitCode).toBe(exitCode);
    expect(terminal.scrollback()).toContain('draft: "typed\\n"');
    expect(terminal.isSane()).toBe(true);
    const pid = Number(readFileSync(join(folder, 'editor.pid'), 'utf8'));
    expect(() => process.kill(pid, 0)).toThrow();
  });

  test('Ctrl-C in the editor is the editor’s', async () => {
    await openEditor('trap "printf caught > \\"$1\\"; exit 0" INT; echo editing; while :; do sleep 0.05; done');
    await terminal.waitFor('editing');
    terminal.type('\x03');
    await terminal.waitFor('│ caught');
  });
});
