import { defineConfig } from 'vitest/config';

/** `unit` is fast and runs on every check. `system` opens real ports, processes and browsers and runs with `npm test`. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['**/*.test.ts'], exclude: ['node_modules', 'dist', '**/*.system.test.ts'], testTimeout: 60_000 } },
      {
        test: {
          name: 'system',
          include: ['**/*.system.test.ts'],
          exclude: ['node_modules', 'dist'],
          testTimeout: 300_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
