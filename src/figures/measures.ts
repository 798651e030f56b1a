import type { Dimension } from './quantity.ts';

/** One unit word: printed forms share an id, `factor` multiplies the printed number into that id. */
export interface Measure {
  readonly id: string;
  readonly dimension: Dimension;
  readonly factor: number;
  readonly forms: string;
}

/** Rows of id, dimension, factor, forms (a star: may follow a kanji numeral). SI prefixes are added by `prefixedMeasures`. */
const plain: readonly (readonly [string, Dimension, number, string])[] = [
  ['percent', 'ratio', 1, '% ％ パーセント* percent'],
  ['percent', 'ratio', 10, '割*'],
  ['percent', 'ratio', 0.1, '‰'],
  ['percent', 'ratio', 1e-4, 'ppm'],
  ['point', 'points', 1, 'ポイント* pt pts パーセントポイント %ポイント ％ポイント パーセンテージポイント'],
  ['point', 'points', 0.01, 'ベーシスポイント bp bps'],
  ['times', 'multiple', 1, '倍* x X × 乗倍'],
  ['year', 'time', 1, '年間* 年* カ年* か年* ヵ年* ヶ年* 年分 years year'],
  ['month', 'time', 1, 'か月* カ月* ヶ月* ヵ月* ケ月* 箇月* か月間* カ月間* ヶ月間* ヵ月間* ケ月間* months month'],
  ['month', 'time', 3, '四半期*'],
  ['week', 'time', 1, '週間* 週* weeks week'],
  ['day', 'time', 1, '日間* 日* 営業日 営業日間 days day'],
  ['hour', 'time', 1, '時間* hours hour hrs'],
  ['minute', 'time', 1, '分間* 分* minutes minute mins'],
  ['second', 'time', 1, '秒間* 秒* seconds second sec'],
  ['second', 'time', 1e-3, 'ミリ秒* ms'],
  ['second', 'time', 1e-6, 'マイクロ秒* μs µs'],
  ['second', 'time', 1e-9, 'ナノ秒* ns'],
  ['year', 'time', 100, '世紀*'],
  ['year-of-age', 'age', 1, '歳* 才'],
  ['meter', 'length', 1000, 'キロメートル'],
  ['meter', 'length', 0.01, 'センチメートル センチ cm'],
  ['meter', 'length', 0.001, 'ミリ'],
  ['meter', 'length', 0.0254, 'インチ inch'],
  ['meter', 'length', 0.3048, 'フィート ft'],
  ['meter', 'length', 1609.344, 'マイル mile miles'],
  ['square-meter', 'area', 1, '平方メートル 平米 ㎡ m² m2'],
  ['square-meter', 'area', 1e6, '平方キロメートル 平方キロ km² km2'],
  ['square-meter', 'area', 1e-6, '平方ミリメートル mm² mm2'],
  ['square-meter', 'area', 1e4, 'ヘクタール ha'],
  ['square-meter', 'area', 4046.856, 'エーカー'],
  ['square-meter', 'area', 0.09290304, '平方フィート'],
  ['square-meter', 'area', 400 / 121, '坪'],
  ['cubic-meter', 'volume', 1, '立方メートル m³ m3'],
  ['cubic-meter', 'volume', 1e-3, 'リットル L'],
  ['cubic-meter', 'volume', 1e-6, 'ミリリットル mL ml cc'],
  ['cubic-meter', 'volume', 0.003785411784, 'ガロン'],
  ['cubic-meter', 'volume', 0.158987294928, 'バレル'],
  ['gram', 'mass', 1e6, 'トン t'],
  ['joule', 'energy', 4.184, 'カロリー cal'],
  ['joule', 'energy', 4184, 'キロカロリー kcal'],
  ['celsius', 'temperature', 1, '℃ °C 度C'],
  ['fahrenheit', 'temperature', 1, '℉ °F'],
  ['decibel', 'number', 1, 'デシベル dB'],
  ['rpm', 'frequency', 1, 'rpm'],
  ['fps', 'frequency', 1, 'fps FPS'],
  ['kilometer-per-hour', 'speed', 1, 'km/h キロ毎時'],
  ['degree', 'number', 1, '° 度'],
  ['digit', 'digits', 1, '桁*'],
  ['qps', 'frequency', 1, 'QPS RPS TPS'],
  ['byte', 'data', 2 ** 10, 'KiB'],
  ['byte', 'data', 2 ** 20, 'MiB'],
  ['byte', 'data', 2 ** 30, 'GiB'],
  ['byte', 'data', 2 ** 40, 'TiB'],
  ['byte', 'data', 1, 'バイト'],
  ['bit', 'data', 1, 'ビット bit'],
  ['bit-per-second', 'data-rate', 1, 'ビット/秒'],
];

