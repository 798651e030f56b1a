import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver';
import { createArchiveIndex } from '../../src/lsp/archive-index.ts';
import type { StartThread } from '../../src/lsp/thread.ts';
import { folderWith, writeInto } from '../support/folder.ts';
import { type Capabilities, connect, inThisThread, pausing, type TestClient } from '../support/lsp-client.ts';
import { only, run } from '../support/run.ts';

const CONFIG = only({ 'generation-artifacts': true }, { archive: ['posts/*.md'] });
const RELATED: Capabilities = {
  textDocument: { publishDiagnostics: { relatedInformation: true } },
  workspace: { didChangeWatchedFiles: { dynamicRegistration: true } },
  window: { workDoneProgress: true },
};
const PULLS: Capabilities = {
  ...RELATED,
  textDocument: { diagnostic: { relatedInformation: true } },
  workspace: { diagnostics: { refreshSupport: true } },
};

/** Passages of three sentences, each of them long enough to be told from others. */
const PASSAGES = ['北の港', '南の駅', '山の村', '川の橋'].map(
  (place) =>
    `${place}では新しい建物の工事が去年の春に始まりました。完成すると、${place}を訪れる人が増えると町は見ています。${place}の人たちは、工事の音が静かになる日を待ち望んでいます。\n\n`,
);
const [HARBOUR = '', STATION = '', , BRIDGE = ''] = PASSAGES;
const article = (title: string, date: string, body: string): string =>
  `---\ntitle: ${title}\ndate: ${date}\n---\n\n${body}`;

const FIRST = article('港の工事', '2026-01-01', `${HARBOUR}${STATION}`);
const SECOND = article('港のその後', '2026-02-01', `${BRIDGE}\r\n${HARBOUR}`);
const SITE = { '.textlintrc.json': CONFIG, 'posts/first.md': FIRST, 'posts/second.md': SECOND };

const href = (...parts: readonly string[]): string => pathToFileURL(join(...(parts as [string]))).href;
const across = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
  diagnostics.filter(({ code }) => String(code).startsWith('archive/'));
const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);

function connectTo(root: string, capabilities = RELATED, startThread = inThisThread): Promise<TestClient> {
  const rootUri = href(root);
  const initializationOptions = { workspaceDiagnostics: true };
  return connect({ rootUri, capabilities, initializationOptions }, { clock: pausing, startThread });
}

/** What `koetsu archive` finds across the articles of a site, as the editor would show it. */
async function archiveFindings(root: string): Promise<ReadonlyMap<string, readonly unknown[]>> {
  const { stdout, stderr } = await run(['archive', '-f', 'json', '--no-cache'], root);
  if (stdout === '') throw new Error(stderr);
  const results = JSON.parse(stdout) as {
    filePath: string;
    messages: {
      ruleId: string;
      message: string;
      loc: Loc;
      related?: { filePath: string; loc: Loc; message: string }[];
    }[];
  }[];
  return new Map(
    results.map(({ filePath, messages }) => [
      href(filePath),
      messages
        .filter(({ ruleId }) => ruleId.startsWith('archive/'))
        .map(({ ruleId, message, loc, related = [] }) => ({
          code: ruleId,
          message,
          range: rangeOf(loc),
          related: related.map((it) => [href(it.filePath), rangeOf(it.loc), it.message]),
        })),
    ]),
  );
}

interface Loc {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

function rangeOf({ start, end }: Loc) {
  const at = ({ line, column }: Loc['start']) => ({ line: line - 1, character: column - 1 });
  return { start: at(start), end: at(end) };
}

function shown(diagnostics: readonly Diagnostic[]): readonly unknown[] {
  return across(diagnostics).map(({ code, message, range, relatedInformation = [] }) => ({
    code,
    message,
    range,
    related: relatedInformation.map((it) => [it.location.uri, it.location.range, it.message]),
  }));
}

interface Written {
  readonly text: string;
  readonly version: number;
}

interface Step {
  readonly client: TestClient;
  readonly open: Map<string, Written>;
  readonly path: string;
  readonly text: string;
}

const tell = ({ client: { connection }, path }: Step): Promise<void> =>
  connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: href(path), type: 2 }] });

