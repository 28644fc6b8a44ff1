import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { importSource } from '../../build/bundle.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { evaluate } = await importSource(
  root,
  'test/corpus/evaluate.ts',
  join(root, 'dist', `.evaluating-${process.pid}`),
);
evaluate(root, process.argv.slice(2));
