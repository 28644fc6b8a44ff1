import { defineConfig } from 'vitest/config';

/** Measures; a missed mark is reported and fails nothing. The table is written to .reports/bench.md too. */
export default defineConfig({
  test: {
    globalSetup: ['test/e2e/built.ts'],
    include: ['test/bench/**/*.bench.ts'],
    reporters: ['verbose'],
    testTimeout: 600_000,
    fileParallelism: false,
  },
});