/** What an author does to an article. */
const MOVES: Readonly<Record<'edit' | 'save' | 'close' | 'remove' | 'rest', (step: Step) => Promise<void>>> = {
  edit: async ({ client, open, path, text }) => {
    const uri = href(path);
    const known = open.get(uri);
    const version = (known?.version ?? 0) + 1;
    open.set(uri, { text, version });
    await (known ? client.change(uri, version, [{ text }]) : client.open(uri, text, 'markdown', version));
  },
  save: async (step) => {
    writeFileSync(step.path, step.open.get(href(step.path))?.text ?? step.text);
    await tell(step);
  },
  close: async ({ client, open, path }) => {
    const uri = href(path);
    if (open.delete(uri)) await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  },
  remove: async (step) => {
    rmSync(step.path, { force: true });
    await tell(step);
  },
  // Long enough for the archive to be read.
  rest: () => new Promise((resolve) => setTimeout(resolve, 60)),
};

/** What `koetsu archive` finds where the open articles are saved as they are in the editor. */
async function archiveOf(root: string, open: ReadonlyMap<string, Written>) {
  const saved = folderWith({});
  cpSync(root, saved, { recursive: true });
  for (const [uri, { text }] of open) writeFileSync(new URL(uri.replace(href(root), href(saved))), text);
  const found = [...(await archiveFindings(saved))];
  return new Map(JSON.parse(JSON.stringify(found).replaceAll(href(saved), href(root))) as typeof found);
}

