import rule from '../../../rules/contradictory-figures/rule.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    '令和7年（2025年）に施行された。',
    '2019年（令和元年）に始まる。',
    '令和7年度（2025年度）の予算。',
    { text: '令和7年、2024年の改正を受けて始まる。', why: 'two years' },
  ],
  invalid: [
    {
      text: '令和7年（2024年）に施行された。',
      problems: [
        {
          at: '2024年',
          message: '令和7年は2025年で、2024年ではありません。「令和7年」か「2024年」を直してください。',
          en: '令和7年 is 2025, not 2024. Correct "令和7年" or "2024年".',
          severity: 'error',
          related: ['令和7年'],
        },
      ],
    },
    {
      text: '2024年（令和7年）に施行された。',
      problems: [
        {
          at: '令和7年',
          message: '令和7年は2025年で、2024年ではありません。「2024年」か「令和7年」を直してください。',
          en: '令和7年 is 2025, not 2024. Correct "2024年" or "令和7年".',
          severity: 'error',
          related: ['2024年'],
        },
      ],
    },
  ],
});
