/** Word lists of the patterns, as parts of regular expressions. */

/** Adverbs of degree and words of number that need 「多くの」, never a percentage, after them. */
export const DEGREES =
  'より|もっと|もっとも|最も|さらに|一層|いっそう|ずっと|はるかに|できるだけ|できる限り|なるべく|可能な限り|どれだけ|どれほど|どれくらい|どのくらい|いかに|これだけ|それだけ|あれだけ|これほど|それほど|あれほど|こんなに|そんなに|あまりに|あまりにも|非常に|とても|かなり|大変|極めて|きわめて|ものすごく|数|何';

/** Of these, the ones that also begin a statement about a plain share: 「さらに75%の企業が…」 names a second result. */
export const CONJUNCTIONS = 'さらに|もっとも';

/** Who can be counted, but is not, in 「75%以上の企業」. */
export const POPULATIONS =
  '企業|会社|農家|作り手|[一-龥]{1,3}[者員](?![数証])|事業者|組織|団体|法人|機関|大学|学校|自治体|病院|店舗|人々|ひと|人(?![材間工口気体事生])|方々|方(?![法向針式面])|皆さん|ユーザー?|利用者|顧客|消費者|開発者|エンジニア|研究者|技術者|従業員|社員|経営者|経営層|経営陣|担当者|管理職|学生|生徒|家庭|世帯|国々|国(?![内際家民産])|スタートアップ|ベンチャー|メーカー|ベンダー|プレイヤー|ビジネスリーダー|リーダー|クリエイター|投資家|専門家|アナリスト|現場|個人(?!情報)|産業|業界|都市|地域|国家';

/** Changes of kind and other things without an amount: no part of them can be told in percent. */
export const WITHOUT_AMOUNT =
  '見直し|刷新|一新|転換|変革|改革|革新|再設計|再構築|再編成?|再考|再定義|抜本策|イノベーション|ブレー?クスルー|パラダイムシフト|差別化|黒字転換|黒字化|赤字転落|増収増益|減収減益|つまずき|試行錯誤|方針転換|方向転換|成長潜在力|潜在力|成長性|将来性|ポテンシャル|進化|深化|多様化|民主化|強化';

/** Of these, the ones that figures do stand before in running text: 「売上の30%の再編」, 「生産性30%の強化」. Only above 100 % are they senseless. */
export const SELDOM_MEASURED = '強化|進化|深化|再編成?|見直し|刷新|ポテンシャル|多様化|増収増益|減収減益|民主化';

/** What takes away: no more than all of a thing can go. */
export const DECREASES =
  '削減|低減|軽減|減少|低下|短縮|節約|カット|圧縮|値下げ|値引き|割引|引き下げ|縮小|抑制|コストダウン|ダウン|オフ|OFF|off|減(?![ら衰益損点価])|減ら|減っ|減り|減る';

/** What can fall by more than all of itself, since it can fall below zero. */
export const BELOW_ZERO =
  '利益|損益|収支|黒字|赤字|純益|営業益|経常益|最終益|EPS|キャッシュ|成長率|伸び率|ROI|ROE|金利|利回り|前年比|前期比|達成率|稼働率|カーボン|ネガティブ|二酸化炭素|CO2|排出|比率|倍率';

/** Shares of a whole: none is above 100 %. */
export const SHARES =
  '市場シェア|マーケットシェア|世界シェア|国内シェア|シェア|市場占有率|占有率|構成比|正答率|正解率|誤答率|的中率|勝率|離職率|欠勤率|出席率|回答率|回収率|開封率|クリック率|解約率|成約率|検知率|検出率|再現率|適合率|不良率|歩留まり率?|視聴率|投票率|支持率|失業率|空室率|空車率|合格率|不合格率|死亡率|生存率|有病率|含有率|含水率|可用性|信頼度|認識精度|認識率|誤り率|エラー率|確率';

/** What makes a share a figure of a survey or a forecast: looked for in its sentence and the ones beside it. */
export const SURVEYS =
  '調査|調べ(?:では|によ|た)|アンケート|サーベイ|によると|によれば|統計|白書|回答|レポート|推計|試算|集計|予測によ|予測では|出典|発表によ|の発表では|データによ|データでは|Gartner|ガートナー|IDC|McKinsey|マッキンゼー|Deloitte|デロイト|PwC|KPMG|Forrester|BCG|Accenture|アクセンチュア|総務省|経済産業省|経産省|厚生労働省|内閣府|帝国データ|商工リサーチ|IPA|JUAS|JEITA|OECD';

/** What makes it a plan, a condition or a part of a whole that is told: looked for in its sentence alone. */
export const PLANS =
  '報告|と予測|を予測|予測され|見通しで|公表|というデータ|との結果|という結果|という数字|という数値|合わせると|足すと|合計する|内訳|残りの|目標|条件|基準|要件|定足数|賛成|同意|KPI|仮に|Fortune|フォーチュン';
