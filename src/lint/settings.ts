import * as v from 'valibot';

const described = (ja: string, en: string) => ({ ja, en });

/** Keys of `"koetsu"` in the configuration, each with its meaning: the JSON Schema is made of this. */
export const settingsSchema = v.strictObject({
  site: v.optional(
    v.pipe(
      v.picklist(['auto', 'jekyll', 'hugo', 'zenn', 'astro', 'docusaurus', 'custom']),
      v.description('The site generator: decides which front matter is expected.'),
      v.metadata(described('サイトジェネレーター。フロントマターに求める項目を決める。', '')),
    ),
  ),
  archive: v.optional(
    v.pipe(
      v.array(v.string()),
      v.description('Globs of all articles of the site, relative to the configuration file.'),
      v.metadata(described('サイトの全記事を表すグロブ（設定ファイルからの相対パス）。', '')),
    ),
  ),
  overrides: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          files: v.pipe(
            v.array(v.string()),
            v.minLength(1),
            v.description('Globs relative to the configuration file.'),
          ),
          rules: v.pipe(v.record(v.string(), v.unknown()), v.description('Rules and options, as at the top level.')),
        }),
      ),
      v.description('Other rules or options for some of the articles; later entries win.'),
      v.metadata(described('一部の記事に適用するルールとオプション。後の項目が優先される。', '')),
    ),
  ),
  baseline: v.optional(
    v.pipe(
      v.string(),
      v.description('File of findings that are known and accepted.'),
      v.metadata(described('既知の指摘を記録したファイル。', '')),
    ),
  ),
  locale: v.optional(
    v.pipe(
      v.picklist(['ja', 'en']),
      v.description('Language of the messages.'),
      v.metadata(described('メッセージの言語。', '')),
    ),
  ),
  timezone: v.optional(
    v.pipe(
      v.string(),
      v.check(isTimeZone, 'an IANA time zone such as Asia/Tokyo'),
      v.description('Time zone of the site (IANA name).'),
      v.metadata(described('サイトのタイムゾーン（IANA名）。', '')),
    ),
  ),
});

/** What stands under `"koetsu"` in the configuration. */
export type Settings = v.InferOutput<typeof settingsSchema>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
