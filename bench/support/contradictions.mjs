/**
 * Passages with figures that contradict one another, by kind, and the same passages with figures that agree (`wrong: false`), for
 * the mutation bench. A form is a function of the random source and of `wrong`; it returns Markdown blocks. All texts are ours.
 */
import { amountJa } from './random.mjs';

const NAMES = [
  '青葉電機',
  '北斗フーズ',
  'みなと銀行',
  'Solvia',
  'NorthPeak',
  '東西物流',
  'カワセミ工業',
  'Lumina AI',
  '山手不動産',
  'Orbis Cloud',
];
const THINGS = [
  '問い合わせ対応',
  '在庫確認',
  '見積書の作成',
  '議事録の作成',
  '検品作業',
  '配車計画',
  '経費精算',
  '契約書の確認',
];
const AREAS = ['生成AI', '物流ロボット', '医療画像診断', '産業用ドローン', '電子契約', '水素ステーション', '植物工場'];
const PARTS = ['開発', '運用', '研修', '保守', '広告', '調査', '設計', '移行'];
const POINTS = [
  '費用を抑えられる',
  '導入が早い',
  '既存の仕組みと連携できる',
  '担当者の負担が減る',
  '記録が残る',
  '品質がそろう',
  '監査に対応しやすい',
];
const NOUNS = ['データの質', '人材の育成', '経営層の理解', '運用体制', '費用対効果', '情報の管理', '現場の協力'];

const some = (random, list, count) => {
  const rest = [...list];
  return Array.from({ length: count }, () => rest.splice(random.int(0, rest.length - 1), 1)[0]);
};
const percent = (value) => Number(value.toFixed(value < 10 ? 1 : 0)).toString();
const slip = (random) => random.pick([0.001, 0.01, 0.1, 10, 100, 1000]);

// ---- conversion

function conversion(random, wrong) {
  const [unit, rate] = random.pick([
    ['ドル', 150],
    ['ドル', 148],
    ['米ドル', 152],
    ['ユーロ', 163],
  ]);
  const foreign = Number((random.int(11, 990) * 10 ** random.int(6, 9)).toPrecision(random.int(1, 3)));
  const yen = foreign * rate * (wrong ? slip(random) : 1);
  const name = random.pick(NAMES);
  const [a, b] = [`${amountJa(foreign, random)}${unit}`, `${amountJa(yen, random, 3)}円`];
  return random.pick([
    () => `${name}は${a}（約${b}）を調達した。`,
    () => `投資額は${a}、日本円で約${b}にのぼります。`,
    () => `${name}の昨年の売上高は${a}（日本円で約${b}）だった。`,
    () => `買収額は${a}、つまり${b}ほどになる見込みです。`,
    () => `${name}は${a}（${b}相当）の契約を結びました。`,
    () => `企業としての評価額は約${a}（およそ${b}）とされています。`,
    () => `- 調達額: ${a}（約${b}）\n- 拠点: 3か所`,
    () => `${name}は新工場に総額${a}（約${b}）を投じる計画です。`,
    () => `同社が投じる${a}は、日本円にして約${b}に相当します。`,
    () => `| 企業 | 調達額 |\n|---|---|\n| ${name} | ${a}（約${b}） |`,
  ])();
}

function smallConversion(random, wrong) {
  const dollars = random.pick([10, 12, 20, 25, 30, 49, 99, 200, 500, 1200]);
  const yen = Math.round((dollars * 150 * (wrong ? slip(random) : 1)) / 10) * 10 || 3;
  return random.pick([
    () => `利用料は月額${dollars}ドル（約${yen.toLocaleString('en')}円）です。`,
    () => `1ユーザーあたり月額$${dollars}（約${yen.toLocaleString('en')}円）から始められます。`,
    () => `価格は${dollars}ドル（約${yen.toLocaleString('en')}円）だった。`,
  ])();
}

// ---- growth and CAGR

function factor(random, wrong) {
  const [y0, y1] = [random.int(2019, 2023), random.int(2024, 2026)];
  const times = random.pick([1.5, 2, 2.5, 3, 4, 5, 8]);
  const start = random.int(12, 98) * 10 ** random.int(7, 10);
  const said = wrong ? random.pick([times * 2, times * 3, times + 5]) : times;
  const [a, b] = [start, start * times].map((it) => `${amountJa(it, random, 4)}円`);
  const name = random.pick(NAMES);
  return random.pick([
    () => `${name}の売上高は${y0}年の${a}から${y1}年には${b}へ、${said}倍に増えた。`,
    () => `${name}の売上高は${a}から${b}へと${said}倍に拡大しました。`,
    () => `予算は${y0}年度の${a}から${y1}年度の${b}へ約${said}倍になりました。`,
    () => `- 売上高: ${a} → ${b}（${said}倍）`,
  ])();
}

