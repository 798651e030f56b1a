import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver';
import { lintText } from '../../src/lint/lint-text.ts';
import { loadConfig } from '../../src/lint/load-config.ts';
import { applyChanges } from '../../src/lsp/from-lsp.ts';
import { lineIndexOf } from '../../src/lsp/line-index.ts';
import { rangeToLsp } from '../../src/lsp/to-lsp.ts';
import { loadTokenizer } from '../../src/text/load-tokenizer.ts';
import { markdownish } from '../support/articles.ts';
import { folderWith } from '../support/folder.ts';
import { connect, NOW } from '../support/lsp-client.ts';
import { CACHE, only } from '../support/run.ts';

const DOCUMENTS = 5;
const CONFIGS = [
  only({ 'generation-artifacts': true, 'broken-sentences': true }),
  only({ 'broken-markup': true, 'duplicated-passages': { severity: 'info' } }),
  '{ "rules": { "preset-koetsu": true, "preset-ja-technical-writing": { "max-ten": { "max": 2 } } } }',
];

interface Step {
  readonly move: Move;
  readonly which: number;
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

const MOVES = ['edit', 'edit', 'edit', 'edit', 'edit', 'edit', 'ask', 'ask', 'close', 'config', 'pause'] as const;
type Move = (typeof MOVES)[number];
const ASKED = ['codeLens', 'hover', 'codeAction', 'documentSymbol', 'completion'];

const step: fc.Arbitrary<Step> = fc.record({
  move: fc.constantFrom(...MOVES),
  which: fc.nat(),
  at: fc.nat(),
  length: fc.nat(40),
  text: markdownish,
});
const bursts = fc.array(fc.array(step, { minLength: 1, maxLength: 30 }), { minLength: 4, maxLength: 6 });

/** A restless author in a site of their own. */
async function author() {
  const root = folderWith({ '.textlintrc.json': CONFIGS[0] ?? '' });
  const config = join(root, '.textlintrc.json');
  const capabilities = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
  const client = await connect({ rootUri: pathToFileURL(root).href, capabilities });
  const send = (method: string, params: object) => client.connection.sendNotification(method, params);
  const texts = new Map<string, { readonly text: string; readonly version: number }>();
  let version = 1;

  const moves: Readonly<Record<Move, (uri: string, step: Step) => Promise<unknown>>> = {
    edit: (uri, { at, length, text }) => {
      const known = texts.get(uri);
      version += 1;
      texts.set(uri, { text, version });
      if (!known) return client.open(uri, text, 'markdown', version);
      const start = at % (known.text.length + 1);
      const places = [start, Math.min(known.text.length, start + length)] as const;
      const changes = [{ range: rangeToLsp(places, lineIndexOf(known.text, 'utf-16')), text }];
      texts.set(uri, { text: applyChanges(known.text, changes, 'utf-16'), version });
      return client.change(uri, version, changes);
    },
    ask: async (uri, { which, at }) => {
      const source = new CancellationTokenSource();
      const position = { line: at % 7, character: at % 5 };
      const range = { start: position, end: position };
      const params = { textDocument: { uri }, position, range, context: { diagnostics: [] } };
      const method = `textDocument/${ASKED[which % ASKED.length]}`;
      void client.connection.sendRequest(method, params, source.token).catch(() => undefined);
      if (which % 2 === 1) source.cancel();
    },
    close: (uri) => (texts.delete(uri) ? send('textDocument/didClose', { textDocument: { uri } }) : Promise.resolve()),
    config: (_uri, { at }) => {
      writeFileSync(config, CONFIGS[at % CONFIGS.length] ?? '');
      const changes = [{ uri: pathToFileURL(config).href, type: 2 }];
      return send('workspace/didChangeWatchedFiles', { changes });
    },
    pause: () => new Promise((resolve) => setImmediate(resolve)),
  };
  const play = (one: Step): Promise<unknown> =>
    moves[one.move](pathToFileURL(join(root, `${one.which % DOCUMENTS}.md`)).href, one);
  return { root, client, texts, play };
}

describe('a long session', () => {
  const rejections: unknown[] = [];
  const note = (reason: unknown): void => void rejections.push(reason);
  beforeAll(() => void process.on('unhandledRejection', note));
  afterAll(() => void process.off('unhandledRejection', note));

  it('shows what koetsu check finds after each burst of edits, cancels, closes and new configurations', async () => {
    const tools = { tokenize: await loadTokenizer({ cacheDirectory: CACHE }), now: NOW };
    const property = fc.asyncProperty(bursts, async (all) => {
      const { root, client, texts, play } = await author();
      for (const burst of all) {
        for (const one of burst) await play(one);
        const config = await loadConfig(root);
        if (!config.ok) throw new Error('configuration');
        for (const [uri, { text, version }] of texts) {
          // Answered when all rules have run on the newest version.
          await client.connection.sendRequest('textDocument/codeLens', { textDocument: { uri } });
          const shown = client.published.findLast((params) => params.uri === uri);
          const findings = await lintText({ text, path: fileURLToPath(uri) }, config.value, tools);
          const index = lineIndexOf(text, 'utf-16');
          expect(shown?.version).toBe(version);
          expect(shown?.diagnostics.map(({ code, message, range }) => [code, message, range])).toEqual(
            findings.map(({ ruleId, message, range }) => [ruleId, message, rangeToLsp(range, index)]),
          );
        }
      }
    });
    await fc.assert(property, { numRuns: 8 });
    expect(rejections).toEqual([]);
  });
});
