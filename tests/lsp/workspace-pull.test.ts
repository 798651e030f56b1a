import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver';
import { folderWith } from '../support/folder.ts';
import { connect, type TestClient } from '../support/lsp-client.ts';
import { only } from '../support/run.ts';

const BAD = '港が開いた。\n\n---END---\n\n船が着いた。\n';
const GOOD = '港が開いた。\n';
const SITE = { '.textlintrc.json': only({ 'generation-artifacts': true }), 'a.md': BAD, 'b.md': GOOD, 'c.md': BAD };
const CAPABILITIES = {
  textDocument: { diagnostic: {} },
  workspace: {
    diagnostics: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceFolders: true,
  },
  window: { workDoneProgress: true },
};

interface Report {
  readonly uri: string;
  readonly kind: 'full' | 'unchanged';
  readonly resultId?: string;
  readonly items?: readonly { readonly code: string }[];
}

interface Pull {
  /** What came by and by. */
  readonly streamed: () => readonly (readonly Report[])[];
  readonly answer: Promise<readonly Report[]>;
  readonly isAnswered: () => boolean;
  readonly cancel: () => void;
}

function valuesOf(progress: TestClient['progress'], token: string): unknown[] {
  return progress.filter((it) => it.token === token).map(({ value }) => value);
}

let tokens = 0;

function connectTo(...roots: readonly string[]): Promise<TestClient> {
  const workspaceFolders = roots.map((root) => ({ uri: href(root), name: root }));
  const initializationOptions = { workspaceDiagnostics: true };
  return connect({ workspaceFolders, capabilities: CAPABILITIES, initializationOptions });
}

/** Asks as VS Code does: for results as they come. */
function pull({ connection, progress }: TestClient, known: readonly Report[] = [], given: object = {}): Pull {
  const previousResultIds = known.flatMap(({ uri, resultId }) => (resultId ? [{ uri, value: resultId }] : []));
  const partialResultToken = `partial ${tokens++}`;
  const source = new CancellationTokenSource();
  let answered = false;
  const params = { previousResultIds, partialResultToken, ...given };
  const answer = connection
    .sendRequest<{ items: Report[] }>('workspace/diagnostic', params, source.token)
    .then(({ items }) => items)
    .finally(() => {
      answered = true;
    });
  answer.catch(() => undefined);
  const streamed = () => valuesOf(progress, partialResultToken).map((value) => (value as { items: Report[] }).items);
  return { streamed, answer, isAnswered: () => answered, cancel: () => source.cancel() };
}

const href = (...parts: readonly string[]): string => pathToFileURL(join(...(parts as [string]))).href;
const found = (reports: readonly Report[]) => reports.map(({ uri, kind, items }) => [uri, kind, items?.length]);

function changed(client: TestClient, uri: string): Promise<void> {
  return client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
}

/** All that a client knows after a pull. */
async function known({ streamed, answer }: Pull): Promise<Report[]> {
  return [...(await answer), ...streamed().flat()];
}

type Shown = readonly [uri: string | undefined, findings: number];

/** Pulls again whenever it is answered; the function waits until so many findings are shown. */
function follow(client: TestClient, all: readonly Report[] = []): (expected: readonly Shown[]) => Promise<void> {
  const shown = new Map(all.map((report) => [report.uri, report]));
  let isOver = false;
  onTestFinished(() => {
    isOver = true;
  });
  const ask = async (): Promise<void> => {
    while (!isOver) {
      const reports = await known(pull(client, [...shown.values()])).catch(() => []);
      for (const report of reports) if (report.kind === 'full') shown.set(report.uri, report);
    }
  };
  void ask();
  const counts = () => [...shown.values()].map(({ uri, items = [] }): Shown => [uri, items.length]);
  return (expected) =>
    vi.waitFor(() => expect(new Map(counts())).toEqual(new Map(expected)), { timeout: 10_000, interval: 5 });
}

