import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CodeAction, TextEdit } from 'vscode-languageserver';
import { knownFindings } from '../../src/cli/baseline-file.ts';
import { formatBaseline } from '../../src/lint/baseline.ts';
import { applyEdits } from '../../src/lint/harmless-edits.ts';
import { lintText } from '../../src/lint/lint-text.ts';
import { loadConfig } from '../../src/lint/load-config.ts';
import { entriesOf } from '../../src/lsp/baselines.ts';
import { rangeFromLsp } from '../../src/lsp/from-lsp.ts';
import { lineIndexOf } from '../../src/lsp/line-index.ts';
import { loadTokenizer } from '../../src/text/load-tokenizer.ts';
import { markdownish } from '../support/articles.ts';
import { folderWith } from '../support/folder.ts';
import { type Capabilities, connect, type TestClient } from '../support/lsp-client.ts';
import { NOW } from '../support/lsp-thread.ts';
import { CACHE, only, run } from '../support/run.ts';

const ARTICLE = '---\ntitle: 港の話\nreading_time: 90\n---\n\n港が開いた。\n\n---END---\n\n船が着いた。\n';
const RULES = { 'generation-artifacts': true, 'reading-time-mismatch': true };
const FILE = '.koetsu-baseline.json';
const ABLE: Capabilities = {
  textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
  workspace: {
    applyEdit: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
};

const href = (...parts: string[]): string => pathToFileURL(join(...(parts as [string]))).href;
const codes = (diagnostics: readonly { code?: unknown }[]) => diagnostics.map(({ code }) => code);

/** A site whose articles are in posts/, with one that is open. */
async function openSite(koetsu: object = {}, capabilities = ABLE) {
  const root = folderWith({ '.textlintrc.json': only(RULES, koetsu), 'posts/a.md': ARTICLE, 'ci/x': '' });
  const client = await connect({ rootUri: href(root), capabilities });
  const uri = href(root, 'posts/a.md');
  return { root, client, uri, open: () => client.open(uri, ARTICLE) };
}

function changed(client: TestClient, ...parts: string[]): Promise<void> {
  const changes = [{ uri: href(...parts), type: 2 }];
  return client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
}

/** Takes an action of the article by its title. */
async function take(client: TestClient, uri: string, title: RegExp): Promise<void> {
  const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  const params = { textDocument: { uri }, range, context: { diagnostics: [] } };
  const actions: CodeAction[] = await client.connection.sendRequest('textDocument/codeAction', params);
  const chosen = actions.find((action) => title.test(action.title));
  expect(chosen?.kind).toBe('quickfix');
  await client.connection.sendRequest('workspace/executeCommand', chosen?.command ?? {});
}

interface Change {
  readonly kind?: string;
  readonly textDocument?: object;
  readonly edits?: readonly TextEdit[];
}

function afterEdit(text: string, edits: readonly TextEdit[] = []): string {
  const index = lineIndexOf(text, 'utf-16');
  return applyEdits(
    text,
    edits.map(({ range, newText }) => ({ range: rangeFromLsp(range, index), text: newText })),
  );
}

describe('the baseline in the editor', () => {
  it('leaves out what it knows, as soon as it does', async () => {
    const { root, client, uri, open } = await openSite();
    await open();
    expect(codes(await client.diagnostics(uri, ({ diagnostics }) => diagnostics.length === 2))).toHaveLength(2);
    await run(['baseline'], root);
    await changed(client, root, FILE);
    await client.diagnostics(uri, ({ diagnostics }) => diagnostics.length === 0);
    await client.change(uri, 2, [{ text: `${ARTICLE}\n以上が記事です。[ここに続きを書く]\n\n---END---\n` }]);
    expect(codes(await client.diagnostics(uri, ({ version }) => version === 2))).toContain(
      'koetsu/generation-artifacts',
    );
  });

  it('that is broken is shown where it is, said once, and the last good one stays in force', async () => {
    const { root, client, uri, open } = await openSite({ baseline: 'ci/known.json' });
    await open();
    const missing = await client.diagnostics(href(root, '.textlintrc.json'));
    expect(missing).toMatchObject([{ message: expect.stringContaining('ベースラインがありません') }]);
    const written = readFileSync(join(root, '.textlintrc.json'), 'utf8').split('\n');
    expect(written[missing[0]?.range.start.line ?? 0]).toContain('"baseline"');
    expect((await run(['baseline'], root)).code).toBe(0);
    await changed(client, root, 'ci/known.json');
    await client.diagnostics(uri, ({ diagnostics }) => diagnostics.length === 0);
    await client.diagnostics(href(root, '.textlintrc.json'), ({ diagnostics }) => diagnostics.length === 0);
    const good = readFileSync(join(root, 'ci/known.json'), 'utf8');
    writeFileSync(join(root, 'ci/known.json'), good.replace('"message"', '"massage"'));
    await changed(client, root, 'ci/known.json');
    const uriOfFile = href(root, 'ci/known.json');
    const found = await client.diagnostics(uriOfFile, ({ diagnostics }) => diagnostics.length > 0);
    expect(found).toMatchObject([{ range: { start: { line: 3 } }, message: expect.stringContaining('壊れています') }]);
    writeFileSync(join(root, 'ci/known.json'), good.slice(0, -4));
    await changed(client, root, 'ci/known.json');
    await client.diagnostics(uriOfFile, ({ diagnostics }) => /JSON/.test(String(diagnostics[0]?.message)));
    await client.change(uri, 2, [{ text: `${ARTICLE}\n` }]);
    expect(await client.diagnostics(uri, ({ version }) => version === 2)).toEqual([]);
    expect(client.shown.filter((message) => message.includes('known.json'))).toHaveLength(1);
    writeFileSync(join(root, 'ci/known.json'), good);
    await changed(client, root, 'ci/known.json');
    await client.diagnostics(uriOfFile, ({ diagnostics }) => diagnostics.length === 0);
  });

  it('takes findings, one or all, as koetsu baseline writes them; they go at once', async () => {
    const { root, client, uri, open } = await openSite();
    await open();
    await client.diagnostics(uri, ({ diagnostics }) => diagnostics.length === 2);
    await take(client, uri, /reading-time-mismatch」のこの指摘をベースライン/);
    const [first] = client.applied as { documentChanges: Change[] }[];
    expect(first?.documentChanges).toMatchObject([
      { kind: 'create', uri: href(root, FILE), options: { ignoreIfExists: true } },
      { textDocument: { uri: href(root, FILE), version: null } },
    ]);
    const left = await client.diagnostics(uri, ({ diagnostics }) => diagnostics.length === 1);
    expect(codes(left)).toEqual(['koetsu/generation-artifacts']);
    // The editor has not saved it: the next edit continues it.
    expect(existsSync(join(root, FILE))).toBe(false);
    await take(client, uri, /すべてベースライン/);
    await client.diagnostics(uri, ({ diagnostics }) => diagnostics.length === 0);
    const written = (client.applied as { documentChanges: Change[] }[]).reduce(
      (text, { documentChanges }) => afterEdit(text, documentChanges.at(-1)?.edits),
      '',
    );
    await run(['baseline'], root);
    expect(written).toBe(readFileSync(join(root, FILE), 'utf8'));
  });

  it('is edited in place where it lies already', async () => {
    const { root, client, uri, open } = await openSite({}, { workspace: { applyEdit: true } });
    const other = { ruleId: 'koetsu/x', path: 'posts/z.md', fingerprint: '0', message: 'z', reason: '既知' };
    const before = formatBaseline([other]);
    writeFileSync(join(root, FILE), before);
    await open();
    await client.diagnostics(uri, ({ diagnostics }) => diagnostics.length === 2);
    const params = { command: 'koetsu.addToBaseline', arguments: [uri, null] };
    await client.connection.sendRequest('workspace/executeCommand', params);
    const [edit] = client.applied as { changes: Record<string, TextEdit[]> }[];
    const after = afterEdit(before, edit?.changes[href(root, FILE)]);
    expect(JSON.parse(after).findings.map(({ path }: { path: string }) => path)).toEqual([
      'posts/a.md',
      'posts/a.md',
      'posts/z.md',
    ]);
    expect(after).toContain(before.split('\n')[3]);
  });

  it('is not touched where the finding is gone, or the baseline is broken', async () => {
    const { root, client, uri, open } = await openSite();
    await open();
    const ask = (...given: unknown[]) =>
      client.connection.sendRequest('workspace/executeCommand', { command: 'koetsu.addToBaseline', arguments: given });
    await ask(uri, 'unknown');
    writeFileSync(join(root, FILE), '{');
    await ask(uri, null);
    await ask('untitled:1', null);
    expect(client.applied).toEqual([]);
    expect(client.shown).toMatchObject([/もう一度/, /壊れています/, /もう一度/].map((it) => expect.stringMatching(it)));
  });

  it('leaves what koetsu check leaves, whatever the text and the baseline', async () => {
    const { root, client } = await openSite();
    const tools = { tokenize: await loadTokenizer({ cacheDirectory: CACHE }), now: NOW };
    const config = await loadConfig(root);
    if (!config.ok) throw new Error('configuration');
    let files = 0;
    const property = fc.asyncProperty(markdownish, fc.array(fc.nat(2)), async (body, fates) => {
      const path = join(root, `posts/${files++}.md`);
      const text = `---\nreading_time: 90\n---\n\n${body}\n\n---END---\n`;
      const findings = await lintText({ text, path }, config.value, tools);
      // Each is known, known by its message, or new.
      const entries = entriesOf(findings, path, { ...config.value, id: '' }).flatMap((entry, i) => {
        const fate = fates[i % Math.max(1, fates.length)];
        return fate === 0 ? [] : [fate === 1 ? entry : { ...entry, fingerprint: `${entry.fingerprint}x` }];
      });
      writeFileSync(join(root, FILE), formatBaseline(entries));
      await changed(client, root, FILE);
      await client.open(href(path), text);
      await client.connection.sendRequest('textDocument/codeLens', { textDocument: { uri: href(path) } });
      const known = knownFindings(config.value, {}, root);
      if (!known.ok) throw new Error('baseline');
      const shown = client.published.findLast(({ uri }) => uri === href(path))?.diagnostics ?? [];
      expect(shown.map(({ message }) => message)).toEqual(
        known.value.newOf(path, findings).map(({ message }) => message),
      );
      await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: href(path) } });
    });
    await fc.assert(property, { numRuns: 15 });
  });
});
