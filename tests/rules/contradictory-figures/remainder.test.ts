import rule from '../../../rules/contradictory-figures/rule.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    '60%が国内で、残りの40%は海外です。',
    '精度は90%を達成し、残りの10%が課題です。',
    '内訳は国内45%、海外30%、その他25%です。',
    { text: '内訳（複数回答）は国内65%、海外60%、その他25%です。', why: 'several answers' },
    { text: '賛成が62%、反対が51%だった。', why: 'no complete list' },
    { text: '荷主の内訳は、国内が65%、海外が25%だ。', why: 'two shares may leave a rest unsaid' },
  ],
  invalid: [
    {
      text: '荷主の内訳は国内が65%、海外が45%となる。',
      problems: [
        {
          at: '45%',
          message: '割合を足すと65%＋45%＝110%で、100%になりません。どれかを直してください。',
          severity: 'warning',
          related: ['65%'],
        },
      ],
    },
    {
      text: '60%が国内で、残りの30%は海外です。',
      problems: [
        {
          at: '30%',
          message: '割合を足すと60%＋30%＝90%で、100%になりません。どれかを直してください。',
          en: 'The shares 60%＋30% make 90%, not 100%. Correct one of them.',
          severity: 'warning',
          related: ['60%'],
        },
      ],
    },
    {
      text: '内訳は国内45%、海外40%、その他25%です。',
      problems: [
        {
          at: '25%',
          message: '割合を足すと45%＋40%＋25%＝110%で、100%になりません。どれかを直してください。',
          en: 'The shares 45%＋40%＋25% make 110%, not 100%. Correct one of them.',
          severity: 'warning',
          related: ['45%', '40%'],
        },
      ],
    },
    {
      text: '回答は「賛成」が42%、「反対」が21%、「どちらでもない」が51%だった。',
      problems: [
        {
          at: '51%',
          message: '割合を足すと42%＋21%＋51%＝114%で、100%になりません。どれかを直してください。',
          en: 'The shares 42%＋21%＋51% make 114%, not 100%. Correct one of them.',
          severity: 'warning',
          related: ['42%', '21%'],
        },
      ],
    },
  ],
});
