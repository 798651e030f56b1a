import { describe, expect, it } from 'vitest';
import { formatMarkdown, type MarkdownOptions } from '../../src/report/markdown.ts';
import { cellsOf, nodesIn } from '../support/rendered.ts';
import { article, EVERYTHING, finding, many } from '../support/results.ts';

const OPTIONS: MarkdownOptions = {
  locale: 'ja',
  verbose: false,
  linkOf: (path, line) => `https://example.com/${encodeURIComponent(path)}#L${line}`,
  limit: { characters: 65_000, bytes: Number.POSITIVE_INFINITY },
};

describe('Markdown', () => {
  it('has a table by rule, then one for each article, the worst first', () => {
    const report = formatMarkdown(EVERYTHING, OPTIONS);
    expect(cellsOf(report)).toEqual([
      ['ルール', 'エラー', '警告', '情報'],
      ['koetsu/broken-sentences', '1', '1', '·'],
      ['internal-error', '1', '·', '·'],
      ['ja-technical-writing/no-doubled-joshi', '·', '·', '1'],
      ['行', '重大度', '内容', 'ルール'],
      [
        '3',
        'エラー',
        [
          '「途中で」で文が切れています。最後まで書いてください。',
          '𠮷野家は😀店。',
          '関連 L1 もう1つの箇所です。',
          '関連 posts/b c.md L3 別の記事です。',
          '関連 posts/unknown.md 読んでいない記事です。',
        ].join('\n'),
        'koetsu/broken-sentences',
      ],
      ['行', '重大度', '内容', 'ルール'],
      ['1', 'エラー', '「途中で」で文が切れています。最後まで書いてください。', 'internal-error'],
      ['行', '重大度', '内容', 'ルール'],
      ['1', '警告', expect.stringContaining('見出し'), 'koetsu/broken-sentences'],
    ]);
    expect(report).toContain('情報1件は省略しました');
  });

  it('links lines, articles and rules', () => {
    const urls = nodesIn(formatMarkdown([EVERYTHING[0] ?? article([])], OPTIONS)).flatMap((node) =>
      node.type === 'link' ? [node.url] : [],
    );
    expect(new Set(urls)).toEqual(
      new Set([
        'https://example.com/rules/broken-sentences',
        'https://example.com/posts%2Fa.md#L1',
        'https://example.com/posts%2Fa.md#L3',
        'https://example.com/posts%2Fb%20c.md#L1',
        'https://example.com/posts%2Funknown.md#L1',
      ]),
    );
  });

  it('says that there is nothing', () => {
    expect(formatMarkdown([article([])], OPTIONS)).toBe('### koetsu\n\n1件の記事に問題は見つかりませんでした。\n');
  });

  it('makes nothing of what a message holds', () => {
    const message =
      '[a](http://x.example) ![b](c) @user #12 org/repo#3 :smile: https://x.example www.x.example a@b.example **c** ~~d~~ `e` | <b> &amp; $x$ \\';
    const report = formatMarkdown([article([finding({ message })])], { ...OPTIONS, linkOf: undefined });
    const cell = nodesIn(report).find((node) => node.type === 'tableCell' && JSON.stringify(node).includes('user'));
    expect(new Set(cell && nodesOfTypes(cell))).toEqual(new Set(['text', 'html']));
    expect(cellsOf(report).at(-1)?.[2]?.split('\n')[0]).toBe(message);
    expect(report).not.toMatch(/@\w|#\d|:smile:|www\./);
  });

  it.each([
    { characters: 65_000, bytes: Number.POSITIVE_INFINITY },
    { characters: Number.POSITIVE_INFINITY, bytes: 1_040_000 },
    { characters: 3_000, bytes: Number.POSITIVE_INFINITY },
  ])('keeps to a limit, the severest first, and says what it left out (%o)', (limit) => {
    const results = Array.from({ length: 300 }, (_, i) =>
      article(many(20, { severity: i === 299 ? 'error' : 'warning' }), { filePath: `posts/${i}.md` }),
    );
    const report = formatMarkdown(results, { ...OPTIONS, limit });
    expect(report.length).toBeLessThanOrEqual(limit.characters);
    expect(Buffer.byteLength(report)).toBeLessThanOrEqual(limit.bytes);
    const rows = report.split('\n').filter((line) => line.startsWith('| [1]'));
    const [, count] = /ほかに([\d,]+)件の指摘があります/.exec(report) ?? [];
    expect(rows.length + Number(count?.replaceAll(',', ''))).toBe(6_000);
    expect(rows[0]).toContain(' | エラー | ');
    expect(report.length + Buffer.byteLength(report)).toBeGreaterThan(Math.min(limit.characters, limit.bytes) / 2);
  });
});

function nodesOfTypes(node: ReturnType<typeof nodesIn>[number]): string[] {
  return 'children' in node ? node.children.flatMap((child) => [child.type, ...nodesOfTypes(child)]) : [];
}
