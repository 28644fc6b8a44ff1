import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemText, templateText, write } from '../harness/content.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'sdi-build-'));
const dist = join(root, 'dist');

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function run(script: string, ...args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [join(root, script), ...args], { env: {} }, (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
}

const builds = () => readdirSync(dist).filter((name) => /^[0-9a-f]{16}$/.test(name));
const current = () => /[0-9a-f]{16}/.exec(readFileSync(join(dist, 'entry.cjs'), 'utf8'))?.[0] ?? '';

function writeMain(greeting: string): void {
  write(
    join(root, 'src/main.ts'),
    `declare const __SDI_VERSION__: string;
    export async function main(args: readonly string[]): Promise<number> {
      const { default: chalk } = await import('chalk');
      process.stdout.write([__SDI_VERSION__, '${greeting}', chalk.reset(''), ...args].join(' '));
      return 7;
    }`,
  );
}

/** A small program with the real build, catalogue and dependencies. */
beforeAll(() => {
  const parts = ['catalogue', 'diagram', 'lexicon', 'quantity', 'text', 'errors.ts'].map((part) => `src/${part}`);
  for (const path of ['bin', 'build', ...parts]) {
    cpSync(join(project, path), join(root, path), { recursive: true });
  }
  symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'));
  write(join(root, 'package.json'), JSON.stringify({ type: 'module', version: '1.2.3' }));
  write(join(root, 'package-lock.json'), '{}');
  write(join(root, 'problems/one.yaml'), problemText('one'));
  write(join(root, 'templates/plan.yaml'), templateText('plan'));
  writeMain('hello');
});
afterAll(() => rmSync(root, { recursive: true }));

describe('the build', () => {
  test('before it, the program says what to do, in one line', async () => {
    expect(await run('bin/sdi.js')).toEqual({
      code: 4,
      out: '',
      err: 'sdi is not built yet: run npm run prepare in its folder.\n',
    });
  });

  test('two at once do each other no harm', async () => {
    const outcomes = await Promise.all([run('build/prepare.js'), run('build/prepare.js')]);
    expect(outcomes).toEqual([0, 0].map((code) => ({ code, out: '', err: '' })));
    expect(builds()).toEqual([current()]);
    expect(readdirSync(dist).sort()).toEqual([current(), 'entry.cjs'].sort());
  });

  test('the program runs from it, with the version of the package and its own exit code', async () => {
    expect(await run('bin/sdi.js', 'a', 'b c')).toEqual({ code: 7, out: '1.2.3 hello  a b c', err: '' });
  });

  test('has all dependencies in it, with their licences', () => {
    const folder = join(dist, current());
    const code = readdirSync(folder)
      .filter((name) => name.endsWith('.js'))
      .map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(code.join('\n')).not.toMatch(/from\s*["'](?!node:|\.)/);
    expect(readFileSync(join(folder, 'LICENSES.txt'), 'utf8')).toMatch(/chalk \d+\.\d+\.\d+ \(MIT\)\n\nMIT License/);
    expect(readFileSync(join(folder, 'LICENSES.txt'), 'utf8')).not.toContain('rolldown');
  });

  test('has the content compiled', () => {
    const folder = join(dist, current(), 'content');
    const read = (path: string) => JSON.parse(readFileSync(join(folder, path), 'utf8'));
    expect(read('index.json')).toMatchObject({
      problems: [
        { entry: { id: 'one', level: 'L6', origin: 'built-in' }, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      ],
      templates: ['plan'],
    });
    expect(read('problems/one.json')).toMatchObject({ id: 'one', companies: [] });
    expect(read('templates/plan.json')).toMatchObject({ id: 'plan' });
  });

  test('is not made again while it is current', async () => {
    const entry = join(dist, 'entry.cjs');
    utimesSync(entry, 1, 1);
    const before = readFileSync(entry, 'utf8');
    expect(await run('build/prepare.js')).toEqual({ code: 0, out: '', err: '' });
    expect(readFileSync(entry, 'utf8')).toBe(before);
    expect(builds()).toHaveLength(1);
  });

  test('fails with every fault of the content, and the old build stays', async () => {
    const before = current();
    write(
      join(root, 'problems/two.yaml'),
      problemText('two').replace('weight: 2', 'weight: 9').replace('level: L6 ', 'level: L5 '),
    );
    const { code, err } = await run('build/prepare.js');
    expect(code).toBe(1);
    expect(err).toContain('problems/two.yaml:6:8: level must be L6 or L7, not "L5"');
    expect(err).toContain('weight must be a whole number from 1 to 3, not 9');
    expect(err).not.toContain('    at ');
    expect(current()).toBe(before);
    expect(builds()).toEqual([before]);
    expect(readdirSync(dist)).toHaveLength(2);
    rmSync(join(root, 'problems/two.yaml'));
  });

  test('after a change, the build before stays for those who are running; older ones and remains go', async () => {
    const before = current();
    for (const name of ['0123456789abcdef', '.building-0123456789abcdef-1']) {
      mkdirSync(join(dist, name));
      utimesSync(join(dist, name), 1, 1);
    }
    mkdirSync(join(dist, 'fedcba9876543210'));
    write(join(root, 'test/harness/entry.ts'), "export { main } from '../../src/main.ts';\n");
    writeMain('hello again');
    await run('build/prepare.js');
    expect(current()).not.toBe(before);
    expect(readdirSync(dist).sort()).toEqual(
      [before, current(), 'entry.cjs', 'fedcba9876543210', 'test-entry.cjs'].sort(),
    );
    expect((await run('bin/sdi.js')).out).toContain('hello again');
  });

  test('for packing, nothing but the current program stays', async () => {
    await run('build/prepare.js', '--clean');
    expect(readdirSync(dist).sort()).toEqual([current(), 'entry.cjs'].sort());
    expect(existsSync(join(dist, current(), 'test-entry.cjs'))).toBe(false);
    expect((await run('bin/sdi.js')).out).toContain('hello again');
  });
});
