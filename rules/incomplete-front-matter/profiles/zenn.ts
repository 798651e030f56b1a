import { PUBLISHED, TITLE } from './common-keys.ts';
import { ZENN_DATE } from './date-forms.ts';
import type { Profile } from './profile.ts';

/** Zenn articles; limits and forms as in zenn-editor, packages/zenn-model/src/utils.ts. */
export const zenn: Profile = {
  site: 'zenn',
  name: 'Zenn',
  keys: {
    title: { ...TITLE, maxLength: 70 },
    emoji: {
      types: ['text'],
      meaning: { ja: 'アイキャッチの絵文字（1つ）', en: 'One emoji that stands for the article' },
      form: {
        pattern:
          /^(?:\p{RI}{2}|[0-9#*]\uFE0F?\u20E3|\p{Emoji}(?:\p{Emoji_Modifier}|\uFE0F|\u200D\p{Emoji}|[\u{E0020}-\u{E007F}])*)$/u,
        name: { ja: '絵文字1つ', en: 'one emoji' },
      },
    },
    type: {
      types: ['text'],
      meaning: { ja: '記事の種類（tech: 技術記事、idea: アイデア）', en: 'Kind of article: tech or idea' },
      values: ['tech', 'idea'],
    },
    topics: {
      types: ['list'],
      meaning: { ja: '記事の話題（1〜5個）', en: 'One to five topics' },
      filled: true,
      items: {
        max: 5,
        maxLength: 18,
        onlyText: true,
        form: {
          pattern: /^[^\u0020-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u007E]*$/u,
          name: {
            ja: '記号と空白のない語（C++は「cpp」、C#は「csharp」）',
            en: 'a word without signs and spaces ("cpp" for C++)',
          },
        },
      },
    },
    published: {
      ...PUBLISHED,
      meaning: { ja: '公開するかどうか（true／false）', en: 'Whether the article is public' },
    },
    published_at: {
      types: ['date'],
      meaning: { ja: '公開日時（予約公開にも使う）', en: 'Date of publication, may lie ahead' },
      date: 'published',
    },
    publication_name: {
      types: ['text'],
      meaning: { ja: 'Publicationの名前', en: 'Name of the Publication' },
      form: {
        pattern: /^[0-9a-z_]{2,15}$/u,
        name: { ja: '小文字の半角英数字と「_」の2〜15字', en: '2 to 15 characters of a–z, 0–9 and _' },
      },
    },
  },
  required: ['title', 'emoji', 'type', 'topics', 'published'],
  titleFromHeading: false,
  frontMatter: 'always',
  dateForm: ZENN_DATE,
  unzoned: 'local',
  fileName: {
    pattern: /^[0-9a-z_-]{12,50}$/u,
    name: { ja: '小文字の半角英数字、「-」、「_」の12〜50字', en: '12 to 50 characters of a–z, 0–9, - and _' },
  },
  yesNo: false,
  caseless: false,
  instead: { tags: 'topics', tag: 'topics' },
};
