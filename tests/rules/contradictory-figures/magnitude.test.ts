import rule from '../../../rules/contradictory-figures/rule.ts';
import { testRule } from '../../support/rule-tester.ts';

const over = (figure: string, whole: string): string =>
  `「${figure}」は${whole}を超えています。数値か範囲の書き方を確かめてください。`;

testRule(rule, {
  valid: [
    '日本の人口は約1億2,400万人です。国内の企業は約360万社、国内330万社の中小企業が対象です。',
    '全国47都道府県に店があります。北の5都道府県では雪が降ります。',
    '世界の人口は約82億人で、世界のGDPは約110兆ドルです。',
    { text: '2080年に世界の人口は103億人になる。', why: 'another time' },
    { text: '世界の人口が延べ200億人分の食事を…', why: 'cumulative' },
    { text: '中国の人口は14億人。日本人1人あたり2億円。', why: 'other wholes, rates' },
    { text: '日本の人口と企業の統計では、部品の点数が2億点ある。', why: 'other units' },
    { text: '市は1,200億円を投じる。日本のGDPの0.02%に相当する額だ。', why: 'the share fits' },
    { text: '15兆ドルは世界GDPの約13%に相当する。', why: 'the share fits' },
    { text: '累計500億ドル。日本のGDPの1割に相当する額を20年間で使う。', why: 'many years' },
    { text: '500億ドルだ。\n\n日本のGDPの1割に相当する別の額もある。', why: 'another paragraph' },
    { text: '`全国48都道府県` は誤り。', why: 'code' },
    { text: '当店の席数は30席です。', options: { wholes: [{ names: ['当店の席数は'], amount: '30席' }] } },
  ],
  invalid: [
    {
      text: '日本の人口1億8,000万人のうち、半数が使う。',
      problems: [
        {
          at: '1億8,000万人',
          severity: 'warning',
          message: over('1億8,000万人', '日本の人口（約1.23億）'),
          en: '"1億8,000万人" is more than the population of Japan (about 123 million). Check the figure, or what it is a part of.',
        },
      ],
    },
    {
      text: '国内500万社の中小企業のうち、1割が導入した。',
      problems: [{ at: '500万社', message: over('500万社', '日本の企業数（約370万）') }],
    },
    {
      text: '- 𠮷田屋は全国48都道府県に店を出す。\r\n',
      problems: [{ at: '48都道府県', severity: 'error', message: over('48都道府県', '都道府県の数（47）') }],
    },
    {
      text: '会社は500億ドルを投じる。日本のGDPの1割近くに相当する額だ。',
      problems: [
        {
          at: '1割近く',
          severity: 'warning',
          related: ['500億ドル'],
          message:
            '「500億ドル」は日本のGDP（約610兆円）の0.48〜1.8%で、「1割近く」ではありません。どちらかを直してください。',
        },
      ],
    },
    {
      text: '当社の従業員1,500人が参加した。',
      options: { wholes: [{ names: ['当社の従業員'], amount: '1,200人' }] },
      problems: [{ at: '1,500人', severity: 'error', message: over('1,500人', '当社の従業員（約1,200）') }],
    },
  ],
});
