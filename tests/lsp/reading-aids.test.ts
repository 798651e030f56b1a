import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import type { CodeLens, CompletionItem, DocumentSymbol, Hover } from 'vscode-languageserver';
import { counterLines } from '../../src/figures/counters.ts';
import { currencyLines } from '../../src/figures/currencies.ts';
import { measures } from '../../src/figures/measures.ts';
import { unitWord } from '../../src/figures/units.ts';
import type { StartThread } from '../../src/lsp/thread.ts';
import { folderWith } from '../support/folder.ts';
import { type Capabilities, connect, inThisThread, pausing } from '../support/lsp-client.ts';

const ABLE: Capabilities = {
  textDocument: {
    hover: { contentFormat: ['markdown'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
  workspace: { applyEdit: true },
};

const OTHER = (tags: string) => `---\ntitle: 他\ntags: [${tags}]\nauthor: 山田 花子\n---\n\n本文。\n`;
const FILES = {
  '.textlintrc.json': JSON.stringify({ koetsu: { site: 'jekyll', archive: ['_posts/**/*.md'] } }),
  '_posts/2026-01-01-a.md': OTHER('港, "C#"'),
  '_posts/2026-01-02-b.md': OTHER('港, 道'),
  '_posts/2026-01-03-c.md': 'no front matter',
  'drafts/x.md': OTHER('下書き'),
};

/** Opens an article in which `|` marks a place; returns how to ask about it. */
async function openAt(marked: string, capabilities = ABLE) {
  const root = folderWith(FILES);
  const client = await connect({ rootUri: pathToFileURL(root).href, capabilities });
  const uri = pathToFileURL(join(root, '_posts/2026-02-01-new.md')).href;
  const before = marked.slice(0, marked.indexOf('|')).split('\n');
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  await client.open(uri, marked.replace('|', ''));
  const ask = <T>(method: string): Promise<T> =>
    client.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, position });
  return { client, uri, ask };
}

const labels = ({ items }: { items: CompletionItem[] }) => items.map(({ label }) => label);

describe('front matter', () => {
  it('completes keys of the site that are not there yet', async () => {
    const { ask } = await openAt('---\ntitle: a\nla|\n---\n\n本文。\n');
    const list = await ask<{ items: CompletionItem[] }>('completion');
    expect(labels(list)).toContain('layout');
    expect(labels(list)).not.toContain('title');
    expect(list.items.find(({ label }) => label === 'layout')).toMatchObject({
      detail: expect.stringContaining('雛形'),
      textEdit: { range: { start: { line: 2, character: 0 }, end: { line: 2, character: 2 } }, newText: 'layout: ' },
    });
  });

  it('completes values that the archive uses, most used first, quoted where YAML needs it', async () => {
    const { ask } = await openAt('---\ntitle: a\ntags: [|]\n---\n\n本文。\n');
    const { items } = await ask<{ items: CompletionItem[] }>('completion');
    expect(items.map(({ label, textEdit, detail }) => [label, textEdit?.newText, detail])).toEqual([
      ['港', '港', '2件の記事で使用'],
      ['C#', '"C#"', '1件の記事で使用'],
      ['道', '道', '1件の記事で使用'],
    ]);
  });

  it('completes authors, in lists too, and booleans', async () => {
    const author = await openAt('---\nauthors:\n  - |\n---\n');
    expect(labels(await author.ask('completion'))).toEqual(['山田 花子']);
    const published = await openAt('---\npublished: |\n---\n');
    expect(labels(await published.ask('completion'))).toEqual(['true', 'false']);
  });

  it('completes nothing in the body', async () => {
    const { ask } = await openAt('---\ntitle: a\n---\n\nti|\n');
    expect(labels(await ask('completion'))).toEqual([]);
  });

  it('explains keys', async () => {
    const { ask } = await openAt('---\ntit|le: a\n---\n');
    expect(await ask('hover')).toMatchObject({
      contents: { kind: 'markdown', value: expect.stringMatching(/^\*\*title\*\* — 記事のタイトル\n\n必須 · text/) },
      range: { start: { line: 1, character: 0 }, end: { line: 1, character: 5 } },
    });
  });

  it('shows the computed minutes at reading_time, and puts them there', async () => {
    const { client, ask } = await openAt('---\ntitle: a\nreading_time: 40分|\n---\n\n港が開いた。\n');
    const lenses = await ask<CodeLens[]>('codeLens');
    const lens = lenses.find(({ range }) => range.start.line === 2);
    expect(lens?.command?.title).toBe('本文から計算: 1分（更新する）');
    await client.connection.sendRequest('workspace/executeCommand', lens?.command ?? {});
    expect(client.applied).toMatchObject([{ changes: { [client.published.at(-1)?.uri ?? '']: [{ newText: '1分' }] } }]);
  });
});

describe('reading aids', () => {
  it('that come before all rules have run are asked for again', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow: StartThread = (listener, background) => {
      const thread = inThisThread(listener, background);
      const isSlow = (kind: string): boolean => kind === 'installed';
      return {
        ...thread,
        post: (asked) => void (isSlow(asked.task.kind) ? held : Promise.resolve()).then(() => thread.post(asked)),
      };
    };
    const clock = {
      ...pausing,
      after: (milliseconds: number, callback: () => void) =>
        pausing.after(milliseconds > 300 ? milliseconds : 0, callback),
    };
    const root = folderWith({ '.textlintrc.json': '{ "rules": { "preset-ja-technical-writing": true } }' });
    const capabilities = { workspace: { codeLens: { refreshSupport: true } } };
    const client = await connect({ rootUri: pathToFileURL(root).href, capabilities }, { startThread: slow, clock });
    const textDocument = { uri: pathToFileURL(join(root, 'new.md')).href };
    await client.open(textDocument.uri, '港が開いた。\n\n---END---\n\nこれは食べれると思う。\n');
    const ask = () => client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument });
    const [early] = await ask();
    const before = client.lensRefreshes();
    release();
    await vi.waitFor(() => expect(client.lensRefreshes()).toBeGreaterThan(before));
    const [late] = await ask();
    expect(late?.command?.title).not.toBe(early?.command?.title);
  });

  it('show characters, reading time and findings at the top', async () => {
    const { ask } = await openAt('港が開いた。|\n\n---END---\n');
    const [top] = await ask<CodeLens[]>('codeLens');
    expect(top?.range.start).toEqual({ line: 0, character: 0 });
    expect(top?.command?.title).toMatch(/^15字・読了約1分 \| エラー[1-9]/);
  });

  it('show what is read in a figure, and its relatives', async () => {
    const { ask } = await openAt('A社の売上高は1|20億円だった。\n\n広い港だ。A社の売上高は130億円になる。\n');
    const hover = await ask<Hover>('hover');
    const { value } = hover.contents as { value: string };
    expect(value).toContain('12,000,000,000');
    expect(value).toContain('単位: 円 · 主語: A社 · 属性: 売上高');
    expect(value).toContain('3行: 130億円 = 13,000,000,000');
    expect(hover.range).toEqual({ start: { line: 0, character: 7 }, end: { line: 0, character: 12 } });
  });

  it.each([
    ['会場の|3割は空席だった。', '値: 30 · 単位: %'],
    ['売上は|5倍になる見通しだ。', '値: 5 · 単位: 倍 · 属性: 売上高 · 述べ方: 予測'],
    ['町長は「雨の日は|3割の人が傘を忘れる」と語った。', '述べ方: 引用'],
    ['参加費は1人あたり月額|3000円以上。', '値: 3,000〜 · 単位: 円（1人・1か月あたり）'],
    ['料金は100万トークンあたり|3ドル。', '単位: ドル（1,000,000トークンあたり）'],
    ['卵を|12個買った。', '値: 12 · 単位: 個'],
    ['電流は|5mAで、', '値: 0.005 · 単位: A'],
    ['参加した|3団体は', '単位: 団体'],
    ['午後|3時15分に始まる。', '値: 15:15'],
    ['開催は2026年|5月3日。', '値: 2026-05-03'],
  ])('tell an editor what is read in %s', async (article, expected) => {
    const { ask } = await openAt(`${article}\n`);
    const { contents } = await ask<Hover>('hover');
    const { value } = contents as { value: string };
    expect(value).toContain(expected);
    // No word of the engine's own.
    expect(value.replaceAll(/\*\*.*\*\*/g, '')).not.toMatch(/[a-z]{3}/i);
  });

  it('have names for all units', () => {
    const words = [...counterLines.trim().split('\n'), ...currencyLines.trim().split('\n')]
      .map((line) => line.split(' ')[0] ?? '')
      .filter((id) => id !== 'noun' && !id.endsWith('-cent'));
    const ids = [...words, ...measures.map(({ id }) => id)];
    // Abbreviations that Japanese use as they are.
    const usual = new Set(['fps', 'rpm', 'QPS', 'FLOPS', 'OPS', 'km/h']);
    expect(ids.map((id) => unitWord(id)).filter((word) => /^[\x20-\x7e]{3,}$/.test(word) && !usual.has(word))).toEqual(
      [],
    );
  });

  it('show nothing where no figure is', async () => {
    const { ask } = await openAt('港|が開いた。\n');
    expect(await ask('hover')).toBeNull();
  });

  it('list headings as a tree', async () => {
    const { ask } = await openAt('# 港\n\n## 船\n\n本文。\n\n### 帆\n\n# 道|\n');
    const names = (symbols: readonly DocumentSymbol[]): unknown =>
      symbols.map(({ name, children = [] }) => (children.length > 0 ? [name, names(children)] : name));
    expect(names(await ask<DocumentSymbol[]>('documentSymbol'))).toEqual([['港', [['船', ['帆']]]], '道']);
  });
});