/** Base units that take SI prefixes: id, dimension, prefixes allowed, symbols, katakana. */
const based: readonly (readonly [string, Dimension, string, string, string])[] = [
  ['meter', 'length', '_ k m μ µ n p', 'm', 'メートル メーター'],
  ['gram', 'mass', '_ k m μ µ n', 'g', 'グラム'],
  ['byte', 'data', 'K k M G T P E Z', 'B', 'バイト'],
  ['bit', 'data', 'K k M G T', 'bit b', 'ビット'],
  ['bit-per-second', 'data-rate', 'K k M G T', 'bps b/s bit/s', ''],
  ['byte-per-second', 'data-rate', 'K k M G T', 'B/s B/秒', ''],
  ['watt', 'power', '_ m k M G T', 'W', 'ワット'],
  ['joule', 'energy', '_ k M G P', 'J', 'ジュール'],
  ['watt-hour', 'energy', '_ k M G T', 'Wh', 'ワット時 ワットアワー'],
  ['hertz', 'frequency', '_ k M G T', 'Hz', 'ヘルツ'],
  ['volt', 'electric', '_ m k', 'V', 'ボルト'],
  ['ampere', 'electric', 'm', 'A', 'アンペア'],
  ['ampere-hour', 'electric', '_ m', 'Ah', 'アンペア時'],
  ['flops', 'compute', '_ G T P E Z', 'FLOPS FLOP/s flops FLOPs FLOP Flops', 'フロップス FLOPS FLOP'],
  ['ops', 'compute', 'G T P', 'OPS', 'OPS'],
];

const factors: Readonly<Record<string, number>> = {
  _: 1,
  n: 1e-9,
  p: 1e-12,
  μ: 1e-6,
  µ: 1e-6,
  m: 1e-3,
  K: 1e3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Z: 1e21,
};
const katakana: Readonly<Record<string, string>> = {
  _: '',
  n: 'ナノ',
  p: 'ピコ',
  μ: 'マイクロ',
  m: 'ミリ',
  k: 'キロ',
  K: 'キロ',
  M: 'メガ',
  G: 'ギガ',
  T: 'テラ',
  P: 'ペタ',
  E: 'エクサ',
  Z: 'ゼタ',
};

/** Every measure that is not a counter or a currency. */
export const measures: readonly Measure[] = [
  ...based.flatMap(prefixedMeasures),
  ...plain.map(([id, dimension, factor, forms]) => ({ id, dimension, factor, forms })),
];

function prefixedMeasures([id, dimension, prefixes, symbols, words]: (typeof based)[number]): readonly Measure[] {
  return prefixes.split(' ').map((prefix) => {
    const letter = prefix === '_' ? '' : prefix;
    const symbolForms = symbols.split(' ').map((it) => letter + it);
    const spoken = katakana[prefix];
    const wordForms = spoken === undefined || words === '' ? [] : words.split(' ').map((it) => spoken + it);
    return { id, dimension, factor: factors[prefix] ?? 1, forms: [...symbolForms, ...wordForms].join(' ') };
  });
}

export const measureNotBefore: Readonly<Record<string, string>> = {
  度: '合|外|量|胆|々|重',
  割: 'り|る|っ|れ|引|合|当|安|高|く|ら|勘',
  倍: '率|音',
  年: '齢|収|金|賀|寄|俸|配|長|少|次|代|号|生まれ|々|表',
  年間: '所得',
  週: '刊|末|明|休|報|半',
  日: '本|常|米|経|立|産|韓|中|々|記|程|銀|欧|英|独|露|付|時|頃|系|清|産|刊|産',
  日間: '賃',
  分: '析|野|類|散|岐|担|離|配|布|身|母|子|解|断|業|裂|割|岐|か[りるっれ]|の[0-9０-９一二三四五六七八九数]|け|厚|泌|社|譲|権|量',
  時間: '帯|軸|的|差|制約',
  秒: '針|読',
  歳: '入|出|月|末|時',
  才: '能|覚|人',
  トン: 'ネ',
  ミリ: 'オ|タ',
  ビット: 'コ',
  ポイント: 'カ|ク',
  センチ: 'メ|ュ|ネ',
  X: '線',
  x: '[0-9 ]?[0-9]',
  '×': '.?[0-9]',
  t: '[.]',
  坪: '単',
  桁: '違|外',
  世紀: '末',
  インチ: 'ャ',
};
