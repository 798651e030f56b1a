import { describe, expect, it } from 'vitest';
import { checkAcross } from '../../src/archive/check-across.ts';
import { factsOf } from '../../src/archive/facts.ts';
import { parseDocument } from '../../src/document/parse-document.ts';

type Files = Readonly<Record<string, string>>;

function entriesOf(files: Files) {
  return Object.entries(files).map(([name, text]) => {
    const filePath = `/site/${name}`;
    return { filePath, facts: factsOf(parseDocument(text, () => [], filePath)) };
  });
}

/** The findings as lines: file, check, the text that is marked, the files that it refers to. */
function found(files: Files, locale: 'ja' | 'en' = 'ja'): string[] {
  const byFile = checkAcross(entriesOf(files), { root: '/site', locale });
  return [...byFile].flatMap(([filePath, findings]) =>
    findings.map(({ ruleId, range, related }) => {
      const name = filePath.slice('/site/'.length);
      const others = related.map((place) => place.filePath?.slice('/site/'.length)).join(' ');
      return `${name} ${ruleId} ${files[name]?.slice(...range).replaceAll('\n', ' ')} → ${others}`;
    }),
  );
}

const titled = (title: string, body = '', more = ''): string => `---\ntitle: "${title}"\n${more}---\n\n${body}\n`;

/** So many sentences that no other seed gives. */
const prose = (seed: string, count: number): string =>
  Array.from(
    { length: count },
    (_, i) => `${seed}の${i}番目の話として、駅前の古い店で聞いたことを短くまとめておきたい。`,
  ).join('\n\n');

const FACTS = [
  '同じ店の主人がその朝に語った、川の水と豆腐の味についての長い話である。',
  '水は山から引いており、夏でも冬でも温度が変わらないところがよいという。',
  '豆は隣の村の畑で作られたもので、毎年の秋に一年分をまとめて買うそうだ。',
];

