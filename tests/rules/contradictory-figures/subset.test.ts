import rule from '../../../rules/contradictory-figures/rule.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    '500社のうち300社が導入した。',
    {
      text: '投資は2523億ドル、生成AIは339億ドルで、米国がそのうちの1091億ドルを占める。',
      why: 'the whole stands further back',
    },
    '約300人のうち300人が答えた。',
  ],
  invalid: [
    {
      text: '社員90人中、資格を持つ人は104人いる。',
      problems: [
        {
          at: '104人',
          message: '全体の「90人」より、そのうちの「104人」のほうが14人大きくなっています。どちらかを直してください。',
          severity: 'error',
        },
      ],
    },
    {
      text: '300社のうち500社が導入した。',
      problems: [
        {
          at: '500社',
          message:
            '全体の「300社」より、そのうちの「500社」のほうが200社大きくなっています。どちらかを直してください。',
          en: 'The part "500社" is 200 more than its whole "300社". Correct one of them.',
          severity: 'error',
          related: ['300社'],
        },
      ],
    },
    {
      text: '120人中124人が満足と答えました。',
      problems: [
        {
          at: '124人',
          message: '全体の「120人」より、そのうちの「124人」のほうが4人大きくなっています。どちらかを直してください。',
          en: 'The part "124人" is 4 more than its whole "120人". Correct one of them.',
          severity: 'error',
          related: ['120人'],
        },
      ],
    },
    {
      text: '売上は570億ドル（約9兆円）、そのうち部品が5120億ドル（約80兆円）だ。',
      problems: [
        {
          at: '5120億ドル',
          message:
            '全体の「570億ドル」より、そのうちの「5120億ドル」のほうが4,550億ドル大きくなっています。どちらかを直してください。',
          en: 'The part "5120億ドル" is 455 billion more than its whole "570億ドル". Correct one of them.',
          severity: 'error',
          related: ['570億ドル'],
        },
      ],
    },
  ],
});
