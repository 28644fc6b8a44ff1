#!/usr/bin/env node
import process from 'node:process';

const NOT_BUILT = 4;

try {
  const { main } = await import('../dist/entry.js');
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const isMissing = error?.code === 'ERR_MODULE_NOT_FOUND' && /[\\/]dist[\\/]/.test(error.message);
  if (!isMissing) throw error;
  process.stderr.write('sdi is not built yet: run npm run prepare in its folder.\n');
  process.exitCode = NOT_BUILT;
}
