import { defineConfig } from 'vitest/config';

/** `npm run test:hard`: what takes minutes. One file after the other, so that measures and time limits mean something. */
export default defineConfig({
  test: {
    include: ['tests/hard/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 15 * 60_000,
    hookTimeout: 5 * 60_000,
  },
});
