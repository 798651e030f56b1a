import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readClient, readSettings } from '../../src/lsp/client.ts';
import { folderWith } from '../support/folder.ts';
import { type Capabilities, connect } from '../support/lsp-client.ts';
import { only } from '../support/run.ts';

const literals = { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } } };
const UTF = (...names: readonly string[]) => ({ general: { positionEncodings: [...names] } });

/** What editors say of themselves, reduced to what is looked at here. */
const EDITORS: readonly (readonly [name: string, capabilities: Capabilities, expected: object])[] = [
  [
    'a client that says nothing',
    {},
    { encoding: 'utf-16', pulls: false, actionLiterals: false, documentChanges: false },
  ],
  [
    'Neovim 0.7',
    {
      textDocument: {
        codeAction: literals,
        hover: { contentFormat: ['markdown', 'plaintext'] },
        documentSymbol: { hierarchicalDocumentSymbolSupport: true },
        publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1, 2] } },
      },
      window: { showDocument: { support: false } },
      workspace: { applyEdit: true, configuration: true, workspaceFolders: true },
    },
    { encoding: 'utf-16', pulls: false, watchesFiles: false, documentChanges: false, data: false, showDocument: false },
  ],
  [
    'Neovim 0.11: pulls, but cannot be told to pull again',
    {
      ...UTF('utf-8', 'utf-16', 'utf-32'),
      textDocument: {
        codeAction: literals,
        diagnostic: { dynamicRegistration: false },
        publishDiagnostics: { dataSupport: true },
      },
      workspace: { didChangeWatchedFiles: { dynamicRegistration: false }, workspaceEdit: { documentChanges: false } },
      window: { showDocument: { support: true } },
    },
    { encoding: 'utf-8', pulls: false, watchesFiles: false, data: true, showDocument: true },
  ],
  [
    'Emacs 28 with eglot 1.9',
    {
      textDocument: {
        codeAction: literals,
        publishDiagnostics: { relatedInformation: false, codeDescriptionSupport: false },
      },
      workspace: {
        applyEdit: true,
        workspaceEdit: { documentChanges: true },
        didChangeWatchedFiles: { dynamicRegistration: true },
        configuration: true,
      },
    },
    { encoding: 'utf-16', pulls: false, watchesFiles: true, documentChanges: true, relatedInformation: false },
  ],
  [
    'Helix',
    {
      ...UTF('utf-8', 'utf-32', 'utf-16'),
      textDocument: { codeAction: literals, publishDiagnostics: { tagSupport: { valueSet: [1, 2] } } },
      workspace: { workspaceEdit: { documentChanges: true }, didChangeWatchedFiles: { dynamicRegistration: true } },
    },
    { encoding: 'utf-8', pulls: false, documentChanges: true, tags: true },
  ],
  [
    'Zed: pulls and refreshes',
    {
      ...UTF('utf-16'),
      textDocument: {
        codeAction: literals,
        diagnostic: { dynamicRegistration: true },
        publishDiagnostics: { dataSupport: true },
      },
      workspace: { diagnostics: { refreshSupport: true }, workspaceEdit: { documentChanges: true } },
    },
    { encoding: 'utf-16', pulls: true, documentChanges: true },
  ],
  [
    'VS Code',
    {
      ...UTF('utf-16'),
      textDocument: {
        codeAction: literals,
        diagnostic: { dynamicRegistration: true, relatedDocumentSupport: false },
        publishDiagnostics: {
          relatedInformation: true,
          tagSupport: { valueSet: [1, 2] },
          codeDescriptionSupport: true,
          dataSupport: true,
        },
      },
      window: { showDocument: { support: true } },
      workspace: {
        applyEdit: true,
        diagnostics: { refreshSupport: true },
        workspaceEdit: { documentChanges: true },
        didChangeWatchedFiles: { dynamicRegistration: true },
        codeLens: { refreshSupport: true },
      },
    },
    { encoding: 'utf-16', pulls: true, tags: true, codeDescription: true, refreshesLenses: true, watchesFiles: true },
  ],
];

const ARTICLE = '# 𠮷\n\n𠮷港---END---\n\n---END---\n';

