import { basename } from 'node:path';
import { type AcrossProblem, foldedTitle, groupsBy, type Member, otherArticles } from './member.ts';

/** Titles that articles give one another in their front matter (`related_articles` and the like) and that are no longer right. */
export function staleLinkTitles(members: readonly Member[]): AcrossProblem[] {
  const byName = new Map(members.map((member) => [basename(member.name).replace(/\.[^.]+$/u, ''), member]));
  return members.flatMap((member) =>
    member.facts.named.flatMap(({ slug, title }): AcrossProblem[] => {
      const target = byName.get(slug.text);
      const actual = target?.facts.title;
      if (!target || !actual || foldedTitle(actual.text) === foldedTitle(title.text)) return [];
      return [
        {
          member,
          id: 'stale-link-title',
          severity: 'warning',
          range: title.range,
          identity: `${slug.text} ${title.text}`,
          message: {
            ja: `リンク先の記事の現在のタイトルは「${actual.text}」です。「${title.text}」を書き換えてください。`,
            en: `The linked article is now called “${actual.text}”; change “${title.text}” here.`,
          },
          others: [{ member: target, range: actual.range, message: { ja: 'リンク先', en: 'the linked article' } }],
        },
      ];
    }),
  );
}

/** Articles with the same date and the same name: sites publish them under one address, so that one of them is lost. */
export function duplicateSlugs(members: readonly Member[]): AcrossProblem[] {
  const groups = groupsBy(members, ({ facts: { date, slug } }) =>
    date === undefined || slug === undefined || slug === 'index'
      ? undefined
      : `${date} ${slug.normalize('NFKC').toLowerCase()}`,
  );
  return [...groups.values()].flatMap((group) =>
    group.slice(1).map((member): AcrossProblem => {
      const others = group.filter((other) => other !== member);
      return {
        member,
        id: 'duplicate-slug',
        severity: 'warning',
        range: member.facts.title?.range ?? [0, 0],
        identity: member.facts.slug ?? '',
        message: {
          ja: `同じ日付で同じ名前「${member.facts.slug}」の記事がほかに${others.length}件あります。URLが重ならないようにしてください。`,
          en: `“${member.facts.slug}” is also the name of ${otherArticles(others.length)} of the same date; make sure that their addresses differ.`,
        },
        others: others.map((other) => ({
          member: other,
          range: other.facts.title?.range ?? [0, 0],
          message: { ja: '同じ名前の記事', en: 'the article of the same name' },
        })),
      };
    }),
  );
}
