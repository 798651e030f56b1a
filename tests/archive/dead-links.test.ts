import { describe, expect, it } from 'vitest';
import { checkAcross } from '../../src/archive/check-across.ts';
import { factsOf } from '../../src/archive/facts.ts';
import { parseDocument } from '../../src/document/parse-document.ts';

/** The dead links: the file and what is marked in it. */
function dead(files: Readonly<Record<string, string>>): string[] {
  const entries = Object.entries(files).map(([name, text]) => {
    const filePath = `/site/${name}`;
    return { filePath, facts: factsOf(parseDocument(text, () => [], filePath)) };
  });
  return [...checkAcross(entries, { root: '/site', locale: 'ja' })].flatMap(([filePath, findings]) =>
    findings
      .filter(({ ruleId }) => ruleId === 'archive/dead-link')
      .map(({ range }) => `${filePath.slice(6)} ${files[filePath.slice(6)]?.slice(...range)}`),
  );
}

const DAYS = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'));

/** Twelve articles, each with a link to the next, in the way of a site; the first one has more text. */
function site(nameOf: (day: string) => string, linkTo: (day: string) => string, more: string): Record<string, string> {
  return Object.fromEntries(
    DAYS.map((day, i) => {
      const next = linkTo(DAYS[(i + 1) % DAYS.length] ?? '');
      return [
        nameOf(day),
        `${i === 0 && more.startsWith('---') ? '' : '本文です。\n\n'}${i === 0 ? more : ''}\n\n[次へ](${next})\n`,
      ];
    }),
  );
}

const jekyll = (more: string) =>
  site(
    (day) => `_posts/2026-03-${day}-話${day}.md`,
    (day) => `/2026/03/${day}/${encodeURIComponent('話')}${day}/?utm=1#a`,
    more,
  );

describe('dead links', () => {
  it('are found where the dates of addresses show which are articles', () => {
    expect(dead(jekyll('[古い](/2025/12/31/gone/)と[会社](/about/)と[写真](/2025/12/31/a.png)'))).toEqual([
      '_posts/2026-03-01-話01.md [古い](/2025/12/31/gone/)',
    ]);
    expect(dead(jekyll('[月違い](/2026/04/05/話05)'))).toEqual([
      '_posts/2026-03-01-話01.md [月違い](/2026/04/05/話05)',
    ]);
  });

  it('are not where the date only counts in another time zone, or other spellings lead to the article', () => {
    expect(
      dead(jekyll('[次](/2026/03/06/話05)と[前](/2026/03/04/話05/index.html)と[他](/2026/03/05/話05.html)')),
    ).toEqual([]);
  });

  it('are not on sites of which nothing is known', () => {
    expect(dead(jekyll('[他](https://news.example/2026/03/05/gone/)'))).toEqual([]);
    expect(dead({ 'a.md': '[b](/2026/01/01/b/)', '2026-01-01-b.md': '[c](/2026/01/02/c/)' })).toEqual([]);
    const half = jekyll(DAYS.map((day) => `[${day}](/2025/01/${day}/gone${day}/)`).join('、'));
    expect(dead(half)).toEqual([]);
  });

  it('are found among files and names in a folder', () => {
    expect(
      dead(
        site(
          (day) => `blog/話${day}.md`,
          (day) => `./話${day}.md`,
          '[無い](../blog/gone.md)',
        ),
      ),
    ).toEqual(['blog/話01.md [無い](../blog/gone.md)']);
    const named = (more: string) =>
      site(
        (day) => `blog/story-${day}/index.md`,
        (day) => `https://a.example/blog/Story-${day}`,
        more,
      );
    expect(dead(named('[無い](https://a.example/blog/gone)と[他](https://b.example/blog/gone)'))).toEqual([
      'blog/story-01/index.md [無い](https://a.example/blog/gone)',
    ]);
  });

  it('are not pages that many articles link to', () => {
    const files = site(
      (day) => `blog/s${day}.md`,
      (day) => `/blog/s${day}`,
      '',
    );
    const tags = Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, `${text}\n[一覧](/blog/tags)\n`]),
    );
    expect(dead(tags)).toEqual([]);
  });

  it('are not where an article once was or says that it is', () => {
    const more =
      '---\npermalink: /2020/01/01/old/\naliases: ["/2020/01/02/older/"]\n---\n\n[a](/2020/01/01/old)[b](/2020/01/02/older/)';
    expect(dead(jekyll(more))).toEqual([]);
  });

  it('are found in related articles of the front matter', () => {
    const related = (slugs: readonly string[]): string =>
      `---\nrelated_articles: [${slugs.map((slug) => `{"slug": "${slug}", "title": "x"}`).join(', ')}]\n---\n`;
    const all = DAYS.map((day) => `2026-03-${day}-話${day}`);
    expect(dead(jekyll(related([...all, 'gone'])))).toEqual(['_posts/2026-03-01-話01.md "gone"']);
    expect(dead(jekyll(related([...all.slice(0, 6), 'gone'])))).toEqual([]);
  });
});
