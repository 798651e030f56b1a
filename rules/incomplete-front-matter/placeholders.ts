/** Values that say «fill this in», as a whole and in lower case, without brackets and signs around them. */
const WHOLE = new Set(
  `todo tbd tba fixme xxx xxxx xxxxx untitled your_name yourname your-name author_name change_me changeme placeholder
  lorem_ipsum my_new_post new_post post_title page_title article_title your_title your_title_here title_here
  description_here your_description insert_title insert_title_here enter_title_here yyyy-mm-dd yyyy/mm/dd
  yyyy-mm-dd_hh:mm:ss 無題 タイトル 題名 件名 記事タイトル 記事のタイトル タイトルを入力 タイトルを入力してください ここにタイトル
  ここにタイトルを入力 ここに説明を入力 説明を入力 説明文 記事の説明 概要を入力 著者名 執筆者名 あなたの名前 名前を入力 未定 仮題 仮タイトル
  未入力 要記入 要追記 タグ1 tag1 your-tag カテゴリー名 カテゴリ名 〇〇 ○○ ◯◯ 〇〇〇 ○○○ ◯◯◯`
    .split(/\s+/u)
    .map((word) => word.replaceAll('_', ' ')),
);

/** Words that are a placeholder in a title but may well name a subject as a tag. */
const SUBJECTS = new Set([
  'todo',
  'untitled',
  'placeholder',
  'lorem ipsum',
  'タイトル',
  '未定',
  'tba',
  'fixme',
  '説明文',
]);

/** Only the start of the text gives it away. */
const STARTS = /^(?:(?:TODO|TBD|FIXME|XXX)\s*[:：]|lorem ipsum dolor|ここに.{1,20}(?:を|が)?(?:入力|記入|記載)|\{\{)/iu;

/** True if a value only stands in for one. `subject`: it may name a subject, as tags and categories do. */
export function isPlaceholder(text: string, subject = false): boolean {
  const bare = text
    .trim()
    .replaceAll(/^[[({<【「（《＜［]+|(?<![\])}>】」）》＞］])[\])}>】」）》＞］]+$/gu, '')
    .trim()
    .toLowerCase();
  if (bare === '') return false;
  if (WHOLE.has(bare)) return !subject || !SUBJECTS.has(bare);
  return !subject && STARTS.test(text.trim());
}
