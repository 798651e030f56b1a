import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'tests/hard/**', 'tests/vscode/**'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
