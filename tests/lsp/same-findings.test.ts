import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { lintText } from '../../src/lint/lint-text.ts';
import { loadConfig } from '../../src/lint/load-config.ts';
import { applyChanges } from '../../src/lsp/from-lsp.ts';
import { type Encoding, lineIndexOf } from '../../src/lsp/line-index.ts';
import { rangeToLsp } from '../../src/lsp/to-lsp.ts';
import { loadTokenizer } from '../../src/text/load-tokenizer.ts';
import { markdownish } from '../support/articles.ts';
import { folderWith } from '../support/folder.ts';
import { connect } from '../support/lsp-client.ts';
import { NOW } from '../support/lsp-thread.ts';
import { CACHE } from '../support/run.ts';

interface Edit {
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(),
  length: fc.nat(30),
  text: fc.oneof(markdownish, fc.constantFrom('', '。', '𠮷', '\n', '\r\n', '---END---\n', '売上は3億円だ。')),
});

/** A change of the protocol that replaces characters of a text; `length` 30 replaces all. */
function changeOf(
  text: string,
  { at, length, text: inserted }: Edit,
  encoding: Encoding,
): TextDocumentContentChangeEvent {
  if (length === 30) return { text: inserted };
  const start = at % (text.length + 1);
  return {
    range: rangeToLsp([start, Math.min(text.length, start + length)], lineIndexOf(text, encoding)),
    text: inserted,
  };
}

describe('findings in the editor', () => {
  it.each(['utf-8', 'utf-16', 'utf-32'] as const)(
    'are those of koetsu check, after any edits, with positions in %s',
    async (encoding) => {
      const root = folderWith({ 'README.md': '' });
      const config = await loadConfig(root);
      if (!config.ok) throw new Error('default configuration');
      const tools = { tokenize: await loadTokenizer({ cacheDirectory: CACHE }), now: NOW };
      const client = await connect({
        rootUri: pathToFileURL(root).href,
        capabilities: { general: { positionEncodings: [encoding] } },
      });
      expect(client.result.capabilities.positionEncoding).toBe(encoding);
      let files = 0;
      const property = fc.asyncProperty(markdownish, fc.array(edit, { maxLength: 6 }), async (first, edits) => {
        const path = join(root, `${files++}.md`);
        const uri = pathToFileURL(path).href;
        let text = first;
        let version = 1;
        await client.open(uri, text);
        for (const one of edits) {
          const change = changeOf(text, one, encoding);
          text = applyChanges(text, [change], encoding);
          version += 1;
          await client.change(uri, version, [change]);
        }
        // Answered when all rules have run on the newest version.
        await client.connection.sendRequest('textDocument/codeLens', { textDocument: { uri } });
        const shown = client.published.findLast((params) => params.uri === uri);
        const index = lineIndexOf(text, encoding);
        const findings = await lintText({ text, path }, config.value, tools);
        expect(shown?.version).toBe(version);
        expect(shown?.diagnostics.map(({ code, message, range }) => ({ code, message, range }))).toEqual(
          findings.map(({ ruleId, message, range }) => ({ code: ruleId, message, range: rangeToLsp(range, index) })),
        );
        await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
      });
      await fc.assert(property, { numRuns: 25 });
    },
  );
});