describe('findings across articles', () => {
  it('name the place in the other article, and lead there', async () => {
    const root = folderWith(SITE);
    const client = await connectTo(root);
    const [first, second] = [href(root, 'posts/first.md'), href(root, 'posts/second.md')];
    await client.open(second, SECOND);
    const found = across(await client.diagnostics(second, ({ diagnostics }) => across(diagnostics).length > 0));
    expect(codes(found)).toEqual(['archive/shared-passage']);
    const other = {
      uri: first,
      range: { start: { line: 5, character: 0 }, end: { line: 5, character: HARBOUR.length - 2 } },
    };
    expect(found[0]?.relatedInformation).toEqual([{ location: other, message: '同じ文章' }]);
    const position = found[0]?.range.start;
    const params = { textDocument: { uri: second }, position };
    expect(await client.connection.sendRequest('textDocument/definition', params)).toEqual([other]);
    expect(shown(found)).toEqual((await archiveFindings(root)).get(second));
  });

  it('come after those of the article, and stay where they are while somebody writes', async () => {
    const root = folderWith(SITE);
    const client = await connectTo(root);
    const second = href(root, 'posts/second.md');
    await client.open(second, `${SECOND}---END---\n`);
    await client.diagnostics(second, ({ diagnostics }) => across(diagnostics).length > 0);
    expect(client.published.map(({ diagnostics }) => codes(diagnostics))).toEqual([
      ['koetsu/generation-artifacts'],
      ['archive/shared-passage', 'koetsu/generation-artifacts'],
    ]);
    const range = { start: { line: 1, character: 7 }, end: { line: 1, character: 7 } };
    await client.change(second, 2, [{ range, text: '新しい' }]);
    await client.diagnostics(second, ({ version }) => version === 2);
    for (const { version, diagnostics } of client.published.filter((it) => it.version === 2))
      expect([version, ...codes(diagnostics)]).toContain('archive/shared-passage');
  });

  it('follow other open articles, saved or not, and articles on disk', async () => {
    const root = folderWith(SITE);
    const client = await connectTo(root);
    const [first, second] = [href(root, 'posts/first.md'), href(root, 'posts/second.md')];
    const count = (n: number) =>
      client.diagnostics(second, (params) => params === newest() && across(params.diagnostics).length === n);
    const newest = () => client.published.findLast(({ uri }) => uri === second);
    await client.open(second, SECOND);
    await count(1);
    await client.open(first, FIRST);
    await client.change(first, 2, [{ text: article('港の工事', '2026-01-01', STATION) }]);
    await count(0);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: first } });
    await count(1);
    writeInto(root, { 'posts/third.md': article('橋', '2025-01-01', BRIDGE) });
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: href(root, 'posts/third.md'), type: 1 }],
    });
    await count(2);
    writeFileSync(join(root, '.textlintrc.json'), only({ 'generation-artifacts': true }));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: href(root, '.textlintrc.json'), type: 2 }],
    });
    await count(0);
  });

  it('are those of koetsu archive on the same texts, whatever was edited, opened, closed and saved', async () => {
    const names = ['a.md', 'b.md', 'c.md', 'd.md'];
    let count = 0;
    const move = fc.record({
      kind: fc.constantFrom('edit', 'edit', 'edit', 'save', 'save', 'close', 'remove', 'rest'),
      name: fc.constantFrom(...names),
      passages: fc.array(fc.constantFrom(...PASSAGES, '---END---\n\n', '𠮷\r\n\r\n'), { maxLength: 4 }),
      title: fc.constantFrom('港の工事', '駅の工事'),
    });
    const property = fc.asyncProperty(fc.array(move, { minLength: 3, maxLength: 12 }), async (moves) => {
      const root = folderWith({
        '.textlintrc.json': CONFIG,
        'posts/z.md': article('村', '2026-03-01', PASSAGES.join('')),
      });
      const client = await connectTo(root);
      const open = new Map<string, Written>();
      for (const { kind, name, passages, title } of moves) {
        const path = join(root, 'posts', name);
        const text = article(title, `2026-01-0${names.indexOf(name) + 1}`, passages.join(''));
        await MOVES[kind]({ client, open, path, text });
      }
      const expected = await archiveOf(root, open);
      count += [...open.keys()].flatMap((uri) => expected.get(uri) ?? []).length;
      for (const [uri, { version }] of open) {
        const newest = () => client.published.findLast((params) => params.uri === uri);
        await vi.waitFor(() => {
          expect(newest()?.version).toBe(version);
          expect(shown(newest()?.diagnostics ?? [])).toEqual(expected.get(uri));
        }, 20_000);
      }
    });
    await fc.assert(property, { numRuns: 25 });
    expect(count).toBeGreaterThan(5);
  });

  it('are pulled, those of articles that are not open too, and the client is told when they are known', async () => {
    const root = folderWith(SITE);
    const client = await connectTo(root, PULLS);
    const [first, second] = [href(root, 'posts/first.md'), href(root, 'posts/second.md')];
    await client.open(first, FIRST);
    const ask = (previousResultIds: unknown[]) =>
      client.connection.sendRequest<{ items: { uri: string; kind: string; resultId: string; items?: Diagnostic[] }[] }>(
        'workspace/diagnostic',
        { previousResultIds },
      );
    await client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: first } });
    await vi.waitFor(
      async () =>
        expect((await ask([])).items.flatMap(({ items = [] }) => codes(items))).toContain('archive/shared-passage'),
      10_000,
    );
    expect(client.refreshes()).toBeGreaterThan(0);
    const [report] = (await ask([])).items;
    expect(report).toMatchObject({ uri: second, kind: 'full' });
    expect(shown(report?.items ?? [])).toEqual((await archiveFindings(root)).get(second));
    expect((await ask([{ uri: second, value: report?.resultId }])).items).toMatchObject([{ kind: 'unchanged' }]);
    const text = article('港の工事', '2026-01-01', STATION);
    await client.change(first, 2, [{ text }]);
    await client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: first } });
    await vi.waitFor(
      async () =>
        expect((await ask([{ uri: second, value: report?.resultId }])).items).toMatchObject([
          { kind: 'full', items: [] },
        ]),
      10_000,
    );
  });

  it('never make anything wait: an archive that is never read costs nothing', async () => {
    const root = folderWith(SITE);
    const silent: StartThread = (listener, background) =>
      background ? { post: () => undefined, stop: () => undefined } : inThisThread(listener, background);
    const client = await connectTo(root, RELATED, silent);
    const second = href(root, 'posts/second.md');
    await client.open(second, `${SECOND}---END---\n`);
    expect(codes(await client.diagnostics(second))).toEqual(['koetsu/generation-artifacts']);
    await client.change(second, 2, [{ text: SECOND }]);
    expect(await client.diagnostics(second, ({ version }) => version === 2)).toEqual([]);
    await client.connection.sendRequest('textDocument/codeLens', { textDocument: { uri: second } });
  });

  it('are found again by the thread that takes the place of one that ended', async () => {
    const root = folderWith(SITE);
    const ends: (() => void)[] = [];
    const mortal: StartThread = (listener, background) => {
      const thread = inThisThread(listener, background);
      if (background)
        ends.push(() => {
          thread.stop();
          listener.ended('killed');
        });
      return thread;
    };
    const client = await connectTo(root, RELATED, mortal);
    const second = href(root, 'posts/second.md');
    await client.open(second, SECOND);
    await client.diagnostics(second, ({ diagnostics }) => across(diagnostics).length > 0);
    ends[0]?.();
    const text = article('港のその後', '2026-02-01', `${BRIDGE}${STATION}${HARBOUR}`);
    await client.change(second, 2, [{ text }]);
    await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri: second } });
    await client.diagnostics(second, ({ version, diagnostics }) => version === 2 && across(diagnostics).length === 2);
    expect(ends).toHaveLength(2);
  });

  it('show how far the archive has been read, which may take a while', async () => {
    const root = folderWith(SITE);
    const left = [3, 2, 1];
    const slow: StartThread = (listener, background) => {
      const thread = inThisThread(listener, background);
      const answer = (id: number): boolean => {
        const value = { left: left.shift() ?? 0, all: 4, tooMany: false };
        if (value.left > 0) listener.told({ id, value });
        return value.left > 0;
      };
      return { ...thread, post: (asked) => (asked.task.kind === 'facts' && answer(asked.id)) || thread.post(asked) };
    };
    const client = await connectTo(root, RELATED, slow);
    const second = href(root, 'posts/second.md');
    await client.open(second, SECOND);
    await client.diagnostics(second, ({ diagnostics }) => across(diagnostics).length > 0);
    const values = client.progress.map(({ value }) => value as { kind: string; message?: string; title?: string });
    expect(values.map(({ kind, message }) => [kind, message])).toEqual([
      ['begin', undefined],
      ['report', '1/4'],
      ['report', '2/4'],
      ['report', '3/4'],
      ['end', undefined],
    ]);
    expect(values[0]?.title).toBe('koetsu: ほかの記事を読み込み中');
  });

  it('are not looked for again at once where an article stops the thread', async () => {
    const root = folderWith(SITE);
    let starts = 0;
    const deadly: StartThread = (listener, background) => {
      if (!background) return inThisThread(listener, background);
      starts += 1;
      return { post: () => setImmediate(() => listener.ended('killed')), stop: () => undefined };
    };
    const client = await connectTo(root, RELATED, deadly);
    const second = href(root, 'posts/second.md');
    await client.open(second, SECOND);
    for (let version = 2; version < 8; version++) {
      await client.change(second, version, [{ text: `${SECOND}${version}\n` }]);
      await client.connection.sendRequest('textDocument/codeLens', { textDocument: { uri: second } });
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(starts).toBe(2);
  });

  it('are none without an archive in the configuration, nor outside of it', async () => {
    const root = folderWith({ ...SITE, 'drafts/x.md': SECOND, '.textlintignore': 'posts/second.md\n' });
    const client = await connectTo(root);
    const asked = ['posts/second.md', 'drafts/x.md', 'posts/first.md'].map((name) => href(root, name));
    for (const uri of asked) await client.open(uri, readFileSync(new URL(uri), 'utf8'));
    for (const uri of asked) await client.connection.sendRequest('textDocument/codeLens', { textDocument: { uri } });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(client.published.flatMap(({ diagnostics }) => across(diagnostics))).toEqual([]);
    expect(existsSync(join(root, 'posts')) && readdirSync(join(root, 'posts'))).toHaveLength(2);
  });

  it('are none in an archive too large to be held in memory', async () => {
    const articles = Object.fromEntries(Array.from({ length: 5001 }, (_, i) => [`posts/${i}.md`, '']));
    const root = folderWith({ ...articles, 'posts/first.md': FIRST, 'posts/second.md': SECOND });
    const config = {
      id: '1',
      root,
      file: undefined,
      data: {},
      settings: { archive: ['posts/*.md'] },
      locale: 'ja' as const,
    };
    const index = createArchiveIndex(() => [], undefined);
    expect(await index.take(config, true)).toEqual({ left: 0, all: 5003, tooMany: true });
    expect(index.across(config, [{ path: join(root, 'posts/second.md'), text: SECOND }])).toEqual(new Map());
  });
});
