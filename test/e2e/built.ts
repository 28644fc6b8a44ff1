import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Before all tests: the program that they run is the one that is in src. */
export default function buildProgram(): void {
  execFileSync(process.execPath, [fileURLToPath(new URL('../../build/prepare.js', import.meta.url))], {
    stdio: 'inherit',
  });
}
