import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { licenceNotices } from './licences.js';

/** The same program for tests to drive from outside. */
const TEST_ENTRIES = ['src/test-entry.ts', 'test/harness/entry.ts'];

/** Builds the program, the compiled content and the licence notices into `folder`. */
export async function bundle(root, folder) {
  const modules = await bundleProgram(root, folder);
  writeFileSync(join(folder, 'LICENSES.txt'), licenceNotices(modules));
  const { writeContent } = await importSource(root, 'build/content.ts', join(folder, '.content'));
  writeContent(root, join(folder, 'content'));
}

/** Returns the paths of all modules of which something was bundled. */
async function bundleProgram(root, folder) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const testEntry = TEST_ENTRIES.map((path) => join(root, path)).find(existsSync);
  const bundle = await rolldown({
    ...common(root),
    input: { main: join(root, 'src/main.ts'), ...(testEntry ? { 'test-entry': testEntry } : {}) },
    transform: { define: { __SDI_VERSION__: JSON.stringify(version) } },
  });
  const { output } = await bundle.write({
    dir: folder,
    // CommonJS starts a sixth faster than modules on Node 20.
    format: 'cjs',
    // One flat folder, so that `import.meta.url` leads to `content/` from every chunk.
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
    minify: { compress: true, mangle: false, codegen: true },
  });
  await bundle.close();
  return output.flatMap((chunk) =>
    Object.entries(chunk.modules ?? {}).flatMap(([path, module]) => (module.renderedLength > 0 ? [path] : [])),
  );
}

/** Runs TypeScript of the project in the build: bundles it into `folder`, imports it and removes it again. */
export async function importSource(root, path, folder) {
  const bundle = await rolldown({ ...common(root), input: join(root, path) });
  await bundle.write({ dir: folder, format: 'esm', entryFileNames: 'source.mjs', codeSplitting: false });
  await bundle.close();
  try {
    return await import(pathToFileURL(join(folder, 'source.mjs')).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function common(root) {
  return {
    cwd: root,
    platform: 'node',
    external: /^node:/,
    // An import that is not found would otherwise only be warned about, and fail at the user's.
    onLog: (level, log, handle) => handle(log.code === 'UNRESOLVED_IMPORT' ? 'error' : level, log),
  };
}
