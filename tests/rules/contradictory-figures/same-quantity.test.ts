import rule from '../../../rules/contradictory-figures/rule.ts';
import { testRule } from '../../support/rule-tester.ts';

const article = (title: string, body: string, date = '2025-10-05'): string =>
  `---\ntitle: ${title}\ndate: ${date}\n---\n\n${body}\n`;

testRule(rule, {
  valid: [
    article('青葉電機、評価額390億円に', '青葉電機の評価額が390億円に達した。'),
    { text: article('青葉電機、評価額400億円に', '青葉電機の評価額は398億円だ。'), why: 'rounded in the title' },
    {
      text: article('評価額39億円の会社', '青葉電機の売上高は390億円だ。青葉電機の評価額は39億円だ。'),
      why: 'other attribute',
    },
    { text: '青葉電機の評価額は39億円だ。北斗食品の評価額は390億円だ。', why: 'other subject' },
    { text: '青葉電機の売上高は2015年に39億円だった。青葉電機の売上高は2025年に390億円だった。', why: 'other time' },
    {
      text: '青葉電機の累計投資額は390億円だ。青葉電機の投資額は累計390億円、1年の投資額は39億円だ。',
      why: 'cumulative',
    },
    { text: '青葉電機の評価額は39億円ではない。青葉電機の評価額は390億円だ。', why: 'denied' },
    { text: '青葉電機の評価額は39億円から390億円になった。', why: 'a change' },
    { text: '| 企業 | 売上高 |\n|---|---|\n| 青葉 | 12億円 |\n| 青葉 | 120億円 |', why: 'rows of a table' },
    { text: '青葉電機の利用料は月額1,200円だ。青葉電機の利用料は年額12,000円だ。', why: 'other period' },
    { text: article('道具3つを選ぶ', '道具は30個ある。'), why: 'counted things' },
    { text: article('出荷が4割増えた', '出荷が4%減った月もある。'), why: 'other words for the share' },
    { text: article('2026年、植物工場市場1.3兆円へ', '2026年に市場は1.3兆円になる。'), why: 'same year' },
    {
      text: article('2026年版、植物工場市場は2035年に1.3兆円へ', '2035年に市場は1.3兆円になる。'),
      why: 'the title has a year for the amount',
    },
    {
      text: article('2026年、青葉電機の売上高320億円を読む', '2025年度の売上高は320億円だった。', '2026-05-01'),
      why: 'an article of that year looks back',
    },
    { text: '市は5年間で101億円を投じる。2026年度の予算は20億円だ。', why: 'other amounts' },
    {
      text: '市は5年間で101億円を投じる。5年間の計画は2026年度の予算から始まり、101億円になる。',
      why: 'names the span',
    },
    {
      text: '青葉電機の2024年度の売上高は320億円だった。青葉電機の2025年度の売上高は280億円だった。',
      why: 'other years',
    },
    { text: '青葉電機の2025年度の売上高は320億円だった。青葉電機の2025年度の売上高は約318億円だ。', why: 'rounding' },
    { text: '青葉電機の2025年度の売上高は320億円だ。青葉電機の2025年度の国内の売上高は280億円だ。', why: 'a part' },
    { text: '青葉電機の売上高は320億円だ。青葉電機の売上高は280億円だ。', why: 'no time is named' },
    { text: '`評価額39億円` と `評価額390億円` は例です。', why: 'code' },
    { text: '規模は300〜500万円だ。\n\n| 品 | 費用 |\n|---|---|\n| 選果機 | 200〜500万円 |', why: 'no common name' },
  ],
  invalid: [
    {
      text: article('青葉電機、評価額39億円に', '青葉電機の評価額が390億円に達した。評価額390億円は大きい。'),
      problems: [
        {
          at: [19, 23],
          message:
            '評価額「39億円」は、ほかの箇所（2か所）の「390億円」の10分の1です。桁を確かめ、どちらかを直してください。',
          en: '"39億円" is 1/10 of "390億円", which the article states elsewhere. Check the magnitude and correct one of them.',
          severity: 'error',
          related: ['390億円'],
          suggestions: [
            article('青葉電機、評価額390億円に', '青葉電機の評価額が390億円に達した。評価額390億円は大きい。'),
          ],
        },
      ],
    },
    {
      text: article('港の再整備に8,200億円', '再整備の総事業費は820億円で、港は5年で生まれ変わる。'),
      problems: [
        {
          at: '8,200億円',
          message: '「8,200億円」は、ほかの箇所の「820億円」の10倍です。桁を確かめ、どちらかを直してください。',
          suggestions: [article('港の再整備に820億円', '再整備の総事業費は820億円で、港は5年で生まれ変わる。')],
        },
      ],
    },
    {
      text: '北斗食品の従業員数は1,250人だ。\r\n\r\n- 昨年の北斗食品の従業員数は125人、と𠮷田は書いた。\r\n',
      problems: [
        {
          at: '125人',
          message: '従業員数「125人」は、ほかの箇所の「1,250人」の10分の1です。桁を確かめ、どちらかを直してください。',
          related: ['1,250人'],
        },
      ],
    },
    {
      text: article('2026年植物工場市場1.3兆円の行方', '市場は2035年に1.3兆円に達する。'),
      problems: [
        {
          at: '2026年',
          severity: 'warning',
          message:
            'タイトルは「1.3兆円」を「2026年」のこととしていますが、本文では「2035年」の数値です。タイトルの年を直してください。',
          en: 'The title dates "1.3兆円" to "2026年", but the body gives it for "2035年". Correct the year in the title.',
          related: ['1.3兆円'],
        },
      ],
    },
    {
      text: article(
        '2026年、青葉電機が時価総額5兆円に',
        '青葉電機が時価総額5兆円を超えた。2025年10月2日、この朝は忘れない。',
      ),
      problems: [
        {
          at: '2026年',
          message:
            'タイトルは「5兆円」を「2026年」のこととしていますが、本文では「2025年10月2日」の数値です。タイトルの年を直してください。',
        },
      ],
    },
    {
      text: '市は5年間で101億円を港に投じる。2026年度の港の予算は101億円と、前の年の3倍になる。',
      problems: [
        {
          at: [6, 11],
          severity: 'warning',
          message:
            '「101億円」は「5年間で」の額と「2026年度」だけの額の両方になっています。期間を確かめ、どちらかを直してください。',
          en: '"101億円" stands for several years ("5年間で") and for "2026年度" alone. Check the period and correct one of them.',
        },
      ],
    },
    {
      text: '| 規模 | 費用 | 例 |\n|---|---|---|\n| 大 | 300〜5,000万円 | カスタムAI開発 |\n\nカスタムAIの場合は500万〜5,000万円です。',
      problems: [
        {
          at: '500万〜5,000万円',
          message:
            '「500万〜5,000万円」は、表の同じ項目の「300〜5,000万円」と一方の端が違います。どちらかに揃えてください。',
          related: ['300〜5,000万円'],
        },
      ],
    },
    {
      text: '青葉電機の2025年度の売上高は320億円だった。\n\n青葉電機の2025年度の売上高は280億円である。',
      problems: [
        {
          at: '280億円',
          severity: 'warning',
          message:
            '青葉電機の2025年度の売上高が「280億円」と「320億円」の2通りになっています。どちらかに揃えるか、違いを書いてください。',
          related: ['320億円'],
        },
      ],
    },
    {
      text: article('青葉電機の売上高450億円を読む', '2025年度の青葉電機の売上高は320億円だった。'),
      problems: [
        {
          at: '450億円',
          severity: 'warning',
          message:
            '青葉電機の売上高が「450億円」と「320億円」の2通りになっています。どちらかに揃えるか、違いを書いてください。',
        },
      ],
    },
  ],
});
