import { createRequire } from 'node:module';
import process from 'node:process';

const { main } = createRequire(import.meta.url)('../../dist/test-entry.cjs');
process.exitCode = await main(process.argv.slice(2));
