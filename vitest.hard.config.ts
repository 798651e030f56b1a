import { defineConfig } from 'vitest/config';

const TIMES = { testTimeout: 30 * 60_000, hookTimeout: 10 * 60_000 };
/** They compare times, and keep both processors busy by themselves. */
const ALONE = ['tests/hard/fuzz.test.ts', 'tests/hard/growth.test.ts'];

/** `npm run test:hard`: what takes minutes. Two files side by side, then those that measure one after the other. */
export default defineConfig({
  test: {
    projects: [
      {
        test: { name: 'together', include: ['tests/hard/*.test.ts'], exclude: ALONE, maxWorkers: 2, ...TIMES },
      },
      {
        test: { name: 'alone', include: ALONE, fileParallelism: false, sequence: { groupOrder: 1 }, ...TIMES },
      },
    ],
  },
});
