import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../support/folder.ts';
import { type Capabilities, connect } from '../support/lsp-client.ts';
import { only } from '../support/run.ts';

const ARTICLE = '港が開いた。\n\n---END---\n';
const ON = only({ 'generation-artifacts': true });
const OFF = only({});
const WATCHES: Capabilities = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
const href = (...parts: string[]): string => pathToFileURL(join(...(parts as [string]))).href;
const codes = (diagnostics: readonly { code?: unknown }[]) => diagnostics.map(({ code }) => code);

describe('configuration', () => {
  it('that changes takes effect at once', async () => {
    const root = folderWith({ '.textlintrc.json': OFF });
    const client = await connect({ rootUri: href(root), capabilities: WATCHES });
    const uri = href(root, 'a.md');
    await client.open(uri, ARTICLE);
    expect(await client.diagnostics(uri)).toEqual([]);
    writeFileSync(join(root, '.textlintrc.json'), ON);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: href(root, '.textlintrc.json'), type: 2 }],
    });
    const found = await client.diagnostics(uri, ({ diagnostics }) => diagnostics.length > 0);
    expect(codes(found)).toEqual(['koetsu/generation-artifacts']);
  });

  it('is watched for a client that cannot', async () => {
    const root = folderWith({ '.textlintrc.json': OFF });
    const changed = new Map<string, (name: string) => void>();
    const watch = (folder: string, onChange: (name: string) => void) => {
      changed.set(folder, onChange);
      return () => undefined;
    };
    const client = await connect({ rootUri: href(root) }, { watch });
    const uri = href(root, 'a.md');
    await client.open(uri, ARTICLE);
    await client.diagnostics(uri);
    writeFileSync(join(root, '.textlintrc.json'), ON);
    changed.get(root)?.('.textlintrc.json');
    expect(await client.diagnostics(uri, ({ diagnostics }) => diagnostics.length > 0)).toHaveLength(1);
  });

  it('that is broken is shown where it is, said once, and the last good one stays in force', async () => {
    const root = folderWith({ '.textlintrc.json': ON });
    const client = await connect({ rootUri: href(root), capabilities: WATCHES });
    const [uri, config] = [href(root, 'a.md'), href(root, '.textlintrc.json')];
    await client.open(uri, ARTICLE);
    await client.diagnostics(uri);
    const save = async (text: string) => {
      writeFileSync(join(root, '.textlintrc.json'), text);
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: config, type: 2 }],
      });
    };
    await save('{\n  "rules": {\n    "preset-koetsu": { "broken-markp": true }\n  }\n}\n');
    const mistakes = await client.diagnostics(config);
    expect(mistakes).toMatchObject([
      {
        range: { start: { line: 2, character: 23 }, end: { line: 2, character: 37 } },
        message: expect.stringContaining('broken-markup'),
      },
    ]);
    await save('{ "rules": ');
    await client.diagnostics(config, ({ diagnostics }) => String(diagnostics[0]?.message).includes('構文'));
    await client.change(uri, 2, [{ text: `${ARTICLE}\n` }]);
    const found = await client.diagnostics(uri, ({ version }) => version === 2);
    expect(codes(found)).toEqual(['koetsu/generation-artifacts']);
    expect(client.shown).toHaveLength(1);
    await save(ON);
    expect(await client.diagnostics(config, ({ diagnostics }) => diagnostics.length === 0)).toEqual([]);
  });

  it('is that of each root, and the default one outside', async () => {
    const root = folderWith({ 'a/.textlintrc.json': ON, 'b/.textlintrc.json': OFF, 'c/x.txt': '' });
    const folders = ['a', 'b'].map((name) => ({ uri: href(root, name), name }));
    const client = await connect({ workspaceFolders: folders });
    const found = async (name: string) => {
      await client.open(href(root, name), ARTICLE);
      return codes(await client.diagnostics(href(root, name)));
    };
    expect(await found('a/x.md')).toEqual(['koetsu/generation-artifacts']);
    expect(await found('b/x.md')).toEqual([]);
    expect(await found('c/x.md')).toContain('koetsu/generation-artifacts');
  });

  it('leaves out what .textlintignore names', async () => {
    const root = folderWith({ '.textlintrc.json': ON, '.textlintignore': 'drafts/\n' });
    const client = await connect({ rootUri: href(root), capabilities: WATCHES });
    const uri = href(root, 'drafts/a.md');
    await client.open(uri, ARTICLE);
    expect(await client.diagnostics(uri)).toEqual([]);
    rmSync(join(root, '.textlintignore'));
    const changes = [{ uri: href(root, '.textlintignore'), type: 3 }];
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    expect(await client.diagnostics(uri, ({ diagnostics }) => diagnostics.length > 0)).toHaveLength(1);
  });

  it('takes language and path from the client', async () => {
    const root = folderWith({ '.textlintrc.json': OFF, 'other.json': ON });
    const client = await connect({
      rootUri: href(root),
      capabilities: { workspace: { configuration: true } },
      settings: { locale: 'en', configPath: 'other.json' },
    });
    const uri = href(root, 'a.md');
    await client.open(uri, ARTICLE);
    const [found] = await client.diagnostics(uri, ({ diagnostics }) => diagnostics.length > 0);
    expect(found?.message).toMatch(/^[\x20-\x7E]+$/);
  });

  it('may have filter rules, which drop findings of ours too', async () => {
    const filter = `module.exports = ({ Syntax, shouldIgnore }) => ({
      [Syntax.Document](node) { shouldIgnore(node.range, { ruleId: 'koetsu/generation-artifacts' }); }
    });`;
    const root = folderWith({
      '.textlintrc.json': JSON.stringify({ ...JSON.parse(ON), filters: { own: true } }),
      'node_modules/textlint-filter-rule-own/package.json':
        '{ "name": "textlint-filter-rule-own", "main": "index.js" }',
      'node_modules/textlint-filter-rule-own/index.js': filter,
    });
    const client = await connect({ rootUri: href(root) });
    const uri = href(root, 'a.md');
    await client.open(uri, ARTICLE);
    await client.connection.sendRequest('textDocument/codeLens', { textDocument: { uri } });
    expect(client.shown).toEqual([]);
    expect(client.published.filter((params) => params.uri === uri).flatMap((params) => params.diagnostics)).toEqual([]);
  });

  it.each([
    ['untitled:Untitled-1', 'markdown', true],
    ['git:/x/a.md?ref', 'markdown', true],
    ['file:///none/b.txt', 'plaintext', false],
    ['untitled:x', 'json', false],
    ['file://%ZZ/a.md', 'markdown', true],
  ])('document %s of language %s is checked: %s', async (uri, languageId, isChecked) => {
    const client = await connect();
    await client.open(uri, ARTICLE, languageId);
    await client.open('untitled:last', ARTICLE);
    await client.diagnostics('untitled:last', ({ diagnostics }) => diagnostics.length > 0);
    await client.connection.sendRequest('textDocument/codeLens', { textDocument: { uri } });
    expect(client.published.some((params) => params.uri === uri && params.diagnostics.length > 0)).toBe(isChecked);
  });

  it('keeps CRLF and BOM in its places', async () => {
    const client = await connect();
    await client.open('untitled:1', '\uFEFF港が開いた。\r\n\r\n𠮷---END---\r\n\r\n---END---\r\n');
    const found = await client.diagnostics('untitled:1', ({ diagnostics }) => diagnostics.length > 0);
    expect(found.filter(({ code }) => code === 'koetsu/generation-artifacts').map(({ range }) => range)).toContainEqual(
      {
        start: { line: 4, character: 0 },
        end: { line: 4, character: 9 },
      },
    );
  });
});
