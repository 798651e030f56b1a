import rule from '../../../rules/contradictory-figures/rule.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    { text: '落札額は1億ドルで、円にして約150億円にのぼった。', path: '2025-11-27-a.md' },
    { text: '投資額は500億ドル、つまりざっと7兆8000億円です。', path: '2025-11-27-a.md' },
    { text: '売上は30億ユーロ（約4,800億円）だった。', path: '2025-11-27-a.md' },
    { text: '2011年の投資は100億ドル（約8,000億円）だった。', path: '2025-11-27-a.md' },
    { text: '100億ドル（約1.5兆円、1ドル150円換算）を投じる。', path: '2025-11-27-a.md', why: 'a note on the rate' },
    { text: '欧州は10億ユーロ、米国は20億ドルを投じる。', path: '2025-11-27-a.md', why: 'two amounts, no conversion' },
    { text: '年額240ドル（月3,000円）です。', path: '2025-11-27-a.md', why: 'another period' },
    { text: '8億7,700万豪ドル（5億5,700万米ドル）の契約だ。', path: '2025-11-27-a.md' },
    { text: '数千万元（日本円で数億円規模）を調達した。', path: '2025-11-27-a.md' },
    { text: '5,000万〜1億ドル（約75億〜150億円）の投資。', path: '2025-11-27-a.md', why: 'a range' },
    { text: '`500億ドル（約1,250億円）`という例です。', path: '2025-11-27-a.md', why: 'code' },
  ],
  invalid: [
    {
      text: '落札額は1億ドルで、円にして約15億円にのぼった。',
      path: '2025-11-27-a.md',
      problems: [
        {
          at: '約15億円',
          message:
            '「1億ドル」を「約15億円」とすると1ドル＝15円ですが、2025年の相場（1ドル＝131〜169円）では約150億円です。どちらかを直してください。',
          severity: 'error',
          suggestions: ['落札額は1億ドルで、円にして約150億円にのぼった。'],
        },
      ],
    },
    {
      text: '調達額は8,300億ドル（約1,250億円）です。',
      path: '2025-11-27-a.md',
      problems: [
        {
          at: '約1,250億円',
          message:
            '「8,300億ドル」を「約1,250億円」とすると1ドル＝0.151円ですが、2025年の相場（1ドル＝131〜169円）では約125兆円です。どちらかを直してください。',
          en: '"8,300億ドル" given as "約1,250億円" makes 1 USD = 0.151 JPY; at the rates of the time (131 to 169) it is about 125 trillion JPY. Correct one of them.',
          severity: 'error',
          related: ['8,300億ドル'],
          suggestions: ['調達額は8,300億ドル（約125兆円）です。'],
        },
      ],
    },
    {
      text: '- 調達額：8,300億ドル（約1,250億円）',
      path: '2025-11-27-a.md',
      problems: [
        {
          at: '約1,250億円',
          message:
            '「8,300億ドル」を「約1,250億円」とすると1ドル＝0.151円ですが、2025年の相場（1ドル＝131〜169円）では約125兆円です。どちらかを直してください。',
          en: '"8,300億ドル" given as "約1,250億円" makes 1 USD = 0.151 JPY; at the rates of the time (131 to 169) it is about 125 trillion JPY. Correct one of them.',
          severity: 'error',
          related: ['8,300億ドル'],
          suggestions: ['- 調達額：8,300億ドル（約125兆円）'],
        },
      ],
    },
    {
      text: '| 会社 | 額 |\n|---|---|\n| A | $8.3B（約12.5億円） |',
      path: '2025-11-27-a.md',
      problems: [
        {
          at: '約12.5億円',
          message:
            '「$8.3B」を「約12.5億円」とすると1ドル＝0.151円ですが、2025年の相場（1ドル＝131〜169円）では約1.25兆円です。どちらかを直してください。',
          en: '"$8.3B" given as "約12.5億円" makes 1 USD = 0.151 JPY; at the rates of the time (131 to 169) it is about 1.25 trillion JPY. Correct one of them.',
          severity: 'error',
          related: ['$8.3B'],
          suggestions: ['| 会社 | 額 |\n|---|---|\n| A | $8.3B（約1.25兆円） |'],
        },
      ],
    },
    {
      text: '> 𠮷野社は🚀30億ユーロ（約480億円）を得た。',
      path: '2025-11-27-a.md',
      problems: [
        {
          at: '約480億円',
          message:
            '「30億ユーロ」を「約480億円」とすると1ユーロ＝16円ですが、2025年の相場（1ユーロ＝145〜196円）では約4,800億円です。どちらかを直してください。',
          en: '"30億ユーロ" given as "約480億円" makes 1 EUR = 16 JPY; at the rates of the time (145 to 196) it is about 480 billion JPY. Correct one of them.',
          severity: 'error',
          related: ['30億ユーロ'],
          suggestions: ['> 𠮷野社は🚀30億ユーロ（約4,800億円）を得た。'],
        },
      ],
    },
    {
      text: '調達した。\r\n\r\n額は22億円（約2,060億ウォン）だ。\r\n',
      path: '2025-11-27-a.md',
      problems: [
        {
          at: '約2,060億ウォン',
          message:
            '「22億円」を「約2,060億ウォン」とすると1ウォン＝0.0107円ですが、2025年の相場（1ウォン＝0.0896〜0.119円）では約206億ウォンです。どちらかを直してください。',
          en: '"22億円" given as "約2,060億ウォン" makes 1 KRW = 0.0107 JPY; at the rates of the time (0.0896 to 0.119) it is about 20.6 billion KRW. Correct one of them.',
          severity: 'error',
          related: ['22億円'],
          suggestions: ['調達した。\r\n\r\n額は22億円（約206億ウォン）だ。\r\n'],
        },
      ],
    },
    {
      text: '[8億7,700万豪ドル](https://example.com)（55億7,000万米ドル）の契約だ。',
      path: '2025-11-27-a.md',
      problems: [
        {
          at: '55億7,000万米ドル',
          message:
            '「8億7,700万豪ドル」を「55億7,000万米ドル」とすると1豪ドル＝6.35米ドルですが、2025年の相場（1豪ドル＝0.519〜0.778米ドル）では約5.57億米ドルです。どちらかを直してください。',
          en: '"8億7,700万豪ドル" given as "55億7,000万米ドル" makes 1 AUD = 6.35 USD; at the rates of the time (0.519 to 0.778) it is about 557 million USD. Correct one of them.',
          severity: 'error',
          related: ['8億7,700万豪ドル'],
          suggestions: ['[8億7,700万豪ドル](https://example.com)（5.57億米ドル）の契約だ。'],
        },
      ],
    },
    {
      text: '5億ドルを調達した。日本円で約75億円だ。',
      path: '2025-11-27-a.md',
      problems: [
        {
          at: '約75億円',
          message:
            '「5億ドル」を「約75億円」とすると1ドル＝15円ですが、2025年の相場（1ドル＝131〜169円）では約750億円です。どちらかを直してください。',
          en: '"5億ドル" given as "約75億円" makes 1 USD = 15 JPY; at the rates of the time (131 to 169) it is about 75 billion JPY. Correct one of them.',
          severity: 'error',
          related: ['5億ドル'],
          suggestions: ['5億ドルを調達した。日本円で約750億円だ。'],
        },
      ],
    },
    {
      text: '同社が投じる3億米ドルは、日本円にして約45億円に相当します。',
      path: '2025-11-27-a.md',
      problems: [
        {
          at: '約45億円',
          message:
            '「3億米ドル」を「約45億円」とすると1米ドル＝15円ですが、2025年の相場（1米ドル＝131〜169円）では約450億円です。どちらかを直してください。',
          en: '"3億米ドル" given as "約45億円" makes 1 USD = 15 JPY; at the rates of the time (131 to 169) it is about 45 billion JPY. Correct one of them.',
          severity: 'error',
          related: ['3億米ドル'],
          suggestions: ['同社が投じる3億米ドルは、日本円にして約450億円に相当します。'],
        },
      ],
    },
    {
      text: '投資額は500億ドル（約1,250億円）です。',
      path: '2025-11-27-a.md',
      problems: [
        {
          at: '約1,250億円',
          message:
            '「500億ドル」を「約1,250億円」とすると1ドル＝2.5円ですが、2025年の相場（1ドル＝131〜169円）では6.5兆〜8.4兆円です。どちらかを直してください。',
          en: '"500億ドル" given as "約1,250億円" makes 1 USD = 2.5 JPY; at the rates of the time (131 to 169) it is 6.5 trillion to 8.4 trillion JPY. Correct one of them.',
          severity: 'error',
          related: ['500億ドル'],
        },
      ],
    },
    {
      text: '100億ドル（約8,000億円）を投じる。',
      path: '2025-11-27-a.md',
      problems: [
        {
          at: '約8,000億円',
          message:
            '「100億ドル」を「約8,000億円」とすると1ドル＝80円ですが、2025年の相場（1ドル＝131〜169円）では1.3兆〜1.7兆円です。どちらかを直してください。',
          en: '"100億ドル" given as "約8,000億円" makes 1 USD = 80 JPY; at the rates of the time (131 to 169) it is 1.3 trillion to 1.7 trillion JPY. Correct one of them.',
          severity: 'info',
          related: ['100億ドル'],
        },
      ],
    },
    {
      text: '5,000万〜1億ドル（約75億〜1,500億円）の投資。',
      path: '2025-11-27-a.md',
      problems: [
        {
          at: '約75億〜1,500億円',
          message:
            '「5,000万〜1億ドル」を「約75億〜1,500億円」とすると1ドル＝1,500円ですが、2025年の相場（1ドル＝131〜169円）では約150億円です。どちらかを直してください。',
          en: '"5,000万〜1億ドル" given as "約75億〜1,500億円" makes 1 USD = 1,500 JPY; at the rates of the time (131 to 169) it is about 15 billion JPY. Correct one of them.',
          severity: 'error',
          related: ['5,000万〜1億ドル'],
        },
      ],
    },
  ],
});
