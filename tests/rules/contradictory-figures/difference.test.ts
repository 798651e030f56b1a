import rule from '../../../rules/contradictory-figures/rule.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    '5億円から8億円へ3億円増えた。',
    '導入率は20%から35%へ15ポイント上がった。',
    { text: '50時間から10時間へ、人員は3人減った。', why: 'another unit' },
  ],
  invalid: [
    {
      text: '50時間から10時間へ、30時間削減した。',
      problems: [
        {
          at: '30時間',
          message: '「50時間」から「10時間」の差は40時間で、「30時間」と合いません。どれかを直してください。',
          en: 'From "50時間" to "10時間" is a difference of 40, which does not go with "30時間". Correct one of them.',
          severity: 'error',
          related: ['50時間', '10時間'],
        },
      ],
    },
    {
      text: '導入率は20%から35%へ25ポイント上昇した。',
      problems: [
        {
          at: '25ポイント',
          message: '「20%」から「35%」の差は15ポイントで、「25ポイント」と合いません。どれかを直してください。',
          en: 'From "20%" to "35%" is a difference of 15, which does not go with "25ポイント". Correct one of them.',
          severity: 'error',
          related: ['20%', '35%'],
        },
      ],
    },
  ],
});
