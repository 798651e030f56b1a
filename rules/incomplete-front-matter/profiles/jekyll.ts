import { COMMON, DESCRIPTION, flag, free, LAYOUT, MODIFIED, PUBLISHED, TAGS, text } from './common-keys.ts';
import { RUBY_DATE } from './date-forms.ts';
import type { KeySpec, Profile } from './profile.ts';

const CATEGORIES: KeySpec = {
  ...TAGS,
  meaning: { ja: '記事のカテゴリー（URLの一部になる）', en: 'Categories of the article, part of its URL' },
  splitAtSpaces: true,
};

/** Jekyll (jekyllrb.com/docs/front-matter), jekyll-seo-tag, jekyll-sitemap and keys that its themes share. */
export const jekyll: Profile = {
  site: 'jekyll',
  name: 'Jekyll',
  keys: {
    ...COMMON,
    layout: LAYOUT,
    permalink: text('記事のURL', 'URL of the article'),
    published: PUBLISHED,
    category: free('記事のカテゴリー（1つ）', 'Category of the article'),
    categories: CATEGORIES,
    tag: free('記事のタグ（1つ）', 'Tag of the article'),
    tags: { ...TAGS, splitAtSpaces: true },
    excerpt_separator: text('抜粋の終わりの印', 'Mark that ends the excerpt'),
    last_modified_at: MODIFIED,
    subtitle: { ...DESCRIPTION, meaning: { ja: '副題', en: 'Subtitle' } },
    canonical_url: text('正規のURL', 'Canonical URL'),
    robots: text('検索エンジンへの指示（noindexなど）', 'Directions to search engines, such as noindex'),
    sitemap: {
      ...flag('サイトマップに載せるかどうか', 'False keeps the article out of the sitemap'),
      types: ['boolean', 'map'],
    },
    redirect_from: free('転送元のURL', 'Old URLs that lead here'),
    redirect_to: free('転送先のURL', 'URL to go to instead'),
    toc: free('目次を出すかどうか', 'Shows a table of contents'),
    comments: free('コメント欄を出すかどうか', 'Shows comments'),
    pin: flag('先頭に固定するかどうか', 'Keeps the article on top'),
    math: flag('数式を使うかどうか', 'Loads math'),
    mermaid: flag('図を使うかどうか', 'Loads diagrams'),
    header: free('見出し画像の設定', 'Header settings'),
  },
  required: ['title', 'date'],
  titleFromHeading: false,
  frontMatter: 'always',
  dateForm: RUBY_DATE,
  unzoned: 'utc',
  yesNo: true,
  caseless: false,
  instead: {},
};
