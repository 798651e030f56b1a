import * as v from 'valibot';
import type { Document } from '../../src/document/document.ts';
import { type Entry, entryOf } from '../../src/document/front-matter.ts';
import { defineRule } from '../define-rule.ts';
import { shorten } from '../quote.ts';
import type { Problem } from '../rule.ts';
import { arithmeticOf } from './arithmetic.ts';
import { declaredMinutesIn, USUAL_KEYS } from './declared-minutes.ts';
import { type Reading, readingOf, USUAL_SPEED } from './reading-time.ts';

const positive = v.pipe(v.number(), v.finite(), v.gtValue(0));
const notNegative = v.pipe(v.number(), v.finite(), v.minValue(0));

const options = v.strictObject({
  keys: v.optional(
    v.pipe(
      v.array(v.pipe(v.string(), v.minLength(1))),
      v.description('Front matter keys that hold the reading time in minutes.'),
      v.metadata({ ja: '読了時間（分）を書くフロントマターのキー。' }),
    ),
    [...USUAL_KEYS],
  ),
  charactersPerMinute: v.optional(
    v.pipe(
      positive,
      v.description('Visible characters that a reader reads in a minute.'),
      v.metadata({ ja: '1分間に読める文字数。' }),
    ),
    USUAL_SPEED.charactersPerMinute,
  ),
  wordsPerMinute: v.optional(
    v.pipe(
      notNegative,
      v.description('Latin words read in a minute. 0: their letters count as characters.'),
      v.metadata({ ja: '1分間に読める英単語の数。0なら英字も文字として数える。' }),
    ),
    USUAL_SPEED.wordsPerMinute,
  ),
  codeWeight: v.optional(
    v.pipe(
      notNegative,
      v.description('Weight of a character in a code block; 0 ignores code.'),
      v.metadata({ ja: 'コードブロックの1文字の重み。0なら数えない。' }),
    ),
    USUAL_SPEED.codeWeight,
  ),
  tableWeight: v.optional(
    v.pipe(
      notNegative,
      v.description('Weight of a character in a table; 0 ignores tables.'),
      v.metadata({ ja: '表の1文字の重み。0なら数えない。' }),
    ),
    USUAL_SPEED.tableWeight,
  ),
  secondsPerImage: v.optional(
    v.pipe(
      notNegative,
      v.description('Seconds that a reader looks at an image.'),
      v.metadata({ ja: '画像1枚を見る秒数。' }),
    ),
    USUAL_SPEED.secondsPerImage,
  ),
  toleranceMinutes: v.optional(
    v.pipe(
      notNegative,
      v.description('A value is wrong only if it is off by more than this many minutes …'),
      v.metadata({ ja: 'この分数を超えてずれ、' }),
    ),
    2,
  ),
  toleranceRatio: v.optional(
    v.pipe(
      notNegative,
      v.description('… and by more than this part of the computed time.'),
      v.metadata({ ja: 'かつ計算値に対してこの割合を超えてずれたときに指摘する。' }),
    ),
    0.25,
  ),
  min: v.optional(
    v.pipe(notNegative, v.description('Least value that the site prints.'), v.metadata({ ja: '表示する最小の分数。' })),
    1,
  ),
  max: v.optional(
    v.pipe(
      positive,
      v.description('Greatest value that the site prints, where it caps the time. Default: no cap.'),
      v.metadata({ ja: '上限のあるサイトで表示する最大の分数。既定では上限なし。' }),
    ),
  ),
  rounding: v.optional(
    v.pipe(
      v.picklist(['ceil', 'round', 'floor']),
      v.description('How the computed minutes become a whole number.'),
      v.metadata({ ja: '計算した分数の端数処理。' }),
    ),
    'ceil',
  ),
});

type Options = v.InferOutput<typeof options>;

export default defineRule({
  id: 'reading-time-mismatch',
  severity: 'error',
  description: {
    ja: '本文の長さと合わない読了時間を指摘する。',
    en: 'Flags a reading time that does not match the length of the body.',
  },
  options,
  check,
});

function* check(document: Document, options: Options): Generator<Problem> {
  const entries = options.keys.flatMap((key) => entryOf(document.frontMatter, key) ?? []);
  if (entries.length === 0) return;
  const reading = readingOf(document, options);
  if (reading.minutes === 0) return;
  for (const entry of entries) yield* problemsOf(entry, reading, options);
}

function* problemsOf(entry: Entry, reading: Reading, options: Options): Generator<Problem> {
  const { key, value } = entry;
  const declared = value.kind === 'scalar' ? declaredMinutesIn(value) : undefined;
  if (value.kind !== 'scalar' || !declared || isPlausible(declared.minutes, reading.minutes, options)) return;
  const right = cap(Math[options.rounding](reading.minutes), options);
  const computed = arithmeticOf(reading, options, {
    minutes: right,
    capped: reading.minutes > (options.max ?? Infinity),
  });
  const quoted = `${key}: ${shorten(value.source)}`;
  const edit = { range: declared.range, text: `${right}` };
  if (Number.isNaN(declared.minutes)) {
    yield {
      range: value.range,
      severity: 'warning',
      message: {
        ja: `「${quoted}」には分数がありません（${computed.ja}）。${right}にしてください。`,
        en: `"${quoted}" holds no number of minutes (${computed.en}). Make it ${right}.`,
      },
      suggestions: [{ message: { ja: `${right}にする`, en: `Make it ${right}` }, edit }],
    };
    return;
  }
  yield {
    range: value.range,
    message: {
      ja: `「${quoted}」は本文の長さと合いません（${computed.ja}）。${right}に直してください。`,
      en: `"${quoted}" does not match the length of the body (${computed.en}). Change it to ${right}.`,
    },
    fix: edit,
  };
}

/** A value that the rule itself computes must be right, whatever the cap and the tolerance. */
function isPlausible(declared: number, minutes: number, options: Options): boolean {
  if (!(declared > 0)) return false;
  const computed = cap(minutes, options);
  const off = Math.abs(declared - computed);
  const rounded = cap(Math[options.rounding](minutes), options);
  return off <= options.toleranceMinutes || off <= options.toleranceRatio * computed || declared === rounded;
}

/** At least one minute: nobody prints «0 min». */
function cap(minutes: number, { min, max }: Options): number {
  return Math.min(max ?? Number.POSITIVE_INFINITY, Math.max(1, min, minutes));
}
