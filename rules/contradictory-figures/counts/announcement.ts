import type { Figure } from '../../../src/figures/figure.ts';
import { isSingle } from '../interval.ts';
import { after, before } from '../statements.ts';

/** A number of things that the text promises to name: 「以下の3つのポイント」「申請の5ステップ」「7選」. */
export interface Announcement {
  readonly figure: Figure;
  readonly count: number;
  /** What is counted, as printed behind the number: 「ポイント」; empty where nothing is named. */
  readonly noun: string;
  /** True if the words say that the things follow: 以下の, 次の. */
  readonly isStrong: boolean;
}

/** Longer lists are catalogues, and their numbers are seldom counted out. */
const MOST = 30;
const generic =
  /^(?:item|point-mark|selection|step|kind|noun:(?:本柱|要素|要因|側面|軸|条件|観点|視点|戦略|手法|方法|指標|課題|機能|用途|シナリオ|パターン|原則|段|項目|分野|領域|カテゴリー?|事例|例|工程))$/u;
const pointing =
  /(?:以下|次|下記|下)(?:に(?:挙げる|示す|述べる|紹介する))?の(?:主な|主要な|大きく|大きな|[一-龥]{2}な)?$/u;
const back =
  /(?:この|これら|これらの|その|それら|それらの|上記|上記の|上の|以上の|前述の|前述した|先ほどの|先述の|残り|残りの|残る|あと|もう|他の|別の|ほかの|最初の|最後の|うち|上位|トップ|各|第|前の|両方の|どの|いずれの|全|全ての|すべての|本|同じ)$/u;
const partial = /^(?:目|のうち|の中|以上|以下|とも|ずつ|巴|返事|に[1１一]つ|ある(?:うち|中)|ほど|程度|か[0-9０-９])/u;

/** The promise that a figure makes, if it makes one. */
export function announcementOf(figure: Figure): Announcement | undefined {
  const { quantity } = figure;
  const { stated, modifiers, role, dimension, unit } = quantity;
  const count = stated.lower;
  if (dimension !== 'count' || role !== 'cardinal' || !isSingle(quantity) || modifiers.length > 0) return undefined;
  if (!Number.isInteger(count) || count < 2 || count > MOST || quantity.kind !== 'exact') return undefined;
  const ahead = before(figure, 16);
  const following = after(figure, 24);
  const isStrong = pointing.test(ahead);
  if ((!isStrong && !generic.test(unit)) || back.test(ahead) || partial.test(following)) return undefined;
  return { figure, count, noun: nounOf(following), isStrong };
}

function nounOf(following: string): string {
  return /^(?:の)?([一-龥々ァ-ヶーA-Za-z]{1,14})/u.exec(following)?.[1] ?? '';
}

/** The counted noun without particles, so that nothing but it is counted. */
const thing = '(?:の(?:[一-龥々ァ-ヶーA-Za-z0-9・『』「」の（）()]|[いなしき]){0,24}?)?';
const naming =
  'を(?:以下に|次に|下記に|順に|ご|お)*(?:紹介|示|挙げ|提案|提示|解説|説明|見て|まとめ|整理|述べ|伝え|話し|覧|列挙|すすめ|勧め|推奨|意識|押さえ|持つ)';
const being =
  'が(?:あ[るりっ]|重要|必要|大切|考えられ|挙げられ|求められ|ポイント|鍵|カギ|不可欠|有効|存在|想定|注目|見られ|含まれ)';
const closing = new RegExp(
  `^${thing}[)）」』]?(?:${naming}|${being}|(?:ご|お)?(?:あ[るりっ]|紹介|提案|挙げ|用意|示|伝え)|です|だ(?!け)|であ|でしょう|にな[るり]|に(?:集約|分類|分け|大別|整理|まとめ|絞)|から(?:成|な[るり]|構成)|で(?:構成|成り|動作|進|整理|説明)|[：:]|$)`,
  'u',
);
const elsewhere =
  /(?:踏まえ|基づ|もとに|基に|ふまえ|念頭|活用し|満たす|解決|実現|クリア|乗り越え|ため[のに]|場合|際に|とき|後に|前に|一方)/u;

/** True if the sentence ends by promising the things, so that what follows must be them. */
export function closesWith({ figure, isStrong }: Announcement): boolean {
  const rest = figure.text.slice(figure.at[1]);
  if (elsewhere.test(rest)) return false;
  return isStrong ? rest.length <= 60 : rest.length <= 40 && closing.test(rest);
}
