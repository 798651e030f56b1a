/** What of a thing is measured: 売上高, 評価額 … */
export interface Attribute {
  /** Kebab-case name, the same for all synonyms. */
  readonly id: string;
  /** The word that stands for all synonyms in tables and messages. */
  readonly name: string;
  /** The word that is printed. */
  readonly word: string;
}

/** Id, then the synonyms; the first one names the attribute. Verbs stand for the amount of what is done (調達した → 調達額). */
const ROWS = `
revenue : 売上高 売上 売り上げ 売上収益 営業収益 収益 年商 総売上 売上総額
operating-profit : 営業利益 本業の利益
net-profit : 純利益 当期純利益 最終利益 四半期利益
profit : 利益 経常利益 粗利
loss : 赤字 損失 純損失 最終赤字 営業損失 損失額 赤字額
annual-recurring-revenue : ARR 年間経常収益 年換算売上高 年間換算売上
valuation : 評価額 企業評価額 企業価値 バリュエーション
market-value : 時価総額
market-size : 市場規模 マーケット規模 市場の規模 市場
economic-effect : 経済効果 経済価値 経済インパクト 経済的価値 経済波及効果
funding : 調達額 資金調達額 資金調達 調達総額 調達
investment : 投資額 投資総額 投資規模 設備投資 設備投資額 投資計画 出資額 出資 投資
acquisition-price : 買収額 買収総額 買収金額 買収価格 買収
contract-value : 契約額 契約総額 受注額 受注高 受注 契約
budget : 予算 予算額 事業費 総事業費
grant : 補助額 補助上限額 補助金額 補助上限 補助金 助成額
fine : 罰金 制裁金 課徴金
cost : 費用 コスト 経費 導入費用 運用費用 総費用 総コスト 開発費 運用費 人件費 費用総額
initial-cost : 初期費用 導入費 初期投資 初期コスト 初期導入費用 初期導入費 初期構築 初期開発費 イニシャルコスト
running-cost : 月額費用 ランニングコスト 月額運用 運用コスト 月額料金 月額利用料 月額
price : 価格 料金 単価 値段 販売価格 利用料 利用料金 定価 小売価格
saving : 削減額 節約額 コスト削減額 削減効果
salary : 年収 平均年収 給与 報酬
share-price : 株価
growth-rate : 成長率 年平均成長率 CAGR 年間成長率 市場成長率 伸び率 増加率 上昇率
market-share : シェア 市場シェア 占有率 市場占有率
reduction-rate : 削減率 低減率 短縮率 減少率
adoption-rate : 導入率 利用率 普及率 採用率 活用率
subsidy-rate : 補助率 助成率
accuracy : 精度 正答率 正解率 的中率 認識精度 認識率 検出率 検知率
error-rate : エラー率 誤検知率 不良率 誤り率 ハルシネーション率
satisfaction : 満足度 顧客満足度
success-rate : 成功率 達成率
turnover-rate : 離職率
employees : 従業員数 社員数 従業員 社員 人員 職員数
users : 利用者数 ユーザー数 利用者 ユーザー アクティブユーザー アクティブユーザー数 会員数 登録者数 利用者総数
customers : 顧客数 導入社数 導入企業数 契約社数 取引先数 導入企業
companies : 企業数 会社数 社数 事業者数
population : 人口 総人口
sales-volume : 販売台数 出荷台数 生産台数 販売数 出荷数 出荷量 生産量 販売数量
stores : 店舗数 拠点数 施設数 店舗
parameters : パラメータ数 パラメーター数 パラメータ パラメーター
context-window : コンテキスト長 コンテキストウィンドウ コンテキスト長さ 最大トークン数
power : 消費電力 電力消費量 発電容量 電力容量 電力消費 電力需要
speed : 処理速度 速度 処理能力 推論速度
payback-period : 回収期間 投資回収期間
duration : 期間 所要期間 導入期間 開発期間 構築期間 研修時間
working-time : 作業時間 処理時間 所要時間 作成時間 対応時間 残業時間 労働時間
`;

const byWord: ReadonlyMap<string, Attribute> = new Map(
  ROWS.trim()
    .split('\n')
    .flatMap((row) => {
      const [id = '', words = ''] = row.split(' : ');
      const synonyms = words.split(' ');
      const name = synonyms[0] ?? id;
      return synonyms.map((word) => [word, { id, name, word }] as const);
    }),
);

const LONGEST = Math.max(...[...byWord.keys()].map((word) => word.length));

/** The longest attribute word that a text ends with. */
export function attributeAtEnd(text: string): Attribute | undefined {
  for (let length = Math.min(LONGEST, text.length); length > 0; length--) {
    const found = byWord.get(text.slice(-length));
    if (found) return found;
  }
  return undefined;
}

/** The longest attribute word that a text starts with. */
export function attributeAtStart(text: string): Attribute | undefined {
  for (let length = Math.min(LONGEST, text.length); length > 0; length--) {
    const found = byWord.get(text.slice(0, length));
    if (found) return found;
  }
  return undefined;
}

/** The last attribute word of a short text, such as the head of a table column. */
export function attributeIn(text: string): Attribute | undefined {
  for (let end = text.length; end > 0; end--) {
    const found = attributeAtEnd(text.slice(0, end));
    if (found) return found;
  }
  return undefined;
}
