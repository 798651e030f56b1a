import type { Interval, Modifier, Per } from './quantity.ts';

/** What a word before or after the number adds. */
export interface Mark {
  readonly modifiers: readonly Modifier[];
  readonly per?: Per;
}

export interface MarkMatch {
  readonly end: number;
  readonly mark: Mark;
}

const leadRows = `
約 about
およそ about
おおよそ about
おおむね about
概ね about
ざっと about
ほぼ about
大体 about
だいたい about
推定 about
〜 max
～ max
~ about
≈ about
最大 max
最大で max
最大でも max
最高 max
最高で max
最長 max
最長で max
最多 max
上限 max
上限で max
多くて max
多くても max
多くとも max
せいぜい max
高々 max
最小 min
最低 min
最低で min
最低でも min
最短 min
最短で min
最短でも min
下限 min
少なくとも min
少なくても min
過去最大 record
過去最高 record
過去最多 record
史上最大 record
史上最高 record
過去最大の record
過去最高の record
過去最大となる record
史上最大の record
世界最大 record
世界最大の record
国内最大 record
世界最高 record
業界最大 record
わずか only
わずかに only
僅か only
たった only
たったの only
たかだか only
ほんの only
合計 total
合計で total
総額 total
総額で total
総計 total
計 total
トータル total
トータルで total
累計 cumulative
累計で cumulative
累積 cumulative
延べ cumulative
のべ cumulative
平均 average
平均で average
平均して average
平均すると average
中央値 average
各 each
各々 each
それぞれ each
一律 each
過去 past
直近 past
直近の past
この past
ここ past
今後 future
今後の future
向こう future
マイナス minus
プラス plus
月額 - month
月額で - month
月 - month
毎月 - month
月々 - month
月間 - month
月平均 average month
月給 - month
年額 - year
年額で - year
年 - year
毎年 - year
年間 - year
年間で - year
年平均 average year
年率 - year
年率で - year
年収 - year
年俸 - year
年商 - year
週 - week
毎週 - week
週間 - week
日額 - day
日給 - day
毎日 - day
日 - day
1日 - day
1日に - day
１日に - day
一日に - day
一日 - day
１日 - day
時給 - hour
毎時 - hour
毎分 - minute
分速 - minute
毎秒 - second
秒速 - second
秒間 - second
時速 - hour
`;