function annual(random, wrong) {
  const years = random.int(4, 8);
  const from = random.int(2022, 2025);
  const rate = random.int(12, 48);
  const start = random.int(15, 95) * 1e8;
  const off = random.pick([10, 0.1, 3]);
  const end = start * (1 + rate / 100) ** years * (wrong ? off : 1);
  const area = random.pick(AREAS);
  const [a, b] = [start, end].map((it) => `${amountJa(it, random, 3)}${random.pick(['ドル', 'ドル'])}`);
  return random.pick([
    () => `${area}の市場規模は${from}年の${a}から${from + years}年には${b}へ、年平均${rate}%で成長する見込みです。`,
    () => `${area}市場は${from}年に${a}、CAGR ${rate}%で拡大し、${from + years}年には${b}に達すると予測される。`,
    () => `${area}市場は、${from}年の${a}から${from + years}年の${b}まで、年平均成長率（CAGR）${rate}%で拡大する。`,
    () =>
      `調査会社によると、${area}市場は${from}年から${from + years}年にかけてCAGR${rate}%で成長し、${a}から${b}に拡大するという。`,
  ])();
}

function change(random, wrong) {
  const start = random.int(20, 90) * random.pick([1, 10]);
  const share = random.int(20, 85);
  const end = Math.round(start * (1 - share / 100));
  const real = (1 - end / start) * 100;
  const said = percent(wrong ? (real > 50 ? real - random.int(15, 30) : real + random.int(15, 30)) : real);
  const thing = random.pick(THINGS);
  const unit = random.pick(['時間', '分']);
  return random.pick([
    () => `${thing}の時間は${start}${unit}から${end}${unit}へ${said}%短縮された。`,
    () => `月${start}時間かかっていた${thing}が${end}時間になり、${said}%の削減につながりました。`,
    () => `- ${thing}: ${start}${unit} → ${end}${unit}（${said}%削減）`,
    () => `${thing}にかかる時間を${start}${unit}から${end}${unit}に減らし、${said}%の削減を実現した。`,
    () => `件数は${start}件から${end}件に減り、減少率は${said}%でした。`,
    () =>
      `| 業務 | 導入前 | 導入後 | 削減率 |\n|---|---|---|---|\n| ${thing} | ${start}${unit} | ${end}${unit} | ${said}% |`,
  ])();
}

function increase(random, wrong) {
  const start = random.int(11, 90) * 100;
  const share = random.int(10, 90);
  const end = Math.round(start * (1 + share / 100));
  const said = wrong ? share + random.pick([20, 35, 60]) : share;
  const name = random.pick(NAMES);
  const [a, b] = [start, end].map((it) => it.toLocaleString('en'));
  return random.pick([
    () => `利用者は${a}人から${b}人に増え、${said}%増となった。`,
    () => `${name}の従業員数は${a}人から${b}人へ${said}%増加しました。`,
    () => `売上高は前年の${a}億円から${said}%増の${b}億円となった。`,
    () => `出荷台数は${a}台から${b}台へと、${said}%伸びた。`,
  ])();
}

// ---- totals

function total(random, wrong) {
  const count = random.int(2, 4);
  const parts = Array.from({ length: count }, () => random.int(11, 95) * 10);
  const sum = parts.reduce((a, b) => a + b, 0);
  const said = wrong ? random.pick([sum + random.int(2, 9) * 20, Math.round(sum * 1.5), sum * 10]) : sum;
  const names = some(random, PARTS, count);
  const unit = random.pick(['万円', '億円', '万ドル']);
  const list = names.map((name, i) => `${name}費${parts[i]}${unit}`);
  const t = `${said.toLocaleString('en')}${unit}`;
  const forms = [
    () => `費用は${list.join('、')}で、合計${t}です。`,
    () => `${list.join('、')}の合計${t}がかかります。`,
    () => `総額は${t}（${list.join('、')}）だった。`,
    () => `費用は総額${t}で、内訳は${list.join('、')}です。`,
    () => `${list.join('＋')}＝${t}`,
    () =>
      `| 項目 | 費用 |\n|---|---|\n${names.map((name, i) => `| ${name} | ${parts[i]}${unit} |`).join('\n')}\n| 合計 | ${t} |`,
    () =>
      `| 項目 | 費用（${unit}） |\n|---|---:|\n${names.map((name, i) => `| ${name} | ${parts[i]} |`).join('\n')}\n| 合計 | ${said.toLocaleString('en')} |`,
  ];
  if (count === 2) forms.push(() => `${list[0]}と${list[1]}を合わせた${t}を投じます。`);
  return random.pick(forms)();
}

function heads(random, wrong) {
  const [a, b] = [random.int(12, 90) * 10, random.int(11, 60) * 10];
  const sum = a + b;
  const said = (wrong ? sum + random.int(3, 9) * 30 : sum).toLocaleString('en');
  return random.pick([
    () => `従業員は${said}人で、内訳は正社員${a}人、契約社員${b}人です。`,
    () => `国内${a}店、海外${b}店の合計${said}店を展開する。`,
    () => `男性${a}人、女性${b}人の計${said}人が参加しました。`,
  ])();
}

