import type { Locale } from '../lint/mistake.ts';

const JA = {
  openRule: (id: string) => `「${id}」の説明を開く`,
  fix: (range: string) => `修正: ${range}`,
  delete: '削除する',
  disableHere: (id: string) => `この箇所で「${id}」を無効にする`,
  disableFile: (id: string) => `この記事で「${id}」を無効にする`,
  reason: '理由を書く',
  accept: (id: string) => `「${id}」のこの指摘をベースラインに加える`,
  acceptAll: 'この記事の指摘をすべてベースラインに加える',
  fixAll: 'koetsuの安全な修正をすべて適用',
  lens: (characters: string, minutes: number) => `${characters}字・読了約${minutes}分`,
  counts: (errors: number, warnings: number, infos: number) => `エラー${errors}・警告${warnings}・情報${infos}`,
  readingTime: (minutes: number) => `本文から計算: ${minutes}分`,
  updateTo: (minutes: number) => `本文から計算: ${minutes}分（更新する）`,
  required: '必須',
  oneOf: '使える値',
  usedIn: (count: number) => `${count}件の記事で使用`,
  timedOut: (limit: string) =>
    `検査が${limit}以内に終わらないため打ち切りました。他の記事と編集には影響しません。終わらないルールを無効にしてください。`,
  ended: (reason: string) => `検査中にエラーが起きました（${reason}）。この記事の結果は一部だけです。`,
  brokenConfig: (file: string) => `koetsu: ${file} に誤りがあります。直るまで前の内容で検査します。`,
  checkingAll: 'koetsu: すべての記事を検査中',
  readingArchive: 'koetsu: ほかの記事を読み込み中',
  outdated: '編集されたため適用できません。もう一度選んでください。',
};

const EN: typeof JA = {
  openRule: (id) => `Open the page of "${id}"`,
  fix: (range) => `Fix: ${range}`,
  delete: 'Delete it',
  disableHere: (id) => `Disable "${id}" here`,
  disableFile: (id) => `Disable "${id}" in this article`,
  reason: 'write the reason',
  accept: (id) => `Add this finding of "${id}" to the baseline`,
  acceptAll: 'Add all findings of this article to the baseline',
  fixAll: 'Apply all safe fixes of koetsu',
  lens: (characters, minutes) => `${characters} characters, about ${minutes} min`,
  counts: (errors, warnings, infos) => `${errors} errors, ${warnings} warnings, ${infos} infos`,
  readingTime: (minutes) => `Computed from the body: ${minutes} min`,
  updateTo: (minutes) => `Computed from the body: ${minutes} min (update)`,
  required: 'required',
  oneOf: 'values',
  usedIn: (count) => `used in ${count} articles`,
  timedOut: (limit) =>
    `Checking took longer than ${limit} and was stopped; other articles and typing go on. Turn off the rule that never ends.`,
  ended: (reason) => `Checking failed (${reason}); the results of this article are incomplete.`,
  brokenConfig: (file) => `koetsu: ${file} has mistakes. Until they are corrected, its previous content is used.`,
  checkingAll: 'koetsu: checking all articles',
  readingArchive: 'koetsu: reading the other articles',
  outdated: 'The text has changed meanwhile; choose again.',
};

/** What the server says beside findings. */
export const messages: Readonly<Record<Locale, typeof JA>> = { ja: JA, en: EN };
