/**
 * Words before a number: modifier (- for none), the unit that they count for each of (月額: month), then the words.
 * 最大・最低 open one side; 過去最大 is a record and opens none.
 */
export const leadRows = `
about : 約 およそ おおよそ おおむね 概ね ざっと ほぼ 大体 だいたい 推定 ~ ≈
max : 〜 ～ 最大 最大で 最大でも 最高 最高で 最長 最長で 最多 上限 上限で 多くて 多くても 多くとも せいぜい 高々
min : 最小 最低 最低で 最低でも 最短 最短で 最短でも 下限 少なくとも 少なくても
record : 過去最大 過去最高 過去最多 史上最大 史上最高 過去最大の 過去最高の 過去最大となる 史上最大の 世界最大 世界最大の 国内最大 世界最高 業界最大
only : わずか わずかに 僅か たった たったの たかだか ほんの
total : 合計 合計で 総額 総額で 総計 計 トータル トータルで
cumulative : 累計 累計で 累積 延べ のべ
average : 平均 平均で 平均して 平均すると 中央値
each : 各 各々 それぞれ 一律
past : 過去 直近 直近の この ここ
future : 今後 今後の 向こう
minus : マイナス
plus : プラス
- month : 月額 月額で 月 毎月 月々 月間 月給
average month : 月平均
- year : 年額 年額で 年 毎年 年間 年間で 年率 年率で 年収 年俸 年商
average year : 年平均
- week : 週 毎週 週間
- day : 日額 日給 毎日 日 1日 1日に １日に 一日に 一日 １日
- hour : 時給 毎時 時速
- minute : 毎分 分速
- second : 毎秒 秒速 秒間
`;

/** Words that would begin inside a longer one: 契約3件, 設計5社, 時計. Tested against the two characters before. */
export const leadNotAfter: Readonly<Record<string, RegExp>> = {
  総額: /時価$/,
  '1日に': /[0-9０-９月,.第]$/,
  '１日に': /[0-9０-９月,.第]$/,
  一日に: /[一-龥第]$/,
  約: /[契予節規制集公解条要倹婚盟誓大]$/,
  計: /[設時統集推会家累合総温]$/,
  各: /[一-龥]$/,
  月: /[0-9０-９一-龥]$/,
  年: /[0-9０-９一-龥]$/,
  週: /[0-9０-９一-龥]$/,
  日: /[0-9０-９一-龥月]$/,
  年間: /[0-9０-９数何一二三四五六七八九十百千万]$/,
  月間: /[0-9０-９数何一二三四五六七八九十か]$/,
  週間: /[0-9０-９数何一二三四五六七八九十]$/,
  秒間: /[0-9０-９数何]$/,
  '1日': /[0-9０-９月,.第]$/,
  '１日': /[0-9０-９月,.第]$/,
  一日: /[一-龥第]$/,
  平均: /[年月]$|日経$/,
  この: /[ァ-ヶーぁ-ん一-龥A-Za-z0-9]$/,
  ここ: /[ぁ-ん]$/,
  '〜': /[0-9０-９一-龥ァ-ヶA-Za-z%％)）」]$/,
  '～': /[0-9０-９一-龥ァ-ヶA-Za-z%％)）」]$/,
  '~': /[0-9０-９一-龥ァ-ヶA-Za-z%％)）」]$/,
};

/** Words after a number: modifier, then the words. */
export const tailRows = `
atLeast : 以上 を突破 からある + ＋
atMost : 以下
lessThan : 未満 を下回る を下回り を下回った を切る を割る を割り込む に満たない にも満たない
moreThan : 超 超え 超える 超えた を超える を超え を超えて を超えた 超の を上回る を上回り を上回った を上回って
slightlyOver : 強 余り あまり 余
nearly : 弱 近く 近い 足らず に迫る に近い に近づく
about : 程度 前後 ほど くらい ぐらい 位 そこそこ 見当 頃 ごろ
within : 以内
since : 以降
until : 以前
`;

/** 強化, 超高速, 弱点 …: the tail would be the first half of another word. */
export const tailNotBefore: Readonly<Record<string, RegExp>> = {
  強: /^[化調力固制引烈み豪度靱い]/,
  弱: /^[点体小者い]/,
  超: /^[高大低小巨音解知人長伝精電電導党過]/,
  余: /^[裕分地剰計波暇]/,
  余り: /^に/,
  あまり: /^に/,
  位: /^[置]/,
  以上: /^[のに](?:こと|意味|価値|もの|よう)/,
  近く: /^の(?:駅|店|街|公園)/,
  前後: /^[のを]/,
  ほど: /^[のに]?(?:経験|よう)/,
  '+': /^[0-9$一-龥ァ-ヶ]|^ ?[A-Za-z]/,
  '＋': /^[0-9０-９$一-龥ァ-ヶ]/,
};
