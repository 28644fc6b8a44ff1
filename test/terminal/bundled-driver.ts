import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'rolldown';

let built: Promise<string> | undefined;

/** The path of the driver as JavaScript, since Node 20 runs no TypeScript. */
export function bundledDriver(): Promise<string> {
  built ??= bundle();
  return built;
}

async function bundle(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'sdi-driver-'));
  await build({
    input: join(import.meta.dirname, 'driver.ts'),
    platform: 'node',
    logLevel: 'warn',
    output: { dir: folder, format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
  });
  return join(folder, 'driver.mjs');
}