describe('clients', () => {
  it.each(EDITORS)('%s is read rightly', (_name, capabilities, expected) => {
    expect(readClient({ processId: null, rootUri: null, capabilities })).toMatchObject(expected);
  });

  it.each(EDITORS)('%s gets diagnostics in its own way', async (_name, capabilities) => {
    const client = await connect({ capabilities });
    const { pulls, encoding } = readClient({ processId: null, rootUri: null, capabilities });
    const uri = 'untitled:Untitled-1';
    await client.open(uri, ARTICLE);
    expect(client.result.capabilities.diagnosticProvider !== undefined).toBe(pulls);
    const pulled = pulls
      ? await client.connection.sendRequest<{ items: { code: string; range: object }[] }>('textDocument/diagnostic', {
          textDocument: { uri },
        })
      : { items: await client.diagnostics(uri) };
    const column = { 'utf-8': 7, 'utf-16': 3, 'utf-32': 2 }[encoding];
    const found = pulled.items.filter(({ code }) => code === 'koetsu/generation-artifacts');
    expect(found.map(({ range }) => range)).toContainEqual({
      start: { line: 2, character: column },
      end: { line: 2, character: column + 9 },
    });
    if (pulls) expect(client.published.filter((params) => params.uri === uri)).toEqual([]);
  });

  it('is told nothing new by an unchanged result', async () => {
    const [, capabilities = {}] = EDITORS.at(-1) ?? [];
    const client = await connect({ capabilities });
    const textDocument = { uri: 'untitled:1' };
    await client.open(textDocument.uri, ARTICLE);
    const first = await client.connection.sendRequest<{ resultId: string }>('textDocument/diagnostic', {
      textDocument,
    });
    const again = { textDocument, previousResultId: first.resultId };
    expect(await client.connection.sendRequest('textDocument/diagnostic', again)).toEqual({
      kind: 'unchanged',
      resultId: first.resultId,
    });
    await client.change(textDocument.uri, 2, [{ text: '港。\n' }]);
    expect(await client.connection.sendRequest('textDocument/diagnostic', again)).toMatchObject({ kind: 'full' });
  });

  it('that pulls an old version is told to ask again', async () => {
    const [, capabilities = {}] = EDITORS.at(-1) ?? [];
    const client = await connect({ capabilities });
    const textDocument = { uri: 'untitled:1' };
    await client.open(textDocument.uri, ARTICLE);
    const stale = client.connection.sendRequest('textDocument/diagnostic', { textDocument });
    await client.change(textDocument.uri, 2, [{ text: '港。\n' }]);
    await expect(stale).rejects.toMatchObject({ code: -32802, data: { retriggerRequest: true } });
  });
});

describe('the whole workspace', () => {
  const [, capabilities = {}] = EDITORS.at(-1) ?? [];

  it('is not offered unless the user wants it', async () => {
    const { result } = await connect({ capabilities });
    expect(result.capabilities.diagnosticProvider).toMatchObject({ workspaceDiagnostics: false });
  });

  it('is told article by article, open and ignored ones left out, unchanged ones briefly', async () => {
    const root = folderWith({
      '.textlintrc.json': only({ 'generation-artifacts': true }),
      '.textlintignore': 'drafts/',
      'a.md': ARTICLE,
      'b.md': '港。\n',
      'open.md': ARTICLE,
      'drafts/c.md': ARTICLE,
    });
    const href = (name: string) => pathToFileURL(join(root, name)).href;
    const client = await connect({
      rootUri: pathToFileURL(root).href,
      capabilities,
      initializationOptions: { workspaceDiagnostics: true },
    });
    await client.open(href('open.md'), ARTICLE);
    type Report = { uri: string; kind: string; resultId: string; items?: { code: string }[] };
    const ask = async (previousResultIds: { uri: string; value: string }[]): Promise<Report[]> =>
      (await client.connection.sendRequest<{ items: Report[] }>('workspace/diagnostic', { previousResultIds })).items;
    const first = await ask([]);
    expect(first.map(({ uri, items }) => [uri, items?.length])).toEqual([
      [href('a.md'), 2],
      [href('b.md'), 0],
    ]);
    writeFileSync(join(root, 'b.md'), ARTICLE);
    const second = await ask(first.map(({ uri, resultId }) => ({ uri, value: resultId })));
    expect(second.map(({ uri, kind }) => [uri, kind])).toEqual([
      [href('a.md'), 'unchanged'],
      [href('b.md'), 'full'],
    ]);
  });
});

describe('settings of a client', () => {
  it.each([
    [{ locale: 'en' }, { locale: 'en' }],
    [{ koetsu: { locale: 'ja', configPath: 'a.json' } }, { locale: 'ja', configPath: 'a.json' }],
    [{ locale: 'fr', configPath: 3 }, {}],
    [null, {}],
    ['en', {}],
  ])('%j', (given, expected) => {
    expect(readSettings(given)).toEqual(expected);
  });
});
