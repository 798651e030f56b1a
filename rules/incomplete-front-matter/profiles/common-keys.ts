import type { KeySpec } from './profile.ts';

/** Keys that mean the same nearly everywhere; every profile starts from these. */
export const TITLE: KeySpec = {
  types: ['text'],
  meaning: { ja: '記事のタイトル', en: 'Title of the article' },
  filled: true,
  prose: true,
};

export const DESCRIPTION: KeySpec = {
  types: ['text'],
  meaning: { ja: '検索結果やSNSに出る説明文', en: 'Description shown by search engines and social networks' },
  filled: true,
  prose: true,
};

export const DATE: KeySpec = {
  types: ['date'],
  meaning: { ja: '公開日時', en: 'Date of publication' },
  date: 'published',
  filled: true,
};

export const MODIFIED: KeySpec = {
  types: ['date'],
  meaning: { ja: '最終更新日時', en: 'Date of the last change' },
  date: 'modified',
};

export const EXPIRY: KeySpec = {
  types: ['date'],
  meaning: { ja: '公開を終える日時', en: 'Date on which the article is withdrawn' },
  date: 'expiry',
};

export const TAGS: KeySpec = {
  types: ['text', 'list'],
  meaning: { ja: '記事のタグ', en: 'Tags of the article' },
  filled: true,
  items: {},
};

export const KEYWORDS: KeySpec = {
  types: ['text', 'list'],
  meaning: { ja: '検索エンジン向けのキーワード', en: 'Keywords for search engines' },
  items: {},
};

const IMAGE: KeySpec = {
  types: ['text', 'map', 'list', 'boolean', 'null'],
  meaning: { ja: '記事の代表画像（OGP画像）', en: 'Cover image of the article' },
};

const AUTHOR: KeySpec = {
  types: ['text', 'list', 'map'],
  meaning: { ja: '執筆者', en: 'Author of the article' },
  filled: true,
};

const SLUG: KeySpec = {
  types: ['text', 'number'],
  meaning: { ja: 'URLの末尾になる名前', en: 'Last part of the URL' },
};

export const DRAFT: KeySpec = {
  types: ['boolean'],
  meaning: { ja: '下書きかどうか（trueなら公開しない）', en: 'Draft: true keeps the article from being published' },
};

export const PUBLISHED: KeySpec = {
  types: ['boolean'],
  meaning: { ja: '公開するかどうか（falseなら公開しない）', en: 'False keeps the article from being published' },
};

const LANGUAGE: KeySpec = {
  types: ['text'],
  meaning: { ja: '記事の言語（ja、enなど）', en: 'Language of the article (ja, en …)' },
};

export const LAYOUT: KeySpec = {
  types: ['text', 'null', 'boolean'],
  meaning: { ja: 'ページの雛形（レイアウト）の名前', en: 'Name of the page layout' },
};

const READING_TIME: KeySpec = {
  types: ['number', 'boolean'],
  filled: true,
  meaning: { ja: '読むのにかかる分数', en: 'Minutes that reading takes' },
  lenient: true,
};

export const WEIGHT: KeySpec = {
  types: ['number'],
  meaning: { ja: '並び順（小さいほど先）', en: 'Order among its neighbours, smallest first' },
};

/** A key that is known, so that it is neither a mistake nor near to one, and that may hold anything. */
export function free(ja: string, en: string): KeySpec {
  return { types: ['text', 'number', 'boolean', 'date', 'list', 'map', 'null'], meaning: { ja, en } };
}

/** A key that is true or false. */
export function flag(ja: string, en: string): KeySpec {
  return { types: ['boolean'], meaning: { ja, en } };
}

/** A key with a short text. */
export function text(ja: string, en: string): KeySpec {
  return { types: ['text'], meaning: { ja, en } };
}

/** Keys of no particular site that articles often have. */
export const COMMON: Readonly<Record<string, KeySpec>> = {
  title: TITLE,
  description: DESCRIPTION,
  date: DATE,
  tags: TAGS,
  image: IMAGE,
  author: AUTHOR,
  authors: AUTHOR,
  slug: SLUG,
  lang: LANGUAGE,
  reading_time: READING_TIME,
  categories: { ...TAGS, meaning: { ja: '記事のカテゴリー', en: 'Categories of the article' } },
  excerpt: { ...DESCRIPTION, meaning: { ja: '一覧に出る抜粋', en: 'Excerpt shown in lists' } },
  keywords: KEYWORDS,
};
