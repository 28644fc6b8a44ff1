import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCheck } from '../../src/commands/check.ts';
import { type NewOptions, runNew } from '../../src/commands/new.ts';
import { UsageError } from '../../src/errors.ts';
import { contentContext, contentFolders, problemText, write } from '../harness/content.ts';

function world(files: Readonly<Record<string, string>> = {}) {
  const folders = contentFolders(files);
  for (const name of ['problems', 'templates']) mkdirSync(join(folders.home, name), { recursive: true });
  return { ...folders, context: contentContext(folders) };
}

describe('new', () => {
  test.each(['problem', 'template'] as const)('a %s passes check, and editors find its schema', async (kind) => {
    const { context, home } = world();
    expect(await runNew({ kind, id: 'my-own' }, context)).toBe(0);
    const path = join(home, `${kind}s/my-own.yaml`);
    expect(context.printed.out).toBe(`${path}\n`);
    expect(readFileSync(path, 'utf8')).toMatch(/^# yaml-language-server: \$schema=\.\/schema\.json\n/);
    expect(JSON.parse(readFileSync(join(home, `${kind}s/schema.json`), 'utf8'))).toMatchObject({ type: 'object' });
    expect(await runCheck({ paths: [], json: false }, context)).toBe(0);
  });

  test('a problem is dated with the day of the clock', async () => {
    const { context, home } = world();
    await runNew({ kind: 'problem', id: 'my-own' }, context);
    expect(readFileSync(join(home, 'problems/my-own.yaml'), 'utf8')).toContain('updated: 2026-11-22');
  });

  test('--output writes elsewhere; the schema is the one beside it or the copy in the data directory', async () => {
    const { context, home, root } = world();
    mkdirSync(join(root, 'x'));
    await runNew({ kind: 'problem', id: 'one', output: join(root, 'x/one.yaml') }, context);
    expect(readFileSync(join(root, 'x/one.yaml'), 'utf8')).toContain(`$schema=${home}/problems/schema.json`);
    write(join(root, 'problems/schema.json'), '{}');
    await runNew({ kind: 'problem', id: 'two', output: join(root, 'problems/two.yaml') }, context);
    expect(readFileSync(join(root, 'problems/two.yaml'), 'utf8')).toContain('$schema=./schema.json');
    expect(readFileSync(join(root, 'problems/schema.json'), 'utf8')).toBe('{}');
  });

  test('never overwrites', async () => {
    const { context, home } = world({ 'home/problems/mine.yaml': 'broken' });
    await expect(runNew({ kind: 'problem', id: 'mine' }, context)).rejects.toThrow(UsageError);
    expect(readFileSync(join(home, 'problems/mine.yaml'), 'utf8')).toBe('broken');
  });

  test.each(['../x', '/etc/x', 'con', 'a\0b', 'a'.repeat(300), 'A', ''])(
    'the id %j is refused, and nothing is written (fault 30)',
    async (id) => {
      const { context, home } = world();
      await expect(runNew({ kind: 'problem', id }, context)).rejects.toThrow(UsageError);
      expect(existsSync(join(home, 'problems/schema.json'))).toBe(false);
    },
  );

  test.each<[string, NewOptions]>([
    ['a built-in id', { kind: 'problem', id: 'built-in' }],
    ['the id of an own problem', { kind: 'problem', id: 'mine', output: '/tmp/x/mine.yaml' }],
    ['the id of a built-in template', { kind: 'template', id: 'plan' }],
    ['a file name that is not the id', { kind: 'problem', id: 'a', output: '/tmp/b.yaml' }],
  ])('%s is refused', async (_, options) => {
    const { context } = world({ 'home/problems/mine.yaml': problemText('mine') });
    await expect(runNew(options, context)).rejects.toThrow(UsageError);
  });
});
