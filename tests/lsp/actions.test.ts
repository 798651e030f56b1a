import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type CodeAction, TextDocumentEdit, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver';
import { applyEdits } from '../../src/lint/harmless-edits.ts';
import { rangeFromLsp } from '../../src/lsp/from-lsp.ts';
import { lineIndexOf } from '../../src/lsp/line-index.ts';
import { folderWith } from '../support/folder.ts';
import { type Capabilities, connect, type TestClient } from '../support/lsp-client.ts';
import { only } from '../support/run.ts';

const ABLE: Capabilities = {
  textDocument: {
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
    publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1] }, dataSupport: true },
  },
  window: { showDocument: { support: true } },
  workspace: { applyEdit: true, workspaceEdit: { documentChanges: true } },
};

const ARTICLE = '---\ntitle: 港の話\nreading_time: 90\n---\n\n港が開いた。\n\n---END---\n\n船が着いた。\n';

async function openArticle(text: string, capabilities: Capabilities = ABLE) {
  const rules = { 'generation-artifacts': true, 'reading-time-mismatch': true, 'duplicated-passages': true };
  const root = folderWith({ '.textlintrc.json': only(rules) });
  const client = await connect({ rootUri: pathToFileURL(root).href, capabilities });
  const uri = pathToFileURL(join(root, 'a.md')).href;
  await client.open(uri, text);
  const diagnostics = await client.diagnostics(uri);
  return { client, uri, diagnostics, text };
}

function actionsAt(client: TestClient, uri: string, line: number, only?: string[]): Promise<CodeAction[]> {
  const range = { start: { line, character: 0 }, end: { line, character: 99 } };
  const context = { diagnostics: [], ...(only ? { only } : {}) };
  return client.connection.sendRequest('textDocument/codeAction', { textDocument: { uri }, range, context });
}

function applied(text: string, edit: WorkspaceEdit | undefined): string {
  const edits: readonly TextEdit[] =
    edit?.documentChanges?.flatMap((change) => (TextDocumentEdit.is(change) ? (change.edits as TextEdit[]) : [])) ??
    Object.values(edit?.changes ?? {}).flat();
  const index = lineIndexOf(text, 'utf-16');
  const ours = edits.map(({ range, newText }) => ({ range: rangeFromLsp(range, index), text: newText }));
  return applyEdits(
    text,
    ours.toSorted((a, b) => a.range[0] - b.range[0]),
  );
}

