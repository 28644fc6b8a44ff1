import { defineConfig } from 'vitest/config';

const define = { __SDI_VERSION__: JSON.stringify('0.0.0-test') };
const shared = { env: { TZ: 'UTC', NO_COLOR: '', FORCE_COLOR: '' }, testTimeout: 20_000 };

export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters: ['default', ['json', { outputFile: '.reports/tests.json' }]],
    projects: [
      {
        define,
        test: { ...shared, name: 'source', include: ['test/**/*.test.ts'], exclude: ['test/e2e/**', 'test/faults/**'] },
      },
      // The built program in a pseudo-terminal.
      {
        define,
        test: { ...shared, name: 'program', include: ['test/e2e/**/*.test.ts'], globalSetup: ['test/e2e/built.ts'] },
      },
    ],
  },
});
