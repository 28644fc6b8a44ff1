import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCompletion } from '../../src/commands/completion.ts';
import { EXIT } from '../../src/errors.ts';
import { testContext } from '../harness/context.ts';

async function script(shell: string): Promise<string> {
  const context = testContext();
  expect(await runCompletion({ shell }, context)).toBe(EXIT.done);
  return context.printed.out;
}

/** Tested where they are installed. */
const FISH = 'fish';
const ZSH = 'zsh';
const has = (shell: string) => spawnSync(shell, ['--version']).status === 0;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sdi-completion-'));
  // Notes what it was asked, a word a line, and answers as sdi would.
  const sdi = `#!/bin/sh
shift 2
printf '%s\\n' "$@" > "${folder}/asked"
for last; do :; done
case "$last" in
  f*) echo ':files' ;;
  *) printf 'rate-limiter\\tRate limiter\\nodd:one\\tWith a colon\\n' ;;
esac
`;
  writeFileSync(join(folder, 'sdi'), sdi);
  chmodSync(join(folder, 'sdi'), 0o755);
  writeFileSync(join(folder, 'file one'), '');
});
afterAll(() => rmSync(folder, { recursive: true }));

const asked = () => readFileSync(join(folder, 'asked'), 'utf8').split('\n').slice(0, -1);
const environment = () => ({ ...process.env, PATH: `${folder}:${process.env.PATH}`, HOME: folder });

test('an unknown shell is refused with a suggestion', async () => {
  await expect(script('bas')).rejects.toMatchObject({ exitCode: EXIT.usage, hint: 'Did you mean bash?' });
});

/** What bash would offer after `words`, the last of which is being typed. */
async function completeInBash(...words: string[]): Promise<string[]> {
  const lines = [
    await script('bash'),
    `COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}`,
    `_sdi "\${COMP_WORDS[0]}" "\${COMP_WORDS[COMP_CWORD]}" ""`,
    `printf '%s\\n' "\${COMPREPLY[@]}"`,
  ];
  const shown = execFileSync('bash', ['--norc', '--noprofile', '-c', lines.join('\n')], {
    cwd: folder,
    env: environment(),
    encoding: 'utf8',
  });
  return shown.split('\n').slice(0, -1);
}

describe('in bash', () => {
  test('the words before the cursor are handed over, the empty one too', async () => {
    expect(await completeInBash('sdi', 'show', '')).toEqual(['rate-limiter', 'odd:one']);
    expect(asked()).toEqual(['show', '']);
  });

  test('files are completed where sdi says so', async () => {
    expect(await completeInBash('sdi', 'export', '-o', 'fi')).toEqual(['file one']);
  });

  test('nothing that is typed is run', async () => {
    await completeInBash('sdi', 'show', '$(touch pwned)', '`touch pwned`', '; touch pwned', '');
    expect(asked()).toEqual(['show', '$(touch pwned)', '`touch pwned`', '; touch pwned', '']);
    expect(existsSync(join(folder, 'pwned'))).toBe(false);
  });

  test('it is registered for sdi', async () => {
    const lines = `${await script('bash')}\ncomplete -p sdi`;
    const shown = execFileSync('bash', ['--norc', '--noprofile', '-c', lines], { encoding: 'utf8' });
    expect(shown).toBe('complete -F _sdi sdi\n');
  });
});

describe.skipIf(!has(FISH))('in fish', () => {
  test('values come with their descriptions', async () => {
    const lines = `${await script('fish')}\ncomplete -C 'sdi show '`;
    const shown = execFileSync(FISH, ['--no-config', '-c', lines], {
      cwd: folder,
      env: environment(),
      encoding: 'utf8',
    });
    expect(shown.trimEnd().split('\n').sort()).toEqual(['odd:one\tWith a colon', 'rate-limiter\tRate limiter']);
    expect(asked()).toEqual(['show', '']);
  });
});

describe.skipIf(!has(ZSH))('in zsh', () => {
  test('the script is read without a complaint', async () => {
    const lines = `autoload -U compinit; compinit -D -u; ${await script('zsh')}\nprint -r -- $_comps[sdi]`;
    const shown = spawnSync(ZSH, ['-f', '-c', lines], { cwd: folder, env: environment(), encoding: 'utf8' });
    expect(shown).toMatchObject({ status: 0, stdout: '_sdi\n', stderr: '' });
  });
});
