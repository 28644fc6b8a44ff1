import { defineConfig } from 'vitest/config';

export default defineConfig({
  define: { __SDI_VERSION__: JSON.stringify('0.0.0-test') },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/faults/**'],
    env: { TZ: 'UTC', NO_COLOR: '', FORCE_COLOR: '' },
    testTimeout: 20_000,
    maxWorkers: 2,
  },
});
