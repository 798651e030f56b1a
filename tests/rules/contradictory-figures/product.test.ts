import rule from '../../../rules/contradictory-figures/rule.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    '1人あたり3万円、100人で300万円になる。',
    { text: '月額2万円（年額20万円）です。', why: 'cheaper by the year' },
    '年額24万円（月額2万円）です。',
  ],
  invalid: [
    {
      text: '1人あたり3万円、100人で400万円になる。',
      problems: [
        {
          at: '400万円',
          message: '1人あたり3万円×100人は300万円で、「400万円」と合いません。どれかを直してください。',
          en: '1人あたり3万円×100人 is 3 million, which does not go with "400万円". Correct one of them.',
          severity: 'warning',
          related: ['1人あたり3万円', '100人'],
        },
      ],
    },
    {
      text: '月額2万円（年額36万円）です。',
      problems: [
        {
          at: '年額36万円',
          message: '月額2万円×12か月は24万円で、「年額36万円」と合いません。どれかを直してください。',
          en: '月額2万円×12か月 is 240,000, which does not go with "年額36万円". Correct one of them.',
          severity: 'warning',
          related: ['月額2万円'],
        },
      ],
    },
  ],
});
