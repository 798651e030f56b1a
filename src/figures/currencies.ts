/** Currency words after the number: ISO 4217 code, then the printed forms. A star marks forms that may follow a kanji numeral. */
export const currencyLines = `
JPY 円* 日本円 JPY yen
USD ドル* 米ドル 米国ドル USドル アメリカドル USD dollars dollar
NZD NZドル ニュージーランドドル NZD
AUD 豪ドル 豪州ドル オーストラリアドル AUD
CAD カナダドル 加ドル カナダ・ドル CAD
HKD 香港ドル HKD
SGD シンガポールドル シンガポール・ドル Sドル SGD
TWD 台湾ドル 新台湾ドル 台湾元 TWD
EUR ユーロ* EUR euros euro
GBP ポンド 英ポンド 英国ポンド GBP
CNY 元 人民元 中国元 CNY RMB
KRW ウォン 韓国ウォン KRW
INR ルピー インドルピー インド・ルピー INR
IDR ルピア IDR
CHF フラン スイスフラン スイス・フラン CHF
THB バーツ タイバーツ THB
VND ドン VND
RUB ルーブル RUB
BRL レアル ブラジルレアル BRL
MXN ペソ メキシコペソ MXN
PHP フィリピンペソ
TRY リラ トルコリラ
SEK クローナ スウェーデンクローナ SEK
NOK ノルウェークローネ NOK
DKK クローネ デンマーククローネ DKK
SAR リヤル サウジリヤル SAR
AED ディルハム AED
ILS シェケル 新シェケル ILS
ZAR ランド 南アランド
MYR リンギット リンギ MYR
USD-cent セント
`;

export const currencyNotBefore: Readonly<Record<string, string>> = {
  円: '形|滑|周|盤|熟|卓|環|満|筒|錐|柱|弧|陣|高|安',
  元: '気|素|々|来|年|旦|締|請|社|幹|従|化|管|論|的|祖|凶|手|本|配|通|副|大|首|最|代表|議|CEO|Google|OpenAI|Meta|Apple|Tesla',
  ドル: 'フィン|高|安|札|箱|チェ|ビー',
  ユーロ: 'ピ|圏|高|安|ス',
  フラン: 'ス|ク|チ|ケ|ジ',
  ポンド: '安|高',
  ドン: '[ァ-ヶー]|キ',
  ランド: '[ァ-ヶー]',
  リラ: '[ァ-ヶー]',
  ルピー: '[ァ-ヶ]',
  セント: '[ァ-ヶー]',
  レアル: '[ァ-ヶー]',
  リンギ: 'ッ',
  ペソ: '[ァ-ヶー]',
};

/** Currency signs and codes before the number. Longest first. */
export const currencyPrefixes: readonly (readonly [text: string, id: string])[] = [
  ['US$', 'USD'],
  ['NZ$', 'NZD'],
  ['AU$', 'AUD'],
  ['HK$', 'HKD'],
  ['NT$', 'TWD'],
  ['A$', 'AUD'],
  ['C$', 'CAD'],
  ['S$', 'SGD'],
  ['R$', 'BRL'],
  ['USD', 'USD'],
  ['EUR', 'EUR'],
  ['JPY', 'JPY'],
  ['GBP', 'GBP'],
  ['CNY', 'CNY'],
  ['$', 'USD'],
  ['＄', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['￡', 'GBP'],
  ['¥', 'JPY'],
  ['￥', 'JPY'],
  ['₩', 'KRW'],
  ['₹', 'INR'],
];