describe('code actions', () => {
  it('apply the fix of a finding, for the version that it was made for', async () => {
    const { client, uri } = await openArticle(ARTICLE);
    const [fix] = await actionsAt(client, uri, 2);
    expect(fix).toMatchObject({
      kind: 'quickfix',
      isPreferred: true,
      diagnostics: [{ code: 'koetsu/reading-time-mismatch' }],
      edit: { documentChanges: [{ textDocument: { uri, version: 1 } }] },
    });
    expect(applied(ARTICLE, fix?.edit)).toBe(ARTICLE.replace('90', '1'));
  });

  it('put comments around, or into the article, and open the page', async () => {
    const { client, uri } = await openArticle(ARTICLE);
    const actions = await actionsAt(client, uri, 7);
    const texts = actions.flatMap(({ edit }) => (edit ? [applied(ARTICLE, edit)] : []));
    expect(texts).toContain(
      ARTICLE.replace(
        '---END---\n',
        '<!-- textlint-disable koetsu/generation-artifacts -- 理由を書く -->\n\n---END---\n\n<!-- textlint-enable koetsu/generation-artifacts -->\n',
      ),
    );
    const page = actions.find(({ command }) => command?.command === 'koetsu.openRule');
    await client.connection.sendRequest('workspace/executeCommand', page?.command ?? {});
    expect(client.opened).toEqual([expect.stringContaining('generation-artifacts/README.md')]);
  });

  it('fix all is what koetsu check --fix writes', async () => {
    const { client, uri } = await openArticle(ARTICLE);
    const [fixAll, ...others] = await actionsAt(client, uri, 0, ['source.fixAll']);
    expect(others).toEqual([]);
    expect(fixAll?.kind).toBe('source.fixAll.koetsu');
    const fixed = applied(ARTICLE, fixAll?.edit);
    expect(fixed).toContain('reading_time: 1\n');
    await client.change(uri, 2, [{ text: fixed }]);
    expect(await actionsAt(client, uri, 0, ['source.fixAll.koetsu'])).toEqual([]);
  });

  it('offer no fix that would change what it does not touch, and make none at once', async () => {
    // Without the mark the two lists would be one.
    const lists = '- 港\n\n---END---\n\n- 船\n';
    const { client, uri } = await openArticle(lists);
    const actions = await actionsAt(client, uri, 2);
    expect(actions.filter(({ isPreferred }) => isPreferred)).toEqual([]);
    expect(actions.map(({ title }) => title)).toContainEqual(expect.stringContaining('無効にする'));
    expect(await actionsAt(client, uri, 2, ['source.fixAll'])).toEqual([]);
    await client.change(uri, 2, [{ text: lists.replace('- 船', '船') }]);
    const [fix] = await actionsAt(client, uri, 2);
    expect(fix).toMatchObject({ isPreferred: true, title: '修正: 削除する 「---END---」' });
  });

  it('are not asked for by other kinds', async () => {
    const { client, uri } = await openArticle(ARTICLE);
    expect(await actionsAt(client, uri, 2, ['refactor'])).toEqual([]);
    expect(await actionsAt(client, uri, 2, ['source.organizeImports'])).toEqual([]);
  });

  it('are commands for a client without literals, and outdated ones are refused', async () => {
    const { client, uri } = await openArticle(ARTICLE, { workspace: { applyEdit: true } });
    const [fix] = (await actionsAt(client, uri, 2)) as unknown as { command: string; arguments: unknown[] }[];
    expect(fix?.command).toBe('koetsu.applyEdit');
    await client.connection.sendRequest('workspace/executeCommand', fix ?? {});
    expect(applied(ARTICLE, client.applied[0] as WorkspaceEdit)).toBe(ARTICLE.replace('90', '1'));
    await client.change(uri, 2, [{ text: '港。\n' }]);
    await client.connection.sendRequest('workspace/executeCommand', fix ?? {});
    expect(client.applied).toHaveLength(1);
    expect(client.shown).toEqual(['編集されたため適用できません。もう一度選んでください。']);
  });

  it('change nothing where unknown commands or arguments come in', async () => {
    const { client } = await openArticle(ARTICLE);
    for (const params of [
      { command: 'rm' },
      { command: 'koetsu.applyEdit', arguments: [3] },
      { command: 'koetsu.fixAll', arguments: ['file:///none'] },
    ])
      expect(await client.connection.sendRequest('workspace/executeCommand', params)).toBeNull();
    expect(client.applied).toEqual([]);
  });
});

describe('findings about two places', () => {
  const SENTENCE = '港の新しい岸壁は来年の春に完成し、大きな船が二隻同時に着けるようになる見込みです。\n';
  const TWICE = `# 港\n\n${SENTENCE}\n次の話題は道です。\n\n${SENTENCE}`;

  it('name the other place, and lead there and back', async () => {
    const { client, uri, diagnostics } = await openArticle(TWICE);
    const [finding] = diagnostics;
    expect(finding).toMatchObject({ code: 'koetsu/duplicated-passages', tags: [1] });
    const other = finding?.relatedInformation?.[0]?.location;
    expect(other?.uri).toBe(uri);
    const go = (position: object) =>
      client.connection.sendRequest('textDocument/definition', { textDocument: { uri }, position });
    expect(await go(finding?.range.start ?? {})).toEqual([other]);
    expect(await go(other?.range.start ?? {})).toEqual([{ uri, range: finding?.range }]);
    expect(await go({ line: 0, character: 0 })).toEqual([]);
  });
});
