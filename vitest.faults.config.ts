import { defineConfig } from 'vitest/config';

/** What takes minutes, or rights that a test machine may not give; what was skipped is printed. */
export default defineConfig({
  define: { __SDI_VERSION__: JSON.stringify('0.0.0-test') },
  test: {
    globalSetup: ['test/e2e/built.ts'],
    include: ['test/faults/**/*.test.ts', 'test/e2e/session-faults.test.ts'],
    env: { TZ: 'UTC', SDI_TEST_KILLS: '200' },
    reporters: ['verbose'],
    testTimeout: 20_000,
  },
});