describe('pulling all articles', () => {
  it('gives them one by one, and what is unchanged briefly', async () => {
    const root = folderWith(SITE);
    const client = await connectTo(root);
    const first = pull(client);
    expect(await first.answer).toEqual([]);
    expect(first.streamed().map(found)).toEqual([
      [[href(root, 'a.md'), 'full', 1]],
      [[href(root, 'b.md'), 'full', 0]],
      [[href(root, 'c.md'), 'full', 1]],
    ]);
    writeFileSync(join(root, 'b.md'), BAD);
    const second = pull(client, first.streamed().flat());
    expect(found(await second.answer)).toEqual([[href(root, 'c.md'), 'unchanged', undefined]]);
    expect(second.streamed().map(found)).toEqual([
      [
        [href(root, 'a.md'), 'unchanged', undefined],
        [href(root, 'b.md'), 'full', 1],
      ],
    ]);
  });

  it('waits where nothing is new, until something is', async () => {
    const root = folderWith(SITE);
    const client = await connectTo(root);
    const all = await known(pull(client));
    const waiting = pull(client, all);
    // A change by which nothing is found that was not found before.
    await changed(client, href(root, 'b.md'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(waiting.isAnswered()).toBe(false);
    writeFileSync(join(root, 'b.md'), BAD);
    await changed(client, href(root, 'b.md'));
    const news = (await known(waiting)).filter(({ kind }) => kind === 'full');
    expect(found(news)).toEqual([[href(root, 'b.md'), 'full', 1]]);
  });

  it('keeps a client that asks again and again up to date', async () => {
    const root = folderWith(SITE);
    const client = await connectTo(root);
    const shows = follow(client);
    const [a, b, c, config] = ['a.md', 'b.md', 'c.md', '.textlintrc.json'].map((name) => href(root, name));
    await shows([
      [a, 1],
      [b, 0],
      [c, 1],
    ]);
    rmSync(join(root, 'a.md'));
    await changed(client, a ?? '');
    await shows([
      [a, 0],
      [b, 0],
      [c, 1],
    ]);
    // An open article has a pull of its own; closed without being saved it is what it is on disk.
    await client.open(c ?? '', GOOD);
    writeFileSync(join(root, 'c.md'), `${BAD}\n---END---\n`);
    await changed(client, c ?? '');
    writeFileSync(join(root, 'b.md'), BAD);
    await changed(client, b ?? '');
    await shows([
      [a, 0],
      [b, 1],
      [c, 1],
    ]);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: c } });
    await shows([
      [a, 0],
      [b, 1],
      [c, 2],
    ]);
    writeFileSync(join(root, '.textlintrc.json'), only({}));
    await changed(client, config ?? '');
    await shows([
      [a, 0],
      [b, 0],
      [c, 0],
    ]);
  });

  it('ends when it is cancelled, waiting or at work', async () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`posts/${i}.md`, BAD]));
    const root = folderWith({ ...SITE, ...many });
    const client = await connectTo(root);
    const working = pull(client);
    await vi.waitFor(() => expect(working.streamed().length).toBeGreaterThan(0), { interval: 1 });
    working.cancel();
    await expect(working.answer).rejects.toMatchObject({ code: -32800 });
    expect(working.streamed().length).toBeLessThan(63);
    const waiting = pull(client, await known(pull(client)));
    await client.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri: 'untitled:x' } });
    waiting.cancel();
    await expect(waiting.answer).rejects.toMatchObject({ code: -32800 });
  });

  it('shows how far it has come', async () => {
    const root = folderWith(SITE);
    const client = await connectTo(root);
    const workDoneToken = 'work';
    const shown = () => valuesOf(client.progress, workDoneToken) as { kind: string; message?: string }[];
    const all = await known(pull(client, [], { workDoneToken }));
    expect(shown().map(({ kind, message }) => [kind, message])).toEqual([
      ['begin', undefined],
      ['report', '1/3'],
      ['report', '2/3'],
      ['report', '3/3'],
      ['end', undefined],
    ]);
    // Not for articles that are as they were.
    const waiting = pull(client, all, { workDoneToken });
    await client.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri: 'untitled:x' } });
    waiting.cancel();
    await expect(waiting.answer).rejects.toMatchObject({ code: -32800 });
    expect(shown()).toHaveLength(5);
  });

  it('gives each article of several roots once, with the configuration of the innermost', async () => {
    const root = folderWith({ ...SITE, 'inner/.textlintrc.json': only({}), 'inner/d.md': BAD });
    const other = folderWith({ 'e.md': BAD, '.textlintrc.json': SITE['.textlintrc.json'] });
    const client = await connectTo(root, join(root, 'inner'), other);
    const all = await known(pull(client));
    expect(found(all).toSorted()).toEqual(
      [
        [href(root, 'a.md'), 'full', 1],
        [href(root, 'b.md'), 'full', 0],
        [href(root, 'c.md'), 'full', 1],
        [href(root, 'inner/d.md'), 'full', 0],
        [href(other, 'e.md'), 'full', 1],
      ].toSorted(),
    );
    const shows = follow(client, all);
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [{ uri: href(other), name: '' }] },
    });
    const rest = all.filter(({ uri }) => uri !== href(other, 'e.md'));
    await shows([...rest.map(({ uri, items }): Shown => [uri, items?.length ?? 0]), [href(other, 'e.md'), 0]]);
  });
});
