import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { CodeAction, Diagnostic } from 'vscode-languageserver';
import { readClient, readSettings } from '../../src/lsp/client.ts';
import { EDITORS as CAPABILITIES } from '../support/editor-capabilities.ts';
import { folderWith } from '../support/folder.ts';
import { connect } from '../support/lsp-client.ts';
import { only } from '../support/run.ts';

/** What has to be made of what each editor says. */
const EXPECTED: readonly (readonly [name: string, expected: object])[] = [
  ['a client that says nothing', { encoding: 'utf-16', pulls: false, actionLiterals: false, documentChanges: false }],
  [
    'Neovim 0.7',
    { encoding: 'utf-16', pulls: false, watchesFiles: false, documentChanges: false, data: false, showDocument: false },
  ],
  // It pulls, but cannot be told to pull again.
  ['Neovim 0.11', { encoding: 'utf-8', pulls: false, watchesFiles: false, data: true, showDocument: true }],
  [
    'Emacs 28 with eglot 1.9',
    { encoding: 'utf-16', pulls: false, watchesFiles: true, documentChanges: true, relatedInformation: false },
  ],
  ['Helix', { encoding: 'utf-8', pulls: false, documentChanges: true, tags: true, relatedInformation: false }],
  ['Zed', { encoding: 'utf-16', pulls: true, documentChanges: true, snippets: true, showDocument: false }],
  [
    'VS Code',
    { encoding: 'utf-16', pulls: true, tags: true, codeDescription: true, refreshesLenses: true, watchesFiles: true },
  ],
];
const EDITORS = EXPECTED.map(([name, expected]) => [name, CAPABILITIES[name] ?? {}, expected] as const);

const SENTENCE = '港の新しい岸壁は来年の春に完成し、大きな船が二隻同時に着けるようになる見込みです。\n';
const TWICE = `# 港\n\n${SENTENCE}\n次の話題は道です。\n\n${SENTENCE}`;
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

  it.each(EDITORS)('%s gets only what it knows', async (_name, capabilities) => {
    const client = await connect({ rootUri: pathToFileURL(folderWith({})).href, capabilities });
    const { textDocument, workspace, window } = capabilities;
    const uri = pathToFileURL('/none/a.md').href;
    const text = `---\ntitle: 港\nreading_time: 90\n---\n\n${TWICE}`;
    await client.open(uri, text);
    const ask = (method: string, params: object = {}): Promise<unknown> =>
      client.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, ...params });
    const pulled = client.result.capabilities.diagnosticProvider ? await ask('diagnostic') : undefined;
    await ask('codeLens');
    const shown = (pulled as { items: Diagnostic[] } | undefined)?.items ?? (await client.diagnostics(uri));
    const twice = shown.find(({ code }) => code === 'koetsu/duplicated-passages');
    const published = textDocument?.publishDiagnostics;
    expect(twice?.relatedInformation !== undefined).toBe(published?.relatedInformation === true);
    expect(twice?.tags !== undefined).toBe(published?.tagSupport !== undefined);
    expect(twice?.codeDescription !== undefined).toBe(published?.codeDescriptionSupport === true);
    expect(twice?.data !== undefined).toBe(published?.dataSupport === true);

    const position = { line: 1, character: 1 };
    const hover = (await ask('hover', { position })) as { contents: { kind: string } };
    const isMarkdown = textDocument?.hover?.contentFormat?.includes('markdown') === true;
    expect(hover.contents.kind).toBe(isMarkdown ? 'markdown' : 'plaintext');

    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const actions = (await ask('codeAction', { range, context: { diagnostics: [] } })) as CodeAction[];
    const edits = actions.flatMap(({ edit }) => edit ?? []);
    const isLiteral = textDocument?.codeAction?.codeActionLiteralSupport !== undefined;
    expect(edits.length > 0).toBe(isLiteral);
    expect(actions.every(({ command }) => isLiteral || typeof command === 'string')).toBe(true);
    const changes = workspace?.workspaceEdit;
    for (const edit of edits) expect(edit.documentChanges !== undefined).toBe(changes?.documentChanges === true);
    expect(JSON.stringify(edits).includes('"snippet"')).toBe(changes?.snippetEditSupport === true);
    const commands = JSON.stringify(actions);
    expect(commands.includes('koetsu.openRule')).toBe(window?.showDocument?.support === true);
    expect(commands.includes('koetsu.addToBaseline')).toBe(workspace?.applyEdit === true);

    const symbols = (await ask('documentSymbol')) as { children?: unknown; location?: unknown }[];
    const isTree = textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
    expect(symbols.every(({ children }) => (children !== undefined) === isTree)).toBe(true);
    expect(client.registered.includes('workspace/didChangeWatchedFiles')).toBe(
      workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    );
    expect(client.registered.includes('workspace/didChangeConfiguration')).toBe(
      workspace?.didChangeConfiguration?.dynamicRegistration === true,
    );
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
