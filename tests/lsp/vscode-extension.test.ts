import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CodeAction, CodeLens, Diagnostic, Hover } from 'vscode-languageserver';
import { ROOT } from '../support/built.ts';
import { folderWith } from '../support/folder.ts';
import type { TestClient } from '../support/lsp-client.ts';
import { startProcess } from '../support/lsp-process.ts';
import { run } from '../support/run.ts';
import { buildVsix, extensionTools, unpack } from '../support/vsix.ts';

/** What VS Code 1.139 said of itself, with vscode-languageclient 11. */
const CAPABILITIES = JSON.parse(readFileSync(new URL('editors/vscode.json', import.meta.url), 'utf8'));
/** Twice the dictionary would not fit. */
const MOST_BYTES = 20_000_000;

const missing = extensionTools();
if (missing) console.warn(`The extension of VS Code is not tested: ${missing}`);

describe.skipIf(missing)('the extension of VS Code', () => {
  const work = mkdtempSync(join(tmpdir(), 'koetsu-vsix-test-'));
  let vsix = '';
  let extension = '';
  beforeAll(async () => {
    vsix = await buildVsix(work);
    extension = await unpack(vsix, work);
  }, 120_000);
  afterAll(() => rmSync(work, { recursive: true, force: true }));

  const read = (name: string): string => readFileSync(join(extension, name), 'utf8');

  it('holds what it needs, and little else', () => {
    const files = readdirSync(extension, { recursive: true, encoding: 'utf8' });
    expect(statSync(vsix).size).toBeLessThan(MOST_BYTES);
    expect(files.filter((file) => /\.(?:ts|map|tsbuildinfo)$|(?:^|[\\/])tests?[\\/]/.test(file))).toEqual([]);
    const { main, icon } = JSON.parse(read('package.json'));
    const named = [main, icon, 'LICENSE.txt', 'readme.md', 'changelog.md', 'schema.json', 'ThirdPartyNotices.txt'];
    expect(named.filter((name) => !existsSync(join(extension, name)))).toEqual([]);
    expect(read('ThirdPartyNotices.txt')).toMatch(/^kuromoji 0\.1\.2/m);
  });

  it('says everything in both languages', () => {
    const keys = [...read('package.json').matchAll(/"%([^%]+)%"/g)].map(([, key = '']) => key);
    const [en, ja] = ['package.nls.json', 'package.nls.ja.json'].map((name) => JSON.parse(read(name)));
    expect(Object.keys(en).toSorted()).toEqual([...new Set(keys)].toSorted());
    expect(Object.keys(ja).toSorted()).toEqual(Object.keys(en).toSorted());
    for (const texts of [en, ja]) {
      const media = keys.filter((key) => key.endsWith('.media')).map((key) => texts[key]);
      expect(media.filter((name) => !existsSync(join(extension, name)))).toEqual([]);
    }
    const folder = join(ROOT, 'editors/vscode/src');
    const sources = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    const said = sources.flatMap((source) =>
      [...source.matchAll(/l10n\.t\(\s*'([^']+)'/g)].map(([, text = '']) => text),
    );
    expect(said.length).toBeGreaterThan(10);
    expect(Object.keys(JSON.parse(read('l10n/bundle.l10n.ja.json'))).toSorted()).toEqual([...new Set(said)].toSorted());
  });

  /** Its server on the example articles, asked as VS Code asks. */
  async function open(name: string): Promise<{ client: TestClient; uri: string; text: string; root: string }> {
    const root = folderWith({});
    cpSync(join(ROOT, 'examples'), root, { recursive: true });
    const href = pathToFileURL(root).href;
    const server = join(extension, 'server/dist/src/cli/bin.js');
    const given = { rootUri: href, workspaceFolders: [{ uri: href, name: 'site' }], capabilities: CAPABILITIES };
    const client = await startProcess(given, {}, server);
    const uri = pathToFileURL(join(root, name)).href;
    const text = readFileSync(join(root, name), 'utf8');
    await client.open(uri, text);
    return { client, uri, text, root };
  }

  /** What VS Code would show: it asks again until nothing changes. */
  async function pull({ connection }: TestClient, uri: string): Promise<Diagnostic[]> {
    const asked = { identifier: 'koetsu', textDocument: { uri } };
    return (await connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', asked)).items;
  }

  it('shows in an example article what koetsu check says, with the rules of its packages', async () => {
    const name = '2026-03-09-harbor-budget.md';
    const { client, uri, root } = await open(name);
    const { stdout } = await run(['check', name, '--format', 'json', '--no-cache'], root, { now: new Date() });
    const [{ messages }] = JSON.parse(stdout);
    const expected = messages.map((it: { ruleId: string; line: number; column: number }) => [
      it.ruleId,
      it.line,
      it.column,
    ]);
    expect(expected.length).toBeGreaterThan(5);
    const places = (found: readonly Diagnostic[]) =>
      found.map(({ code, range: { start } }) => [code, start.line + 1, start.character + 1]);
    await vi.waitFor(
      async () => expect(places(await pull(client, uri)).toSorted()).toEqual(expected.toSorted()),
      30_000,
    );
    await client.change(uri, 2, [{ text: 'これは食べれるものですが、とても辛いですが、安いですが、人気です。\n' }]);
    const installed = (found: readonly Diagnostic[]) => found.filter(({ code }) => !String(code).startsWith('koetsu/'));
    await vi.waitFor(async () => expect(installed(await pull(client, uri)).length).toBeGreaterThan(0), 30_000);
  });

  it('offers fixes, applies them all, counts and explains', async () => {
    const { client, uri, text } = await open('2026-03-02-bus-reservation.md');
    const textDocument = { uri };
    const { connection } = client;
    await vi.waitFor(async () => expect((await pull(client, uri)).length).toBeGreaterThan(5), 30_000);
    const line = text.split('\n').findIndex((it) => it.startsWith('reading_time'));
    const range = { start: { line, character: 14 }, end: { line, character: 14 } };
    const asked = { textDocument, range, context: { diagnostics: [] } };
    const actions = await connection.sendRequest<CodeAction[]>('textDocument/codeAction', asked);
    expect(actions[0]).toMatchObject({ title: '修正: 「12」→「2」', isPreferred: true });
    const all = { textDocument, range, context: { diagnostics: [], only: ['source.fixAll.koetsu'] } };
    const [fixAll] = await connection.sendRequest<CodeAction[]>('textDocument/codeAction', all);
    expect(fixAll?.edit?.documentChanges?.[0]).toMatchObject({ textDocument: { uri, version: 1 } });
    const lenses = await connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument });
    expect(lenses[0]?.command?.title).toMatch(/^680字・読了約2分/);
    const at = text.split('\n').findIndex((it) => it.includes('2割'));
    const position = { line: at, character: text.split('\n')[at]?.indexOf('2割') };
    const hover = await connection.sendRequest<Hover>('textDocument/hover', { textDocument, position });
    expect(JSON.stringify(hover)).toContain('割');
  });

  it('checks articles of a virtual workspace with the default configuration', async () => {
    const uri = 'vscode-vfs://github/owner/site/a.md';
    const folder = { uri: 'vscode-vfs://github/owner/site', name: 'site' };
    const given = { rootUri: null, workspaceFolders: [folder], capabilities: CAPABILITIES };
    const client = await startProcess(given, {}, join(extension, 'server/dist/src/cli/bin.js'));
    await client.open(uri, '# 港\n\n港が開いた。\n\n---END---\n');
    const codes = async () => (await pull(client, uri)).map(({ code }) => code);
    await vi.waitFor(async () => expect(await codes()).toContain('koetsu/generation-artifacts'), 30_000);
  });
});
