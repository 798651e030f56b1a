import { COMMON, DATE, DRAFT, flag, free, KEYWORDS, text, WEIGHT } from './common-keys.ts';
import { JS_DATE } from './date-forms.ts';
import type { KeySpec, Profile } from './profile.ts';

const LEVEL: KeySpec = {
  types: ['integer'],
  meaning: { ja: '目次に載せる見出しの深さ（2〜6）', en: 'Heading level of the table of contents, 2 to 6' },
};

/** Docusaurus blog and docs, as their validators have it (plugin-content-blog and -docs, src/frontMatter.ts). */
export const docusaurus: Profile = {
  site: 'docusaurus',
  name: 'Docusaurus',
  keys: {
    ...COMMON,
    id: text('ページの名前', 'Name of the page'),
    tags: { ...(COMMON.tags ?? KEYWORDS), types: ['list'], items: { maps: true } },
    keywords: { ...KEYWORDS, types: ['list'] },
    date: { ...DATE, filled: false },
    draft: DRAFT,
    unlisted: flag('一覧に載せないかどうか', 'Keeps the page out of lists'),
    hide_table_of_contents: flag('目次を隠すかどうか', 'Hides the table of contents'),
    hide_title: flag('タイトルを隠すかどうか', 'Hides the title'),
    toc_min_heading_level: LEVEL,
    toc_max_heading_level: LEVEL,
    last_update: {
      types: ['map'],
      meaning: { ja: '最終更新の日付と執筆者', en: 'Date and author of the last change' },
    },
    author_title: text('執筆者の肩書', 'Title of the author'),
    author_url: text('執筆者のURL', 'URL of the author'),
    author_image_url: text('執筆者の画像', 'Picture of the author'),
    sidebar_label: text('サイドバーでの名前', 'Name in the sidebar'),
    sidebar_position: WEIGHT,
    sidebar_class_name: text('サイドバーでのクラス名', 'Class in the sidebar'),
    sidebar_custom_props: { types: ['map'], meaning: { ja: 'サイドバーの独自の値', en: 'Own values in the sidebar' } },
    displayed_sidebar: free('使うサイドバー', 'Sidebar to show'),
    pagination_label: text('前後のリンクでの名前', 'Name in the links to neighbours'),
    pagination_next: free('次のページ', 'Next page'),
    pagination_prev: free('前のページ', 'Previous page'),
    custom_edit_url: free('編集用のURL', 'URL for editing'),
    parse_number_prefixes: flag('ファイル名の番号を読むかどうか', 'Reads numbers in file names'),
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
