import { defineConfig } from 'vitest/config';

/** `npm run test:vscode`: the extension in VS Code itself, which is installed into the user's cache folder at the first run (0.7 GB). */
export default defineConfig({
  test: {
    include: ['tests/vscode/**/*.test.ts'],
    testTimeout: 3 * 60_000,
    hookTimeout: 15 * 60_000,
  },
});
