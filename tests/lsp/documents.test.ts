import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver';
import { folderWith } from '../support/folder.ts';
import { connect, type TestClient } from '../support/lsp-client.ts';
import { only, run } from '../support/run.ts';

const CONFIG = only({ 'generation-artifacts': true, 'reading-time-mismatch': true, 'incomplete-front-matter': true });
const ARTICLE = '---\ntitle: 港の話\nreading_time: 90\n---\n\n𠮷野港が開いた。---END---\n\n---END---\n\n船が着いた。\n';
const href = (...parts: readonly string[]): string => pathToFileURL(join(...(parts as [string]))).href;

interface Message {
  readonly ruleId: string;
  readonly message: string;
  readonly loc: Readonly<Record<'start' | 'end', { readonly line: number; readonly column: number }>>;
}

/** What `koetsu check` says of a file, from a folder, as the editor would show it. */
async function checked(path: string, cwd: string): Promise<unknown[]> {
  const { stdout } = await run(['check', path, '-f', 'json', '--no-cache'], cwd);
  const [{ messages }] = JSON.parse(stdout) as [{ messages: readonly Message[] }];
  const at = ({ line, column }: Message['loc']['start']) => ({ line: line - 1, character: column - 1 });
  return messages.map(({ ruleId, message, loc }) => [ruleId, message, { start: at(loc.start), end: at(loc.end) }]);
}

const shown = (diagnostics: readonly Diagnostic[]): unknown[] =>
  diagnostics.map(({ code, message, range }) => [code, message, range]);

/** All findings of a document as soon as all rules have run on it. */
async function findings(client: TestClient, uri: string): Promise<Diagnostic[]> {
  await client.connection.sendRequest('textDocument/codeLens', { textDocument: { uri } });
  return client.diagnostics(uri);
}

describe('texts of all kinds', () => {
  it.each([
    ['with CRLF', ARTICLE.replaceAll('\n', '\r\n')],
    ['with CR', ARTICLE.replaceAll('\n', '\r')],
    ['with a byte order mark', `\uFEFF${ARTICLE}`],
    ['with a byte order mark and CRLF', `\uFEFF${ARTICLE.replaceAll('\n', '\r\n')}`],
    ['without a last line break', ARTICLE.trimEnd()],
    ['with characters of four bytes everywhere', ARTICLE.replaceAll('港', '𠮟🎌👩‍💻')],
    ['with half a character', ARTICLE.replace('船', '\uD842')],
    ['without anything', ''],
  ])('%s are read as on disk', async (_name, text) => {
    const root = folderWith({ '.textlintrc.json': CONFIG });
    const client = await connect({ rootUri: href(root) });
    const path = join(root, 'a.md');
    // What no encoding can write is read back as something else.
    const whole = !/\p{Surrogate}/u.test(text);
    writeFileSync(path, text);
    await client.open(href(path), text);
    const found = shown(await findings(client, href(path)));
    if (whole) expect(found).toEqual(await checked(path, root));
    if (text !== '') expect(found.length).toBeGreaterThan(2);
  });

  it('without its byte order mark, as editors hold it, the text is that of a file without one', async () => {
    const root = folderWith({ '.textlintrc.json': CONFIG, 'a.md': `\uFEFF${ARTICLE}`, 'b.md': ARTICLE });
    const client = await connect({ rootUri: href(root) });
    const uri = href(root, 'a.md');
    await client.open(uri, ARTICLE);
    expect(shown(await findings(client, uri))).toEqual(await checked(join(root, 'b.md'), root));
  });
});

describe('documents of all places', () => {
  it.each([
    ['an article behind a link', 'link.md'],
    ['an article in a folder behind a link', 'linked/b.md'],
    ['an article in a folder with strange names', '記事 #1/50%.md'],
  ])('%s is checked as koetsu check does', async (_name, name) => {
    const root = folderWith({ '.textlintrc.json': CONFIG, 'real/b.md': ARTICLE });
    symlinkSync(join(root, 'real/b.md'), join(root, 'link.md'));
    symlinkSync(join(root, 'real'), join(root, 'linked'));
    const path = join(root, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, ARTICLE);
    const client = await connect({ rootUri: href(root) });
    await client.open(href(path), ARTICLE);
    const found = shown(await findings(client, href(path)));
    expect(found).toEqual(await checked(path, root));
    expect(found.length).toBeGreaterThan(2);
  });

  it('a root that is a link has the configuration behind it', async () => {
    const real = folderWith({ '.textlintrc.json': only({ 'generation-artifacts': true }), 'a.md': ARTICLE });
    const root = join(folderWith({}), 'site');
    symlinkSync(real, root);
    const client = await connect({ rootUri: href(root) });
    for (const folder of [root, real]) {
      const uri = href(folder, 'a.md');
      await client.open(uri, ARTICLE);
      const found = (await findings(client, uri)).map(({ code }) => code);
      expect(new Set(found)).toEqual(new Set(['koetsu/generation-artifacts']));
    }
  });

  it('each has the configuration of its root, of its own folder outside of all, and of the first where it has no file', async () => {
    const artifacts = only({ 'generation-artifacts': true });
    const times = only({ 'reading-time-mismatch': true });
    const [a, b] = [folderWith({ '.textlintrc.json': artifacts }), folderWith({ '.textlintrc.json': times })];
    const outside = folderWith({ '.textlintrc.json': times });
    const workspaceFolders = [a, b].map((root) => ({ uri: href(root), name: root }));
    const client = await connect({ workspaceFolders });
    const expected = [
      [href(a, 'x.md'), 'koetsu/generation-artifacts'],
      [href(b, 'x.md'), 'koetsu/reading-time-mismatch'],
      [href(outside, 'x.md'), 'koetsu/reading-time-mismatch'],
      ['untitled:Untitled-1', 'koetsu/generation-artifacts'],
      ['vscode-vfs://github/site/x.md', 'koetsu/generation-artifacts'],
    ] as const;
    for (const [uri, ruleId] of expected) {
      await client.open(uri, ARTICLE);
      expect([uri, ...new Set((await findings(client, uri)).map(({ code }) => code))]).toEqual([uri, ruleId]);
    }
  });

  it('a document keeps its findings when it gets a name', async () => {
    const root = folderWith({ '.textlintrc.json': CONFIG });
    const client = await connect({ rootUri: href(root) });
    await client.open('untitled:Untitled-1', ARTICLE);
    const before = await findings(client, 'untitled:Untitled-1');
    const path = join(root, 'x.md');
    writeFileSync(path, ARTICLE);
    await client.open(href(path), ARTICLE);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: 'untitled:Untitled-1' } });
    expect(shown(await findings(client, href(path)))).toEqual(await checked(path, root));
    expect(
      shown(await client.diagnostics('untitled:Untitled-1', ({ diagnostics }) => diagnostics.length === 0)),
    ).toEqual([]);
    expect(before.length).toBeGreaterThan(2);
  });
});