function product(random, wrong) {
  const [unit, count] = [random.int(12, 95) * 100, random.int(11, 90)];
  const said = unit * count * (wrong ? random.pick([10, 0.1, 2]) : 1);
  const [u, s] = [unit.toLocaleString('en'), said.toLocaleString('en')];
  return random.pick([
    () => `${u}円×${count}人＝${s}円が毎月かかります。`,
    () => `月額${u}円 × ${count}人 = ${s}円です。`,
    () => `1人${u}円×${count}人で${s}円になります。`,
  ])();
}

// ---- counts and lists

function listed(random, wrong) {
  const real = random.int(3, 5);
  const said = wrong ? real + random.pick([-1, 1, 2]) : real;
  const points = some(random, POINTS, real);
  const nouns = some(random, NOUNS, real);
  const area = random.pick(AREAS);
  const bullets = (list) => list.map((it) => `- ${it}`).join('\n');
  return random.pick([
    () => `導入の利点は次の${said}つです。\n\n${bullets(points)}`,
    () => `${area}には、以下の${said}つの課題があります。\n\n${nouns.map((it, i) => `${i + 1}. ${it}`).join('\n')}`,
    () => `以下の${said}点に注意してください。\n\n${bullets(nouns.map((it) => `**${it}**：早めに確かめておく。`))}`,
    () => `選ぶ基準は${said}つあります。\n\n${nouns.map((it, i) => `${i + 1}. **${it}**`).join('\n')}`,
    () =>
      `## ${area}を導入する${said}つのステップ\n\n順に進めます。\n\n${nouns.map((it, i) => `### ステップ${i + 1}：${it}\n\n担当者と確かめます。`).join('\n\n')}`,
    () => `次の${said}社が参入しました。\n\n${bullets(some(random, NAMES, real))}`,
  ])();
}

function enumerated(random, wrong) {
  const real = random.int(2, 4);
  const said = wrong ? real + random.pick([1, 2]) : real;
  const nouns = some(random, NOUNS, real);
  const first = ['第一に', '第二に', '第三に', '第四に'];
  return random.pick([
    () => `理由は${said}つあります。${nouns.map((it, i) => `${first[i]}、${it}です。`).join('')}`,
    () => `大切な点は${said}つです。${nouns.map((it, i) => `${i + 1}つ目は${it}です。`).join('')}`,
    () => `課題は${nouns.join('、')}の${said}つです。`,
    () => `「${nouns.join('」「')}」の${said}つが鍵になります。`,
  ])();
}

// ---- shares

function share(random, wrong) {
  const all = random.int(12, 90) * random.pick([5, 10, 25]);
  const part = Math.round(all * (random.int(15, 80) / 100));
  const real = (part / all) * 100;
  const said = percent(wrong ? (real > 55 ? real - random.int(12, 30) : real + random.int(12, 30)) : real);
  const bigger = all + random.int(2, 40);
  const forms = [
    () => `調査した${all}社のうち${part}社（${said}%）が導入済みだ。`,
    () => `${all}人中${part}人（${said}%）が満足と答えました。`,
    () => `回答者${all}人のうち、${said}%にあたる${part}人が継続を希望した。`,
    () => `${all}件のうち${part}件、割合にして${said}%が自動で処理されました。`,
    () => `売上高${all}億円のうち${part}億円を海外が占め、その比率は${said}%です。`,
    () => `${all}社中${part}社、つまり${said}%の企業が採用した。`,
  ];
  if (wrong) {
    forms.push(() => `調査した${all}社のうち${bigger}社が導入済みだ。`);
    forms.push(() => `${all}人中${bigger}人が満足と答えました。`);
  }
  return random.pick(forms)();
}

function parts(random, wrong) {
  const first = random.int(25, 45);
  const second = random.int(15, 30);
  const third = 100 - first - second + (wrong ? random.int(8, 30) : 0);
  const area = random.pick(AREAS);
  return random.pick([
    () => `${area}の利用者の内訳は、20代が${first}%、30代が${second}%、40代以上が${third}%です。`,
    () => `売上高の構成比は国内${first}%、アジア${second}%、欧米${third}%となっている。`,
    () => `回答は「賛成」が${first}%、「反対」が${second}%、「どちらでもない」が${third}%だった。`,
    () =>
      `| 地域 | 構成比 |\n|---|---|\n| 国内 | ${first}% |\n| アジア | ${second}% |\n| 欧米 | ${third}% |\n| 合計 | 100% |`,
  ])();
}

function fraction(random, wrong) {
  const [words, value] = random.pick([
    ['4分の1', 25],
    ['3分の1', 33],
    ['5分の1', 20],
    ['半数', 50],
    ['4人に1人', 25],
    ['3社に1社', 33],
  ]);
  const said = wrong ? value + random.pick([15, 25, 30]) : value;
  return random.pick([
    () => `全体の${words}（${said}%）が対象になる。`,
    () => `${random.pick(AREAS)}を使う企業は${words}（${said}%）にのぼります。`,
  ])();
}

/** Kinds of contradiction, each with its forms and how often each form is drawn. */
export const KINDS = {
  conversion: [conversion, conversion, conversion, smallConversion],
  growth: [factor, annual, annual, change, change, increase],
  total: [total, total, heads, product],
  count: [listed, listed, enumerated],
  share: [share, share, parts, fraction],
};
