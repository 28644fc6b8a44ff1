import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { entryOf } from '../../src/catalogue/catalogue.ts';
import { parseProblem, parseTemplate } from '../../src/catalogue/content-file.ts';
import { problemStub } from '../../src/catalogue/stubs/problem-stub.ts';
import { templateStub } from '../../src/catalogue/stubs/template-stub.ts';
import type { Context } from '../../src/context.ts';
import { createContentStore } from '../../src/store/content.ts';
import type { BuiltInIndex } from '../../src/store/content-index.ts';
import { nodeFiles } from '../../src/store/files.ts';
import { createStore } from '../../src/store/store.ts';
import { type TestContext, testContext, type World } from './context.ts';

const encode = (text: string) => new TextEncoder().encode(text);

export const problemText = (id: string) => problemStub({ id, schema: './schema.json', updated: '2026-11-22' });
export const templateText = (id: string) => templateStub({ id, schema: './schema.json' });

/** Folders on the real disk: `root` is that of the package, `home` the data directory. */
export interface ContentFolders {
  readonly root: string;
  readonly home: string;
  readonly builtInFolder: string;
}

/** A package with the built-in problem `built-in`, the template `plan`, and the given files (path -> text). */
export function contentFolders(files: Readonly<Record<string, string>> = {}): ContentFolders {
  const base = mkdtempSync(join(tmpdir(), 'sdi-content-'));
  const folders = {
    root: join(base, 'root'),
    home: join(base, 'home'),
    builtInFolder: join(base, 'root/dist/1/content'),
  };
  const problem = parseProblem({ path: 'built-in.yaml', taken: false, bytes: encode(problemText('built-in')) });
  const template = parseTemplate({ path: 'plan.yaml', taken: false, bytes: encode(templateText('plan')) });
  if (!problem.ok || !template.ok) throw new Error('The stubs have faults.');
  const text = JSON.stringify(problem.value);
  const index: BuiltInIndex = {
    problems: [
      {
        entry: entryOf(problem.value, 'built-in'),
        hash: createHash('sha256').update(text).digest('hex'),
        weighed: true,
      },
    ],
    templates: ['plan'],
  };
  write(join(folders.builtInFolder, 'index.json'), JSON.stringify(index));
  write(join(folders.builtInFolder, 'problems/built-in.json'), text);
  write(join(folders.builtInFolder, 'weights/built-in.json'), '{"points":[]}');
  write(join(folders.builtInFolder, 'templates/plan.json'), JSON.stringify(template.value));
  for (const [path, content] of Object.entries(files)) write(join(base, path), content);
  return folders;
}

export function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** A test context whose store is the real one, in these folders. */
export function contentContext(
  { home, ...places }: ContentFolders,
  world: World = {},
): Context & Pick<TestContext, 'printed'> {
  const context = testContext(world);
  const store = createStore({
    environment: { SDI_HOME: home },
    wallMs: () => context.clock.wallMs(),
    content: (where, folder) =>
      createContentStore({ files: nodeFiles, home: where, ...places, ...(folder === undefined ? {} : { folder }) }),
  });
  return { ...context, store };
}
