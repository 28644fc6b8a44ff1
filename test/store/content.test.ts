import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ContentError, MachineError, UsageError } from '../../src/errors.ts';
import { createContentStore } from '../../src/store/content.ts';
import { nodeFiles } from '../../src/store/files.ts';
import { type ContentFolders, contentFolders, problemText, templateText, write } from '../harness/content.ts';

const storeOf = (folders: ContentFolders, folder?: string) =>
  createContentStore({ files: nodeFiles, ...folders, ...(folder === undefined ? {} : { folder }) });
const idsOf = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);

describe('built-in content', () => {
  test('is there without a data directory', async () => {
    const store = storeOf(contentFolders());
    expect(await store.problems()).toMatchObject([{ id: 'built-in', origin: 'built-in', tags: ['caching'] }]);
    expect((await store.problems())[0]).not.toHaveProperty('hash');
    expect(idsOf(await store.templates())).toEqual(['plan']);
    expect((await store.template('plan')).phases).toHaveLength(3);
  });

  test('comes with the hash of its JSON', async () => {
    const { problem, hash } = await storeOf(contentFolders()).problem('built-in');
    expect(hash).toBe(createHash('sha256').update(JSON.stringify(problem)).digest('hex'));
  });

  test('that is missing is the machine’s fault', async () => {
    const store = storeOf({ ...contentFolders(), builtInFolder: '/nowhere' });
    await expect(store.problems()).rejects.toThrow(MachineError);
  });
});

describe('own files', () => {
  test('stand beside the built-in ones, with a hash in the same form', async () => {
    const store = storeOf(
      contentFolders({
        'home/problems/mine.yaml': problemText('mine'),
        'home/templates/my-plan.yml': templateText('my-plan'),
      }),
    );
    expect(await store.problems()).toMatchObject([{ id: 'built-in' }, { id: 'mine', origin: 'own' }]);
    expect(idsOf(await store.templates())).toEqual(['plan', 'my-plan']);
    const { problem, hash } = await store.problem('mine');
    expect(hash).toBe(createHash('sha256').update(JSON.stringify(problem)).digest('hex'));
    expect((await store.template('my-plan')).id).toBe('my-plan');
  });

  test('one bad file among fifty hides none of the others (fault 26)', async () => {
    const good = Array.from({ length: 49 }, (_, index) => `p${index}`);
    const files = Object.fromEntries(good.map((id) => [`home/problems/${id}.yaml`, problemText(id)]));
    const store = storeOf(contentFolders({ ...files, 'home/problems/bad.yaml': 'id: bad\nminutes: 0\n' }));
    expect(idsOf(await store.problems()).sort()).toEqual(['built-in', ...good].sort());
    await expect(store.problem('bad')).rejects.toThrow(ContentError);
  });

  test('a problem with faults is refused with all of them', async () => {
    const store = storeOf(
      contentFolders({ 'home/problems/bad.yaml': problemText('bad').replace('weight: 2', 'weight: 9') }),
    );
    const error = await store.problem('bad').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ContentError);
    expect((error as ContentError).diagnostics).toMatchObject([
      { line: expect.any(Number), message: expect.stringMatching(/^weight/) },
    ]);
  });

  test('the built-in problem stays where an own file has its id', async () => {
    const own = problemText('built-in').replace('What it is called', 'Mine');
    const store = storeOf(contentFolders({ 'home/problems/built-in.yaml': own }));
    expect(await store.problems()).toMatchObject([{ id: 'built-in', origin: 'built-in' }]);
    expect((await store.problem('built-in')).problem.title).toBe('What it is called');
    expect(store.sources([])).toMatchObject([{ taken: true }]);
  });

  test('a further folder comes before the data directory', async () => {
    const folders = contentFolders({
      'further/mine.yaml': problemText('mine').replace('What it is called', 'Further'),
      'home/problems/mine.yaml': problemText('mine'),
    });
    const store = storeOf(folders, join(folders.root, '../further'));
    expect((await store.problem('mine')).problem.title).toBe('Further');
    expect(idsOf(await store.problems())).toEqual(['built-in', 'mine']);
  });

  test('a further folder that is not there, or has no YAML, is told at once', () => {
    const folders = contentFolders({ 'further/readme.md': '' });
    for (const folder of ['nowhere', join(folders.root, '../further')]) {
      expect(() => storeOf(folders, folder)).toThrow(UsageError);
    }
  });
});

