import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderWith } from '../support/folder.ts';
import { CONFIGS, restlessAuthor, step } from '../support/lsp-author.ts';
import { connect } from '../support/lsp-client.ts';

const DOCUMENTS = 5;
const bursts = fc.array(fc.array(step, { minLength: 1, maxLength: 40 }), { minLength: 3, maxLength: 5 });

describe('a long session', () => {
  const rejections: unknown[] = [];
  const note = (reason: unknown): void => void rejections.push(reason);
  beforeAll(() => void process.on('unhandledRejection', note));
  afterAll(() => void process.off('unhandledRejection', note));

  // The whole soak, against the server's own process, is tests/hard/lsp-soak.test.ts.
  it('shows what koetsu check finds after each burst of edits, cancels, closes and new configurations', async () => {
    const property = fc.asyncProperty(bursts, async (all) => {
      const root = folderWith({ '.textlintrc.json': CONFIGS[0] ?? '' });
      const capabilities = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
      const client = await connect({ rootUri: pathToFileURL(root).href, capabilities });
      const author = await restlessAuthor(client, root, DOCUMENTS);
      for (const burst of all) {
        for (const one of burst) await author.play(one);
        await author.check();
      }
    });
    await fc.assert(property, { numRuns: 5 });
    expect(rejections).toEqual([]);
  });
});
