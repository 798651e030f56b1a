import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../support/folder.ts';
import { connect } from '../support/lsp-client.ts';
import { only } from '../support/run.ts';

const ARTICLE = '---\ntitle: 港の話\n---\n\n港が開いた。\n\n---END---\n\n船が着いた。\n';

describe('diagnostics', () => {
  it('appear at the exact place, with code, source and the page of the rule', async () => {
    const root = folderWith({ '.textlintrc.json': only({ 'generation-artifacts': true }) });
    const client = await connect({
      workspaceFolders: [{ uri: pathToFileURL(root).href, name: 'site' }],
      capabilities: { textDocument: { publishDiagnostics: { codeDescriptionSupport: true } } },
    });
    const uri = pathToFileURL(join(root, 'a.md')).href;
    await client.open(uri, ARTICLE);
    const found = await client.diagnostics(uri);
    expect(found).toMatchObject([
      {
        range: { start: { line: 6, character: 0 }, end: { line: 6, character: 9 } },
        severity: 1,
        code: 'koetsu/generation-artifacts',
        source: 'koetsu',
        codeDescription: { href: expect.stringContaining('generation-artifacts/README.md') },
      },
    ]);
  });
});
