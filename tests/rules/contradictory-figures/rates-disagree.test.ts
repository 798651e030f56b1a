import rule from '../../../rules/contradictory-figures/rule.ts';
import { testRule } from '../../support/rule-tester.ts';

const path = '2022-06-01-a.md';

testRule(rule, {
  valid: [
    { text: '10億ドル（約1,300億円）を集め、2億ドル（約270億円）を返した。', path, why: 'rates of two weeks' },
    { text: '10億ドル（約1,300億円）を集め、2億ユーロ（約270億円）を返した。', path, why: 'two currencies' },
    {
      text: '10億ドル（約1,500億円）を集める。2012年の調達は1億ドル（約80億円）だった。',
      path: '2024-06-01-a.md',
      why: 'the rate of another year',
    },
  ],
  invalid: [
    {
      text: '12億ドル（1,800億円）を集め、𠮷田工業は2.5億ドル（約290億円）を返した。',
      path,
      problems: [
        {
          at: '約290億円',
          message:
            '「2.5億ドル」を「約290億円」とすると1ドル＝116円ですが、前の換算では1ドル＝150円です。換算を揃えてください。',
          en: '"2.5億ドル" given as "約290億円" makes 1 USD = 116 JPY, but the conversion before makes 1 USD = 150 JPY. Use one rate.',
          severity: 'warning',
          related: ['1,800億円'],
        },
      ],
    },
    {
      text: '1,830億円（12.2億ドル）を集める。\r\n\r\n- 2.4億ドル（約276億円）を返す。',
      path,
      problems: [
        {
          at: '約276億円',
          message:
            '「2.4億ドル」を「約276億円」とすると1ドル＝115円ですが、前の換算では1ドル＝150円です。換算を揃えてください。',
        },
      ],
    },
  ],
});