describe('what is no content file (fault 23)', () => {
  test('a FIFO, a folder and a 50 MB file are refused before reading, and hide nothing', async () => {
    const folders = contentFolders({ 'home/problems/large.yaml': '', 'home/problems/mine.yaml': problemText('mine') });
    const problems = join(folders.home, 'problems');
    execFileSync('mkfifo', [join(problems, 'fifo.yaml')]);
    mkdirSync(join(problems, 'folder.yaml'));
    truncateSync(join(problems, 'large.yaml'), 50 * 1024 * 1024);
    const store = storeOf(folders);
    expect(idsOf(await store.problems())).toEqual(['built-in', 'mine']);
    for (const id of ['fifo', 'folder', 'large']) await expect(store.problem(id)).rejects.toThrow(ContentError);
    expect(store.sources(['/dev/zero'])).toMatchObject([
      { bytes: undefined, fault: expect.stringMatching(/no regular file/) },
    ]);
  });

  test.skipIf(process.getuid?.() === 0)('a folder that may not be read', async () => {
    const folders = contentFolders({ 'home/problems/mine.yaml': problemText('mine') });
    chmodSync(join(folders.home, 'problems'), 0);
    await expect(storeOf(folders).problems()).rejects.toThrow(MachineError);
  });
});

describe('unknown ids', () => {
  test('name what was probably meant', async () => {
    const store = storeOf(contentFolders());
    await expect(store.problem('bulit-in')).rejects.toMatchObject({ exitCode: 2, hint: 'Did you mean built-in?' });
    await expect(store.template('xyzzy')).rejects.toMatchObject({ exitCode: 2, hint: 'There are: plan.' });
  });

  test.each(['../built-in', '/etc/passwd', 'con', 'a\0b', 'a'.repeat(300), '__proto__', ''])(
    '%j reaches no file (fault 30)',
    async (id) => {
      const folders = contentFolders({ 'home/problems/mine.yaml': problemText('mine') });
      write(join(folders.home, 'built-in.yaml'), problemText('built-in'));
      await expect(storeOf(folders).problem(id)).rejects.toThrow(UsageError);
      await expect(storeOf(folders).template(id)).rejects.toThrow(UsageError);
    },
  );
});

describe('sources', () => {
  const folders = contentFolders({
    'root/problems/built-in.yaml': problemText('built-in'),
    'root/problems/schema.json': '{}',
    'root/templates/plan.yaml': templateText('plan'),
    'home/problems/mine.yaml': problemText('mine'),
    'elsewhere/loose.yaml': templateText('loose'),
    'empty/readme.md': '',
  });
  const names = (paths: readonly string[]) =>
    storeOf(folders)
      .sources(paths)
      .map(({ path, kind, taken }) => [path.split('/').slice(-3).join('/'), kind, taken]);

  test('are the built-in ones of a clone and the user’s own', () => {
    expect(names([])).toEqual([
      ['root/problems/built-in.yaml', 'problem', false],
      ['root/templates/plan.yaml', 'template', false],
      ['home/problems/mine.yaml', 'problem', false],
    ]);
  });

  test('or those that paths lead to; the kind shows in the folder or in the fields', () => {
    const base = join(folders.root, '..');
    expect(names([folders.root])).toHaveLength(2);
    expect(names([join(base, 'elsewhere')])).toMatchObject([
      ['elsewhere/loose.yaml', 'template', false].map((part) =>
        part === 'elsewhere/loose.yaml' ? expect.stringMatching(/elsewhere\/loose\.yaml$/) : part,
      ),
    ]);
    expect(names([join(folders.root, 'problems/built-in.yaml')])).toMatchObject([
      ['root/problems/built-in.yaml', 'problem', false],
    ]);
  });

  test('a path that is not there, or has no YAML, is wrong usage', () => {
    for (const path of ['/nowhere', 'a\0b', join(folders.root, '../empty')]) {
      expect(() => storeOf(folders).sources([path])).toThrow(UsageError);
    }
  });
});
