#!/usr/bin/env node
'use strict';
// CommonJS, with a package.json of its own that says so: it starts a sixth faster than a module on Node 20.

const NOT_BUILT = 4;

function load() {
  try {
    return require('../dist/entry.cjs');
  } catch (error) {
    const isMissing = error?.code === 'MODULE_NOT_FOUND' && /[\\/]dist[\\/]/.test(error.message);
    if (!isMissing) throw error;
    process.stderr.write('sdi is not built yet: run npm run prepare in its folder.\n');
    return { main: async () => NOT_BUILT };
  }
}

void load()
  .main(process.argv.slice(2))
  .then((exitCode) => {
    process.exitCode = exitCode;
  });