describe('checkAcross', () => {
  it('finds titles that are the same to a reader, whatever their width and punctuation', () => {
    const files = {
      '2026-01-01-a.md': titled('豆腐の話：2026年版'),
      '2026-01-02-b.md': titled('豆腐の話 ２０２６年版'),
      '2026-01-03-c.md': titled('豆腐の話：2025年版'),
    };
    expect(found(files)).toEqual(['2026-01-02-b.md archive/duplicate-title "豆腐の話 ２０２６年版" → 2026-01-01-a.md']);
  });

  it('finds titles that differ in a character or two, but not the numbers of a series', () => {
    const long = '山の水で作る豆腐がおいしい理由を店の主人に聞いてみたところわかったこと';
    const files = {
      '2026-01-01-a.md': titled(`${long}`),
      '2026-01-02-b.md': titled(`${long}は`),
      '2026-01-03-c.md': titled(`${long} 第2回`),
      '2026-01-04-d.md': titled(`${long} 第3回`),
    };
    expect(found(files)).toEqual([`2026-01-02-b.md archive/duplicate-title "${long}は" → 2026-01-01-a.md`]);
  });

  it('finds copies of articles, on the later one', () => {
    const files = {
      '2026-02-01-copy.md': titled('写し', `${prose('甲', 12)}\n\n${prose('乙', 3)}`),
      '2026-01-01-original.md': titled('元', prose('甲', 12)),
      '2026-01-02-other.md': titled('別', prose('丙', 12)),
    };
    expect(found(files)).toEqual(['2026-02-01-copy.md archive/duplicate-article "写し" → 2026-01-01-original.md']);
  });

  it('finds passages that stand in two articles, but not what stands in many', () => {
    const shared = FACTS.join('');
    const notice = 'この記事は編集部が取材して書いたもので、広告ではないことをお断りしておく。'.repeat(1);
    const files = Object.fromEntries(
      Array.from({ length: 8 }, (_, i) => [
        `2026-01-0${i + 1}-a.md`,
        titled(
          `題${i}の話`,
          `${prose(`話${i}`, 10)}\n\n${i === 2 || i === 5 ? `${shared}\n\n` : ''}${notice}${notice}${notice}`,
        ),
      ]),
    );
    expect(found(files)).toEqual([`2026-01-06-a.md archive/shared-passage ${shared} → 2026-01-03-a.md`]);
  });

  it('finds a figure that many articles repeat, once', () => {
    const body = (i: number): string =>
      `調査によると、${i % 2 ? '75%以上の企業' : '７５％以上の企業'}がこの方法を使っている。${i}割の店`;
    const files = Object.fromEntries(
      Array.from({ length: 9 }, (_, i) => [`2026-01-0${i + 1}-a.md`, titled(`題${i}の話`, body(i))]),
    );
    expect(found(files)).toEqual([
      '2026-01-01-a.md archive/repeated-figure ７５％以上の企業 → 2026-01-02-a.md 2026-01-03-a.md 2026-01-04-a.md 2026-01-05-a.md 2026-01-06-a.md',
    ]);
  });

  it('finds a value that most articles share, once', () => {
    const files = Object.fromEntries(
      Array.from({ length: 24 }, (_, i) => [
        `a${String(i).padStart(2, '0')}.md`,
        titled(`題${i}の話`, '', `layout: post\nreading_time: ${i < 14 ? 8 : i}\n`),
      ]),
    );
    const [only, ...more] = found(files);
    expect(more).toEqual([]);
    expect(only).toMatch(/^a00\.md archive\/constant-value 8 → a01\.md/);
  });

  it('finds titles of linked articles that are no longer right', () => {
    const link = (title: string): string => `related_articles: [{"slug": "2026-01-01-a", "title": "${title}"}]\n`;
    const files = {
      '2026-01-01-a.md': titled('新しい題'),
      '2026-01-02-b.md': titled('二つ目', '', link('古い題')),
      '2026-01-03-c.md': titled('三つ目', '', link('新しい題。')),
      '2026-01-04-d.md': titled('四つ目', '', 'pillar_article: {"slug": "2025-12-31-gone", "title": "x"}\n'),
    };
    expect(found(files)).toEqual(['2026-01-02-b.md archive/stale-link-title "古い題" → 2026-01-01-a.md']);
  });

  it('finds articles that a site would publish under one address', () => {
    const dated = (title: string): string => titled(title, '', 'date: 2026-01-05\n');
    const files = { 'news/2026-01-05-tofu.md': dated('甲の話'), 'blog/2026-01-05-tofu.md': dated('乙の話') };
    expect(found(files)).toEqual(['news/2026-01-05-tofu.md archive/duplicate-slug "甲の話" → blog/2026-01-05-tofu.md']);
  });

  it('gives line and column of places in other articles', () => {
    const files = {
      '2026-01-01-a.md': '---\r\nlayout: post\r\ntitle: "豆腐の話"\r\n---\r\n',
      '2026-01-02-b.md': titled('豆腐の話'),
    };
    const [finding] = checkAcross(entriesOf(files), { root: '/site', locale: 'ja' }).get('/site/2026-01-02-b.md') ?? [];
    expect(finding?.related).toMatchObject([{ loc: { start: { line: 3, column: 8 }, end: { line: 3, column: 14 } } }]);
  });

  it('is silent where a comment disables a check', () => {
    const shared = FACTS.join('');
    const two = (body: string) => ({
      '2026-01-01-a.md': titled('甲の話', `${prose('甲', 5)}\n\n${shared}`),
      '2026-01-02-b.md': titled('乙の話', `${prose('乙', 5)}\n\n${body}`),
    });
    expect(found(two(shared))).toHaveLength(1);
    for (const id of [
      'archive/shared-passage',
      'shared-passage',
      '',
      'archive/duplicate-title, archive/shared-passage',
    ])
      expect(found(two(`<!-- textlint-disable ${id} -->\n\n${shared}`))).toEqual([]);
    for (const id of ['archive/duplicate-title', 'koetsu/shared-passage'])
      expect(found(two(`<!-- textlint-disable ${id} -->\n\n${shared}`))).toHaveLength(1);
    expect(
      found(two(`<!-- textlint-disable archive/shared-passage -->\n\n<!-- textlint-enable -->\n\n${shared}`)),
    ).toHaveLength(1);
  });

  it('says the same whatever the order of the articles', () => {
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [
        `2026-01-${String(i + 1).padStart(2, '0')}-a.md`,
        titled(`店の話${i % 7}`, `${prose(`話${i % 5}`, 9)}\n\n75%以上の企業が使う。`, 'reading_time: 8\n'),
      ]),
    );
    const entries = entriesOf(files);
    const sorted = (map: Map<string, unknown>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
    const expected = sorted(checkAcross(entries, { root: '/site', locale: 'en' }));
    expect(expected.length).toBeGreaterThan(20);
    const shuffled = [...entries].sort((a, b) => (a.filePath.slice(-6) < b.filePath.slice(-6) ? 1 : -1)).reverse();
    expect(sorted(checkAcross(shuffled.reverse(), { root: '/site', locale: 'en' }))).toEqual(expected);
  });
});
