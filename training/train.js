import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { importSource } from '../build/bundle.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const { train } = await importSource(root, 'training/train.ts', join(root, 'dist', `.training-${process.pid}`));
train(root, process.argv.slice(2));
