import { quantitiesIn } from '../../src/figures/quantities.ts';
import type { Interval } from '../../src/figures/quantity.ts';
import { meant } from './interval.ts';

/** A well-known whole: no part of it can be larger. */
export interface Whole {
  /** As a message names it. */
  readonly name: { readonly ja: string; readonly en: string };
  /** Words that name the whole right before an amount: 日本の人口. */
  readonly names: readonly string[];
  /** Words around an amount that make it a part: 国内 500万社 の中小企業. */
  readonly around?: { readonly before: readonly string[]; readonly behind: readonly string[] };
  /** Lowest and highest value from 2010 to 2030, in `unit`, rounded outwards. */
  readonly value: Interval;
  /** What a message shows: about as large as it is today. */
  readonly size: number;
  readonly unit: string;
  /** True of a whole by definition, which does not change with the year. */
  readonly fixed?: true;
}

const of = (lower: number, upper: number): Interval => ({ lower, upper });
const JAPAN = ['日本', '国内', 'わが国', '我が国'];
const REGION = ['', 'の', 'の総', 'の名目', 'の実質'];
const gdp = (...countries: readonly string[]) =>
  countries.flatMap((country) =>
    REGION.flatMap((link) => [
      `${country}${link}GDP`,
      `${country}${link}国内総生産`,
      `${country}${link}国内総生産（GDP）`,
    ]),
  );
const people = (...places: readonly string[]) =>
  places.flatMap((place) => [`${place}の人口`, `${place}の総人口`, `${place}人口`]);

/**
 * Sources, seen in 2025: IMF World Economic Outlook (GDP of the world, the USA, China), 内閣府 国民経済計算 (GDP of Japan), UN World
 * Population Prospects 2024, 総務省統計局 人口推計・労働力調査・国勢調査 (people, workers, households of Japan), 経済センサス 2012–2021 and
 * 中小企業白書 (firms), 財務省 一般会計 (budget), 地方自治法 and 総務省 (47 prefectures, 1,741 municipalities), UN and ISO 3166 (countries).
 */
export const wholes: readonly Whole[] = [
  {
    name: { ja: '世界のGDP', en: 'world GDP' },
    names: gdp('世界', '全世界'),
    value: of(66e12, 150e12),
    size: 117e12,
    unit: 'USD',
  },
  {
    name: { ja: '日本のGDP', en: 'the GDP of Japan' },
    names: gdp(...JAPAN),
    value: of(490e12, 720e12),
    size: 610e12,
    unit: 'JPY',
  },
  {
    name: { ja: '米国のGDP', en: 'the GDP of the USA' },
    names: gdp('米国', 'アメリカ'),
    value: of(15e12, 37e12),
    size: 30e12,
    unit: 'USD',
  },
  {
    name: { ja: '中国のGDP', en: 'the GDP of China' },
    names: gdp('中国'),
    value: of(6e12, 26e12),
    size: 19e12,
    unit: 'USD',
  },
  {
    name: { ja: '日本の人口', en: 'the population of Japan' },
    names: [...people('日本', '国内', '日本全国'), '日本の全人口', '日本人'],
    around: {
      before: ['日本に', '日本国内に', '国内に', '日本の', '国内の'],
      behind: ['の日本人', 'の日本国民', 'の国民', 'の人口'],
    },
    value: of(1.19e8, 1.285e8),
    size: 1.23e8,
    unit: 'person',
  },
  {
    name: { ja: '世界の人口', en: 'the population of the world' },
    names: [...people('世界', '全世界', '地球'), '世界の全人口'],
    value: of(6.9e9, 8.7e9),
    size: 8.2e9,
    unit: 'person',
  },
  {
    name: { ja: '米国の人口', en: 'the population of the USA' },
    names: people('米国', 'アメリカ'),
    value: of(3.05e8, 3.6e8),
    size: 3.4e8,
    unit: 'person',
  },
  {
    name: { ja: '東京都の人口', en: 'the population of Tokyo' },
    names: people('東京', '東京都'),
    value: of(1.3e7, 1.45e7),
    size: 1.42e7,
    unit: 'person',
  },
  {
    name: { ja: '日本の就業者数', en: 'the number of workers in Japan' },
    names: [
      '日本の就業者',
      '日本の就業者数',
      '国内の就業者',
      '国内の就業者数',
      '日本の労働者',
      '日本の労働人口',
      '日本の労働力人口',
      '国内の労働者',
    ],
    value: of(6.2e7, 7.05e7),
    size: 6.8e7,
    unit: 'person',
  },
  {
    name: { ja: '日本の企業数', en: 'the number of firms in Japan' },
    names: [
      ...JAPAN.flatMap((place) =>
        ['', 'の'].flatMap((link) =>
          ['企業', '企業数', '中小企業', '中小企業数', '会社'].map((noun) => `${place}${link}${noun}`),
        ),
      ),
      '日本の企業総数',
    ],
    around: {
      before: [...JAPAN, '国内の', '日本の', '国内に', '日本に', '全国', '全国の', '全国に', '国内には', '日本には'],
      behind: [
        'の企業',
        'の中小企業',
        'の会社',
        'の法人',
        'ある中小企業',
        'ある企業',
        'の中小・小規模事業者',
        'にのぼる中小企業',
        'に上る中小企業',
      ],
    },
    value: of(3.3e6, 3.9e6),
    size: 3.7e6,
    unit: 'company',
  },
  {
    name: { ja: '日本の世帯数', en: 'the number of households in Japan' },
    names: ['日本の世帯', '日本の世帯数', '国内の世帯', '国内の世帯数', '全国の世帯', '全国の世帯数', '日本の総世帯数'],
    around: { before: ['全国', '国内', '全国の', '国内の', '日本の'], behind: ['の家庭', 'に普及', 'が利用'] },
    value: of(5.1e7, 6.3e7),
    size: 5.6e7,
    unit: 'household',
  },
  {
    name: { ja: '日本の国家予算（一般会計）', en: 'the national budget of Japan' },
    names: ['日本の国家予算', '国家予算', '一般会計予算', '国の一般会計'],
    value: of(92e12, 180e12),
    size: 115e12,
    unit: 'JPY',
  },
  {
    name: { ja: '都道府県の数', en: 'the number of prefectures' },
    names: [],
    around: { before: [''], behind: [''] },
    value: of(47, 47),
    size: 47,
    unit: 'noun:都道府県',
    fixed: true,
  },
];

/** A whole that a user names: the words before the amount, and the amount as an article prints it. Undefined if that is no amount. */
export function wholeOf(names: readonly string[], amount: string): Whole | undefined {
  const [quantity] = quantitiesIn(amount);
  const [name] = names;
  if (!quantity || name === undefined || quantity.dimension === 'date') return undefined;
  const value = meant(quantity);
  return { name: { ja: name, en: name }, names, value, size: quantity.stated.upper, unit: quantity.unit, fixed: true };
}
