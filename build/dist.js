import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { hashInputs } from './inputs.js';

const ENTRIES = { 'entry.cjs': 'main.cjs', 'test-entry.cjs': 'test-entry.cjs' };
/** A younger build may belong to another process that is about to swap it in. */
const SWEEP_AFTER_MS = 10 * 60 * 1000;

/**
 * Brings `dist/` up to date: builds into a folder of its own, then swaps one small file, so that whoever is running
 * keeps the chunks that it began with and two builds at once do no harm. Returns what it did.
 */
export async function prepare(root) {
  const dist = join(root, 'dist');
  const hash = hashInputs(root);
  const before = currentBuild(dist);
  if (before === hash && existsSync(join(dist, hash, 'main.cjs'))) return 'current';
  if (!existsSync(join(dist, hash, 'main.cjs'))) await build(root, dist, hash);
  swap(dist, hash);
  sweep(dist, [hash, before]);
  return 'built';
}

async function build(root, dist, hash) {
  const folder = join(dist, `.building-${hash}-${process.pid}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  try {
    const { bundle } = await import('./bundle.js');
    await bundle(root, folder);
    renameSync(folder, join(dist, hash));
  } catch (error) {
    // Another process that built the same was faster.
    if (!['ENOTEMPTY', 'EEXIST'].includes(error?.code)) throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function currentBuild(dist) {
  try {
    return /'\.\/([0-9a-f]+)\//.exec(readFileSync(join(dist, 'entry.cjs'), 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}

function swap(dist, hash) {
  for (const [entry, main] of Object.entries(ENTRIES)) {
    if (!existsSync(join(dist, hash, main))) {
      rmSync(join(dist, entry), { force: true });
      continue;
    }
    const fresh = join(dist, `.${entry}-${process.pid}`);
    writeFileSync(fresh, `module.exports = require('./${hash}/${main}');\n`);
    renameSync(fresh, join(dist, entry));
  }
}

/** Removes all builds but this one and the one before. */
function sweep(dist, keep, age = SWEEP_AFTER_MS) {
  for (const name of readdirSync(dist)) {
    const path = join(dist, name);
    if (keep.includes(name) || !/^[0-9a-f]{16}$|^\.building-/.test(name)) continue;
    if (Date.now() - statSync(path, { throwIfNoEntry: false })?.mtimeMs < age) continue;
    rmSync(path, { recursive: true, force: true });
  }
}

/** Leaves the current build alone in `dist/`, without what only tests use, for packing. */
export function cleanForPacking(root) {
  const dist = join(root, 'dist');
  const hash = currentBuild(dist);
  sweep(dist, [hash], 0);
  for (const path of ['test-entry.cjs', `${hash}/test-entry.cjs`]) rmSync(join(dist, path), { force: true });
}