/** Words that would begin inside a longer one: 契約3件, 設計5社, 時計. Tested against the two characters before. */
const leadNotAfter: Readonly<Record<string, RegExp>> = {
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

const tailRows = `
以上 atLeast
以下 atMost
未満 lessThan
超 moreThan
超え moreThan
超える moreThan
超えた moreThan
強 slightlyOver
弱 nearly
近く nearly
近い nearly
足らず nearly
余り slightlyOver
あまり slightlyOver
余 slightlyOver
程度 about
前後 about
ほど about
くらい about
ぐらい about
位 about
そこそこ about
見当 about
頃 about
ごろ about
以内 within
を超える moreThan
を超え moreThan
を超えて moreThan
を超えた moreThan
超の moreThan
を上回る moreThan
を上回り moreThan
を上回った moreThan
を上回って moreThan
を突破 atLeast
を下回る lessThan
を下回り lessThan
を下回った lessThan
を切る lessThan
を割る lessThan
を割り込む lessThan
に迫る nearly
に近い nearly
に近づく nearly
に満たない lessThan
にも満たない lessThan
からある atLeast
+ atLeast
＋ atLeast
以降 since
以前 until
`;

/** Words by their first character, longest first. */
type Table = ReadonlyMap<string, readonly (readonly [word: string, mark: Mark])[]>;

const leads = tableOf(leadRows);
const tails = tableOf(tailRows);
/** 強化, 超高速, 弱点 …: the tail would be the first half of another word. */
const tailNotBefore: Readonly<Record<string, RegExp>> = {
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
  '+': /^[0-9$]|^ ?[A-Za-z]/,
  '＋': /^[0-9]/,
};

/** Source of a pattern for where a word before a number may begin: whole words if they begin with kana, which is everywhere. */
export const leadPattern: string = [...leads]
  .flatMap(([first, words]) => (/[ぁ-んァ-ヶ]/.test(first) ? words.map(([word]) => word) : [first]))
  .join('|');

/** Returns the word at `start` that modifies a number right after it (約, 最大, 月額), longest first, or undefined. */
export function leadAt(text: string, start: number): MarkMatch | undefined {
  const found = longestIn(leads, text, start);
  const denied = found && leadNotAfter[text.slice(start, found.end)];
  return denied?.test(text.slice(Math.max(0, start - 2), start)) ? undefined : found;
}

/** Returns the word at `start` that modifies the number right before it (以上, 近く, を超える), longest first, or undefined. */
export function tailAt(text: string, start: number): MarkMatch | undefined {
  const found = longestIn(tails, text, start);
  const denied = found && tailNotBefore[text.slice(start, found.end)];
  return denied?.test(text.slice(found?.end ?? start, (found?.end ?? start) + 4)) ? undefined : found;
}

/**
 * Returns what the printed numbers and their modifiers allow. 約: 5 %, and at least half the last printed digit; 弱・近く: down to 90 %; 強・余り: up to 110 %. House values: no norm fixes them.
 */
export function allowedBy(stated: Interval, modifiers: readonly Modifier[], printed: number): Interval {
  let { lower, upper } = widened(stated, modifiers, printed);
  // 「最大256,000を超える」: the explicit bound wins over 最大, which then only says what is measured.
  const explicit = modifiers.some((it) => explicitBounds.has(it));
  // 「10%以上〜20%未満」 says how its own ends count.
  if (stated.lower < stated.upper && opensBothWays(modifiers)) return stated;
  for (const modifier of modifiers) {
    if (explicit && (modifier === 'max' || modifier === 'min')) continue;
    if (opensUp.has(modifier)) upper = Infinity;
    if (opensDown.has(modifier)) lower = -Infinity;
  }
  return { lower, upper };
}

function widened(stated: Interval, modifiers: readonly Modifier[], printed: number): Interval {
  let { lower, upper } = stated;
  if (modifiers.includes('about')) [lower, upper] = [lower - slack(lower, printed), upper + slack(upper, printed)];
  if (modifiers.includes('nearly')) lower -= Math.abs(lower) * 0.1;
  if (modifiers.includes('slightlyOver')) upper += Math.abs(upper) * 0.1;
  if (modifiers.includes('plusMinus')) lower = -upper;
  return { lower, upper };
}

/** True if the modifiers leave one side open. */
export function isBound(modifiers: readonly Modifier[]): boolean {
  return modifiers.some((it) => opensUp.has(it) || opensDown.has(it));
}

const explicitBounds: ReadonlySet<Modifier> = new Set<Modifier>(['atLeast', 'moreThan', 'atMost', 'lessThan']);
const opensUp: ReadonlySet<Modifier> = new Set<Modifier>(['atLeast', 'moreThan', 'min']);
const opensDown: ReadonlySet<Modifier> = new Set<Modifier>(['atMost', 'lessThan', 'max', 'within']);

function opensBothWays(modifiers: readonly Modifier[]): boolean {
  return modifiers.some((it) => opensUp.has(it)) && modifiers.some((it) => opensDown.has(it));
}

function slack(value: number, printed: number): number {
  return Math.max(printed / 2, Math.abs(value) * 0.05);
}

function longestIn(table: Table, text: string, start: number): MarkMatch | undefined {
  const words = table.get(text.charAt(start));
  const found = words?.find(([word]) => text.startsWith(word, start));
  return found && { end: start + found[0].length, mark: found[1] };
}

function tableOf(rows: string): Table {
  const entries = rows.trim().split('\n').map(markEntry);
  const table = new Map<string, readonly (readonly [string, Mark])[]>();
  for (const entry of entries.toSorted((a, b) => b[0].length - a[0].length)) {
    const first = entry[0].charAt(0);
    table.set(first, [...(table.get(first) ?? []), entry]);
  }
  return table;
}

/** A row is the word, its modifier or -, and the unit of time that it is for each of. */
function markEntry(row: string): readonly [string, Mark] {
  const [word = '', modifier, unit] = row.split(' ');
  const modifiers = modifier === '-' ? [] : [modifier as Modifier];
  return [word, unit === undefined ? { modifiers } : { modifiers, per: { count: 1, unit } }];
}
