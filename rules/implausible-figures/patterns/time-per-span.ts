import type { Figure } from '../../../src/figures/figure.ts';
import type { Pattern } from '../pattern.ts';
import { after, before } from '../surroundings.ts';

interface Span {
  /** The words for the span, at the end of what stands before the figure or at the start of it. */
  readonly words: RegExp;
  readonly unit: string;
  readonly most: number;
  readonly ja: string;
  readonly en: string;
}

const SPANS: readonly Span[] = [
  {
    words: /(?:[1１一]日|毎日|日)(?:に|あたり|当たり)?[ 　]?(?:約|およそ|平均|最大|最低|合計)?$/u,
    unit: 'hour',
    most: 24,
    ja: '1日は24時間',
    en: 'a day has 24 hours',
  },
  {
    words: /(?:週に?|[1１一]週間に|毎週)[ 　]?(?:約|平均|最大|最低)?$/u,
    unit: 'day',
    most: 7,
    ja: '1週間は7日',
    en: 'a week has 7 days',
  },
  {
    words: /(?:週に?|[1１一]週間に|毎週)[ 　]?(?:約|平均|最大|最低)?$/u,
    unit: 'hour',
    most: 168,
    ja: '1週間は168時間',
    en: 'a week has 168 hours',
  },
  {
    words: /(?:月に?|[1１一]か月に|毎月)[ 　]?(?:約|平均|最大|最低)?$/u,
    unit: 'day',
    most: 31,
    ja: '1か月は31日まで',
    en: 'a month has 31 days at most',
  },
  {
    words: /(?:年間?に?|[1１一]年に|毎年)[ 　]?(?:約|平均|最大|最低)?$/u,
    unit: 'day',
    most: 366,
    ja: '1年は366日まで',
    en: 'a year has 366 days at most',
  },
];
/** What one person or one machine does without a pause at most; sums over many may well exceed a day. */
const doing =
  /^(?:も|以上|近く|程度|ほど)*(?:は|を|に|の|で)?(?:連続)?(?:稼働|勤務|労働|睡眠|働|眠|営業|勉強|学習し|運転|出勤|稼動|通|開い|開館|使え|利用でき)/u;
const dated = /[0-9０-９][ 　]?(?:月|年)?[ 　]?[0-9０-９]{0,2}[日月年週](?:に|間に|間)?[ 　]?$/u;

/** 1日30時間稼働, 週8日勤務. */
export const timePerSpan: Pattern = {
  id: 'time-per-span',
  severity: 'warning',
  description: {
    ja: '「1日30時間稼働」のように、期間より長い時間が書かれている。',
    en: 'More time than the span has: 「1日30時間稼働」.',
  },
  *find(figures) {
    for (const figure of figures) {
      const span = figure.quantity.dimension === 'time' ? exceeded(figure) : undefined;
      if (!span) continue;
      yield {
        range: figure.range,
        message: {
          ja: `「${figure.quantity.surface}」は期間より長い時間です（${span.ja}）。値を確かめてください。`,
          en: `"${figure.quantity.surface}" is more time than there is (${span.en}). Check the value.`,
        },
      };
    }
  },
};

function exceeded(figure: Figure): Span | undefined {
  const { quantity, text } = figure;
  const lead = text.slice(figure.at[0], quantity.core[0]);
  const ahead = before(figure, 12) + lead;
  if (!doing.test(after(figure, 12)) || isDate(ahead)) return undefined;
  return SPANS.find(
    (span) => quantity.unit === span.unit && quantity.stated.lower > span.most && span.words.test(ahead),
  );
}

/** 5月1日30時間: the first is a date. */
function isDate(ahead: string): boolean {
  return (
    dated.test(ahead) &&
    !/(?:^|[^0-9０-９月年])[1１一](?:日|週間|か月|年)(?:に|あたり|当たり)?[ 　]?(?:約|およそ|平均|最大|最低|合計)?$/u.test(
      ahead,
    )
  );
}
