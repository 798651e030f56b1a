import rule from '../../../rules/contradictory-figures/rule.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    '割合は30〜50%です。',
    { text: '費用は50〜30%に減る。', why: 'a way down' },
    '営業は22時〜5時です。',
    '気温は3〜-5℃です。',
    { text: '費用は1/5〜1/10です。', why: 'fractions' },
  ],
  invalid: [
    {
      text: '降水確率は70〜40%です。',
      problems: [
        {
          at: '70〜40%',
          message: '範囲「70〜40%」は始まりと終わりが逆です。入れ替えるか、値を直してください。',
          severity: 'warning',
        },
      ],
    },
    {
      text: '割合は50〜30%です。',
      problems: [
        {
          at: '50〜30%',
          message: '範囲「50〜30%」は始まりと終わりが逆です。入れ替えるか、値を直してください。',
          en: 'The range "50〜30%" ends before it starts. Swap its ends or correct them.',
          severity: 'warning',
          related: [],
        },
      ],
    },
    {
      text: '2030年〜2025年の計画です。',
      problems: [
        {
          at: '2030年〜2025年',
          message: '範囲「2030年〜2025年」は始まりと終わりが逆です。入れ替えるか、値を直してください。',
          en: 'The range "2030年〜2025年" ends before it starts. Swap its ends or correct them.',
          severity: 'warning',
          related: [],
        },
      ],
    },
  ],
});
