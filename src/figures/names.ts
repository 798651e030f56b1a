import { unitAt } from './units.ts';

/** What looks like a figure and is a name, a label or an address: GPT-4, H100, Llama 3.1, 3D, ステップ2, #12, 「2.1 概要」. */

const address = /https?:\/\/[^\s）)」』、。\uFFFC]+|[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,255}/y;
/** A Latin word with the digits, dots and hyphens that belong to it. It stops before 「ROI300%」's number. */
const latinWord =
  /[A-Za-zＡ-Ｚａ-ｚ][A-Za-zＡ-Ｚａ-ｚ]*(?:(?![0-9.,]+[%％])[0-9０-９]+[A-Za-zＡ-Ｚａ-ｚ0-9０-９]*)?(?:[-‐‑–_.'’&/][A-Za-z0-9Ａ-Ｚａ-ｚ０-９]+)*/y;
const phone = /(?:\+?[0-9]{1,4}-)?[0-9]{2,4}-[0-9]{2,4}-[0-9]{3,4}(?![0-9])/y;
const version = /(?!20[0-9]{2}\.[0-9]{1,2}\.[0-9]{1,2}(?![0-9.]))(?:[0-9]+(?:\.[0-9]+){2,})|24\/(?:7|365)(?![0-9])/y;
/** 3D, 4K, 70B, 2nd, 5W1H, 3-in-1: the caller has seen that no unit stands there. */
const digitsAndLetters = /[0-9][0-9.]*(?:[A-Za-z][A-Za-z0-9]*(?:[-‐‑.][A-Za-z0-9]+)*|-[A-Za-z][A-Za-z0-9-]*)/y;
const reference = /[#＃№][0-9０-９]+|\[[0-9]{1,3}\]|［[0-9０-９]{1,3}］|[(（][0-9０-９]{1,2}[)）]|[①-⑳]/y;
const heading = /[0-9０-９]{1,3}(?:[.．-][0-9０-９]{1,3}){0,3}(?:[.．)）:：、][ 　]{0,3}|(?=[ 　]))(?![0-9０-９])/y;

const idioms =
  /一人(?:ひとり|一人|称|前|勝|歩き|暮|当千|芝居|者|二役)|一つ(?:ひとつ|一つ|屋根|星)|ひとつひとつ|1人(?:ひとり|1人)|1つ(?:ひとつ|1つ)|一社一社|一件(?:一件|落着)|一日(?:も早|中|千秋|の長|でも早|一日)|一年中|一回り|一本(?:足|立|締)|三日(?:坊主|月)|二人三脚|三つ(?:巴|子|葉|編)|二つ(?:返事|折)|七つ道具|一軒家|一匹狼|一戸建|二枚(?:目|舌)|三枚目|一枚(?:岩|上|噛|看板)|一円玉|十人(?:十色|並)|百人(?:百様|力)|千人力|第[一二三](?:国|者|世界|線|人者)|一歩|万が一|[二三]次元|一石二鳥|四半期|四国|四半世紀も|半年度|何百人力|数珠|数学|数字|数値|数式|数理|数独|半導体/y;

/** Returns the end of the address, Latin name, label or idiom that starts at `start`, or undefined. */
export function nameEndAt(text: string, start: number): number | undefined {
  const first = text.charAt(start);
  if (/[A-Za-zＡ-Ｚａ-ｚ]/.test(first)) return endOf(address, text, start) ?? endOf(latinWord, text, start);
  if (/[0-9０-９]/.test(first)) {
    return endOf(phone, text, start) ?? endOf(version, text, start) ?? headingEndAt(text, start);
  }
  return endOf(reference, text, start) ?? endOf(idioms, text, start);
}

/** Returns the end of 3D, 4K, 2nd … at `start`, or undefined; only asked where no unit follows the digits. */
export function alphanumericEndAt(text: string, start: number): number | undefined {
  return endOf(digitsAndLetters, text, start);
}

/** 「3. 市場」「2.1 概要」 at the beginning of a line. 「3.5 倍」 and 「10、20」 are not headings. */
function headingEndAt(text: string, start: number): number | undefined {
  // A list that lost its line breaks: 「…です。 3. 具体策」.
  if (/[\s。]$/.test(text.charAt(start - 1)) && endOf(/[0-9]{1,2}[.．][ 　]/y, text, start) !== undefined)
    return start + 3;
  const before = text.slice(Math.max(0, start - 8), start);
  if (!/\n[ \t#*]*$|#[ ]$/.test(start <= 8 ? `\n${before}` : before)) return undefined;
  const end = endOf(heading, text, start);
  if (end === undefined || !/^[ 　]?[^\s0-9%％〜～+\-×=:]/.test(text.slice(end, end + 2))) return undefined;
  // 「30 GB」「3 つの」 at the beginning of a line or a table cell.
  return /[ 　]/.test(text.charAt(end)) && unitAt(text, end) ? undefined : end;
}

const namedBefore = /(?:[A-Za-zＡ-Ｚａ-ｚ][)）®™]?[ 　]|[A-Za-zＡ-Ｚａ-ｚ]|[A-Za-z0-9][-‐‑])$/;
const labelBefore =
  /(?:ステップ|レベル|フェーズ|フェイズ|ティア|タイプ|ステージ|ケース|パターン|シナリオ|クラス|グループ|ルール|ランク|バージョン|ミッション|カテゴリー?|オプション|パート|シーズン|エピソード|ポイント|ヒント|コツ|トレンド|リスク|ソリューション|モデル|シリーズ|プラン|テーマ|ワーク|タスク|ヘルパー|アポロ|ガウディ|事例|課題|条件|失敗|成功|図表?|表|章|式|例|手順|段階|付録|要因|理由|施策|方法|対策|戦略|教訓|原則|質問|問|案|編|層|機能|効果|効能|特徴|観点|視点|予測|提言|穴|罠|壁|鍵|脚注|注|別表|様式|第|その|パラグラフ|セクション|プロンプト|メリット|デメリット|仮説|技術|仕組み|号機|型|項目|優先度|順位|方策|活用法?|実践|落とし穴|転換点|チェック|アクション)[ 　:：]?$/;
const indexBefore =
  /(?:フォーチュン|Fortune|日経(?:平均)?|ラッセル|FTSE|東証|Russell|Forbes|NASDAQ-?|S&P|TOPIX|グローバル|JPX|Microsoft|Office|Windows)[ 　]?$/;
const katakanaBefore = /[ァ-ヶー]$/;
/** Katakana words that say what a number measures; every other katakana word with a bare number is a name (アポロ11, ガウディ3). */
const measuredBefore =
  /(?:スコア|シェア|プラス|マイナス|トップ|ベスト|ワースト|アクセス|ポジション|オーバー|トータル|アンダー|ユーザー|コスト|パラメータ)$/;

/** True if the digits at `start` follow a word that makes them part of a name: 「Llama 3」「レベル4」. */
export function isNamedBefore(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 12), start);
  return (
    namedBefore.test(before) ||
    labelBefore.test(before) ||
    (katakanaBefore.test(before) && !measuredBefore.test(before))
  );
}

/** True if the digits at `start` are glued to letters or follow an index's name (S&P500, フォーチュン500), whatever stands after them. */
export function isAlwaysName(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 10), start);
  return indexBefore.test(before) || /[A-Za-zＡ-Ｚａ-ｚ][-‐‑]$/.test(before);
}

function endOf(sticky: RegExp, text: string, start: number): number | undefined {
  sticky.lastIndex = start;
  return sticky.test(text) ? sticky.lastIndex : undefined;
}
