import * as v from 'valibot';
import { isTimezone } from './dates.ts';
import { SITES } from './profiles/profile.ts';

/** The options of the rule; every key is optional. */
export const options = v.strictObject({
  site: v.optional(
    v.pipe(
      v.picklist(['auto', ...SITES]),
      v.description('Kind of site whose conventions hold; "auto" tells it from path and keys'),
      v.metadata({ ja: 'どのサイトジェネレーターの約束に従うか。autoはパスとキーから判断する' }),
    ),
    'auto',
  ),
  timezone: v.optional(
    v.pipe(
      v.string(),
      v.check(isTimezone, 'Unknown time zone; expected an IANA name such as "Asia/Tokyo"'),
      v.description('IANA time zone of the site, in which dates are shown'),
      v.metadata({ ja: 'サイトのタイムゾーン（IANAの名前）' }),
    ),
    'Asia/Tokyo',
  ),
  required: v.optional(
    v.pipe(
      v.array(v.string()),
      v.description('Keys that every article must have, besides those of the site'),
      v.metadata({ ja: 'サイトの必須キーに加えて必須にするキー' }),
    ),
    [],
  ),
  notRequired: v.optional(
    v.pipe(
      v.array(v.string()),
      v.description('Keys that the site asks for but that may be missing here'),
      v.metadata({ ja: 'サイトの必須キーのうち、なくてもよいキー' }),
    ),
    [],
  ),
  allow: v.optional(
    v.pipe(
      v.array(v.string()),
      v.description('Keys of your own that only look like a misspelt one'),
      v.metadata({ ja: '綴り間違いとみなさない独自のキー' }),
    ),
    [],
  ),
  values: v.optional(
    v.pipe(
      v.record(v.string(), v.array(v.string())),
      v.description('Allowed values by key, such as {"categories": ["news", "guide"]}'),
      v.metadata({ ja: 'キーごとに許す値。例: {"categories": ["ニュース", "解説"]}' }),
    ),
    {},
  ),
  schema: v.optional(
    v.pipe(
      v.record(v.string(), v.unknown()),
      v.description('JSON Schema (draft 2020-12) that the front matter must fulfil'),
      v.metadata({ ja: 'フロントマターが満たすべきJSON Schema（draft 2020-12）' }),
    ),
    {},
  ),
});

export type Options = v.InferOutput<typeof options>;
