#!/usr/bin/env node
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { cleanForPacking, prepare } from './dist.js';

const root = fileURLToPath(new URL('..', import.meta.url));
try {
  await prepare(root);
  if (process.argv.includes('--clean')) cleanForPacking(root);
} catch (error) {
  const missing = error?.code === 'ERR_MODULE_NOT_FOUND' && /'rolldown'/.test(error.message);
  const message = missing ? 'The build needs its dependencies: run npm install.' : (error?.stack ?? error);
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}
