import process from 'node:process';
import { main } from '../../dist/test-entry.js';

process.exitCode = await main(process.argv.slice(2));
