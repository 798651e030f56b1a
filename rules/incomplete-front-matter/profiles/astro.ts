import { COMMON, DATE, DESCRIPTION, DRAFT, free, LAYOUT, MODIFIED } from './common-keys.ts';
import { JS_DATE } from './date-forms.ts';
import type { Profile } from './profile.ts';

/** Astro: a site writes its own schema (option `schema`); these are the keys of its starters and themes. */
export const astro: Profile = {
  site: 'astro',
  name: 'Astro',
  keys: {
    ...COMMON,
    layout: LAYOUT,
    pubDate: DATE,
    pubDatetime: DATE,
    publishDate: DATE,
    updatedDate: MODIFIED,
    modDatetime: MODIFIED,
    heroImage: free('見出し画像', 'Cover image'),
    ogImage: free('SNS用の画像', 'Image for social networks'),
    draft: DRAFT,
    featured: { types: ['boolean'], meaning: { ja: '注目の記事かどうか', en: 'Featured article' } },
    summary: { ...DESCRIPTION, meaning: { ja: '一覧に出る要約', en: 'Summary shown in lists' } },
    canonicalURL: free('正規のURL', 'Canonical URL'),
  },
  required: ['title'],
  titleFromHeading: true,
  frontMatter: 'optional',
  dateForm: JS_DATE,
  unzoned: 'local',
  yesNo: false,
  caseless: false,
  instead: {},
};
